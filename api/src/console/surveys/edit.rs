//! `/console/surveys/{id}/edit`: what staff set of a survey. Rounds that were launched keep what they were launched with.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use rundfrage_shared::classification;
use rundfrage_shared::db::DbError;
use rundfrage_shared::id::{OrganisationId, QuestionnaireId, SurveyId};
use rundfrage_shared::panel::SizeClass;
use rundfrage_shared::questionnaire;
use rundfrage_shared::questionnaire::model::Cadence;
use rundfrage_shared::survey::{self, Anonymity, Survey};
use serde_json::json;

use super::form::{Complaint, Typed};
use super::{address, anonymity_key, cadence_key};
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::questionnaires::version::read;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

/// Values and labels of a choice.
type Choices = Vec<(String, String)>;

/// The form, for a new survey as for one that exists.
#[derive(Template)]
#[template(path = "console/surveys/edit.html")]
pub struct EditPage {
    page: Page,
    shell: Shell,
    typed: Typed,
    /// Where the form is sent, and where the way back leads.
    action: String,
    back: String,
    questionnaires: Choices,
    sections: Choices,
    sizes: Choices,
    regions: Choices,
    cadences: Choices,
    anonymities: Choices,
}

impl EditPage {
    /// The first field of the group has its name, so that the error summary leads there.
    fn reminder_id(n: impl std::fmt::Display) -> String {
        let n = n.to_string();
        if n == "1" { "reminder_days".into() } else { format!("reminder_days.{n}") }
    }
}

/// The questionnaires a survey of this organisation can have.
pub async fn questionnaires(app: &App, organisation: OrganisationId) -> Result<Vec<QuestionnaireId>, WebError> {
    let versions = questionnaire::store::list(&app.context.db, organisation).await?;
    Ok(versions.into_iter().map(|version| version.questionnaire).collect())
}

/// The form with what was typed in.
pub async fn draw(app: &App, staff: Staff, typed: Typed, of: Option<SurveyId>) -> Result<EditPage, WebError> {
    let (words, organisation) = (staff.words(), staff.organisation_id());
    let (language, mut questionnaires) = (words.language(), Vec::new());
    for version in questionnaire::store::list(&app.context.db, organisation).await? {
        let read = read(app, organisation, version.id).await?;
        let title = read.title.get(&language, &read.default_language);
        questionnaires.push((version.questionnaire.to_string(), format!("{title} ({})", version.code)));
    }
    let sections = classification::sections().iter();
    let cadences = [Cadence::Once, Cadence::Monthly, Cadence::Quarterly, Cadence::Yearly];
    let named = |value: &str, key: &str| (value.to_owned(), words.text(key).into_owned());
    let (action, back, title) = match of {
        None => ("/console/surveys/new".into(), Place::Surveys.path().into(), "console-survey-new-title"),
        Some(id) => (format!("{}/edit", address(id)), address(id), "console-survey-edit-title"),
    };
    let (page, shell) = staff.open(title, Place::Surveys);
    Ok(EditPage {
        page,
        shell,
        typed,
        action,
        back,
        questionnaires,
        sections: sections.map(|it| (it.code.into(), format!("{} – {}", it.code, it.title(&language)))).collect(),
        sizes: SizeClass::ALL.map(|size| (size.as_str().into(), size.as_str().into())).to_vec(),
        regions: classification::kreise().iter().map(|kreis| (kreis.code.into(), kreis.name.into())).collect(),
        cadences: cadences.map(|cadence| named(cadence.as_str(), cadence_key(cadence))).to_vec(),
        anonymities: [Anonymity::Confidential, Anonymity::Personal]
            .map(|anonymity| named(anonymity.as_str(), anonymity_key(anonymity)))
            .to_vec(),
    })
}

/// The form with its complaints.
pub async fn refuse(
    app: &App,
    editor: Editor,
    typed: Typed,
    of: Option<SurveyId>,
    complaints: &[Complaint],
) -> Result<Response, WebError> {
    let mut shown = draw(app, editor.0, typed, of).await?;
    shown.page.refuse_all(complaints);
    Ok(show_invalid(&shown))
}

async fn found(app: &App, staff: &Staff, id: SurveyId) -> Result<Survey, WebError> {
    survey::store::lookup(&app.context.db, staff.organisation_id(), id).await?.ok_or(WebError::NotFound)
}

/// Shows the form.
pub async fn get(State(app): State<App>, editor: Editor, Id(id): Id<SurveyId>) -> Result<Response, WebError> {
    let survey = found(&app, &editor, id).await?;
    Ok(show(&draw(&app, editor.0, Typed::of(&survey.plan), Some(id)).await?))
}

/// Changes the survey.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<SurveyId>,
    Form(typed): Form<Typed>,
) -> Result<Response, WebError> {
    let survey = found(&app, &editor, id).await?;
    let clusters = survey.plan.segment.clusters.clone();
    let plan = match typed.read(&questionnaires(&app, survey.organisation).await?, clusters) {
        Ok(plan) => plan,
        Err(complaints) => return refuse(&app, editor, typed, Some(id), &complaints).await,
    };
    let (mut tx, now) = (app.context.db.begin().await?, app.context.now());
    match survey::store::update(&mut tx, &Survey { plan, ..survey }, now).await {
        Err(DbError::Exists) => {
            drop(tx);
            return refuse(&app, editor, typed, Some(id), &[("code", "console-survey-code-taken")]).await;
        }
        outcome => outcome?,
    }
    editor.record(&app, &mut tx, "survey.changed", format!("survey:{id}"), json!({})).await?;
    tx.commit().await?;
    Notice::done("console-survey-changed").leave(&editor.session).await?;
    Ok(Redirect::to(&address(id)).into_response())
}
