//! `/console/questionnaires/versions/{id}`: one version to read, and how it differs from the one before.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::id::{OrganisationId, VersionId};
use rundfrage_shared::language::{Language, LocalText};
use rundfrage_shared::questionnaire::condition::Condition;
use rundfrage_shared::questionnaire::model::{Choice, Code, Question, QuestionKind, Questionnaire, RankingSource};
use rundfrage_shared::questionnaire::store::{self, Version};

use super::change::Change;
use crate::app::App;
use crate::console::id::Id;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Staff;
use crate::errors::WebError;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "console/questionnaires/version.html")]
struct VersionPage {
    page: Page,
    shell: Shell,
    zone: chrono_tz::Tz,
    version: Version,
    versions: Vec<Version>,
    questionnaire: Arc<Questionnaire>,
    change: Option<Change>,
    language: Language,
}

impl VersionPage {
    fn text<'a>(&self, text: &'a LocalText) -> &'a str {
        text.get(&self.language, &self.questionnaire.default_language)
    }

    /// The text that names the kind of a question.
    fn kind(question: &Question) -> &'static str {
        match &question.kind {
            QuestionKind::Single { scale: Some(_), .. } => "console-kind-scale",
            QuestionKind::Single { .. } => "console-kind-single",
            QuestionKind::MultiSelect { .. } => "console-kind-multi",
            QuestionKind::Matrix { .. } => "console-kind-matrix",
            QuestionKind::Ranking { .. } => "console-kind-ranking",
            QuestionKind::Numeric { .. } => "console-kind-numeric",
            QuestionKind::Nps => "console-kind-nps",
            QuestionKind::OpenText { .. } => "console-kind-text",
        }
    }

    fn options(question: &Question) -> &[Choice] {
        match &question.kind {
            QuestionKind::Single { options, .. }
            | QuestionKind::MultiSelect { options, .. }
            | QuestionKind::Matrix { options, .. }
            | QuestionKind::Ranking { source: RankingSource::Options(options), .. } => options,
            _ => &[],
        }
    }

    /// The codes and labels of a matrix's rows.
    fn rows(question: &Question) -> Vec<(&str, &LocalText)> {
        match &question.kind {
            QuestionKind::Matrix { rows, .. } => rows.iter().map(|row| (row.code.as_str(), &row.label)).collect(),
            _ => Vec::new(),
        }
    }

    /// When the question is asked, in the questionnaire's own words.
    fn condition(question: &Question) -> String {
        let codes = |codes: &[Code]| codes.iter().map(Code::as_str).collect::<Vec<_>>().join(", ");
        match &question.show_if {
            None => String::new(),
            Some(Condition::FieldIn { field, values }) => format!("{field} ∈ {{{}}}", values.join(", ")),
            Some(Condition::AnswerIn { question, options }) => format!("{question} ∈ {{{}}}", codes(options)),
            Some(Condition::MinSelected { question, count }) => format!("|{question}| ≥ {count}"),
            Some(Condition::GreaterThan { question, number }) => format!("{question} > {number}"),
        }
    }
}

/// The questionnaire of a version of this organisation.
pub async fn read(app: &App, organisation: OrganisationId, id: VersionId) -> Result<Arc<Questionnaire>, WebError> {
    app.versions.lookup(&app.context.db, organisation, id).await?.ok_or(WebError::NotFound)
}

/// Shows the version.
pub async fn get(State(app): State<App>, staff: Staff, Id(id): Id<VersionId>) -> Result<Response, WebError> {
    let (db, organisation) = (&app.context.db, staff.organisation_id());
    let version = store::lookup_version(db, organisation, id).await?.ok_or(WebError::NotFound)?;
    let questionnaire = read(&app, organisation, id).await?;
    let versions = store::list_versions(db, organisation, version.questionnaire).await?;
    let before = versions.iter().find(|other| other.number < version.number);
    let change = match before {
        Some(before) => {
            let older = read(&app, organisation, before.id).await?;
            Some(Change::between(&older, &questionnaire))
        }
        None => None,
    };
    let (zone, language) = (staff.organisation.zone, staff.words().language());
    let title = questionnaire.title.get(&language, &questionnaire.default_language).to_owned();
    let (page, shell) = staff.open_as(title, Place::Questionnaires);
    Ok(show(&VersionPage { page, shell, zone, version, versions, questionnaire, change, language }))
}
