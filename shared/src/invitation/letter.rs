//! Letters: what an invitation says on paper, with its access code. They are written anew each time; nothing is stored of them.

use std::str::FromStr;

use super::access_code::AccessCode;
use crate::id::{ContactId, InvitationId};
use crate::keys::Keys;
use crate::language::Language;

/// Letters that are printed at once.
pub const BATCH: i64 = 500;

/// Whom letters go to. Whoever has answered, declined or left, wants no more messages, or works for a closed company is never
/// among them; an address that mails come back from is no hindrance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Everybody who can still answer.
    #[default]
    Everybody,
    /// Those whom no mail reaches.
    Unreachable,
}

impl Audience {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Everybody, Self::Unreachable];

    /// The word in forms and in the log.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Unreachable => "unreachable",
        }
    }
}

impl FromStr for Audience {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|audience| audience.as_str() == text).ok_or_else(|| text.to_owned())
    }
}

/// Some letters of a round by the numbers of their invitations: who answers in the meantime is left out, and nobody moves to another
/// batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The lowest number.
    pub first: i64,
    /// The highest number.
    pub last: i64,
    /// How many letters it is, as it stands.
    pub letters: i64,
}

/// Whom a letter is addressed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// The invitation.
    pub invitation: InvitationId,
    /// Its number in this installation.
    pub number: i64,
    /// The serial of the personal link.
    pub link_serial: i64,
    /// The contact.
    pub contact: ContactId,
    /// The person's name.
    pub name: String,
    /// The company's name.
    pub company: String,
    /// The contact's address, which the letter does not show.
    pub email: String,
    /// The contact's language.
    pub language: Language,
}

impl Addressee {
    /// The code in the letter.
    #[must_use]
    pub fn code(&self, keys: &Keys) -> AccessCode {
        AccessCode::new(keys, self.number, self.invitation, self.link_serial)
    }
}
