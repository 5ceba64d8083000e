//! `/console/rounds/{id}/results/answers`: of a personal round, every company's answers. Any other round has no such page.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rundfrage_shared::id::{ResponseId, RoundId};
use rundfrage_shared::questionnaire::answer::Answer;
use rundfrage_shared::questionnaire::model::{Choice, Code, Question, QuestionKind, Questionnaire, Row};
use rundfrage_shared::results::rankable;
use rundfrage_shared::results::store::{NamedResponse, list_named};
use rundfrage_shared::round::Round;
use serde::Deserialize;

use super::questionnaire;
use super::show::is_personal;
use super::view::decimals;
use super::wording::Wording;
use crate::app::App;
use crate::console::id::Id;
use crate::console::rounds;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Analyst;
use crate::errors::WebError;
use crate::page::{Page, show};

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
    answers: Vec<(String, Vec<String>)>,
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
    let answer = |question: &Question| {
        let answer = response.answers.get(question.code.as_str())?;
        Some((wording.label(&question.text), told(wording, questionnaire, question, answer)))
    };
    CompanyView {
        name: response.company.clone().unwrap_or_else(|| wording.text("results-answers-unknown")),
        at: wording.words.instant(response.submitted_at, round.fieldwork.zone()),
        answers: questionnaire.questions().filter_map(answer).collect(),
    }
}

/// An answer in words, a line for each part of it.
pub(super) fn told(
    wording: &Wording,
    questionnaire: &Questionnaire,
    question: &Question,
    answer: &Answer,
) -> Vec<String> {
    let label = |code: &Code| option_label(wording, questionnaire, question, code);
    match answer {
        Answer::Choice(code) => vec![label(code)],
        Answer::Choices { codes, other } => {
            let own = other.iter().map(|text| wording.with("results-own-words", "text", text));
            codes.iter().map(label).chain(own).collect()
        }
        Answer::Ranking(codes) => {
            codes.iter().zip(1..).map(|(code, rank)| format!("{rank}. {}", label(code))).collect()
        }
        Answer::Matrix(rows) => {
            let QuestionKind::Matrix { rows: asked, .. } = &question.kind else { return Vec::new() };
            let line = |row: &Row| Some(format!("{}: {}", wording.label(&row.label), label(rows.get(&row.code)?)));
            asked.iter().filter_map(line).collect()
        }
        Answer::Number(number) => vec![with_unit(wording, question, wording.number(*number, decimals(question)))],
        Answer::Text(text) | Answer::Date(text) => vec![text.clone()],
        Answer::Table(_) | Answer::Group(_) => Vec::new(),
    }
}

fn with_unit(wording: &Wording, question: &Question, number: String) -> String {
    match &question.kind {
        QuestionKind::Numeric { unit: Some(unit), .. } => format!("{number} {}", wording.unit(unit)),
        _ => number,
    }
}

/// What an option, something ranked, or the way out of a question says.
fn option_label(wording: &Wording, questionnaire: &Questionnaire, question: &Question, code: &Code) -> String {
    let (options, rows): (&[Choice], &[Row]) = match &question.kind {
        QuestionKind::Single { options, .. } | QuestionKind::MultiSelect { options, .. } => (options, &[]),
        QuestionKind::Matrix { options, rows } => (options, rows),
        _ => (&[], &[]),
    };
    let ways_out = rows.iter().filter_map(|row| row.dont_know.as_ref()).chain(&question.dont_know);
    let choices = options.iter().chain(ways_out).map(|choice| (&choice.code, &choice.label));
    let mut all = choices.chain(rankable(questionnaire, question));
    all.find(|(known, _)| *known == code).map_or_else(|| code.to_string(), |(_, label)| wording.label(label))
}
