//! `/o/{slug}`: the open link of a survey. As with the personal link, looking changes nothing; the button begins.

use std::sync::Arc;

use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::Response as Answer;
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::id::{ResponseId, RoundId};
use rundfrage_shared::open_link::{self, OpenLink, Refusal, named, ticket};
use rundfrage_shared::organisation::Slug;
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::response::{Occasion, Response, store};
use serde::Deserialize;

use super::enter;
use super::start::show_open;
use crate::app::App;
use crate::client::Client;
use crate::cookie;
use crate::errors::WebError;
use crate::page::{Page, show_as};

/// Says why one cannot answer here.
#[derive(Template)]
#[template(path = "respond/open_ended.html")]
struct Ended {
    page: Page,
    text: &'static str,
}

fn unknown(page: Page) -> Answer {
    let page = page.titled("respond-open-unknown-title");
    show_as(StatusCode::NOT_FOUND, &Ended { page, text: "respond-open-unknown" })
}

fn closed(page: Page) -> Answer {
    show_as(StatusCode::GONE, &Ended { page: page.titled("respond-open-closed-title"), text: "respond-open-closed" })
}

fn full(page: Page) -> Answer {
    show_as(StatusCode::GONE, &Ended { page: page.titled("respond-open-full-title"), text: "respond-open-full" })
}

/// Where an open link leads just now.
struct Arrival {
    link: OpenLink,
    round: RoundId,
    occasion: Occasion,
    questionnaire: Arc<Questionnaire>,
    /// What this browser began.
    begun: Option<Response>,
}

/// What a slug leads to; else the page that says why it leads nowhere.
async fn arrive(
    app: &App,
    slug: &str,
    jar: &CookieJar,
    page: Page,
) -> Result<Result<(Arrival, Page), Answer>, WebError> {
    let (ctx, now) = (&app.context, app.context.now());
    let Ok(slug) = Slug::parse(&slug.to_ascii_lowercase()) else { return Ok(Err(unknown(page))) };
    let Some(link) = open_link::store::find(&ctx.db, &slug).await? else { return Ok(Err(unknown(page))) };
    let Some(round) = open_link::store::open_round(&ctx.db, link.survey, now).await? else {
        return Ok(Err(closed(page)));
    };
    let Some(occasion) = store::lookup_occasion(&ctx.db, round).await? else { return Ok(Err(closed(page))) };
    let Some(version) = occasion.version else { return Ok(Err(closed(page))) };
    let Some(questionnaire) = app.versions.lookup(&ctx.db, link.organisation, version).await? else {
        return Ok(Err(closed(page)));
    };
    let page = page.of(occasion.organisation.as_str());
    let page = page.about(&questionnaire.languages, None, &questionnaire.default_language);
    let mine = cookie::read(app, jar, &name(round)).and_then(|value| named(&ctx.keys, round, value));
    let begun = match mine {
        Some(id) => store::lookup(&ctx.db, id).await?.map(|(response, _)| response),
        None => None,
    };
    Ok(Ok((Arrival { link, round, occasion, questionnaire, begun }, page)))
}

/// Says who asks, what for and until when.
pub async fn get(
    State(app): State<App>,
    Path(slug): Path<String>,
    jar: CookieJar,
    page: Page,
) -> Result<Answer, WebError> {
    let (arrival, page) = match arrive(&app, &slug, &jar, page).await? {
        Ok(arrived) => arrived,
        Err(answer) => return Ok(answer),
    };
    let Arrival { link, round, occasion, questionnaire, begun } = arrival;
    if let (None, Some(most)) = (&begun, link.most) {
        let counts = open_link::store::count(&app.context.db, link.organisation, round).await?;
        if counts.drafts + counts.submitted >= most {
            return Ok(full(page));
        }
    }
    let begun = begun.map(|response| (response.id, response.submitted.map(|submitted| submitted.receipt)));
    let ctx = &app.context;
    let place = open_link::place(&ctx.keys, round, ResponseId::new(&ctx.entropy, ctx.now()));
    Ok(show_open(page, &occasion, &questionnaire, begun.as_ref(), place))
}

/// What the page sends.
#[derive(Debug, Deserialize)]
pub struct Beginning {
    /// Where the page would begin.
    #[serde(default)]
    place: String,
}

/// Begins a response, or goes on with the one this browser began.
pub async fn post(
    State(app): State<App>,
    Client(network): Client,
    Path(slug): Path<String>,
    jar: CookieJar,
    page: Page,
    form: Result<Form<Beginning>, FormRejection>,
) -> Result<Answer, WebError> {
    let (arrival, page) = match arrive(&app, &slug, &jar, page).await? {
        Ok(arrived) => arrived,
        Err(answer) => return Ok(answer),
    };
    let (round, ctx) = (arrival.round, &app.context);
    let place = form.ok().and_then(|Form(form)| open_link::placed(&ctx.keys, round, &form.place));
    let place = place.unwrap_or_else(|| ResponseId::new(&ctx.entropy, ctx.now()));
    let id = match arrival.begun {
        Some(response) => response.id,
        None => match open_link::begin(ctx, &arrival.link, (round, place), &page.spoken, network).await {
            Ok(id) => id,
            Err(Refusal::Db(error)) => return Err(error.into()),
            Err(Refusal::Closed) => return Ok(closed(page)),
            Err(Refusal::Full) => return Ok(full(page)),
            Err(Refusal::Throttled { .. }) => {
                let page = page.titled("respond-open-throttled-title");
                return Ok(show_as(StatusCode::TOO_MANY_REQUESTS, &Ended { page, text: "respond-open-throttled" }));
            }
        },
    };
    Ok(enter(&app, jar.add(mine(&app, round, id)), id).await?.unwrap_or_else(|| closed(page)))
}

/// The cookie by which this browser finds its response again; it ends with the browser, as every other of ours does here.
fn mine(app: &App, round: RoundId, response: ResponseId) -> axum_extra::extract::cookie::Cookie<'static> {
    cookie::make(app, &name(round), ticket(&app.context.keys, round, response))
}

/// The random end of the id tells rounds apart well enough.
fn name(round: RoundId) -> String {
    let id = round.to_string();
    format!("open-{}", &id[id.len() - 12..])
}
