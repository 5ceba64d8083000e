//! `/console/questionnaires/versions/{id}/codebook.md` and `.csv`: what the columns of a version mean.

use axum::extract::{Query, State};
use axum::response::Response;
use rundfrage_shared::id::VersionId;
use rundfrage_shared::questionnaire::store::lookup_version;

use super::paper::{Wish, language};
use super::version::read;
use crate::app::App;
use crate::codebook::Codebook;
use crate::console::id::Id;
use crate::console::staff::Staff;
use crate::download::{CSV, download};
use crate::errors::WebError;

/// The codebook to read.
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id<VersionId>,
    Query(wish): Query<Wish>,
) -> Result<Response, WebError> {
    answer(&app, &staff, id, wish, "md").await
}

/// The codebook to work with.
pub async fn csv(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id<VersionId>,
    Query(wish): Query<Wish>,
) -> Result<Response, WebError> {
    answer(&app, &staff, id, wish, "csv").await
}

async fn answer(app: &App, staff: &Staff, id: VersionId, wish: Wish, format: &str) -> Result<Response, WebError> {
    let organisation = staff.organisation_id();
    let version = lookup_version(&app.context.db, organisation, id).await?.ok_or(WebError::NotFound)?;
    let questionnaire = read(app, organisation, id).await?;
    let language = language(&questionnaire, wish.language, &staff.words().language())?;
    let book = Codebook::new(&questionnaire, Some(version.number), &language);
    let book = book.map_err(|_| WebError::TooLarge)?;
    let (media_type, bytes) = match format {
        "csv" => (CSV, book.csv().map_err(|error| WebError::Internal(error.into()))?),
        _ => ("text/markdown; charset=utf-8", book.markdown().into_bytes()),
    };
    Ok(download(&format!("{}-{}-{language}.{format}", version.code, version.number), media_type, bytes))
}
