//! Delegations: a section of a company's response, or all of it, handed to a colleague by a second link.
//!
//! The colleague works on the same response as whoever handed over. A colleague need not be a contact of the panel: the address
//! is kept with the delegation and nowhere else, unless its owner leaves or it does not exist; then it is suppressed like any other.

mod hand_over;
pub mod link;
mod note;
pub mod store;

use chrono::{DateTime, Utc};

use crate::email::EmailAddress;
use crate::id::{DelegationId, OrganisationId, ResponseId, RoundId};
use crate::language::Language;
use crate::message::State;
use crate::name::Name;
use crate::questionnaire::model::Code;

pub use hand_over::{HandOver, LIMIT, LIMIT_AN_HOUR, Refusal, hand_over};
pub use note::{NotANote, Note, names_a_site};

/// What was handed to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// Its id.
    pub id: DelegationId,
    /// Whose round it is.
    pub organisation: OrganisationId,
    /// The round.
    pub round: RoundId,
    /// The response that both work on.
    pub response: ResponseId,
    /// The section that was handed over; `None` means everything, submitting included.
    pub section: Option<Code>,
    /// The colleague's address.
    pub email: EmailAddress,
    /// The colleague's name, if it was given.
    pub name: Option<Name>,
    /// The language the colleague is written to in.
    pub language: Language,
    /// The colleague who handed it on; `None` if it was the holder of the personal link.
    pub by: Option<DelegationId>,
    /// Goes up when the link is replaced.
    pub link_serial: i64,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When the colleague said that the section is done.
    pub done_at: Option<DateTime<Utc>>,
    /// When the link was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl Delegation {
    /// Whether the colleague may see and answer this section.
    #[must_use]
    pub fn covers(&self, section: &Code) -> bool {
        self.section.as_ref().is_none_or(|mine| mine == section)
    }

    /// Whether everything was handed over: then the colleague submits.
    #[must_use]
    pub const fn is_everything(&self) -> bool {
        self.section.is_none()
    }

    /// How the colleague is called: by name, else by address.
    #[must_use]
    pub fn called(&self) -> &str {
        self.name.as_ref().map_or(self.email.as_str(), Name::as_str)
    }
}

/// A delegation as whoever handed over sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The delegation.
    pub delegation: Delegation,
    /// Where its mail stands.
    pub mail: State,
}
