//! Languages, and texts that exist in several of them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A language tag in lower case, such as `de` or `pt-br`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(Arc<str>);

/// The text is no language tag.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not a language tag; write for example de or en")]
pub struct NotALanguage(String);

impl Language {
    /// Reads a tag of letters, digits and hyphens that begins with two or three letters; at most 12 characters.
    pub fn parse(text: &str) -> Result<Self, NotALanguage> {
        let tag = text.trim().to_ascii_lowercase();
        let primary = tag.split('-').next().unwrap_or_default();
        let good = (2..=3).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_lowercase())
            && tag.len() <= 12
            && tag.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if good { Ok(Self(tag.into())) } else { Err(NotALanguage(text.chars().take(40).collect())) }
    }

    /// German.
    #[must_use]
    pub fn german() -> Self {
        Self("de".into())
    }

    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Language {
    type Err = NotALanguage;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Language {
    type Error = NotALanguage;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0.as_ref().into()
    }
}

/// A text in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LocalText(pub BTreeMap<Language, String>);

impl LocalText {
    /// The text in `language`, else in `fallback`, else in any language there is, else nothing.
    #[must_use]
    pub fn get(&self, language: &Language, fallback: &Language) -> &str {
        let found = self.0.get(language).or_else(|| self.0.get(fallback)).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }

    /// Whether there is a text that is not blank in `language`.
    #[must_use]
    pub fn has(&self, language: &Language) -> bool {
        self.0.get(language).is_some_and(|text| !text.trim().is_empty())
    }
}
