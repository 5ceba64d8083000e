//! Where a round stands, by name alone.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::RoundState;

/// Where a round stands, without what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being prepared.
    Draft,
    /// Launched, not open yet.
    Scheduled,
    /// Takes answers.
    Open,
    /// Takes no more answers.
    Closed,
    /// Its results are public.
    Published,
    /// Will never open.
    Cancelled,
}

/// The text names no stage.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not where a round can stand")]
pub struct NotAStage(String);

impl Stage {
    /// All of them, in the order of a round's life.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Scheduled, Self::Open, Self::Closed, Self::Published, Self::Cancelled];

    /// The word in the database, in addresses and in texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Published => "published",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether no answers are taken any more, or never will be.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Published | Self::Cancelled)
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Stage {
    type Err = NotAStage;
    fn from_str(text: &str) -> Result<Self, NotAStage> {
        let found = Self::ALL.into_iter().find(|stage| stage.as_str() == text);
        found.ok_or_else(|| NotAStage(text.chars().take(40).collect()))
    }
}

impl RoundState {
    /// Its name.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Draft => Stage::Draft,
            Self::Scheduled(_) => Stage::Scheduled,
            Self::Open { .. } => Stage::Open,
            Self::Closed { .. } => Stage::Closed,
            Self::Published { .. } => Stage::Published,
            Self::Cancelled => Stage::Cancelled,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_read_as_they_are_written() {
        for stage in Stage::ALL {
            assert_eq!(stage.as_str().parse(), Ok(stage));
        }
        assert!("Open".parse::<Stage>().is_err());
    }
}
