//! What a company is known by, and what else is known of it.

use std::fmt;

use thiserror::Error;

use crate::name::{NotAName, check_line};

/// The organisation's own number for a company: 1 to 64 characters on one line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(String);

/// Why a text is no reference or no value of an attribute.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum AttributeError {
    /// Nothing was written.
    #[error("nothing is written here")]
    Empty,
    /// Longer than so many characters.
    #[error("longer than {0} characters")]
    TooLong(usize),
    /// Line breaks or invisible characters.
    #[error(transparent)]
    Characters(#[from] NotAName),
}

impl Reference {
    /// The longest reference, in characters.
    pub const MAX: usize = 64;

    /// Reads a reference.
    pub fn parse(text: &str) -> Result<Self, AttributeError> {
        match checked(text, Self::MAX)? {
            "" => Err(AttributeError::Empty),
            text => Ok(Self(text.into())),
        }
    }

    /// The reference.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads the value of a free attribute: one line of at most 500 characters, perhaps empty.
pub fn parse_attribute(text: &str) -> Result<&str, AttributeError> {
    checked(text, 500)
}

fn checked(text: &str, longest: usize) -> Result<&str, AttributeError> {
    let text = text.trim();
    check_line(text)?;
    if text.chars().count() > longest { Err(AttributeError::TooLong(longest)) } else { Ok(text) }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Reference {
    type Error = AttributeError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}
