//! `/console/rounds/{id}/messages`: every mail of a round and what became of it.

use std::borrow::Borrow;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Redirect, Response};
use axum_extra::extract::Form;
use rundfrage_shared::id::{MessageId, RoundId};
use rundfrage_shared::message::store::{Filter, Listed, list, send_again};
use rundfrage_shared::message::{Kind, State as MessageState};
use serde::Deserialize;
use serde_json::json;

use super::figures::kind_key;
use super::{address, found, name};
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;
use crate::page::{Page, show};

/// So many rows a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "console/rounds/messages.html")]
struct MessagesPage {
    page: Page,
    shell: Shell,
    round: String,
    back: String,
    zone: chrono_tz::Tz,
    kinds: Vec<(String, String)>,
    states: Vec<(String, String)>,
    asked: Asked,
    messages: Vec<Listed>,
    /// The address of what follows, if anything does.
    next: Option<String>,
}

/// Which ones.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    after: Option<MessageId>,
}

/// Shows one page of the list.
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id<RoundId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &staff, id).await?;
    let filter = Filter { kind: asked.kind.parse().ok(), state: asked.state.parse().ok(), after: asked.after };
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut messages = list(&app.context.db, staff.organisation_id(), id, filter, limit).await?;
    let has_more = messages.len() > PAGE;
    messages.truncate(PAGE);
    let words = staff.words();
    let kinds = Kind::ALL.map(|kind| (kind.as_str().to_owned(), words.text(kind_key(kind)).into_owned()));
    let states = MessageState::ALL.map(|state| (state.as_str().to_owned(), words.text(state_key(state)).into_owned()));
    let back = address(id);
    let (kind, state) = (filter.kind.map_or("", Kind::as_str), filter.state.map_or("", MessageState::as_str));
    let last = messages.last().filter(|_| has_more);
    let next = last.map(|last| format!("{back}/messages?kind={kind}&state={state}&after={}", last.id));
    let (zone, round) = (survey.plan.zone, name(&survey, &round));
    let (page, shell) = staff.open("console-messages-title", Place::Surveys);
    let (kinds, states) = (kinds.to_vec(), states.to_vec());
    Ok(show(&MessagesPage { page, shell, round, back, zone, kinds, states, asked, messages, next }))
}

/// Which message is to be sent again.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Again {
    message: MessageId,
}

/// Sends a message again that failed or whose outcome is unknown.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<RoundId>,
    Form(again): Form<Again>,
) -> Result<Redirect, WebError> {
    found(&app, &editor, id).await?;
    let mut tx = app.context.db.begin().await?;
    let is_due = send_again(&mut tx, editor.organisation_id(), again.message, app.context.now()).await?;
    let notice = if is_due {
        let details = json!({ "message": again.message });
        editor.record(&app, &mut tx, "round.message-again", format!("round:{id}"), details).await?;
        tx.commit().await?;
        Notice::done("console-messages-again-done")
    } else {
        drop(tx);
        Notice::refused("console-messages-again-refused")
    };
    notice.leave(&editor.session).await?;
    Ok(Redirect::to(&format!("{}/messages", address(id))))
}

/// The text that names where a message stands.
#[must_use]
pub fn state_key(state: impl Borrow<MessageState>) -> &'static str {
    match state.borrow() {
        MessageState::Due => "console-message-due",
        MessageState::Sending => "console-message-sending",
        MessageState::Accepted => "console-message-accepted",
        MessageState::Deferred => "console-message-deferred",
        MessageState::Failed => "console-message-failed",
        MessageState::Unknown => "console-message-unknown",
        MessageState::Suppressed => "console-message-suppressed",
        MessageState::Cancelled => "console-message-cancelled",
        MessageState::Bounced => "console-message-bounced",
        MessageState::Complained => "console-message-complained",
    }
}

/// How where a message stands looks.
#[must_use]
pub fn state_kind(state: impl Borrow<MessageState>) -> &'static str {
    match state.borrow() {
        MessageState::Accepted => "success",
        MessageState::Failed | MessageState::Bounced | MessageState::Complained => "danger",
        MessageState::Deferred | MessageState::Unknown => "warning",
        MessageState::Due | MessageState::Sending => "info",
        MessageState::Suppressed | MessageState::Cancelled => "neutral",
    }
}
