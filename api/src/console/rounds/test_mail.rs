//! `POST /console/rounds/{id}/test-mail`: a sample of the invitation to oneself.

use axum::extract::State;
use axum::response::Redirect;
use rundfrage_shared::id::RoundId;
use rundfrage_shared::message;
use serde_json::json;

use super::{address, found};
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::staff::Editor;
use crate::errors::WebError;

/// Puts the sample into the ledger; the worker sends it like any other mail.
pub async fn post(State(app): State<App>, editor: Editor, Id(id): Id<RoundId>) -> Result<Redirect, WebError> {
    let (round, _) = found(&app, &editor, id).await?;
    let mut tx = app.context.db.begin().await?;
    let (to, language) = (&editor.member.email, editor.words().language());
    let message = message::store::plan_test(&mut tx, &app.context, &round, to, &language).await?;
    editor.record(&app, &mut tx, "round.test-mail", format!("round:{id}"), json!({ "message": message })).await?;
    tx.commit().await?;
    Notice::done("console-test-mail-done").with(to).leave(&editor.session).await?;
    Ok(Redirect::to(&address(id)))
}
