//! Messages: one e-mail to one contact, from being due to an outcome that staff can see.
//!
//! The ledger decides what is sent; whoever sends asks it before each hand-over and tells it the outcome after. How the
//! promise "everybody at least once, at most one duplicate where an outcome was unknown" is kept, step by step:
//! [`store::claim`] → [`store::begin`] → hand-over → [`store::settle`], and [`store::release_expired`] for who died on the way.

pub mod outcome;
pub mod retry;
pub mod store;

use chrono::{DateTime, Utc};

use crate::id::{ContactId, DelegationId, InvitationId, MessageId, OrganisationId, RoundId};

pub use outcome::Outcome;

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The first mail of a round.
    Invitation,
    /// Another one to those who have not answered.
    Reminder,
    /// Thanks for an answer.
    Thanks,
    /// The results are public.
    Results,
    /// A colleague is asked to answer for the company.
    Delegation,
    /// A sample to a staff member.
    Test,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Invitation, Self::Reminder, Self::Thanks, Self::Results, Self::Delegation, Self::Test];

    /// The word in the database and in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reminder => "reminder",
            Self::Thanks => "thanks",
            Self::Results => "results",
            Self::Delegation => "delegation",
            Self::Test => "test",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| text.to_owned())
    }
}

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// To be sent.
    Due,
    /// A worker has it.
    Sending,
    /// The recipient's mail server, or ours, has taken it.
    Accepted,
    /// Refused for the moment; will be tried again.
    Deferred,
    /// Refused for good, or too often.
    Failed,
    /// Nobody knows whether it was taken; sent once more, then left to staff.
    Unknown,
    /// The recipient gets no more mail.
    Suppressed,
    /// No longer of use: answered, closed, or too late.
    Cancelled,
    /// Taken, and sent back later.
    Bounced,
    /// Taken, and complained about later.
    Complained,
}

impl State {
    /// All states.
    pub const ALL: [Self; 10] = [
        Self::Due,
        Self::Sending,
        Self::Accepted,
        Self::Deferred,
        Self::Failed,
        Self::Unknown,
        Self::Suppressed,
        Self::Cancelled,
        Self::Bounced,
        Self::Complained,
    ];

    /// Whether staff may have a message that stands here sent once more.
    #[must_use]
    pub const fn may_be_sent_again(self) -> bool {
        matches!(self, Self::Failed | Self::Unknown)
    }

    /// The word in the database and in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Sending => "sending",
            Self::Accepted => "accepted",
            Self::Deferred => "deferred",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
            Self::Suppressed => "suppressed",
            Self::Cancelled => "cancelled",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
        }
    }
}

impl std::str::FromStr for State {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or_else(|| text.to_owned())
    }
}

/// A message that a worker has claimed, with what is needed to write it.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Its id.
    pub id: MessageId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The round it belongs to.
    pub round: RoundId,
    /// What it is about.
    pub kind: Kind,
    /// Which one of its kind, 0 for the only one.
    pub n: i64,
    /// When it was planned: the date of the mail.
    pub planned_at: DateTime<Utc>,
    /// After this it is not sent any more.
    pub not_after: DateTime<Utc>,
    /// How often a hand-over has begun.
    pub attempts: i64,
    /// When the first one did, or the first since staff wanted it sent again.
    pub first_attempt_at: Option<DateTime<Utc>>,
    /// The token without which an outcome is not written.
    pub fencing: i64,
    /// To whom.
    pub recipient: Recipient,
    /// The mail as it was sent before, byte for byte.
    pub bytes: Option<Vec<u8>>,
}

/// To whom a message goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The address.
    pub email: String,
    /// The language tag of the contact.
    pub language: String,
    /// The contact, and how the mail speaks of it; only mails to contacts of the panel have one.
    pub invited: Option<Invited>,
    /// What is handed to a colleague, who need not be in the panel.
    pub delegated: Option<Delegated>,
}

/// A contact with a personal link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The contact.
    pub contact: ContactId,
    /// Its invitation.
    pub invitation: InvitationId,
    /// The serial of the personal link.
    pub link_serial: i64,
    /// The person's name.
    pub name: String,
    /// The company's name.
    pub company: String,
}

/// A colleague to whom something was handed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegated {
    /// What was handed over.
    pub delegation: DelegationId,
    /// The serial of the colleague's link.
    pub link_serial: i64,
    /// The code of the section; `None` means everything.
    pub section: Option<String>,
    /// The colleague's name, or nothing.
    pub name: String,
    /// The company's name.
    pub company: String,
    /// Who hands over, or nothing.
    pub sender: String,
    /// A few words to the colleague, or nothing.
    pub note: String,
}

/// A mail as it goes out, the same bytes at every attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The address of the envelope.
    pub recipient: String,
    /// The language it is written in.
    pub language: String,
    /// Headers and body.
    pub bytes: Vec<u8>,
}
