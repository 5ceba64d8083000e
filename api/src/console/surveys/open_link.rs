//! `/console/surveys/{id}/open-link`: what a survey's open link is called, and how many may answer by it.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use rundfrage_shared::db::DbError;
use rundfrage_shared::id::SurveyId;
use rundfrage_shared::open_link::{OpenLink, store};
use rundfrage_shared::organisation::Slug;
use rundfrage_shared::survey::{self, Survey};
use serde::Deserialize;
use serde_json::json;

use super::address;
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

/// A complaint: the field, and the text.
type Complaint = (&'static str, &'static str);

/// What is typed in, kept as it was.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Typed {
    slug: String,
    most: String,
}

#[derive(Template)]
#[template(path = "console/surveys/open_link.html")]
struct OpenLinkPage {
    page: Page,
    shell: Shell,
    survey: Survey,
    typed: Typed,
    /// What every open link begins with.
    prefix: String,
}

impl Typed {
    /// The link that is meant, none for none; or what is wrong.
    fn read(&self, survey: &Survey) -> Result<Option<OpenLink>, Complaint> {
        let (slug, most) = (self.slug.trim(), self.most.trim());
        if slug.is_empty() && most.is_empty() {
            return Ok(None);
        }
        let slug = Slug::parse(slug).map_err(|_| ("slug", "open-link-slug-wrong"))?;
        let most = match count(most).filter(|most: &i64| (1..=1_000_000).contains(most)) {
            None if !most.is_empty() => return Err(("most", "open-link-most-wrong")),
            most => most,
        };
        Ok(Some(OpenLink { survey: survey.id, organisation: survey.organisation, slug, most }))
    }
}

/// A whole number, whose thousands may be set apart as pages show them.
fn count(text: &str) -> Option<i64> {
    let mut parts = text.split(['.', ',', ' ', '\u{a0}', '\u{202f}']);
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let is_whole = rest.is_empty() || first.len() <= 3 && rest.iter().all(|part| part.len() == 3);
    is_whole.then(|| format!("{first}{}", rest.concat()).parse().ok())?
}

async fn found(app: &App, staff: &Staff, id: SurveyId) -> Result<Survey, WebError> {
    survey::store::lookup(&app.context.db, staff.organisation_id(), id).await?.ok_or(WebError::NotFound)
}

fn draw(app: &App, editor: Editor, survey: Survey, typed: Typed) -> OpenLinkPage {
    let (page, shell) = editor.0.open("open-link-title", Place::Surveys);
    OpenLinkPage { page, shell, survey, typed, prefix: app.context.public_address("/o/") }
}

/// Shows the form.
pub async fn get(State(app): State<App>, editor: Editor, Id(id): Id<SurveyId>) -> Result<Response, WebError> {
    let survey = found(&app, &editor, id).await?;
    let link = store::lookup(&app.context.db, survey.organisation, id).await?;
    let typed = link.map_or_else(Typed::default, |link| Typed {
        slug: link.slug.to_string(),
        most: link.most.map(|most| most.to_string()).unwrap_or_default(),
    });
    Ok(show(&draw(&app, editor, survey, typed)))
}

/// Sets the link, or takes it away.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<SurveyId>,
    Form(typed): Form<Typed>,
) -> Result<Response, WebError> {
    let survey = found(&app, &editor, id).await?;
    let refuse = |editor: Editor, survey: Survey, typed: Typed, complaint: Complaint| {
        let mut shown = draw(&app, editor, survey, typed);
        shown.page.refuse_all(&[complaint]);
        Ok(show_invalid(&shown))
    };
    let link = match typed.read(&survey) {
        Ok(link) => link,
        Err(complaint) => return refuse(editor, survey, typed, complaint),
    };
    let (mut tx, now) = (app.context.db.begin().await?, app.context.now());
    let outcome = match &link {
        Some(link) => store::put(&mut tx, link, now).await,
        None => store::remove(&mut tx, survey.organisation, id).await,
    };
    match outcome {
        Err(DbError::Exists) => {
            drop(tx);
            return refuse(editor, survey, typed, ("slug", "open-link-slug-taken"));
        }
        outcome => outcome?,
    }
    let details = json!({ "slug": link.as_ref().map(|link| link.slug.as_str()), "most": link.as_ref().and_then(|link| link.most) });
    editor.record(&app, &mut tx, "survey.open-link", format!("survey:{id}"), details).await?;
    tx.commit().await?;
    Notice::done(if link.is_some() { "open-link-set" } else { "open-link-removed" }).leave(&editor.session).await?;
    Ok(Redirect::to(&address(id)).into_response())
}
