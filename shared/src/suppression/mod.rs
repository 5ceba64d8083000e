//! Suppressions: the addresses that get no more mail, and why. They outlive any re-import of the panel.

pub mod link;
pub mod store;

use std::str::FromStr;

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::email::EmailAddress;
use crate::id::SurveyId;

/// Why an address gets no more mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The person said so.
    Unsubscribed,
    /// Mails came back for good.
    Bounced,
    /// The person reported a mail as unwanted.
    Complained,
    /// Staff entered it.
    Manual,
}

/// The text names no reason.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not one of unsubscribed, bounced, complained, manual")]
pub struct NotAReason(String);

impl Reason {
    /// The reason as it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unsubscribed => "unsubscribed",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::Manual => "manual",
        }
    }
}

impl FromStr for Reason {
    type Err = NotAReason;
    fn from_str(text: &str) -> Result<Self, NotAReason> {
        [Self::Unsubscribed, Self::Bounced, Self::Complained, Self::Manual]
            .into_iter()
            .find(|reason| reason.as_str() == text)
            .ok_or_else(|| NotAReason(text.into()))
    }
}

/// An address that gets no more mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// The address, in small letters.
    pub email: EmailAddress,
    /// The survey it holds for; none means every mail of the organisation.
    pub survey: Option<SurveyId>,
    /// Why.
    pub reason: Reason,
    /// Since when.
    pub created_at: DateTime<Utc>,
}
