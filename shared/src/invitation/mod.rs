//! Invitations: a contact's right to answer in one round, and the personal link that carries it.

pub mod access_code;
pub mod exit;
pub mod letter;
pub mod link;
pub mod store;

use crate::id::{CompanyId, ContactId, InvitationId, OrganisationId, RoundId};
use crate::questionnaire::attributes::Attributes;

/// A contact's right to answer in one round.
#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Whose round it is.
    pub organisation: OrganisationId,
    /// The round.
    pub round: RoundId,
    /// Who is invited.
    pub contact: ContactId,
    /// For which company.
    pub company: CompanyId,
    /// Where it stands.
    pub state: InvitationState,
    /// What the panel knew of the company at launch.
    pub attributes: Attributes,
    /// Goes up when the personal link is replaced; older links stop working.
    pub link_serial: i64,
}

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationState {
    /// The round is launched; no mail has been handed over yet.
    Planned,
    /// The invitation was handed over to the recipient's mail server.
    Invited,
    /// The first answer was stored.
    Started,
    /// The company's response was submitted.
    Completed,
    /// The contact will not answer.
    Declined,
    /// The address does not work.
    Unreachable,
    /// Staff took the contact out.
    Excluded,
}

impl InvitationState {
    /// All states in the order of the funnel.
    pub const ALL: [Self; 7] = [
        Self::Planned,
        Self::Invited,
        Self::Started,
        Self::Completed,
        Self::Declined,
        Self::Unreachable,
        Self::Excluded,
    ];

    /// The word in the database and in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Invited => "invited",
            Self::Started => "started",
            Self::Completed => "completed",
            Self::Declined => "declined",
            Self::Unreachable => "unreachable",
            Self::Excluded => "excluded",
        }
    }
}

impl std::str::FromStr for InvitationState {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or_else(|| text.to_owned())
    }
}
