//! `/console/questionnaires/upload`: a file, checked in full before anything is stored; files of other tools are taken over, and a version
//! that breaks comparability is looked at first.

use askama::Template;
use axum::extract::multipart::Multipart;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::Response;
use rundfrage_shared::questionnaire::convert::{LARGEST, Tool};
use rundfrage_shared::questionnaire::problem::Problem;
use rundfrage_shared::questionnaire::read::read;

use super::known::Known;
use super::publish::{Kept, keep};
use super::take_over;
use crate::app::App;
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
        Some(tool) if tool != Tool::Ours => match take_over::convert(tool, name.clone(), bytes).await? {
            Ok(made) => return take_over::shown(&app, editor.0, (&name, tool), made).await,
            Err(found) => found,
        },
        _ => match text(bytes) {
            Ok(source) => match known(&app, &editor.0, &source).await? {
                Some(known) if known.breaks() => {
                    return take_over::beside(&app, editor.0, (source, None), Some(known)).await;
                }
                _ => match keep(&app, &editor, source).await? {
                    Kept::Stored(stored) => return Ok(stored),
                    Kept::Refused(_, found) => found,
                },
            },
            Err(problem) => vec![problem],
        },
    };
    let mut shown = draw(editor.0, found);
    let message = shown.page.tn("console-upload-refused", shown.found.len()).into_owned();
    shown.page.refuse("file", message);
    Ok(show_invalid(&shown))
}

/// The questionnaire of the same id that is there; nothing where the source has problems, which are told when it is stored.
async fn known(app: &App, staff: &Staff, source: &str) -> Result<Option<Known>, WebError> {
    match read(source.as_bytes()) {
        Ok(questionnaire) => Known::of(app, staff, &questionnaire).await,
        Err(_) => Ok(None),
    }
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

/// The name and content of the field `file`.
async fn file(mut form: Multipart) -> Result<(String, Vec<u8>), WebError> {
    let Some(field) = form.next_field().await? else { return Ok((String::new(), Vec::new())) };
    if field.name() != Some("file") {
        return Err(WebError::BadForm("a field that the form does not have".into()));
    }
    let name = field.file_name().unwrap_or_default().chars().take(120).collect();
    Ok((name, field.bytes().await?.into()))
}
