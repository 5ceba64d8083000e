//! `/console/panel/import`: a file is uploaded and checked; what was checked is taken over by a second button.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use askama::Template;
use axum::extract::multipart::Multipart;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use rundfrage_shared::panel::import::{ImportError, MAX_BYTES, Mode, Refusal, Report, import};
use serde::Deserialize;

use super::upload;
use crate::app::App;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

/// So many refused rows fit on a page.
const SHOWN: usize = 500;
/// What surrounds the file in the form.
const AROUND: usize = 64 * 1024;

#[derive(Template)]
#[template(path = "console/panel/import.html")]
struct ImportPage {
    page: Page,
    shell: Shell,
    report: Option<Report>,
    /// Of a checked file: what confirms it.
    token: Option<String>,
}

impl ImportPage {
    fn refusals(report: &Report) -> &[Refusal] {
        &report.refused[..report.refused.len().min(SHOWN)]
    }

    fn reason(&self, refusal: &Refusal) -> String {
        refusal.reason.text(self.page.words).into_owned()
    }

    /// What the table of changes tells: what would change, or what has.
    fn what(&self) -> &'static str {
        if self.token.is_some() { "console-import-what" } else { "console-import-changed" }
    }

    fn is_cut(report: &Report) -> bool {
        report.refused_count > SHOWN as u64
    }

    const SHOWN: usize = SHOWN;
}

/// The largest upload.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(usize::try_from(MAX_BYTES).unwrap_or(usize::MAX) + AROUND)
}

fn draw(staff: Staff, title: &str, report: Option<Report>, token: Option<String>) -> ImportPage {
    let (page, shell) = staff.open(title, Place::Panel);
    ImportPage { page, shell, report, token }
}

fn refuse(editor: Editor, message: String) -> Response {
    let mut shown = draw(editor.0, "console-import-title", None, None);
    shown.page.refuse("file", message);
    show_invalid(&shown)
}

/// Shows the form.
pub async fn get(editor: Editor) -> Response {
    show(&draw(editor.0, "console-import-title", None, None))
}

/// Checks a file and keeps it for the confirmation.
pub async fn post(State(app): State<App>, editor: Editor, mut form: Multipart) -> Result<Response, WebError> {
    let field = form.next_field().await?;
    let field = field.ok_or_else(|| WebError::BadForm("no file".into()))?;
    if field.name() != Some("file") {
        return Err(WebError::BadForm("a field that the form does not have".into()));
    }
    let (token, size) = match upload::keep(&app.context, editor.member.id, field, MAX_BYTES).await {
        Ok(kept) => kept,
        Err(WebError::TooLarge) => {
            let message = ImportError::TooLarge.text(editor.words());
            return Ok(refuse(editor, message));
        }
        Err(other) => return Err(other),
    };
    let path = upload::path(&app.context, editor.member.id, &token).ok_or(WebError::NotFound)?;
    if size == 0 {
        upload::forget(&path).await;
        let message = editor.words().text("console-import-none").into_owned();
        return Ok(refuse(editor, message));
    }
    match run(&app, &editor, &path, Mode::DryRun).await? {
        Ok(report) if report.accepted() == 0 => {
            upload::forget(&path).await;
            Ok(show(&draw(editor.0, "console-import-preview", Some(report), None)))
        }
        Ok(report) => Ok(show(&draw(editor.0, "console-import-preview", Some(report), Some(token)))),
        Err(error) => {
            upload::forget(&path).await;
            let message = error.text(editor.words());
            Ok(refuse(editor, message))
        }
    }
}

/// The checked file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    token: String,
}

/// Takes a checked file over.
pub async fn post_confirm(
    State(app): State<App>,
    editor: Editor,
    Form(confirmed): Form<Confirmed>,
) -> Result<Response, WebError> {
    let path = upload::path(&app.context, editor.member.id, &confirmed.token).filter(|path| path.is_file());
    let Some(path) = path else {
        Notice::refused("console-import-gone").leave(&editor.session).await?;
        return Ok(Redirect::to("/console/panel/import").into_response());
    };
    let outcome = run(&app, &editor, &path, Mode::Apply).await?;
    upload::forget(&path).await;
    match outcome {
        Ok(report) => Ok(show(&draw(editor.0, "console-import-done-title", Some(report), None))),
        Err(error) => {
            let message = error.text(editor.words());
            Ok(refuse(editor, message))
        }
    }
}

/// Only a button leads there.
pub async fn get_confirm() -> Redirect {
    Redirect::to("/console/panel/import")
}

async fn run(app: &App, editor: &Editor, path: &Path, mode: Mode) -> Result<Result<Report, ImportError>, WebError> {
    let file = File::open(path).map_err(|error| WebError::Internal(error.into()))?;
    let source = BufReader::new(file);
    match import(&app.context, &editor.organisation, source, mode, editor.actor()).await {
        Err(ImportError::Db(error)) => Err(error.into()),
        outcome => Ok(outcome),
    }
}
