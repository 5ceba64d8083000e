//! `/console/questionnaires/versions/{id}/preview`: the pages of the respondents, tried out for a made-up company.
//!
//! The pages are those of `respond`, with a visit that has no row in the database: what is typed is kept in the session of whoever
//! tries it out, and goes with it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Form, FromRequestParts as _, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use chrono::{Datelike as _, TimeDelta};
use rundfrage_shared::classification;
use rundfrage_shared::id::{ResponseId, RoundId, VersionId};
use rundfrage_shared::language::Language;
use rundfrage_shared::name::Name;
use rundfrage_shared::panel::SizeClass;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::attributes::Attributes;
use rundfrage_shared::questionnaire::format::{Classification, Document};
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::response::save::{PageAnswers, merge};
use rundfrage_shared::response::{Occasion, Response};
use rundfrage_shared::round::{RoundName, Stage};
use rundfrage_shared::survey::Anonymity;
use serde::{Deserialize, Serialize};
use tower_sessions::Session;

use super::publish::written;
use super::version::read;
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};
use crate::respond::claim::Hat;
use crate::respond::{Visit, first_page};

const KEY: &str = "preview";
/// Characters of the value of an attribute.
const LONGEST: usize = 200;

/// What a session keeps of a preview.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Preview {
    version: VersionId,
    /// Decides on orders that are drawn per respondent.
    respondent: ResponseId,
    language: Language,
    round: String,
    attributes: Attributes,
    draft: Answers,
}

/// One attribute of the made-up company.
struct Field {
    name: String,
    value: String,
    /// What it can be; empty: anything.
    values: Vec<(String, String)>,
}

impl Field {
    fn field(&self) -> String {
        format!("attribute.{}", self.name)
    }

    fn choices(&self) -> &[(String, String)] {
        &self.values
    }

    /// The text that names it, if it is not one of the questionnaire's own.
    fn key(&self) -> Option<String> {
        let is_known = ["sector", "size", "region", "cluster"].contains(&self.name.as_str());
        is_known.then(|| format!("console-preview-{}", self.name))
    }
}

#[derive(Template)]
#[template(path = "console/questionnaires/preview.html")]
struct PreviewPage {
    page: Page,
    shell: Shell,
    back: String,
    languages: Vec<(String, String)>,
    language: String,
    round: String,
    fields: Vec<Field>,
}

/// The address of the preview of a version.
#[must_use]
pub fn address(id: VersionId) -> String {
    format!("{}/preview", super::address(id))
}

/// Asks for what the company is to be.
pub async fn get(State(app): State<App>, Editor(staff): Editor, Id(id): Id<VersionId>) -> Result<Answer, WebError> {
    let (_, document) = written(&app, &staff, id).await?;
    let kept = kept(&staff.session).await?.filter(|preview| preview.version == id);
    let now = app.context.now();
    let round = format!("{}-Q{}", now.year(), (now.month() - 1) / 3 + 1);
    let (language, round, attributes) = match kept {
        Some(preview) => (preview.language.to_string(), preview.round, preview.attributes),
        None => (document.default_language.clone(), round, Attributes::new()),
    };
    Ok(show(&draw(staff, id, &document, language, round, &attributes)))
}

fn draw(
    staff: Staff,
    id: VersionId,
    document: &Document,
    language: String,
    round: String,
    attributes: &Attributes,
) -> PreviewPage {
    let fields = fields(document, attributes, &staff.words().language());
    let languages = document.languages.iter().chain(&document.languages_in_work);
    let languages = languages.map(|tag| (tag.to_ascii_lowercase(), tag.to_ascii_lowercase())).collect();
    let (page, shell) = staff.open("console-preview-title", Place::Questionnaires);
    PreviewPage { page, shell, back: super::address(id), languages, language, round, fields }
}

fn fields(document: &Document, attributes: &Attributes, language: &Language) -> Vec<Field> {
    let sections = classification::section_titles().into_iter();
    let sections = sections.map(|title| {
        let code = title.code.to_owned();
        (code.clone(), format!("{code} – {}", title.in_language(language)))
    });
    let sizes = SizeClass::ALL.iter().map(|class| (class.as_str().to_owned(), class.as_str().to_owned()));
    let mut fields = vec![
        ("sector".to_owned(), sections.collect::<Vec<_>>()),
        ("size".to_owned(), sizes.collect()),
        ("region".to_owned(), vec![]),
        ("cluster".to_owned(), vec![]),
    ];
    for (name, classification) in &document.classification {
        let values = match classification {
            Classification::Named(_) => vec![],
            Classification::Values(values) => values.iter().map(|value| (value.clone(), value.clone())).collect(),
        };
        if fields.iter().all(|(known, _)| known != name) {
            fields.push((name.clone(), values));
        }
    }
    let value = |name: &str| attributes.get(name).cloned().unwrap_or_default();
    fields.into_iter().map(|(name, values)| Field { value: value(&name), name, values }).collect()
}

/// Begins: nothing is answered yet.
pub async fn post(
    State(app): State<App>,
    Editor(staff): Editor,
    Id(id): Id<VersionId>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Result<Answer, WebError> {
    let (_, document) = written(&app, &staff, id).await?;
    let value = |name: &str| posted.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim().to_owned());
    let known = fields(&document, &Attributes::new(), &staff.words().language());
    let attributes: Attributes = known
        .iter()
        .filter_map(|field| Some((field.name.clone(), value(&field.field())?)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name, value.chars().take(LONGEST).collect()))
        .collect();
    let tag = value("language").unwrap_or_default();
    let languages = document.languages.iter().chain(&document.languages_in_work);
    let spoken = languages.filter_map(|tag| Language::parse(tag).ok()).find(|language| language.as_str() == tag);
    let round = value("round").unwrap_or_default();
    let (Some(language), Ok(round)) = (spoken, RoundName::parse(&round)) else {
        let mut shown = draw(staff, id, &document, tag, round, &attributes);
        shown.page.refuse_all(&[("round", "console-preview-round-wrong")]);
        return Ok(show_invalid(&shown));
    };
    let entropy = &app.context.entropy;
    let preview = Preview {
        version: id,
        respondent: ResponseId::new(entropy, app.context.now()),
        language,
        round: round.to_string(),
        attributes,
        draft: Answers::default(),
    };
    keep(&staff.session, &preview).await?;
    let questionnaire = read(&app, staff.organisation_id(), id).await?;
    let visit = made_up(&app, &staff, preview, questionnaire)?;
    Ok(Redirect::to(&visit.address(&first_page(&visit))).into_response())
}

/// The end: what would be submitted is forgotten.
pub async fn post_end(
    State(app): State<App>,
    Editor(staff): Editor,
    Id(id): Id<VersionId>,
) -> Result<Redirect, WebError> {
    let _ = read(&app, staff.organisation_id(), id).await?;
    let _: Option<Preview> = staff.session.remove(KEY).await.map_err(|error| WebError::Internal(error.into()))?;
    Notice::done("console-preview-done").leave(&staff.session).await?;
    Ok(Redirect::to(&address(id)))
}

/// The visit of whoever tries this version out; who has not begun is led to the beginning.
pub async fn visit(parts: &mut Parts, app: &App, id: VersionId) -> Result<Visit, Answer> {
    let Editor(staff) = Editor::from_request_parts(parts, app).await?;
    let visit = async {
        let questionnaire = read(app, staff.organisation_id(), id).await?;
        let preview = kept(&staff.session).await?.filter(|preview| preview.version == id);
        preview.map(|preview| made_up(app, &staff, preview, questionnaire)).transpose()
    };
    match visit.await {
        Ok(Some(visit)) => Ok(visit),
        Ok(None) => Err(Redirect::to(&address(id)).into_response()),
        Err(error) => Err(error.into_response()),
    }
}

/// Saves what a page says in the session.
pub async fn save(session: &Session, page: PageAnswers, language: &Language) -> Result<Answers, WebError> {
    let mut preview = kept(session).await?.ok_or(WebError::NotFound)?;
    merge(&mut preview.draft, page);
    preview.language = language.clone();
    keep(session, &preview).await?;
    Ok(preview.draft)
}

async fn kept(session: &Session) -> Result<Option<Preview>, WebError> {
    session.get(KEY).await.map_err(|error| WebError::Internal(error.into()))
}

async fn keep(session: &Session, preview: &Preview) -> Result<(), WebError> {
    session.insert(KEY, preview).await.map_err(|error| WebError::Internal(error.into()))
}

fn made_up(app: &App, staff: &Staff, preview: Preview, questionnaire: Arc<Questionnaire>) -> Result<Visit, WebError> {
    let (now, organisation) = (app.context.now(), &staff.organisation);
    let title = questionnaire.title.get(&preview.language, &questionnaire.default_language);
    let response = Response {
        id: preview.respondent,
        organisation: organisation.id,
        round: RoundId::from_bytes([0; 16]),
        company: None,
        invitation: None,
        version: preview.version,
        language: preview.language,
        attributes: preview.attributes,
        is_test: false,
        last: None,
        draft: preview.draft,
        revision: 0,
        submitted: None,
        updated_at: now,
    };
    let occasion = Occasion {
        organisation: organisation.name.clone(),
        survey: Name::parse(title).unwrap_or_else(|_| organisation.name.clone()),
        sender: organisation.name.clone(),
        reply_to: None,
        round: RoundName::parse(&preview.round).map_err(|error| WebError::Internal(error.into()))?,
        stage: Stage::Open,
        opens_at: now - TimeDelta::days(1),
        closes_at: now + TimeDelta::days(1),
        zone: organisation.zone,
        version: Some(preview.version),
        anonymity: Anonymity::Confidential,
    };
    Ok(Visit {
        response,
        occasion,
        questionnaire,
        now,
        today: now.with_timezone(&organisation.zone).date_naive(),
        hat: Hat::Staff(staff.session.clone()),
    })
}
