//! `/console/rounds/{id}/results` and its tables as a file.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::id::RoundId;
use rundfrage_shared::open_link;
use rundfrage_shared::questionnaire::model::{QuestionKind, Questionnaire, Section};
use rundfrage_shared::results::disclosure::{LIVE_STEP, STAFF_MINIMUM};
use rundfrage_shared::results::{Disclosure, RoundResults, of_round};
use rundfrage_shared::round::Round;
use rundfrage_shared::survey::Anonymity;

use super::csv::file;
use super::view::{QuestionView, view};
use super::wording::Wording;
use super::{answers, questionnaire};
use crate::app::App;
use crate::console::id::Id;
use crate::console::rounds;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Analyst;
use crate::download::{CSV, download};
use crate::errors::WebError;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "console/results/show.html")]
struct ResultsPage {
    page: Page,
    shell: Shell,
    address: String,
    /// How many responses there are, and how many are in the figures.
    basis: String,
    is_live: bool,
    is_confidential: bool,
    sections: Vec<SectionView>,
}

struct SectionView {
    code: String,
    title: String,
    questions: Vec<QuestionView>,
}

impl ResultsPage {
    const STEP: u64 = LIVE_STEP;
    const MINIMUM: u64 = STAFF_MINIMUM;

    fn csv(&self) -> String {
        format!("{}/results.csv", self.address)
    }

    fn responses(&self) -> String {
        format!("{}/results/responses", self.address)
    }

    fn answers(&self) -> String {
        answers::address(&self.address)
    }
}

/// Shows the results.
pub async fn get(State(app): State<App>, Analyst(staff): Analyst, Id(id): Id<RoundId>) -> Result<Response, WebError> {
    let (round, survey) = rounds::found(&app, &staff, id).await?;
    let questionnaire = questionnaire(&app, &round).await?;
    let results = of_round(&app.context.db, &round, &questionnaire).await?;
    let wording = Wording { words: staff.words(), fallback: questionnaire.default_language.clone() };
    let title = wording.with("results-title-of", "round", &rounds::name(&survey, &round));
    let (page, shell) = staff.open_as(title, Place::Surveys);
    Ok(show(&ResultsPage {
        page,
        shell,
        address: rounds::address(id),
        basis: basis(&wording, &round, &results) + &open_part(&app, &wording, &round).await?,
        is_live: round.state.is_open(),
        is_confidential: results.disclosure != Disclosure::Everything,
        sections: sections(&wording, &questionnaire, &results),
    }))
}

fn basis(wording: &Wording, round: &Round, results: &RoundResults<'_>) -> String {
    let submitted = wording.whole(results.submitted);
    let (key, values) = if round.state.is_open() {
        ("results-basis-live", [("taken", wording.whole(results.taken_in).into()), ("submitted", submitted.into())])
    } else {
        ("results-basis", [("count", results.submitted.into()), ("number", submitted.into())])
    };
    wording.words.with(key, &values).into_owned()
}

/// What the base says of those who came by the open link; nothing if nobody did.
async fn open_part(app: &App, wording: &Wording, round: &Round) -> Result<String, WebError> {
    let open = open_link::store::count(&app.context.db, round.organisation, round.id).await?.submitted;
    if open == 0 {
        return Ok(String::new());
    }
    let values = [("count", open.into()), ("number", wording.words.integer(open).into())];
    Ok(format!(" {}", wording.words.with("results-basis-open", &values)))
}

fn sections(wording: &Wording, questionnaire: &Questionnaire, results: &RoundResults<'_>) -> Vec<SectionView> {
    let mut all = results.questions.iter();
    let section = |section: &Section| {
        let its = all.by_ref().take(section.questions.len());
        let asked = its.filter(|result| result.question.kind != QuestionKind::Note);
        SectionView {
            code: section.code.to_string(),
            title: wording.label(&section.title),
            questions: asked.map(|result| view(wording, result)).collect(),
        }
    };
    let sections = questionnaire.sections.iter().map(section);
    if results.taken_in == 0 { Vec::new() } else { sections.filter(|section| !section.questions.is_empty()).collect() }
}

/// The figures as a file.
pub async fn csv(State(app): State<App>, Analyst(staff): Analyst, Id(id): Id<RoundId>) -> Result<Response, WebError> {
    let (round, survey) = rounds::found(&app, &staff, id).await?;
    let questionnaire = questionnaire(&app, &round).await?;
    let results = of_round(&app.context.db, &round, &questionnaire).await?;
    let wording = Wording { words: staff.words(), fallback: questionnaire.default_language.clone() };
    let bytes = file(&wording, &results.questions).map_err(|error| WebError::Internal(error.into()))?;
    Ok(download(&format!("{}-{}.csv", survey.plan.code, round.name), CSV, bytes))
}

/// Whether staff may read answer by answer.
pub(super) fn is_personal(round: &Round) -> bool {
    round.state.launch().is_some_and(|launch| launch.anonymity == Anonymity::Personal)
}
