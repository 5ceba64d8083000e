//! Moves that staff make besides the launch: cancel, pause, resume, and other times for a draft.

use serde_json::json;

use super::launch::LaunchError;
use super::{Fieldwork, IllegalMove, Round, RoundState, store};
use crate::audit::{self, Actor, Entry};
use crate::context::Context;
use crate::db::{Bell, Tx};
use crate::id::{OrganisationId, RoundId};
use crate::invitation;

async fn found(ctx: &Context, organisation: OrganisationId, id: RoundId) -> Result<Round, LaunchError> {
    store::lookup(&ctx.db, organisation, id).await?.ok_or(LaunchError::NotFound)
}

async fn store_move(
    ctx: &Context,
    from: &'static str,
    round: &Round,
    by: Actor,
    action: &str,
) -> Result<Tx, LaunchError> {
    let now = ctx.now();
    let mut tx = ctx.db.begin().await?;
    store::move_from(&mut tx, from, round, now).await?;
    if matches!(round.state, RoundState::Cancelled) {
        invitation::store::forget_planned(&mut tx, round.organisation, round.id).await?;
        store::forget_reminder_runs(&mut tx, round.organisation, round.id).await?;
    }
    let entry = Entry { actor: by, action, subject: format!("round:{}", round.id), details: json!({}) };
    audit::append(&mut tx, round.organisation, &entry, now).await?;
    Ok(tx)
}

/// Cancels a draft, or a scheduled round that has not opened: nobody is invited.
pub async fn cancel(ctx: &Context, organisation: OrganisationId, id: RoundId, by: Actor) -> Result<Round, LaunchError> {
    let round = found(ctx, organisation, id).await?;
    let from = round.state.as_str();
    let cancelled = Round { paused_at: None, ..round.cancel(ctx.now())? };
    store_move(ctx, from, &cancelled, by, "round.cancelled").await?.commit().await?;
    Ok(cancelled)
}

/// Holds back the mails of a round.
pub async fn pause(ctx: &Context, organisation: OrganisationId, id: RoundId, by: Actor) -> Result<Round, LaunchError> {
    let round = found(ctx, organisation, id).await?;
    let from = round.state.as_str();
    let paused = round.pause(ctx.now())?;
    store_move(ctx, from, &paused, by, "round.paused").await?.commit().await?;
    Ok(paused)
}

/// Lets the mails of a paused round go again.
pub async fn resume(ctx: &Context, organisation: OrganisationId, id: RoundId, by: Actor) -> Result<Round, LaunchError> {
    let round = found(ctx, organisation, id).await?;
    let from = round.state.as_str();
    let resumed = round.resume()?;
    let mut tx = store_move(ctx, from, &resumed, by, "round.resumed").await?;
    tx.ring(Bell::SendMail).await?;
    tx.commit().await?;
    Ok(resumed)
}

/// Gives a draft other opening and closing times.
pub async fn reschedule(
    ctx: &Context,
    organisation: OrganisationId,
    id: RoundId,
    fieldwork: Fieldwork,
    by: Actor,
) -> Result<Round, LaunchError> {
    let round = found(ctx, organisation, id).await?;
    if !matches!(round.state, RoundState::Draft) {
        return Err(IllegalMove::From { from: round.state.as_str(), to: "be given other times" }.into());
    }
    let changed = Round { fieldwork, ..round };
    store_move(ctx, "draft", &changed, by, "round.rescheduled").await?.commit().await?;
    Ok(changed)
}
