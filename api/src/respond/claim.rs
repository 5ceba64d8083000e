//! Who may work on a response: the cookies that let a browser. They are derived, so nothing is stored; each response has its own, so that
//! two rounds in two tabs do not get in each other's way.
//!
//! Whoever came by a personal link holds the response. A colleague to whom something was handed has another cookie, which says
//! what: it is looked up at every request, so that a link that was taken back stops working at once.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response as Answer};
use axum_extra::extract::cookie::{Cookie, CookieJar};
use rundfrage_shared::db::DbResult;
use rundfrage_shared::delegation::{self, Delegation, link};
use rundfrage_shared::id::ResponseId;
use rundfrage_shared::keys::Purpose;
use tower_sessions::Session;

use super::notice;
use crate::app::App;
use crate::cookie;
use crate::errors::WebError;
use crate::page::Page;

/// On whose behalf somebody works on a response.
#[derive(Clone, Debug)]
pub enum Hat {
    /// The holder of a personal link.
    Holder,
    /// A colleague.
    Colleague(Box<Delegation>),
    /// Staff who try the questionnaire out: their session keeps the answers instead of the database.
    Staff(Session),
}

impl Hat {
    /// Whether who wears it submits: the holder, whoever tries it out, or a colleague to whom everything was handed.
    #[must_use]
    pub fn submits(&self) -> bool {
        match self {
            Self::Holder | Self::Staff(_) => true,
            Self::Colleague(delegation) => delegation.is_everything(),
        }
    }
}

/// The response that a request may work on: named by its address, granted by its cookie. Whether it exists is not looked at.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The response.
    pub response: ResponseId,
    /// On whose behalf.
    pub hat: Hat,
}

impl FromRequestParts<App> for Claim {
    type Rejection = Answer;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Answer> {
        let jar = CookieJar::from_headers(&parts.headers);
        let Some(response) = named(parts, app).await else { return Err(invalid(parts, app).await) };
        match hat(app, &jar, response).await {
            Ok(Some(hat)) => Ok(Self { response, hat }),
            Ok(None) => Err(invalid(parts, app).await),
            Err(error) => Err(WebError::from(error).into_response()),
        }
    }
}

async fn named(parts: &mut Parts, app: &App) -> Option<ResponseId> {
    let params = RawPathParams::from_request_parts(parts, app).await.ok()?;
    params.iter().find(|(name, _)| *name == "response").and_then(|(_, id)| id.parse().ok())
}

/// The page of whoever may not.
pub async fn invalid(parts: &mut Parts, app: &App) -> Answer {
    match Page::from_request_parts(parts, app).await {
        Ok(page) => notice::invalid(page),
    }
}

/// The cookie for `response`; it ends with the browser, and the personal link makes it anew.
#[must_use]
pub fn grant(app: &App, response: ResponseId) -> Cookie<'static> {
    let tag = app.context.keys.short_tag(Purpose::ResponseCookie, &[response.as_bytes()]);
    cookie::make(app, &name("respond", response), tag)
}

/// The cookie for what was handed over.
#[must_use]
pub fn grant_colleague(app: &App, delegation: &Delegation) -> Cookie<'static> {
    let value = link::cookie(&app.context.keys, delegation);
    cookie::make(app, &name("colleague", delegation.response), value)
}

/// Whether the browser holds `response`.
#[must_use]
pub fn holds(app: &App, jar: &CookieJar, response: ResponseId) -> bool {
    cookie::read(app, jar, &name("respond", response))
        .is_some_and(|tag| app.context.keys.verify(Purpose::ResponseCookie, &[response.as_bytes()], tag))
}

/// The hat that the browser wears for `response`; who holds it and was handed a part of it, too, holds it.
pub async fn hat(app: &App, jar: &CookieJar, response: ResponseId) -> DbResult<Option<Hat>> {
    if holds(app, jar, response) {
        return Ok(Some(Hat::Holder));
    }
    let Some(value) = cookie::read(app, jar, &name("colleague", response)) else { return Ok(None) };
    let Some(claimed) = link::claimed(value) else { return Ok(None) };
    let delegation = delegation::store::lookup(&app.context.db, claimed).await?;
    let is_genuine = |delegation: &Delegation| {
        delegation.response == response && link::is_genuine_cookie(&app.context.keys, value, delegation)
    };
    Ok(delegation.filter(is_genuine).map(|delegation| Hat::Colleague(Box::new(delegation))))
}

/// The random end of the id tells responses apart well enough.
fn name(what: &str, response: ResponseId) -> String {
    let id = response.to_string();
    format!("{what}-{}", &id[id.len() - 12..])
}
