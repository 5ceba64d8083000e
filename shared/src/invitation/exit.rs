//! Exits: a contact says why they will not answer. It stops the mails to them and tells staff what to mend in the panel.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use thiserror::Error;

use super::store;
use crate::context::Context;
use crate::db::DbResult;
use crate::delegation::Note;
use crate::email::EmailAddress;
use crate::id::InvitationId;
use crate::name::Name;

/// Why a contact will not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Somebody else in the company is responsible.
    NotResponsible,
    /// The company is closed.
    CompanyClosed,
    /// The address belongs to nobody of this company.
    WrongAddress,
}

/// The text names no reason.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not one of not_responsible, company_closed, wrong_address")]
pub struct NotAReason(String);

impl Reason {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::NotResponsible, Self::CompanyClosed, Self::WrongAddress];

    /// The word in the database and in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotResponsible => "not_responsible",
            Self::CompanyClosed => "company_closed",
            Self::WrongAddress => "wrong_address",
        }
    }
}

impl FromStr for Reason {
    type Err = NotAReason;
    fn from_str(text: &str) -> Result<Self, NotAReason> {
        let found = Self::ALL.into_iter().find(|reason| reason.as_str() == text);
        found.ok_or_else(|| NotAReason(text.chars().take(40).collect()))
    }
}

/// What a contact says on the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// Why.
    pub reason: Reason,
    /// The name of whoever is responsible.
    pub name: Option<Name>,
    /// The address of whoever is responsible.
    pub email: Option<EmailAddress>,
    /// A few words.
    pub note: Note,
}

/// An exit as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Why.
    pub reason: Reason,
    /// When.
    pub at: DateTime<Utc>,
    /// The contact who said it.
    pub contact: String,
    /// The name of whoever is responsible, or nothing.
    pub name: String,
    /// The address of whoever is responsible, or nothing.
    pub email: String,
    /// A few words, or nothing.
    pub note: String,
}

/// Declines an invitation, whatever was said before; `false` if the company has answered already. A company that is said to be
/// closed is marked for staff, who confirm it or know better.
pub async fn decline(ctx: &Context, invitation: InvitationId, exit: &Exit) -> DbResult<bool> {
    let now = ctx.now();
    let mut tx = ctx.db.begin().await?;
    let declined = store::decline(&mut tx, invitation, exit, now).await?;
    if declined && exit.reason == Reason::CompanyClosed {
        store::report_closed(&mut tx, invitation, now).await?;
    }
    tx.commit().await?;
    Ok(declined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_read_as_they_are_written() {
        for reason in Reason::ALL {
            assert_eq!(reason.as_str().parse(), Ok(reason));
        }
        assert!("other".parse::<Reason>().is_err());
    }
}
