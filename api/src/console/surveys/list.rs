//! `/console/surveys`: all surveys.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::survey::{self, Survey};

use super::{address, cadence_key};
use crate::app::App;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Staff;
use crate::errors::WebError;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "console/surveys/list.html")]
struct ListPage {
    page: Page,
    shell: Shell,
    surveys: Vec<Survey>,
}

/// Shows them.
pub async fn get(State(app): State<App>, staff: Staff) -> Result<Response, WebError> {
    let surveys = survey::store::list(&app.context.db, staff.organisation_id()).await?;
    let (page, shell) = staff.open("console-surveys-title", Place::Surveys);
    Ok(show(&ListPage { page, shell, surveys }))
}
