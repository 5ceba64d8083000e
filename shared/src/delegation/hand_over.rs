//! Handing over: the delegation and its mail in one transaction, within limits, only while the round takes answers.

use chrono::TimeDelta;
use thiserror::Error;

use super::{Delegation, Note, store};
use crate::context::Context;
use crate::db::DbError;
use crate::email::EmailAddress;
use crate::id::{DelegationId, ResponseId};
use crate::language::Language;
use crate::name::Name;
use crate::questionnaire::model::Code;
use crate::{message, suppression};

/// So many delegations a response, those taken back included: each is a mail under our name to an address that we do not know.
pub const LIMIT: i64 = 10;
/// So many of them an hour.
pub const LIMIT_AN_HOUR: i64 = 3;

/// What is handed to whom, and what the mail says.
#[derive(Clone, Debug)]
pub struct HandOver {
    /// The response.
    pub response: ResponseId,
    /// The colleague who hands on; `None` for the holder of the personal link.
    pub by: Option<DelegationId>,
    /// The section; `None` means everything.
    pub section: Option<Code>,
    /// The colleague's address.
    pub email: EmailAddress,
    /// The colleague's name.
    pub name: Option<Name>,
    /// The language of the mail.
    pub language: Language,
    /// Who hands over, as the mail says it.
    pub sender: Option<Name>,
    /// A few words.
    pub note: Note,
}

/// Why nothing was handed over.
#[derive(Debug, Error)]
pub enum Refusal {
    /// The round takes no answers, or nobody knows which company answers.
    #[error("the round takes no answers")]
    Closed,
    /// [`LIMIT`] is reached.
    #[error("too many delegations of one response")]
    TooMany,
    /// [`LIMIT_AN_HOUR`] is reached.
    #[error("too many delegations within an hour")]
    TooSoon,
    /// The address gets no mail of this survey.
    #[error("the address gets no mail")]
    Suppressed,
    /// This person has a link to the same already.
    #[error("handed over already")]
    Already,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Hands over, and plans the mail. The response is locked meanwhile, so that the limits hold however many requests arrive at once.
pub async fn hand_over(ctx: &Context, wish: HandOver) -> Result<Delegation, Refusal> {
    let now = ctx.now();
    let mut tx = ctx.db.begin().await?;
    let ground = store::lock_ground(&mut tx, wish.response, now).await?.ok_or(Refusal::Closed)?;
    let made = store::tally(&mut tx, wish.response, now - TimeDelta::hours(1)).await?;
    if made.all >= LIMIT {
        return Err(Refusal::TooMany);
    }
    if made.recent >= LIMIT_AN_HOUR {
        return Err(Refusal::TooSoon);
    }
    if store::is_handed_over(&mut tx, wish.response, wish.section.as_ref(), &wish.email).await? {
        return Err(Refusal::Already);
    }
    if suppression::store::is_suppressed(&mut tx, ground.organisation_id, &wish.email, Some(ground.survey_id)).await? {
        return Err(Refusal::Suppressed);
    }
    let delegation = Delegation {
        id: DelegationId::new(&ctx.entropy, now),
        organisation: ground.organisation_id,
        round: ground.round_id,
        response: wish.response,
        section: wish.section,
        email: wish.email,
        name: wish.name,
        language: wish.language,
        by: wish.by,
        link_serial: 0,
        created_at: now,
        done_at: None,
        revoked_at: None,
    };
    store::insert(&mut tx, &delegation, wish.sender.as_ref(), &wish.note).await?;
    message::store::plan_delegation(&mut tx, ctx, &delegation, ground.closes_at).await?;
    tx.commit().await?;
    Ok(delegation)
}
