//! `/console/rounds/{id}/results/responses`: the answers of single companies as a file. Fetching it is a post, for it is logged.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Form;
use rundfrage_shared::id::RoundId;
use rundfrage_shared::microdata::{Leaving, Stays};
use rundfrage_shared::round::Round;
use serde::Deserialize;

use crate::app::App;
use crate::console::id::Id;
use crate::console::rounds;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Analyst;
use crate::download::{CSV, download};
use crate::errors::WebError;
use crate::microdata::{MicrodataError, gather};
use crate::page::{Page, show, show_invalid};

/// What the file is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    #[serde(default)]
    mark: Option<String>,
}

#[derive(Template)]
#[template(path = "console/results/responses.html")]
struct ResponsesPage {
    page: Page,
    shell: Shell,
    results: String,
    /// The text on what the file holds.
    about: &'static str,
    may_leave: bool,
}

fn page(
    staff: Analyst,
    title: &str,
    round: &Round,
    leaving: Result<Leaving, Stays>,
) -> Result<ResponsesPage, WebError> {
    let about = match leaving {
        Ok(Leaving { is_personal: true, .. }) => "microdata-personal",
        Ok(_) => "microdata-confidential",
        Err(Stays::NotOver) => "microdata-not-over",
        Err(Stays::NotLaunched) => return Err(WebError::NotFound),
    };
    let title = staff.words().with_one("microdata-title", "round", title).into_owned();
    let (page, shell) = staff.0.open_as(title, Place::Surveys);
    let results = format!("{}/results", rounds::address(round.id));
    Ok(ResponsesPage { page, shell, results, about, may_leave: leaving.is_ok() })
}

/// Shows what the file holds, and the button.
pub async fn get(State(app): State<App>, analyst: Analyst, Id(id): Id<RoundId>) -> Result<Response, WebError> {
    let (round, survey) = rounds::found(&app, &analyst, id).await?;
    Ok(show(&page(analyst, &rounds::name(&survey, &round), &round, Leaving::of(&round))?))
}

/// Writes the log, then hands the file out.
pub async fn post(
    State(app): State<App>,
    analyst: Analyst,
    Id(id): Id<RoundId>,
    Form(wish): Form<Wish>,
) -> Result<Response, WebError> {
    let (round, survey) = rounds::found(&app, &analyst, id).await?;
    let (context, organisation) = (&app.context, analyst.organisation_id());
    let rounds = [round];
    let data = match gather(context, organisation, &rounds, wish.mark.is_some()).await {
        Ok(data) => data,
        Err(MicrodataError::Db(error)) => return Err(error.into()),
        Err(MicrodataError::Stays(..)) => {
            return Ok(show_invalid(&page(
                analyst,
                &rounds::name(&survey, &rounds[0]),
                &rounds[0],
                Leaving::of(&rounds[0]),
            )?));
        }
        Err(MicrodataError::TooManyColumns(_)) => {
            let mut shown = page(analyst, &rounds::name(&survey, &rounds[0]), &rounds[0], Leaving::of(&rounds[0]))?;
            shown.page.refuse_all(&[("mark", "microdata-too-wide")]);
            return Ok(show_invalid(&shown));
        }
        Err(error) => return Err(WebError::Internal(error.into())),
    };
    data.record(context, organisation, analyst.actor(), format!("round:{id}")).await?;
    Ok(download(&format!("{}-{}-responses.csv", survey.plan.code, rounds[0].name), CSV, data.bytes))
}
