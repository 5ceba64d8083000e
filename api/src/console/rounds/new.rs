//! `/console/surveys/{id}/rounds/new`: a new round of a survey.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use chrono::{Datelike as _, Days, NaiveTime};
use rundfrage_shared::db::DbError;
use rundfrage_shared::id::{RoundId, SurveyId};
use rundfrage_shared::questionnaire::model::Cadence;
use rundfrage_shared::round::{self, Round, RoundName, RoundState};
use rundfrage_shared::schedule::local_of;
use rundfrage_shared::survey::{self, Survey};
use serde::Deserialize;
use serde_json::json;

use super::{address, times};
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

#[derive(Template)]
#[template(path = "console/rounds/new.html")]
struct NewPage {
    page: Page,
    shell: Shell,
    survey: Survey,
    typed: Typed,
}

/// A new round.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    name: String,
    opens: String,
    closes: String,
}

async fn survey(app: &App, staff: &Staff, id: SurveyId) -> Result<Survey, WebError> {
    survey::store::lookup(&app.context.db, staff.organisation_id(), id).await?.ok_or(WebError::NotFound)
}

/// Shows the form, with the next round's likely name and three weeks from the day after tomorrow.
pub async fn get(State(app): State<App>, editor: Editor, Id(id): Id<SurveyId>) -> Result<Response, WebError> {
    let survey = survey(&app, &editor, id).await?;
    let today = local_of(app.context.now(), survey.plan.zone).date();
    let at = |days: u64, hour| {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        times::written(today.checked_add_days(Days::new(days)).unwrap_or(today).and_time(time))
    };
    let name = match survey.plan.cadence {
        Cadence::Quarterly => format!("{}-Q{}", today.year(), today.month().div_ceil(3)),
        Cadence::Monthly => today.format("%Y-%m").to_string(),
        Cadence::Yearly | Cadence::Once => today.year().to_string(),
    };
    let typed = Typed { name, opens: at(2, 9), closes: at(23, 18) };
    Ok(show(&draw(editor.0, survey, typed)))
}

/// Makes a draft.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<SurveyId>,
    Form(typed): Form<Typed>,
) -> Result<Response, WebError> {
    let survey = survey(&app, &editor, id).await?;
    let round = match read(&app, &survey, &typed) {
        Ok(round) => round,
        Err(complaints) => return Ok(refuse(editor, survey, typed, &complaints)),
    };
    let (mut tx, now) = (app.context.db.begin().await?, app.context.now());
    match round::store::create(&mut tx, &round, now).await {
        Err(DbError::Exists) => {
            drop(tx);
            return Ok(refuse(editor, survey, typed, &[("name", "console-round-name-taken")]));
        }
        outcome => outcome?,
    }
    let details = json!({ "survey": survey.id, "name": round.name.as_str() });
    editor.record(&app, &mut tx, "round.created", format!("round:{}", round.id), details).await?;
    tx.commit().await?;
    Notice::done("console-round-created").leave(&editor.session).await?;
    Ok(Redirect::to(&address(round.id)).into_response())
}

fn read(app: &App, survey: &Survey, typed: &Typed) -> Result<Round, Vec<(&'static str, &'static str)>> {
    let name = RoundName::parse(&typed.name);
    let times = times::Typed { opens: typed.opens.clone(), closes: typed.closes.clone() }.read(survey.plan.zone);
    match (name, times) {
        (Ok(name), Ok(fieldwork)) => Ok(Round {
            id: RoundId::new(&app.context.entropy, app.context.now()),
            organisation: survey.organisation,
            survey: survey.id,
            name,
            fieldwork,
            paused_at: None,
            state: RoundState::Draft,
        }),
        (name, times) => {
            let name = name.err().map(|_| ("name", "console-round-name-wrong"));
            Err(name.into_iter().chain(times.err().unwrap_or_default()).collect())
        }
    }
}

fn refuse(editor: Editor, survey: Survey, typed: Typed, complaints: &[(&'static str, &'static str)]) -> Response {
    let mut shown = draw(editor.0, survey, typed);
    shown.page.refuse_all(complaints);
    show_invalid(&shown)
}

fn draw(staff: Staff, survey: Survey, typed: Typed) -> NewPage {
    let (page, shell) = staff.open("console-round-new-title", Place::Surveys);
    NewPage { page, shell, survey, typed }
}
