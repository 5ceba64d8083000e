//! Keeping what was typed while its page stays open: the page's script posts the form now and then, with `.do=keep`.
//!
//! It is the save of the page without its complaints: an answer that is not right yet, or missing, is left for the button, all others
//! go into the draft by the same rules. Where a colleague answered otherwise in the meantime the question is left out (409), and the
//! button will show both answers. The script gets what to say, and the marks with which its page goes on.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse as _, Response as Answer};
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::fault::FieldProblem;
use rundfrage_shared::questionnaire::form::Posted;
use rundfrage_shared::questionnaire::model::Code;
use rundfrage_shared::response::save::{PageAnswers, Saved, Shown, mark};
use serde::Serialize;

use super::conflict::{self, field};
use super::save::changes;
use super::sheets::Sheet;
use super::visit::Visit;
use crate::app::App;
use crate::errors::WebError;
use crate::page::Page;

/// What the script is told.
#[derive(Serialize)]
struct Told {
    /// What happened, in the visitor's language.
    said: String,
    /// The new values of the fields `.was`.
    was: Vec<String>,
}

/// Keeps what can be kept.
pub async fn keep(
    app: &App,
    visit: &Visit,
    page: &Page,
    sheet: &Sheet<'_>,
    read: &Posted,
    shown: &Shown,
) -> Result<Answer, WebError> {
    let changes = changes(sheet, &visit.response.draft, &read.answers, shown);
    let Some((stored, apart)) = save(app, visit, page, changes, shown).await? else { return Ok(closed(page)) };
    let time = app.context.now().with_timezone(&visit.occasion.zone).format("%H:%M").to_string();
    let marks = marks(shown, &stored, read);
    if !apart.is_empty() {
        let said = conflict::tell(page, visit, sheet, (&stored, &apart), time);
        return Ok(tell(StatusCode::CONFLICT, said, marks));
    }
    let key = if read.problems.is_empty() { "respond-keep-done" } else { "respond-keep-partly" };
    Ok(tell(StatusCode::OK, page.t1(key, "time", time).into(), marks))
}

/// Saves what nobody else answered otherwise. Returns the draft, and the questions that were left out; `None`: the round is closed.
async fn save(
    app: &App,
    visit: &Visit,
    page: &Page,
    mut changes: PageAnswers,
    shown: &Shown,
) -> Result<Option<(Answers, Vec<Code>)>, WebError> {
    let mut apart = Vec::new();
    loop {
        match visit.save(app, changes.clone(), shown, &[], &page.spoken).await? {
            Saved::Closed => return Ok(None),
            Saved::Done(draft) => return Ok(Some((draft, apart))),
            Saved::NoRoom => return Err(WebError::TooLarge),
            Saved::Conflict(draft, questions) => {
                changes.retain(|code, _| !questions.contains(code));
                apart.extend(questions);
                if changes.is_empty() {
                    return Ok(Some((draft, apart)));
                }
            }
        }
    }
}

/// Says that it is too late.
pub fn closed(page: &Page) -> Answer {
    tell(StatusCode::GONE, page.t("respond-keep-closed").into(), vec![])
}

fn tell(status: StatusCode, said: String, was: Vec<String>) -> Answer {
    (status, [(CACHE_CONTROL, "no-store")], Json(Told { said, was })).into_response()
}

/// The marks of what the page shows now: what was kept of it. A question that is to be mended, or that only somebody else has
/// answered, keeps its mark: its page has not shown what is stored.
fn marks(shown: &Shown, stored: &Answers, read: &Posted) -> Vec<String> {
    let is_wrong = |code: &str| read.problems.iter().any(|problem| of(problem) == Some(code));
    let mark_of = |code: &str, base: &str| {
        let (theirs, mine) = (stored.get(code), read.answers.get(code));
        if theirs == mine && !is_wrong(code) { mark(mine) } else { base.to_owned() }
    };
    shown.iter().map(|(code, base)| field(code, &mark_of(code.as_str(), base))).collect()
}

fn of(problem: &FieldProblem) -> Option<&str> {
    problem.question.as_ref().map(Code::as_str)
}
