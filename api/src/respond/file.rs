//! `/respond/{response}/{section}/files/{file}`: a file of one's own, to look at again.

use axum::extract::{Path, State};
use axum::response::Response as Answer;
use rundfrage_shared::file::store::lookup;
use rundfrage_shared::id::FileId;

use super::route::Route;
use super::visit::Visit;
use crate::app::App;
use crate::download::download_sent;
use crate::errors::WebError;

/// Hands the file out, if the page asks the question that it answers.
pub async fn get(
    State(app): State<App>,
    Path((_, address, file)): Path<(String, String, String)>,
    visit: Visit,
) -> Result<Answer, WebError> {
    let id: FileId = file.parse().map_err(|_| WebError::NotFound)?;
    let draft = &visit.response.draft;
    let (question, _) = draft.file(id).ok_or(WebError::NotFound)?;
    let route = Route::new(&visit, draft);
    let is_here =
        route.sheet(&address).is_some_and(|sheet| visit.covers(&sheet.section.code) && sheet.asks(question.as_str()));
    if visit.is_preview() || !is_here {
        return Err(WebError::NotFound);
    }
    let kept = lookup(&app.context.db, visit.response.id, id).await?.ok_or(WebError::NotFound)?;
    Ok(download_sent(kept))
}
