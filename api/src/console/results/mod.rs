//! The results of a round, as staff see them.

pub mod answers;
pub mod csv;
pub mod file;
pub mod pictures;
pub mod responses;
pub mod scale;
pub mod show;
pub mod tables;
pub mod view;
pub mod wording;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::round::Round;

use crate::app::App;
use crate::errors::WebError;

/// The questionnaire a round was launched with; a round that was not launched has no results.
pub(super) async fn questionnaire(app: &App, round: &Round) -> Result<Arc<Questionnaire>, WebError> {
    let version = round.state.launch().ok_or(WebError::NotFound)?.version;
    app.versions.lookup(&app.context.db, round.organisation, version).await?.ok_or(WebError::NotFound)
}
