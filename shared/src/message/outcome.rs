//! How an attempt to hand a mail over ended.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Claimed, State, retry};

/// A mail whose outcome is unknown is sent once more after this time.
pub const UNKNOWN_DELAY: TimeDelta = TimeDelta::minutes(15);

/// How an attempt ended, with the server's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Taken.
    Accepted(String),
    /// Surely not taken; tried again at the given time.
    Deferred(String, DateTime<Utc>),
    /// Surely not taken, and never will be.
    Failed(String),
    /// Surely not taken: the address does not exist. It gets no more mail.
    NoSuchAddress(String),
    /// Nobody knows.
    Unknown(String),
    /// Not handed over after all, for no reason of its own: due as before, and not counted as an attempt.
    Released,
}

impl Outcome {
    /// Not taken for the moment: deferred by the back-off, or failed if there is no time left.
    #[must_use]
    pub fn temporary(reply: String, message: &Claimed, now: DateTime<Utc>, jitter: u8) -> Self {
        let first = message.first_attempt_at.unwrap_or(now);
        let next = retry::next_attempt(message.attempts + 1, now, first, message.not_after, jitter);
        match next {
            Some(at) => Self::Deferred(reply, at),
            None => Self::Failed(reply),
        }
    }

    /// Where the message stands afterwards.
    #[must_use]
    pub const fn state(&self) -> State {
        match self {
            Self::Accepted(_) => State::Accepted,
            Self::Deferred(..) => State::Deferred,
            Self::Failed(_) | Self::NoSuchAddress(_) => State::Failed,
            Self::Unknown(_) => State::Unknown,
            Self::Released => State::Due,
        }
    }

    /// The server's words, at most 500 characters on one line.
    #[must_use]
    pub fn reply(&self) -> Option<String> {
        match self {
            Self::Accepted(reply)
            | Self::Deferred(reply, _)
            | Self::Failed(reply)
            | Self::NoSuchAddress(reply)
            | Self::Unknown(reply) => {
                Some(reply.chars().map(|c| if c.is_control() { ' ' } else { c }).take(500).collect())
            }
            Self::Released => None,
        }
    }

    /// When the message is due again, if the outcome says so.
    #[must_use]
    pub fn due_again(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Self::Deferred(_, at) => Some(*at),
            Self::Unknown(_) => Some(now + UNKNOWN_DELAY),
            _ => None,
        }
    }
}
