//! What becomes of a planned reminder: due → done, stale or cancelled.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Where a reminder run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReminderRunState {
    /// It waits for its time.
    Due,
    /// Its mails are planned.
    Done,
    /// Its time passed while nobody could act on it; nothing was sent.
    Stale,
    /// The round closed first.
    Cancelled,
}

/// The text names no state of a reminder run.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not one of due, done, stale, cancelled")]
pub struct NotAReminderRunState(String);

impl ReminderRunState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Due, Self::Done, Self::Stale, Self::Cancelled];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Done => "done",
            Self::Stale => "stale",
            Self::Cancelled => "cancelled",
        }
    }
}

impl fmt::Display for ReminderRunState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for ReminderRunState {
    type Err = NotAReminderRunState;
    fn from_str(text: &str) -> Result<Self, NotAReminderRunState> {
        let found = Self::ALL.into_iter().find(|state| state.as_str() == text);
        found.ok_or_else(|| NotAReminderRunState(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for ReminderRunState {
    type Error = NotAReminderRunState;
    fn try_from(text: String) -> Result<Self, NotAReminderRunState> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_read_as_they_are_written() {
        for state in ReminderRunState::ALL {
            assert_eq!(state.as_str().parse(), Ok(state));
        }
        assert!("planned".parse::<ReminderRunState>().is_err());
    }
}
