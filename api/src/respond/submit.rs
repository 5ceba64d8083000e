//! `/respond/{response}/submit`: the final submit. One read, the rules, one place in a group commit, and on to the receipt.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::questionnaire::validate::validate_all;
use rundfrage_shared::response::SubmissionKey;
use rundfrage_shared::response::writer::{Submission, SubmitError};
use serde::Deserialize;

use super::visit::Visit;
use super::{check, notice};
use crate::app::App;
use crate::errors::WebError;
use crate::page::Page;

/// What the page "check your answers" sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    key: String,
}

/// Submits what the draft holds by now.
pub async fn post(
    State(app): State<App>,
    visit: Visit,
    page: Page,
    form: Result<Form<Confirmation>, FormRejection>,
) -> Result<Answer, WebError> {
    let key = form.ok().and_then(|Form(confirmation)| SubmissionKey::parse(&confirmation.key).ok());
    let Some(key) = key else { return Err(WebError::BadForm("the key of the submission is missing".into())) };
    let checked = validate_all(&visit.questionnaire, visit.response.draft.clone(), visit.circumstances());
    let answers = match checked {
        Ok(answers) if answers.0.is_empty() => return Ok(check::refuse(&app, &visit, page, "respond-check-empty")),
        Ok(answers) => answers,
        Err(_) => return Ok(check::refuse(&app, &visit, page, "respond-check-invalid")),
    };
    let submission = Submission { response: visit.response.id, round: visit.response.round, key, answers };
    match app.submissions.submit(submission).await {
        Ok(_) => Ok(Redirect::to(&visit.address("receipt")).into_response()),
        Err(SubmitError::RoundNotOpen) => Ok(notice::closed_to(&app, &visit, visit.page(page))),
        Err(SubmitError::Unknown) => Err(WebError::NotFound),
        Err(SubmitError::Busy | SubmitError::Stopped) => Err(WebError::Unavailable),
        Err(SubmitError::Db(error)) => Err(error.into()),
    }
}
