//! `/respond/{response}/check`: check your answers, then submit.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::questionnaire::fault::FieldProblem;
use rundfrage_shared::questionnaire::model::{Question, QuestionKind};
use rundfrage_shared::questionnaire::validate::validate_all;

use super::complaint;
use super::route::{OVERVIEW, Route};
use super::sheets::Sheet;
use super::spoken::{Line, lines};
use super::visit::{OpenVisit, Visit};
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
    /// Its place on the page.
    pub id: String,
    /// What is wrong with the answer, or missing of it; nothing if it can be submitted.
    pub wrong: Vec<String>,
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
    /// Questions that must be answered and are not.
    missing: usize,
    /// Questions whose answer is to be mended.
    wrong: usize,
    /// Where something can be handed to a colleague; empty for a visitor who may not.
    colleague: String,
    submitted: Option<String>,
}

/// Sums up.
pub async fn get(State(app): State<App>, OpenVisit(visit): OpenVisit, page: Page) -> Answer {
    let page = visit.page(page);
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

/// The same page after a submit that the rules refused: each answer to be mended is named on top.
pub(super) fn refuse_answers(app: &App, visit: &Visit, page: Page) -> Answer {
    let mut page = visit.page(page).titled("respond-check-title");
    page.path = visit.address("check");
    for row in sum_up(visit, &page).iter().flat_map(|section| &section.rows) {
        if let Some(wrong) = row.wrong.first() {
            page.refuse(&row.id, format!("{} – {wrong}", row.question));
        }
    }
    if page.problems.is_empty() {
        return refuse(app, visit, page, "respond-check-invalid");
    }
    show_invalid(&check(app, visit, page))
}

fn check(app: &App, visit: &Visit, page: Page) -> Check {
    let route = Route::new(visit, &visit.response.draft);
    let sections = sum_up(visit, &page);
    let count = |is: fn(&Row) -> bool| sections.iter().flat_map(|section| &section.rows).filter(|row| is(row)).count();
    let zone = visit.occasion.zone;
    let last = || route.visible().next_back().map_or(String::new(), |last| visit.address(&last.address()));
    Check {
        left_out: count(Row::is_left_out),
        missing: count(Row::is_missing),
        wrong: count(|row| !row.wrong.is_empty() && !row.is_missing()),
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
        self.answer.is_empty() && self.wrong.is_empty() && !self.change.is_empty()
    }

    fn is_missing(&self) -> bool {
        self.answer.is_empty() && !self.wrong.is_empty()
    }
}

/// Everything that is asked of this respondent, with the answers of the draft.
pub(super) fn sum_up(visit: &Visit, page: &Page) -> Vec<Summary> {
    let route = Route::new(visit, &visit.response.draft);
    let voice = visit.voice(page, route.counted());
    let wrong = validate_all(&visit.questionnaire, &visit.response.draft, visit.circumstances());
    let wrong = wrong.err().unwrap_or_default();
    let mut sections: Vec<Summary> = Vec::new();
    let mut last = None;
    for sheet in route.visible() {
        if last != Some(&sheet.section.code) {
            sections.push(Summary { title: voice.say(&sheet.section.title), rows: Vec::new() });
            last = Some(&sheet.section.code);
        }
        if let Some(section) = sections.last_mut() {
            section.rows.extend(rows(visit, &voice, &route, (sheet, &wrong)));
        }
    }
    sections.retain(|section| !section.rows.is_empty());
    sections
}

fn rows(
    visit: &Visit,
    voice: &Voice<'_>,
    route: &Route<'_>,
    (sheet, wrong): (&Sheet<'_>, &[FieldProblem]),
) -> Vec<Row> {
    let asked = sheet.questions.iter().filter(|question| route.asks(question) && question.kind != QuestionKind::Note);
    let row = |question: &&Question| {
        let answer = lines(voice, question, route.counted());
        let change = format!("{}?then=check#{}-question", visit.address(&sheet.address()), question.code);
        Row {
            question: voice.say(&question.text),
            change: if question.kind.asks() { change } else { String::new() },
            id: format!("{}-answer", question.code),
            wrong: complaint::summed_up(voice, question, wrong),
            answer,
        }
    };
    asked.map(row).collect()
}
