//! What a company does.

use std::fmt;

use thiserror::Error;

use crate::classification::{self, Section};

/// A code of NACE Rev. 2 or WZ 2008: a division such as `25`, a group `25.6`, a class `25.61` or a subclass `25.61.0`. The
/// division is checked; below it the form alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sector {
    code: String,
    section: &'static str,
}

/// The text is not a code of the classification.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not a code of NACE Rev. 2 (WZ 2008); write for example 25.6")]
pub struct NotASector(String);

impl Sector {
    /// Reads a code; a comma that a German spreadsheet put for the point is taken as the point.
    pub fn parse(text: &str) -> Result<Self, NotASector> {
        let code = text.trim().replace(',', ".");
        let refused = || NotASector(text.trim().chars().take(40).collect());
        let section = well_formed(&code).and_then(classification::section_of).ok_or_else(refused)?;
        Ok(Self { code, section: section.code })
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.code
    }

    /// The letter of the section it belongs to.
    #[must_use]
    pub const fn section_code(&self) -> &'static str {
        self.section
    }

    /// The section it belongs to.
    #[must_use]
    pub fn section(&self) -> Option<&'static Section> {
        classification::section(self.section)
    }
}

/// The division, if the code has one of the four forms.
fn well_formed(code: &str) -> Option<u8> {
    let parts: Vec<&str> = code.split('.').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let good = matches!(lengths[..], [2] | [2, 1 | 2] | [2, 2, 1])
        && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if good { parts[0].parse().ok() } else { None }
}

impl fmt::Display for Sector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

impl TryFrom<String> for Sector {
    type Error = NotASector;
    fn try_from(text: String) -> Result<Self, NotASector> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_every_level_are_read_and_know_their_section() {
        for (text, code, section) in [
            ("25.6", "25.6", "C"),
            (" 62,0 ", "62.0", "J"),
            ("01", "01", "A"),
            ("25.61", "25.61", "C"),
            ("43.22.1", "43.22.1", "F"),
        ] {
            let sector = Sector::parse(text).unwrap();
            assert_eq!((sector.as_str(), sector.section_code()), (code, section));
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "ZZ.9", "34.1", "1.1", "25.", "25.6.1", "25.6\u{661}", "C", "2561", "25.611"] {
            assert!(Sector::parse(text).is_err(), "{text}");
        }
    }
}
