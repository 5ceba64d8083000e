//! A new version made of the one that a page shows.

use rundfrage_shared::id::VersionId;
use rundfrage_shared::questionnaire::format::{Document, to_yaml};
use rundfrage_shared::questionnaire::read::{document, read};
use rundfrage_shared::questionnaire::store::{self, Version};

use crate::app::App;
use crate::console::staff::Staff;
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

/// What is stored reads without problems, and what is made of it does.
fn defect(problems: &[rundfrage_shared::questionnaire::problem::Problem]) -> WebError {
    let told = problems.first().map(ToString::to_string).unwrap_or_default();
    WebError::Internal(anyhow::anyhow!("a stored questionnaire cannot be read: {told}"))
}
