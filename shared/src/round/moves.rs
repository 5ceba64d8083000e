//! Moves that staff make besides the launch: cancel, pause, resume, and other times for a draft.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::launch::LaunchError;
use super::{Fieldwork, IllegalMove, Round, RoundState, store};
use crate::audit::{self, Actor, Entry};
use crate::context::Context;
use crate::db::Bell;
use crate::id::{OrganisationId, RoundId};
use crate::invitation;

/// Makes one move in a transaction that nobody else can move the round in.
async fn make(
    ctx: &Context,
    (organisation, id): (OrganisationId, RoundId),
    by: Actor,
    action: &str,
    change: impl FnOnce(Round, DateTime<Utc>) -> Result<Round, IllegalMove>,
) -> Result<Round, LaunchError> {
    let (mut tx, now) = (ctx.db.begin().await?, ctx.now());
    let round = store::lock(&mut tx, organisation, id).await?.ok_or(LaunchError::NotFound)?;
    let (from, was_held_back) = (round.state.stage(), round.paused_at.is_some());
    let moved = change(round, now)?;
    store::move_from(&mut tx, from, &moved, now).await?;
    if matches!(moved.state, RoundState::Cancelled) {
        invitation::store::forget_planned(&mut tx, organisation, id).await?;
        store::forget_reminder_runs(&mut tx, organisation, id).await?;
    }
    if was_held_back && moved.paused_at.is_none() {
        tx.ring(Bell::SendMail).await?;
    }
    let entry = Entry { actor: by, action, subject: format!("round:{id}"), details: json!({}) };
    audit::append(&mut tx, organisation, &entry, now).await?;
    tx.commit().await?;
    Ok(moved)
}

/// Cancels a draft, or a scheduled round that has not opened: nobody is invited.
pub async fn cancel(ctx: &Context, organisation: OrganisationId, id: RoundId, by: Actor) -> Result<Round, LaunchError> {
    let cancelled = |round: Round, now| Ok(Round { paused_at: None, ..round.cancel(now)? });
    make(ctx, (organisation, id), by, "round.cancelled", cancelled).await
}

/// Holds back the mails of a round.
pub async fn pause(ctx: &Context, organisation: OrganisationId, id: RoundId, by: Actor) -> Result<Round, LaunchError> {
    make(ctx, (organisation, id), by, "round.paused", Round::pause).await
}

/// Lets the mails of a paused round go again.
pub async fn resume(ctx: &Context, organisation: OrganisationId, id: RoundId, by: Actor) -> Result<Round, LaunchError> {
    make(ctx, (organisation, id), by, "round.resumed", |round, _| round.resume()).await
}

/// Gives a draft other opening and closing times.
pub async fn reschedule(
    ctx: &Context,
    organisation: OrganisationId,
    id: RoundId,
    fieldwork: Fieldwork,
    by: Actor,
) -> Result<Round, LaunchError> {
    let changed = |round: Round, _| match round.state {
        RoundState::Draft => Ok(Round { fieldwork, ..round }),
        other => Err(IllegalMove::From { from: other.stage(), to: "be given other times" }),
    };
    make(ctx, (organisation, id), by, "round.rescheduled", changed).await
}
