//! `/console/surveys/new`: a new survey.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use rundfrage_shared::db::DbError;
use rundfrage_shared::id::SurveyId;
use rundfrage_shared::survey::{self, Survey};
use serde_json::json;

use super::address;
use super::edit::{draw, questionnaires, refuse};
use super::form::Typed;
use crate::app::App;
use crate::console::notice::Notice;
use crate::console::staff::Editor;
use crate::errors::WebError;
use crate::page::show;

/// Shows the form with what most surveys have.
pub async fn get(State(app): State<App>, editor: Editor) -> Result<Response, WebError> {
    let typed = Typed {
        cadence: "quarterly".into(),
        reminder_days: vec!["7".into(), "14".into()],
        reminder_at: vec!["09:00".into(), "09:00".into(), "09:00".into()],
        sender_name: editor.organisation.name.to_string(),
        anonymity: "confidential".into(),
        zone: editor.organisation.zone.name().into(),
        ..Typed::default()
    };
    Ok(show(&draw(&app, editor.0, typed, None).await?))
}

/// Makes the survey.
pub async fn post(State(app): State<App>, editor: Editor, Form(typed): Form<Typed>) -> Result<Response, WebError> {
    let (organisation, now) = (editor.organisation_id(), app.context.now());
    let plan = match typed.read(&questionnaires(&app, organisation).await?, Vec::new()) {
        Ok(plan) => plan,
        Err(complaints) => return refuse(&app, editor, typed, None, &complaints).await,
    };
    let survey = Survey { id: SurveyId::new(&app.context.entropy, now), organisation, plan };
    let mut tx = app.context.db.begin().await?;
    match survey::store::create(&mut tx, &survey, now).await {
        Err(DbError::Exists) => {
            drop(tx);
            return refuse(&app, editor, typed, None, &[("code", "console-survey-code-taken")]).await;
        }
        outcome => outcome?,
    }
    let details = json!({ "code": survey.plan.code.as_str() });
    editor.record(&app, &mut tx, "survey.created", format!("survey:{}", survey.id), details).await?;
    tx.commit().await?;
    Notice::done("console-survey-created").leave(&editor.session).await?;
    Ok(Redirect::to(&address(survey.id)).into_response())
}
