//! What could not be carried over from another tool.

use std::collections::HashMap;
use std::fmt;

use crate::name::excerpt;
use crate::questionnaire::problem::Problem;

/// More notices than this are counted, not told.
const MOST: usize = 5_000;
/// Notices that say why a file is refused.
const MOST_REASONS: usize = 50;
/// Characters of a place or a reason.
const LONGEST: usize = 1_000;

/// Why a language is told that was not said.
pub const NO_LANGUAGE: &str = "the file names no language for its texts";
/// What stands instead.
pub const ASSUMED: &str =
    "en is assumed; if they are in another one, change default_language and the language of the texts";

/// One thing that could not be carried over as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where it stands in their file: sheet, row and column, a path, a question's code.
    pub place: String,
    /// What it is and why it cannot be carried over.
    pub reason: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a thing that could not be carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something else stands instead.
    Replaced(String),
    /// Nothing stands instead.
    Dropped,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; ", self.place, self.reason)?;
        match &self.outcome {
            Outcome::Replaced(by) => write!(f, "instead: {by}"),
            Outcome::Dropped => f.write_str("left out"),
        }
    }
}

/// What became of the questions of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Questions in their file.
    pub questions: usize,
    /// Questions that are in ours as they were.
    pub carried: usize,
    /// Questions that are in ours in another form.
    pub replaced: usize,
    /// Questions that are not in ours.
    pub dropped: usize,
    /// Everything that could not be carried over as it was, in the order of the file.
    pub notices: Vec<Notice>,
    /// Notices that are not among them, for there are too many.
    pub untold: usize,
    /// Where what became a question of ours stands in their file, by its id.
    origins: HashMap<String, String>,
}

impl Report {
    /// Notes that something stands in another form.
    pub fn replaced(&mut self, place: impl Into<String>, reason: impl Into<String>, by: impl Into<String>) {
        self.note(&place.into(), &reason.into(), Outcome::Replaced(excerpt(&by.into(), LONGEST)));
    }

    /// Notes that something is left out.
    pub fn dropped(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        self.note(&place.into(), &reason.into(), Outcome::Dropped);
    }

    /// Keeps where the question `id` of ours stands in their file.
    pub fn comes_from(&mut self, id: &str, place: impl Into<String>) {
        self.origins.insert(id.to_owned(), place.into());
    }

    /// Where the question `id` of ours stands in their file, as far as it is known.
    #[must_use]
    pub fn origin(&self, id: &str) -> String {
        self.origins.get(id).cloned().unwrap_or_else(|| format!("question {id}"))
    }

    /// Why nothing at all can be made of a file: what was noted of its parts.
    #[must_use]
    pub fn refused(&self, reason: &str) -> Vec<Problem> {
        let whole = Problem { line: None, path: String::new(), reason: reason.to_owned() };
        let part = |notice: &Notice| {
            let Notice { place, reason, .. } = notice.clone();
            Problem { line: None, path: place, reason }
        };
        std::iter::once(whole).chain(self.notices.iter().take(MOST_REASONS).map(part)).collect()
    }

    /// Names in a file may be of any length and hold signs that break a line: what is noted can be shown.
    fn note(&mut self, place: &str, reason: &str, outcome: Outcome) {
        if self.notices.len() < MOST {
            let (place, reason) = (excerpt(place, LONGEST), excerpt(reason, LONGEST));
            self.notices.push(Notice { place, reason, outcome });
        } else {
            self.untold += 1;
        }
    }
}
