//! `/console/questionnaires/take-over`: what a file of another tool becomes and what could not be carried over, looked at and
//! changed before it is stored. Nothing is stored in between: the page holds what was made.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::questionnaire::convert::{Notice, Outcome, Report, Tool};
use rundfrage_shared::questionnaire::format::{Document, to_yaml};
use rundfrage_shared::questionnaire::problem::Problem;
use rundfrage_shared::questionnaire::store;
use serde::Deserialize;

use super::publish::{Kept, keep};
use crate::app::App;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::download::download;
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

/// Notices that the page shows; whoever has more reads them on the command line.
const MOST_SHOWN: usize = 500;

#[derive(Template)]
#[template(path = "console/questionnaires/take_over.html")]
struct TakeOverPage {
    page: Page,
    shell: Shell,
    /// What became of the file; nothing once somebody has changed that.
    told: Option<Told>,
    notices: Vec<Notice>,
    found: Vec<Problem>,
    source: String,
}

/// What became of a file, in words.
struct Told {
    /// Where it comes from.
    from: String,
    /// How many questions were carried over, and how.
    counts: Vec<String>,
    /// The questionnaire of the same name that is there already.
    known: Option<String>,
}

fn draw(staff: Staff, source: String, found: Vec<Problem>) -> TakeOverPage {
    let (page, shell) = staff.open("console-take-over-title", Place::Questionnaires);
    TakeOverPage { page, shell, told: None, notices: Vec::new(), found, source }
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
    let newest = store::list(&app.context.db, staff.organisation_id()).await?;
    let known = newest.into_iter().find(|version| version.code.as_str() == document.id);
    let mut shown = draw(staff, source, Vec::new());
    let mut told = told(&shown.page, name, tool, &report);
    told.known = known.map(|version| {
        let values = [("code", version.code.as_str().into()), ("number", version.number.into())];
        shown.page.words.with("console-take-over-known", &values).into_owned()
    });
    shown.told = Some(told);
    shown.notices = report.notices;
    shown.notices.truncate(MOST_SHOWN);
    Ok(show(&shown))
}

fn told(page: &Page, name: &str, tool: Tool, report: &Report) -> Told {
    let count = |key, count: usize| page.tn(key, count).into_owned();
    let from = page.words.with("console-take-over-from", &[("file", name.into()), ("tool", tool.name().into())]);
    let mut counts = vec![
        count("console-take-over-questions", report.questions),
        count("console-take-over-carried", report.carried),
    ];
    for (key, number) in [
        ("console-take-over-replaced", report.replaced),
        ("console-take-over-dropped", report.dropped),
        ("console-take-over-more", (report.notices.len() + report.untold).saturating_sub(MOST_SHOWN)),
    ] {
        counts.extend((number > 0).then(|| count(key, number)));
    }
    Told { from: from.into_owned(), counts, known: None }
}

/// What the page sends back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    source: String,
    #[serde(default)]
    to_file: bool,
}

/// Stores what was looked at as a version, or hands it out as a file.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Form(Confirmed { source, to_file }): Form<Confirmed>,
) -> Result<Response, WebError> {
    // Forms send every end of a line as two characters.
    let source = source.replace("\r\n", "\n");
    if to_file {
        return Ok(download("questionnaire.yaml", "application/yaml", source));
    }
    match keep(&app, &editor, source).await? {
        Kept::Stored(stored) => Ok(stored),
        Kept::Refused(source, found) => {
            let mut shown = draw(editor.0, source, found);
            let message = shown.page.tn("console-upload-refused", shown.found.len()).into_owned();
            shown.page.refuse("source", message);
            Ok(show_invalid(&shown))
        }
    }
}
