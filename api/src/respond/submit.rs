//! `/respond/{response}/submit`: the final submit. The cookie, a place in a group commit, and on to the receipt; the rules are
//! the writer's, over the draft as it stands when it commits.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::response::submission::{Submission, SubmitError};
use rundfrage_shared::response::{Refusal, SubmissionKey};
use serde::Deserialize;

use super::claim::Claim;
use super::visit::{Visit, address};
use super::{check, notice};
use crate::app::App;
use crate::errors::WebError;
use crate::page::Page;

/// What the page "check your answers" sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    key: String,
    seen: Option<i64>,
}

/// Submits what the draft holds by then.
pub async fn post(
    State(app): State<App>,
    Claim { response, hat }: Claim,
    page: Page,
    form: Result<Form<Confirmation>, FormRejection>,
) -> Result<Answer, WebError> {
    if !hat.submits() {
        return Err(WebError::Forbidden);
    }
    let missing = || WebError::BadForm("the key of the submission is missing".into());
    let Form(Confirmation { key, seen }) = form.map_err(|_| missing())?;
    let key = SubmissionKey::parse(&key).map_err(|_| missing())?;
    match app.submissions.submit(Submission { response, key, seen }).await {
        Ok(_) => Ok(Redirect::to(&address(response, "receipt")).into_response()),
        Err(SubmitError::Refused(refusal)) => match Visit::load_as(&app, response, hat).await? {
            Some(visit) => Ok(refuse(&app, &visit, page, refusal)),
            None => Ok(notice::invalid(page)),
        },
        Err(SubmitError::Unknown) => Ok(notice::invalid(page)),
        Err(SubmitError::Busy | SubmitError::Overtaken | SubmitError::Stopped) => Err(WebError::Unavailable),
        Err(SubmitError::Db(error)) => Err(error.into()),
    }
}

fn refuse(app: &App, visit: &Visit, page: Page, refusal: Refusal) -> Answer {
    match refusal {
        Refusal::RoundNotOpen => notice::closed_to(app, visit, visit.page(page)),
        Refusal::Changed => check::refuse(app, visit, page, "respond-check-changed"),
        Refusal::Empty => check::refuse(app, visit, page, "respond-check-empty"),
        Refusal::Invalid => check::refuse_answers(app, visit, page),
    }
}
