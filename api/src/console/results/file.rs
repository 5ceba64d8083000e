//! `/console/rounds/{id}/results/files/{file}`: a file that came with an answer of a personal round. Fetching it is a post, for it is
//! logged. Of any other round no file goes out: files tell whom they come from.

use axum::extract::{Path, State};
use axum::response::Response;
use rundfrage_shared::file::store::{find_submitted, lookup};
use rundfrage_shared::id::{FileId, RoundId};
use serde_json::json;

use super::show::is_personal;
use crate::app::App;
use crate::console::rounds;
use crate::console::staff::Analyst;
use crate::download::download_sent;
use crate::errors::WebError;

/// The address below that of the round.
#[must_use]
pub fn address(round: &str, file: FileId) -> String {
    format!("{round}/results/files/{file}")
}

/// Writes the log, then hands the file out.
pub async fn post(
    State(app): State<App>,
    analyst: Analyst,
    Path((round, file)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: RoundId = round.parse().map_err(|_| WebError::NotFound)?;
    let file: FileId = file.parse().map_err(|_| WebError::NotFound)?;
    let (round, _) = rounds::found(&app, &analyst, id).await?;
    if !is_personal(&round) {
        return Err(WebError::NotFound);
    }
    let (db, organisation) = (&app.context.db, analyst.organisation_id());
    let (response, question) = find_submitted(db, organisation, id, file).await?.ok_or(WebError::NotFound)?;
    let kept = lookup(db, response, file).await?.ok_or(WebError::NotFound)?;
    let details = json!({ "round": id, "response": response, "question": question });
    let mut tx = db.begin().await?;
    analyst.record(&app, &mut tx, "file.downloaded", format!("file:{file}"), details).await?;
    tx.commit().await?;
    Ok(download_sent(kept))
}
