//! Stable names.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The stable name of a questionnaire, section, question, row or option: it is what data sets and trends refer to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(Arc<str>);

/// The text cannot be a code.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not a code; use letters, digits, - and _, at most 64 characters")]
pub struct NotACode(String);

impl Code {
    /// Reads a code: 1 to 64 ASCII letters, digits, `-` and `_`.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let good = (1..=64).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
        if good { Ok(Self(text.into())) } else { Err(NotACode(text.chars().take(80).collect())) }
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Code {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Code {
    type Error = NotACode;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0.as_ref().into()
    }
}
