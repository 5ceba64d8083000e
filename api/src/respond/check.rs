//! `/respond/{response}/check`: check your answers, then submit.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::questionnaire::model::{Question, QuestionKind, Required};

use super::notice;
use super::route::{OVERVIEW, Route};
use super::sheets::Sheet;
use super::spoken::{Line, lines};
use super::visit::Visit;
use super::voice::Voice;
use crate::app::App;
use crate::page::{Page, show, show_invalid};

/// One section as it is summed up.
#[derive(Debug)]
pub(super) struct Summary {
    /// The section's title.
    pub title: String,
    /// Its questions.
    pub rows: Vec<Row>,
}

/// One question as it is summed up.
#[derive(Debug)]
pub(super) struct Row {
    /// The question.
    pub question: String,
    /// The answer; no lines if it was left out.
    pub answer: Vec<Line>,
    /// Where it can be changed; nowhere, if it follows from others.
    pub change: String,
    /// Whether it must be answered and is not.
    pub is_missing: bool,
}

#[derive(Template)]
#[template(path = "respond/check.html")]
struct Check {
    page: Page,
    sections: Vec<Summary>,
    back: String,
    submit: String,
    key: String,
    seen: i64,
    left_out: usize,
    missing: usize,
    /// Where something can be handed to a colleague; empty for a visitor who may not.
    colleague: String,
    submitted: Option<String>,
}

/// Sums up.
pub async fn get(State(app): State<App>, visit: Visit, page: Page) -> Answer {
    let page = visit.page(page);
    if !visit.occasion.takes_answers(app.context.now()) {
        return notice::closed_to(&app, &visit, page);
    }
    if !visit.submits() {
        return Redirect::to(&visit.address("done")).into_response();
    }
    if !visit.is_preview() {
        app.submissions.check(&visit.response, &visit.occasion, &visit.questionnaire);
    }
    let page = page.titled("respond-check-title");
    show(&check(&app, &visit, page))
}

/// The same page with a complaint about all of it.
pub(super) fn refuse(app: &App, visit: &Visit, page: Page, complaint: &str) -> Answer {
    let mut page = visit.page(page).titled("respond-check-title");
    page.path = visit.address("check");
    let message = page.t(complaint).into_owned();
    page.refuse("summary", message);
    show_invalid(&check(app, visit, page))
}

fn check(app: &App, visit: &Visit, page: Page) -> Check {
    let route = Route::new(visit, &visit.response.draft);
    let sections = sum_up(visit, &page);
    let zone = visit.occasion.zone;
    let last = || route.visible().next_back().map_or(String::new(), |last| visit.address(&last.address()));
    Check {
        left_out: sections.iter().flat_map(|section| &section.rows).filter(|row| row.is_left_out()).count(),
        missing: sections.iter().flat_map(|section| &section.rows).filter(|row| row.is_missing).count(),
        sections,
        back: if visit.questionnaire.hub { visit.address(OVERVIEW) } else { last() },
        submit: visit.address("submit"),
        colleague: if visit.hands_over() { visit.address("colleague") } else { String::new() },
        key: app.context.entropy.token(),
        seen: visit.response.revision,
        submitted: visit.response.submitted.as_ref().map(|submitted| page.words.instant(submitted.receipt.at, zone)),
        page,
    }
}

impl Row {
    fn is_left_out(&self) -> bool {
        self.answer.is_empty() && !self.is_missing && !self.change.is_empty()
    }
}

/// Everything that is asked of this respondent, with the answers of the draft.
pub(super) fn sum_up(visit: &Visit, page: &Page) -> Vec<Summary> {
    let route = Route::new(visit, &visit.response.draft);
    let voice = visit.voice(page, route.counted());
    let mut sections: Vec<Summary> = Vec::new();
    let mut last = None;
    for sheet in route.visible() {
        if last != Some(&sheet.section.code) {
            sections.push(Summary { title: voice.say(&sheet.section.title), rows: Vec::new() });
            last = Some(&sheet.section.code);
        }
        if let Some(section) = sections.last_mut() {
            section.rows.extend(rows(visit, &voice, &route, sheet));
        }
    }
    sections.retain(|section| !section.rows.is_empty());
    sections
}

fn rows(visit: &Visit, voice: &Voice<'_>, route: &Route<'_>, sheet: &Sheet<'_>) -> Vec<Row> {
    let asked = sheet.questions.iter().filter(|question| route.asks(question) && question.kind != QuestionKind::Note);
    let row = |question: &&Question| {
        let answer = lines(voice, question, route.counted());
        let change = format!("{}?then=check#{}-question", visit.address(&sheet.address()), question.code);
        Row {
            question: voice.say(&question.text),
            change: if question.kind.asks() { change } else { String::new() },
            is_missing: answer.is_empty() && question.kind.asks() && question.required == Required::Hard,
            answer,
        }
    };
    asked.map(row).collect()
}
