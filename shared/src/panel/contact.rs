//! Whether a contact can be written to.

use std::str::FromStr;

use thiserror::Error;

/// The state of a contact; an import never changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactState {
    /// Mails go there.
    Active,
    /// Mails came back for good.
    Unreachable,
    /// The person is no longer there.
    Left,
}

/// The text names no state.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not one of active, unreachable, left")]
pub struct NotAState(String);

impl ContactState {
    /// The state as it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Unreachable => "unreachable",
            Self::Left => "left",
        }
    }
}

impl FromStr for ContactState {
    type Err = NotAState;
    fn from_str(text: &str) -> Result<Self, NotAState> {
        match text {
            "active" => Ok(Self::Active),
            "unreachable" => Ok(Self::Unreachable),
            "left" => Ok(Self::Left),
            other => Err(NotAState(other.into())),
        }
    }
}

impl TryFrom<String> for ContactState {
    type Error = NotAState;
    fn try_from(text: String) -> Result<Self, NotAState> {
        text.parse()
    }
}
