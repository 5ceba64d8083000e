//! Where a company is.

use std::fmt;

use thiserror::Error;

use crate::classification;

/// A Kreis of Hessen, by its official code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(&'static str);

/// The text is not the code of a Kreis.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not the code of a Kreis in Hessen; write five digits such as 06411")]
pub struct NotARegion(String);

impl Region {
    /// Reads an AGS code of five digits; a leading zero that a spreadsheet took away is given back.
    pub fn parse(text: &str) -> Result<Self, NotARegion> {
        let text = text.trim();
        let full = if text.len() == 4 { format!("0{text}") } else { text.to_owned() };
        let kreis = classification::kreis(&full).ok_or_else(|| NotARegion(text.chars().take(40).collect()))?;
        Ok(Self(kreis.code))
    }

    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The name of the Kreis.
    #[must_use]
    pub fn name(self) -> &'static str {
        classification::kreis(self.0).map_or(self.0, |kreis| kreis.name)
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl TryFrom<String> for Region {
    type Error = NotARegion;
    fn try_from(text: String) -> Result<Self, NotARegion> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_with_and_without_their_leading_zero() {
        assert_eq!(Region::parse(" 06411 ").unwrap().name(), "Darmstadt, Wissenschaftsstadt");
        assert_eq!(Region::parse("6411"), Region::parse("06411"));
        for text in ["", "99999", "0", "Darmstadt", "064110"] {
            assert!(Region::parse(text).is_err(), "{text}");
        }
    }
}
