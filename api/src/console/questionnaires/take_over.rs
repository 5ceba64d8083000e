//! `/console/questionnaires/take-over`: what a file of another tool becomes and what could not be carried over, or what a new
//! version changes, looked at and changed before it is stored. Nothing is stored in between: the page holds what was made.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::questionnaire::convert::{Report, Tool};
use rundfrage_shared::questionnaire::format::{Document, to_yaml};
use rundfrage_shared::questionnaire::model::Code;
use rundfrage_shared::questionnaire::problem::Problem;
use rundfrage_shared::questionnaire::read::{read, renamed};
use serde::Deserialize;

use super::known::Known;
use super::publish::{Kept, keep};
use super::told::Told;
use crate::app::App;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::download::download;
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

#[derive(Template)]
#[template(path = "console/questionnaires/take_over.html")]
struct TakeOverPage {
    page: Page,
    shell: Shell,
    /// What became of the file, if it is one of another tool.
    told: Option<Told>,
    /// The questionnaire of the same id that is there already.
    known: Option<Known>,
    found: Vec<Problem>,
    source: String,
}

fn draw(staff: Staff, source: String, told: Option<Told>) -> TakeOverPage {
    let title = if told.is_some() { "console-take-over-title" } else { "console-take-over-new" };
    let (page, shell) = staff.open(title, Place::Questionnaires);
    TakeOverPage { page, shell, told, known: None, found: Vec::new(), source }
}

/// Takes the file `name` over, on a thread of its own: the largest take seconds.
pub async fn convert(
    tool: Tool,
    name: String,
    bytes: Vec<u8>,
) -> Result<Result<(Document, Report), Vec<Problem>>, WebError> {
    tokio::task::spawn_blocking(move || tool.convert(&bytes, &name))
        .await
        .map_err(|error| WebError::Internal(error.into()))
}

/// Shows what the file `name` of `tool` became.
pub async fn shown(
    app: &App,
    staff: Staff,
    (name, tool): (&str, Tool),
    (document, report): (Document, Report),
) -> Result<Response, WebError> {
    let source = to_yaml(&document).map_err(|error| WebError::Internal(error.into()))?;
    look(app, staff, source, Some(Told::new(name, tool, report))).await
}

/// Shows a questionnaire before it is stored: what is wrong with it, else what it changes.
async fn look(app: &App, staff: Staff, source: String, told: Option<Told>) -> Result<Response, WebError> {
    let questionnaire = match read(source.as_bytes()) {
        Ok(questionnaire) => questionnaire,
        Err(found) => return Ok(refused(staff, source, told, found)),
    };
    let known = Known::of(app, &staff, &questionnaire).await?;
    beside(app, staff, (source, told), known).await
}

/// Shows a questionnaire beside the one of its id that is there already.
pub async fn beside(
    app: &App,
    staff: Staff,
    (source, told): (String, Option<Told>),
    mut known: Option<Known>,
) -> Result<Response, WebError> {
    if let Some(known) = &mut known {
        known.propose(app, &staff).await?;
    }
    Ok(show(&TakeOverPage { known, ..draw(staff, source, told) }))
}

fn refused(staff: Staff, source: String, told: Option<Told>, found: Vec<Problem>) -> Response {
    let mut shown = draw(staff, source, told);
    let message = shown.page.tn("console-upload-refused", found.len()).into_owned();
    shown.page.refuse("source", message);
    show_invalid(&TakeOverPage { found, ..shown })
}

/// What the page sends back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    source: String,
    /// What became of the file that it was made of.
    #[serde(default)]
    told: String,
    /// It is to be looked at again, as it was changed.
    #[serde(default)]
    look: bool,
    /// The id under which it becomes a questionnaire of its own.
    own: Option<String>,
    #[serde(default)]
    to_file: bool,
}

/// Stores what was looked at as a version, or hands it out as a file.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Form(Confirmed { source, told, look: looks, own, to_file }): Form<Confirmed>,
) -> Result<Response, WebError> {
    // Forms send every end of a line as two characters.
    let source = source.replace("\r\n", "\n");
    if to_file {
        return Ok(download("questionnaire.yaml", "application/yaml", source));
    }
    let told = Told::unpacked(&told);
    if looks {
        return look(&app, editor.0, source, told).await;
    }
    let source = match own {
        Some(id) => {
            let id = Code::parse(&id).map_err(|error| WebError::BadForm(error.to_string()))?;
            renamed(&source, &id).map_err(|error| WebError::Internal(error.into()))?
        }
        None => source,
    };
    match keep(&app, &editor, source).await? {
        Kept::Stored(stored) => Ok(stored),
        Kept::Refused(source, found) => Ok(refused(editor.0, source, told, found)),
    }
}
