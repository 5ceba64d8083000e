//! The life of a round: draft → scheduled → open → closed → published; draft, scheduled → cancelled.

use chrono::{DateTime, Utc};
use thiserror::Error;

use super::{Launch, Round};

/// Where a round stands, with what only exists from there on.
#[derive(Clone, Debug, PartialEq)]
pub enum RoundState {
    /// Being prepared.
    Draft,
    /// Launched; opens by the clock, not before the launch can no longer be undone.
    Scheduled(Launch),
    /// Takes answers.
    Open {
        /// What it was launched with.
        launch: Launch,
        /// Since when.
        opened_at: DateTime<Utc>,
    },
    /// Takes no more answers.
    Closed {
        /// What it was launched with.
        launch: Launch,
        /// When it opened.
        opened_at: DateTime<Utc>,
        /// Since when.
        closed_at: DateTime<Utc>,
    },
    /// Its results are public.
    Published {
        /// What it was launched with.
        launch: Launch,
        /// When it opened.
        opened_at: DateTime<Utc>,
        /// When it closed.
        closed_at: DateTime<Utc>,
    },
    /// Will never open.
    Cancelled,
}

/// A move that the life of a round does not have.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum IllegalMove {
    /// The move does not start from where the round stands.
    #[error("a round that is {from} cannot {to}")]
    From {
        /// Where the round stands.
        from: &'static str,
        /// What it was to do.
        to: &'static str,
    },
    /// The time to undo the launch has passed.
    #[error("the launch can no longer be undone; pause the round to hold back mails")]
    UndoWindowPassed,
    /// Opening or closing is not due yet.
    #[error("it is not time yet")]
    TooEarly,
    /// The round would close before it could open.
    #[error("the closing time has passed or is too near; choose a later one")]
    ClosesTooSoon,
}

impl RoundState {
    /// The word in the database, in addresses and in texts.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled(_) => "scheduled",
            Self::Open { .. } => "open",
            Self::Closed { .. } => "closed",
            Self::Published { .. } => "published",
            Self::Cancelled => "cancelled",
        }
    }

    /// What the round was launched with, if it was.
    #[must_use]
    pub const fn launch(&self) -> Option<&Launch> {
        match self {
            Self::Draft | Self::Cancelled => None,
            Self::Scheduled(launch)
            | Self::Open { launch, .. }
            | Self::Closed { launch, .. }
            | Self::Published { launch, .. } => Some(launch),
        }
    }

    /// Whether answers are taken.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }
}

impl Round {
    /// Draft → scheduled. The round must have time to be open after the undo window.
    pub fn launch(self, launch: Launch) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Draft if self.fieldwork.closes_at() <= launch.undo_until => Err(IllegalMove::ClosesTooSoon),
            RoundState::Draft => Ok(Self { state: RoundState::Scheduled(launch), ..self }),
            other => Err(IllegalMove::From { from: other.as_str(), to: "be launched" }),
        }
    }

    /// Scheduled → draft, as long as the launch can be undone.
    pub fn undo_launch(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Scheduled(launch) if launch.undo_until <= now => Err(IllegalMove::UndoWindowPassed),
            RoundState::Scheduled(_) => Ok(Self { state: RoundState::Draft, paused_at: None, ..self }),
            other => Err(IllegalMove::From { from: other.as_str(), to: "take back its launch" }),
        }
    }

    /// Scheduled → open, once the opening time has come and the launch can no longer be undone.
    pub fn open(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Scheduled(launch) if launch.undo_until <= now && self.fieldwork.opens_at() <= now => {
                Ok(Self { state: RoundState::Open { launch, opened_at: now }, ..self })
            }
            RoundState::Scheduled(_) => Err(IllegalMove::TooEarly),
            other => Err(IllegalMove::From { from: other.as_str(), to: "open" }),
        }
    }

    /// Open → closed, once the closing time has come.
    pub fn close(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Open { .. } if now < self.fieldwork.closes_at() => Err(IllegalMove::TooEarly),
            RoundState::Open { launch, opened_at } => {
                Ok(Self { state: RoundState::Closed { launch, opened_at, closed_at: now }, ..self })
            }
            other => Err(IllegalMove::From { from: other.as_str(), to: "close" }),
        }
    }

    /// Draft or scheduled → cancelled; a scheduled round only while its launch can be undone.
    pub fn cancel(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Draft => Ok(Self { state: RoundState::Cancelled, ..self }),
            RoundState::Scheduled(launch) if now < launch.undo_until || now < self.fieldwork.opens_at() => {
                Ok(Self { state: RoundState::Cancelled, ..self })
            }
            other => Err(IllegalMove::From { from: other.as_str(), to: "be cancelled" }),
        }
    }

    /// Holds back mails; a round that is held back stays so.
    pub fn pause(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match &self.state {
            RoundState::Scheduled(_) | RoundState::Open { .. } => {
                Ok(Self { paused_at: self.paused_at.or(Some(now)), ..self })
            }
            other => Err(IllegalMove::From { from: other.as_str(), to: "be paused" }),
        }
    }

    /// Lets mails go again.
    pub fn resume(self) -> Result<Self, IllegalMove> {
        match (&self.state, self.paused_at) {
            (RoundState::Scheduled(_) | RoundState::Open { .. }, Some(_)) => Ok(Self { paused_at: None, ..self }),
            (other, _) => Err(IllegalMove::From { from: other.as_str(), to: "be resumed" }),
        }
    }
}
