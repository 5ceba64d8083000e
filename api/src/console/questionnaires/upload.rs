//! `/console/questionnaires/upload`: a YAML file, checked in full before anything is stored.

use askama::Template;
use axum::extract::multipart::Multipart;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use rundfrage_shared::questionnaire::problem::Problem;
use rundfrage_shared::questionnaire::read::{LARGEST, read};
use rundfrage_shared::questionnaire::store;
use serde_json::json;

use super::address;
use crate::app::App;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

#[derive(Template)]
#[template(path = "console/questionnaires/upload.html")]
struct UploadPage {
    page: Page,
    shell: Shell,
    file: String,
    found: Vec<Problem>,
}

/// The largest upload: a questionnaire and what surrounds it in a form. One byte too many is told by the check itself.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(2 * LARGEST)
}

/// Shows the form.
pub async fn get(editor: Editor) -> Response {
    show(&draw(editor.0, String::new(), Vec::new()))
}

fn draw(staff: Staff, file: String, found: Vec<Problem>) -> UploadPage {
    let (page, shell) = staff.open("console-upload-title", Place::Questionnaires);
    UploadPage { page, shell, file, found }
}

/// Stores the file as the newest version, or shows what is wrong with it.
pub async fn post(State(app): State<App>, editor: Editor, form: Multipart) -> Result<Response, WebError> {
    let (name, bytes) = file(form).await?;
    if bytes.is_empty() {
        let mut shown = draw(editor.0, name, Vec::new());
        let message = shown.page.t("console-upload-empty").into_owned();
        shown.page.refuse("file", message);
        return Ok(show_invalid(&shown));
    }
    let organisation = editor.organisation_id();
    let questionnaire = match read(&bytes) {
        Ok(questionnaire) => questionnaire,
        Err(found) => {
            let mut shown = draw(editor.0, name, found);
            let message = shown.page.tn("console-upload-refused", shown.found.len()).into_owned();
            shown.page.refuse("file", message);
            return Ok(show_invalid(&shown));
        }
    };
    let (source, now) = (String::from_utf8(bytes).map_err(|_| WebError::NotFound)?, app.context.now());
    let newest = store::list(&app.context.db, organisation).await?;
    let mut tx = app.context.db.begin().await?;
    let entropy = &app.context.entropy;
    let version =
        store::publish_version(&mut tx, entropy, organisation, (&questionnaire, &source), editor.actor(), now).await?;
    if newest.iter().any(|known| known.id == version.id) {
        Notice::done("console-upload-same").with(&version.number).leave(&editor.session).await?;
        return Ok(Redirect::to(&address(version.id)).into_response());
    }
    let details = json!({ "code": version.code.as_str(), "number": version.number });
    editor.record(&app, &mut tx, "questionnaire.published", format!("version:{}", version.id), details).await?;
    tx.commit().await?;
    Notice::done("console-upload-done").with(&version.number).leave(&editor.session).await?;
    Ok(Redirect::to(&address(version.id)).into_response())
}

/// The name and content of the field `file`.
async fn file(mut form: Multipart) -> Result<(String, Vec<u8>), WebError> {
    let bad = |error: axum::extract::multipart::MultipartError| match error.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => WebError::TooLarge,
        _ => WebError::BadForm(error.body_text()),
    };
    let Some(field) = form.next_field().await.map_err(bad)? else { return Ok((String::new(), Vec::new())) };
    if field.name() != Some("file") {
        return Err(WebError::BadForm("a field that the form does not have".into()));
    }
    let name = field.file_name().unwrap_or_default().chars().take(120).collect();
    Ok((name, field.bytes().await.map_err(bad)?.into()))
}
