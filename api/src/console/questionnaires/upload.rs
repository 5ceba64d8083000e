//! `/console/questionnaires/upload`: a file, checked in full before anything is stored; files of other tools are taken over.

use askama::Template;
use axum::extract::multipart::Multipart;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use rundfrage_shared::questionnaire::convert::{LARGEST, Tool};
use rundfrage_shared::questionnaire::problem::Problem;
use rundfrage_shared::questionnaire::read::read;
use rundfrage_shared::questionnaire::store;
use serde_json::json;

use super::{address, take_over};
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
    found: Vec<Problem>,
}

/// The largest upload: a questionnaire and what surrounds it in a form. One byte too many is told by the check itself.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST + 1_000_000)
}

/// Shows the form.
pub async fn get(editor: Editor) -> Response {
    show(&draw(editor.0, Vec::new()))
}

fn draw(staff: Staff, found: Vec<Problem>) -> UploadPage {
    let (page, shell) = staff.open("console-upload-title", Place::Questionnaires);
    UploadPage { page, shell, found }
}

/// Stores the file as the newest version, or shows what is wrong with it, or what a file of another tool becomes.
pub async fn post(State(app): State<App>, editor: Editor, form: Multipart) -> Result<Response, WebError> {
    let (name, bytes) = file(form).await?;
    if bytes.is_empty() {
        let mut shown = draw(editor.0, Vec::new());
        let message = shown.page.t("console-upload-empty").into_owned();
        shown.page.refuse("file", message);
        return Ok(show_invalid(&shown));
    }
    let found = match Tool::of(&name, &bytes) {
        Some(tool) if tool != Tool::Ours => match take_over::convert(tool, bytes).await? {
            Ok(made) => return take_over::shown(editor.0, &name, tool, made),
            Err(found) => found,
        },
        _ => match text(bytes) {
            Ok(source) => match keep(&app, &editor, source).await? {
                Kept::Stored(stored) => return Ok(stored),
                Kept::Refused(_, found) => found,
            },
            Err(problem) => vec![problem],
        },
    };
    let mut shown = draw(editor.0, found);
    let message = shown.page.tn("console-upload-refused", shown.found.len()).into_owned();
    shown.page.refuse("file", message);
    Ok(show_invalid(&shown))
}

/// What a file of ours holds.
fn text(bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..valid].split(|byte| *byte == b'\n').count();
        let reason = "the file is not UTF-8 text: a questionnaire ends with .yaml or .json and is saved with the encoding UTF-8; \
                      one of LimeSurvey ends with .lss, an XLSForm with .xlsx";
        Problem { line: Some(line), path: String::new(), reason: reason.into() }
    })
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
