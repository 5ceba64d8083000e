//! `/console/rounds/{id}/results/answers`: of a personal round, every company's answers. Any other round has no such page.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rundfrage_shared::file::FileRef;
use rundfrage_shared::id::{ResponseId, RoundId};
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::attributes::Attributes;
use rundfrage_shared::questionnaire::model::{Question, Questionnaire};
use rundfrage_shared::questionnaire::route::Circumstances;
use rundfrage_shared::results::store::{NamedResponse, list_named};
use rundfrage_shared::round::Round;
use serde::Deserialize;

use super::show::is_personal;
use super::wording::Wording;
use super::{file, questionnaire};
use crate::app::App;
use crate::console::id::Id;
use crate::console::rounds;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Analyst;
use crate::errors::WebError;
use crate::page::{Page, show};
use crate::respond::spoken::{Line, lines};
use crate::respond::voice::Voice;

/// Companies on one page.
const SHOWN: usize = 50;
/// One more tells whether there is another page.
const PAGE: i64 = 51;

/// Where the list begins.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beginning {
    after: Option<ResponseId>,
}

#[derive(Template)]
#[template(path = "console/results/answers.html")]
struct AnswersPage {
    page: Page,
    shell: Shell,
    results: String,
    companies: Vec<CompanyView>,
    next: Option<String>,
}

struct CompanyView {
    name: String,
    at: String,
    answers: Vec<AnswerView>,
}

struct AnswerView {
    question: String,
    lines: Vec<String>,
    /// Files: name, size, and where each is fetched.
    files: Vec<(String, String, String)>,
}

/// The page's address below that of the round.
#[must_use]
pub fn address(round: &str) -> String {
    format!("{round}/results/answers")
}

/// Shows the answers.
pub async fn get(
    State(app): State<App>,
    Analyst(staff): Analyst,
    Id(id): Id<RoundId>,
    Query(beginning): Query<Beginning>,
) -> Result<Response, WebError> {
    let (round, survey) = rounds::found(&app, &staff, id).await?;
    if !is_personal(&round) {
        return Err(WebError::NotFound);
    }
    let questionnaire = questionnaire(&app, &round).await?;
    let mut responses = list_named(&app.context.db, round.organisation, id, beginning.after, PAGE).await?;
    let is_more = responses.len() > SHOWN;
    responses.truncate(SHOWN);
    let wording = Wording { words: staff.words(), fallback: questionnaire.default_language.clone() };
    let next = responses.last().filter(|_| is_more);
    let next = next.map(|last| format!("{}?after={}", address(&rounds::address(id)), last.id));
    let companies = responses.iter().map(|response| company(&wording, &questionnaire, &round, response)).collect();
    let title = format!("{}: {}", wording.text("results-answers-title"), rounds::name(&survey, &round));
    let (page, shell) = staff.open_as(title, Place::Surveys);
    Ok(show(&AnswersPage { page, shell, results: format!("{}/results", rounds::address(id)), companies, next }))
}

fn company(wording: &Wording, questionnaire: &Questionnaire, round: &Round, response: &NamedResponse) -> CompanyView {
    // What the panel knew of the company is not at hand here; a text that names it leaves it open.
    let unknown = Attributes::new();
    let circumstances = Circumstances::new(&unknown, Some(round.name.as_str()));
    let voice = Voice::new(&wording.words.language(), questionnaire, &response.answers, circumstances);
    let answer = |question: &Question| {
        let files = response.answers.get(question.code.as_str()).map_or(&[][..], Answer::files);
        let fetched = |file: &FileRef| {
            let there = file::address(&rounds::address(round.id), file.id);
            (file.name.to_string(), voice.size(file.size), there)
        };
        let lines = if files.is_empty() { told(&voice, question, &response.answers) } else { vec![] };
        let view = || AnswerView {
            question: voice.say(&question.text),
            lines: lines.clone(),
            files: files.iter().map(fetched).collect(),
        };
        (!lines.is_empty() || !files.is_empty()).then(view)
    };
    CompanyView {
        name: response.company.clone().unwrap_or_else(|| wording.text("results-answers-unknown")),
        at: wording.words.instant(response.submitted_at, round.fieldwork.zone()),
        answers: questionnaire.questions().filter_map(answer).collect(),
    }
}

/// An answer in words, a line for each part of it.
pub(super) fn told(voice: &Voice<'_>, question: &Question, answers: &Answers) -> Vec<String> {
    let line = |Line { label, text, .. }| if label.is_empty() { text } else { format!("{label}: {text}") };
    lines(voice, question, answers).into_iter().map(line).collect()
}
