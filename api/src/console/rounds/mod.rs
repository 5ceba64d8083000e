//! Rounds: from draft over the launch to the end of fieldwork.

pub mod checklist;
pub mod dry_run;
pub mod figures;
pub mod invitations;
pub mod launch;
pub mod letters;
pub mod messages;
pub mod moves;
pub mod new;
pub mod show;
pub mod test_mail;
pub mod test_responses;
pub mod times;
pub mod version;

use std::borrow::Borrow;

use axum::response::{IntoResponse as _, Redirect, Response};
use rundfrage_shared::id::RoundId;
use rundfrage_shared::invitation::InvitationState;
use rundfrage_shared::invitation::exit::Reason;
use rundfrage_shared::round::{self, Round, RoundState};
use rundfrage_shared::survey::{self, Survey};
use rundfrage_shared::text::Words;

use super::notice::Notice;
use super::staff::Staff;
use crate::app::App;
use crate::errors::WebError;

/// The round and its survey, if they are of this organisation.
pub async fn found(app: &App, staff: &Staff, id: RoundId) -> Result<(Round, Survey), WebError> {
    let (db, organisation) = (&app.context.db, staff.organisation_id());
    let round = round::store::lookup(db, organisation, id).await?.ok_or(WebError::NotFound)?;
    let survey = survey::store::lookup(db, organisation, round.survey).await?.ok_or(WebError::NotFound)?;
    Ok((round, survey))
}

/// Goes back to the round, which does not stand where this could be done.
pub async fn refused(staff: &Staff, id: RoundId) -> Result<Response, WebError> {
    Notice::refused("console-move-refused").leave(&staff.session).await?;
    Ok(Redirect::to(&address(id)).into_response())
}

/// The address of a round.
#[must_use]
pub fn address(id: RoundId) -> String {
    format!("/console/rounds/{id}")
}

/// The round's name in titles and links.
#[must_use]
pub fn name(survey: &Survey, round: &Round) -> String {
    format!("{} · {}", survey.plan.title, round.name)
}

/// How a round's state looks: kind of badge, and the text in it.
#[must_use]
pub fn state_badge(round: &Round) -> (&'static str, &'static str) {
    match (&round.state, round.paused_at) {
        (RoundState::Scheduled(_) | RoundState::Open { .. }, Some(_)) => ("warning", "console-state-paused"),
        (RoundState::Draft, _) => ("neutral", "console-state-draft"),
        (RoundState::Scheduled(_), _) => ("info", "console-state-scheduled"),
        (RoundState::Open { .. }, _) => ("success", "console-state-open"),
        (RoundState::Closed { .. }, _) => ("neutral", "console-state-closed"),
        (RoundState::Published { .. }, _) => ("info", "console-state-published"),
        (RoundState::Cancelled, _) => ("danger", "console-state-cancelled"),
    }
}

/// The text that names where an invitation stands.
#[must_use]
pub fn invitation_key(state: impl Borrow<InvitationState>) -> &'static str {
    match state.borrow() {
        InvitationState::Planned => "console-invitation-planned",
        InvitationState::Invited => "console-invitation-invited",
        InvitationState::Started => "console-invitation-started",
        InvitationState::Completed => "console-invitation-completed",
        InvitationState::Declined => "console-invitation-declined",
        InvitationState::Unreachable => "console-invitation-unreachable",
        InvitationState::Excluded => "console-invitation-excluded",
    }
}

/// The text that names why an invitation was declined.
#[must_use]
pub fn exit_key(reason: impl Borrow<Reason>) -> &'static str {
    match reason.borrow() {
        Reason::NotResponsible => "console-exit-not-responsible",
        Reason::CompanyClosed => "console-exit-company-closed",
        Reason::WrongAddress => "console-exit-wrong-address",
    }
}

/// How where an invitation stands looks.
#[must_use]
pub fn invitation_kind(state: impl Borrow<InvitationState>) -> &'static str {
    match state.borrow() {
        InvitationState::Planned | InvitationState::Excluded => "neutral",
        InvitationState::Invited => "info",
        InvitationState::Started => "warning",
        InvitationState::Completed => "success",
        InvitationState::Declined | InvitationState::Unreachable => "danger",
    }
}

/// `38,9 %`, or nothing of nothing.
#[must_use]
pub fn share_text(words: Words, part: i64, whole: i64) -> String {
    if whole == 0 {
        return String::new();
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
    let share = 100.0 * part as f64 / whole as f64;
    format!("{} %", words.decimal(share, 1))
}
