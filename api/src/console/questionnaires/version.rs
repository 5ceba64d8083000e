//! `/console/questionnaires/versions/{id}`: one version to read, and how it differs from the one before.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::id::{OrganisationId, VersionId};
use rundfrage_shared::language::{Language, LocalText};
use rundfrage_shared::questionnaire::difference::{Difference, compare};
use rundfrage_shared::questionnaire::expression::Expression;
use rundfrage_shared::questionnaire::model::{
    Choice, ChoiceLook, Precision, Question, QuestionKind, Questionnaire, RankingSource, TextFormat,
};
use rundfrage_shared::questionnaire::store::{self, Version};

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
    differences: Option<Vec<Difference>>,
    language: Language,
}

impl VersionPage {
    fn preview(&self) -> String {
        super::preview::address(self.version.id)
    }

    fn translations(&self) -> String {
        format!("{}/translations", super::address(self.version.id))
    }

    fn text<'a>(&self, text: &'a LocalText) -> &'a str {
        text.get(&self.language, &self.questionnaire.default_language)
    }

    /// The text that names the kind of a question.
    const fn kind(question: &Question) -> &'static str {
        match &question.kind {
            QuestionKind::Single { scale: Some(_), .. } => "console-kind-scale",
            QuestionKind::Single { look: ChoiceLook::List, .. } => "console-kind-list",
            QuestionKind::Single { .. } => "console-kind-single",
            QuestionKind::MultiSelect { .. } => "console-kind-multi",
            QuestionKind::Rating { .. } => "console-kind-rating",
            QuestionKind::Nps => "console-kind-nps",
            QuestionKind::Matrix { .. } => "console-kind-matrix",
            QuestionKind::Table { .. } => "console-kind-table",
            QuestionKind::Ranking { .. } => "console-kind-ranking",
            QuestionKind::Numeric(_) => "console-kind-numeric",
            QuestionKind::Slider { .. } => "console-kind-slider",
            QuestionKind::Moment(moment) => moment_kind(moment.precision),
            QuestionKind::Duration { .. } => "console-kind-duration",
            QuestionKind::Text { format, .. } => text_kind(*format),
            QuestionKind::Consent { .. } => "console-kind-consent",
            QuestionKind::Calculated { .. } => "console-kind-calculated",
            QuestionKind::Summary { .. } => "console-kind-summary",
            QuestionKind::Group { .. } => "console-kind-group",
            QuestionKind::Upload(_) => "console-kind-upload",
            QuestionKind::Note => "console-kind-note",
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

    /// The codes and labels of the rows of a matrix or a table.
    fn rows(question: &Question) -> Vec<(&str, &LocalText)> {
        match &question.kind {
            QuestionKind::Matrix { rows, .. } | QuestionKind::Table { rows, .. } => {
                rows.iter().map(|row| (row.code.as_str(), &row.label)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The codes and labels of what stands inside: the columns of a table, the questions of a group.
    fn parts(question: &Question) -> Vec<(&str, &LocalText)> {
        match &question.kind {
            QuestionKind::Table { columns, .. } if columns.len() > 1 => {
                columns.iter().map(|column| (column.code.as_str(), &column.label)).collect()
            }
            QuestionKind::Group { questions, .. } => {
                questions.iter().map(|inner| (inner.code.as_str(), &inner.text)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A condition as it is written in the questionnaire.
    fn condition(condition: Option<&Expression>) -> &str {
        condition.map_or("", Expression::source)
    }
}

const fn moment_kind(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "console-kind-date",
        Precision::Month => "console-kind-month",
        Precision::Quarter => "console-kind-quarter",
        Precision::Year => "console-kind-year",
        Precision::Time => "console-kind-time",
    }
}

const fn text_kind(format: TextFormat) -> &'static str {
    match format {
        TextFormat::Line => "console-kind-line",
        TextFormat::Lines => "console-kind-text",
        TextFormat::Email => "console-kind-email",
        TextFormat::Url => "console-kind-url",
        TextFormat::Phone => "console-kind-phone",
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
    let differences = match before {
        Some(before) => Some(compare(&*read(&app, organisation, before.id).await?, &questionnaire)),
        None => None,
    };
    let (zone, language) = (staff.organisation.zone, staff.words().language());
    let title = questionnaire.title.get(&language, &questionnaire.default_language).to_owned();
    let (page, shell) = staff.open_as(title, Place::Questionnaires);
    Ok(show(&VersionPage { page, shell, zone, version, versions, questionnaire, differences, language }))
}
