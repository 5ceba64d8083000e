//! `/unsubscribe/{token}`: leaving. Looking shows a button; a post acts, from the page or from a mail program in one click
//! (RFC 8058: without cookies, as a form of either encoding).

use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response as Answer;
use rundfrage_shared::suppression::store::{self, Leaving};
use rundfrage_shared::suppression::{Reason, link};

use super::notice;
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show};

/// What the page's button sends for "everything of this organisation"; anything else means this survey.
const EVERYTHING: &str = "everything";

#[derive(Template)]
#[template(path = "respond/unsubscribe.html")]
struct Unsubscribe {
    page: Page,
    organisation: String,
    survey: String,
    scopes: Vec<(String, String)>,
    scope: &'static str,
    done: bool,
    everything: bool,
}

/// Asks from what.
pub async fn get(State(app): State<App>, Path(token): Path<String>, page: Page) -> Result<Answer, WebError> {
    let Some(leaving) = lookup(&app, &token).await? else { return Ok(notice::invalid(page)) };
    Ok(show(&view(page, &leaving, false, false)))
}

/// Leaves; once more changes nothing.
pub async fn post(
    State(app): State<App>,
    Path(token): Path<String>,
    page: Page,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Answer, WebError> {
    let Some(leaving) = lookup(&app, &token).await? else { return Ok(notice::invalid(page)) };
    let everything = wants_everything(&headers, &body);
    let ctx = &app.context;
    let survey = (!everything).then_some(leaving.survey);
    let mut tx = ctx.db.begin().await?;
    store::add(&mut tx, leaving.organisation, &leaving.email, survey, Reason::Unsubscribed, &ctx.entropy, ctx.now())
        .await?;
    tx.commit().await?;
    Ok(show(&view(page, &leaving, true, everything)))
}

async fn lookup(app: &App, token: &str) -> Result<Option<Leaving>, WebError> {
    let Some(addressee) = link::read(&app.context.keys, token) else { return Ok(None) };
    Ok(store::lookup_leaving(&app.context.db, addressee).await?)
}

fn wants_everything(headers: &HeaderMap, body: &Bytes) -> bool {
    let is_plain_form =
        headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    is_plain_form && body.split(|byte| *byte == b'&').any(|field| field == format!("scope={EVERYTHING}").as_bytes())
}

fn view(page: Page, leaving: &Leaving, done: bool, everything: bool) -> Unsubscribe {
    let page = page.of(leaving.organisation_name.as_str()).prefer(&leaving.language);
    let (survey, organisation) = (leaving.survey_title.to_string(), leaving.organisation_name.to_string());
    let scopes = vec![
        ("survey".to_owned(), page.t1("respond-leave-survey", "survey", &survey).into_owned()),
        (EVERYTHING.to_owned(), page.t1("respond-leave-everything", "organisation", &organisation).into_owned()),
    ];
    let page = page.titled(if done { "respond-leave-done-title" } else { "respond-leave-title" });
    Unsubscribe { page, organisation, survey, scopes, scope: "survey", done, everything }
}
