//! The name of an organisation in addresses and commands.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Lower-case letters, digits and inner hyphens; 2 to 40 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// The text is no slug.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" cannot be the short name of an organisation; use 2 to 40 small letters, digits and inner hyphens")]
pub struct NotASlug(String);

impl Slug {
    /// Reads a slug.
    pub fn parse(text: &str) -> Result<Self, NotASlug> {
        let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let good = (2..=40).contains(&text.len())
            && text.bytes().all(|byte| inner(byte) || byte == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            // A UUID is an id, and commands take either.
            && text.parse::<uuid::Uuid>().is_err();
        if good { Ok(Self(text.into())) } else { Err(NotASlug(text.chars().take(60).collect())) }
    }

    /// The slug.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Slug {
    type Err = NotASlug;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Slug {
    type Error = NotASlug;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_safe_in_addresses_and_never_look_like_ids() {
        assert!(Slug::parse("industriedialog-hessen").is_ok());
        for text in ["", "a", "-ab", "ab-", "Ab", "a b", "ä-b", "00000000-0000-7000-8000-000000000000", &"a".repeat(41)]
        {
            assert!(Slug::parse(text).is_err(), "{text}");
        }
    }
}
