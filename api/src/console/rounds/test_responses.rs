//! `/console/rounds/{id}/test-responses`: answering an open round for a trial, and deleting what came of it.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::id::{ResponseId, RoundId};
use rundfrage_shared::response::store;
use rundfrage_shared::round::Phase;
use serde_json::json;

use super::{address, found};
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::staff::Editor;
use crate::errors::WebError;
use crate::respond;

/// Begins a test response and lets this browser fill it in.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    jar: CookieJar,
    Id(id): Id<RoundId>,
) -> Result<Response, WebError> {
    let (round, _) = found(&app, &editor, id).await?;
    let (ctx, now) = (&app.context, app.context.now());
    let response = ResponseId::new(&ctx.entropy, now);
    let mut tx = ctx.db.begin().await?;
    let of = (round.organisation, round.id);
    if !store::begin_test(&mut tx, response, of, &editor.words().language(), now).await? {
        let is_over = round.phase_at(now) == Phase::Over;
        let why = if is_over { "console-test-responses-over" } else { "console-test-responses-early" };
        Notice::refused(why).leave(&editor.session).await?;
        return Ok(Redirect::to(&address(id)).into_response());
    }
    editor.record(&app, &mut tx, "test-response.begun", format!("round:{id}"), json!({})).await?;
    tx.commit().await?;
    Ok(respond::enter(&app, jar, response).await?.unwrap_or_else(|| Redirect::to(&address(id)).into_response()))
}

/// Deletes all of them.
pub async fn post_delete(State(app): State<App>, editor: Editor, Id(id): Id<RoundId>) -> Result<Redirect, WebError> {
    let (round, _) = found(&app, &editor, id).await?;
    let mut tx = app.context.db.begin().await?;
    let deleted = store::delete_tests(&mut tx, round.organisation, round.id).await?;
    editor
        .record(&app, &mut tx, "test-responses.deleted", format!("round:{id}"), json!({ "deleted": deleted }))
        .await?;
    tx.commit().await?;
    Notice::done("console-test-responses-deleted").leave(&editor.session).await?;
    Ok(Redirect::to(&address(id)))
}
