//! Why a list of translations is not taken.

use std::fmt;

use crate::name::excerpt;

/// More than this nobody reads.
pub(super) const MOST: usize = 200;

/// One thing wrong with a list, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where in the file, such as `row 5` or `line 12`; empty: the whole of it.
    pub place: String,
    /// The key of the text, if it has one.
    pub key: String,
    /// What is wrong and how to mend it.
    pub reason: String,
}

impl Refusal {
    /// Of the whole file.
    pub(super) fn whole(reason: impl fmt::Display) -> Self {
        Self { place: String::new(), key: String::new(), reason: excerpt(&reason.to_string(), 1_000) }
    }

    /// At a place, of a text.
    pub(super) fn at(place: &str, key: &str, reason: impl fmt::Display) -> Self {
        Self { place: place.to_owned(), key: excerpt(key, 200), ..Self::whole(reason) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [&self.place, &self.key].into_iter().filter(|part| !part.is_empty()) {
            write!(f, "{part}: ")?;
        }
        f.write_str(&self.reason)
    }
}
