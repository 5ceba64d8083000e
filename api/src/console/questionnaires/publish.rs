//! A new version of a questionnaire: of one that was sent, or made of the one that a page shows.

use axum::response::{IntoResponse as _, Redirect, Response};
use rundfrage_shared::id::VersionId;
use rundfrage_shared::questionnaire::format::{Document, to_yaml};
use rundfrage_shared::questionnaire::problem::Problem;
use rundfrage_shared::questionnaire::read::{document, read};
use rundfrage_shared::questionnaire::store::{self, Version};
use serde_json::json;

use super::address;
use crate::app::App;
use crate::console::notice::Notice;
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;

/// A version of this organisation, and the questionnaire as it was written.
pub async fn written(app: &App, staff: &Staff, id: VersionId) -> Result<(Version, Document), WebError> {
    let (db, organisation) = (&app.context.db, staff.organisation_id());
    let version = store::lookup_version(db, organisation, id).await?.ok_or(WebError::NotFound)?;
    let source = store::lookup_source(db, organisation, id).await?.ok_or(WebError::NotFound)?;
    Ok((version, document(source.as_bytes()).map_err(|problems| defect(&problems))?))
}

/// Publishes `document` as the version after `base`; `None` if another one has come after it meanwhile.
pub async fn publish(
    app: &App,
    staff: &Staff,
    base: &Version,
    document: &Document,
    details: serde_json::Value,
) -> Result<Option<Version>, WebError> {
    let source = to_yaml(document).map_err(|error| WebError::Internal(error.into()))?;
    let questionnaire = read(source.as_bytes()).map_err(|problems| defect(&problems))?;
    let (organisation, entropy, now) = (staff.organisation_id(), &app.context.entropy, app.context.now());
    let mut tx = app.context.db.begin().await?;
    let new = (&questionnaire, source.as_str());
    let version = store::publish_version(&mut tx, entropy, organisation, new, staff.actor(), now).await?;
    if version.number != base.number + 1 {
        return Ok(None);
    }
    staff.record(app, &mut tx, "questionnaire.published", format!("version:{}", version.id), details).await?;
    tx.commit().await?;
    Ok(Some(version))
}

/// What became of a questionnaire that was sent.
pub enum Kept {
    /// It is stored; the answer leads to it.
    Stored(Response),
    /// It has problems and is not stored.
    Refused(String, Vec<Problem>),
}

/// Stores `source` as the newest version of its questionnaire.
pub async fn keep(app: &App, editor: &Editor, source: String) -> Result<Kept, WebError> {
    let organisation = editor.organisation_id();
    let questionnaire = match read(source.as_bytes()) {
        Ok(questionnaire) => questionnaire,
        Err(found) => return Ok(Kept::Refused(source, found)),
    };
    let (entropy, now) = (&app.context.entropy, app.context.now());
    let newest = store::list(&app.context.db, organisation).await?;
    let mut tx = app.context.db.begin().await?;
    let new = (&questionnaire, source.as_str());
    let version = store::publish_version(&mut tx, entropy, organisation, new, editor.actor(), now).await?;
    let notice = if newest.iter().any(|known| known.id == version.id) {
        Notice::done("console-upload-same")
    } else {
        let details = json!({ "code": version.code.as_str(), "number": version.number });
        editor.record(app, &mut tx, "questionnaire.published", format!("version:{}", version.id), details).await?;
        tx.commit().await?;
        Notice::done("console-upload-done")
    };
    notice.with(&version.number).leave(&editor.session).await?;
    Ok(Kept::Stored(Redirect::to(&address(version.id)).into_response()))
}

/// What is stored reads without problems, and what is made of it does.
fn defect(problems: &[Problem]) -> WebError {
    let told = problems.first().map(ToString::to_string).unwrap_or_default();
    WebError::Internal(anyhow::anyhow!("a stored questionnaire cannot be read: {told}"))
}
