//! The cookies that let a browser work on one response. They are derived, so nothing is stored; each response has its own, so that
//! two rounds in two tabs do not get in each other's way.
//!
//! Whoever came by a personal link holds the response. A colleague to whom something was handed has another cookie, which says
//! what: it is looked up at every request, so that a link that was taken back stops working at once.

use axum_extra::extract::cookie::{Cookie, CookieJar};
use rundfrage_shared::db::DbResult;
use rundfrage_shared::delegation::{self, Delegation, link};
use rundfrage_shared::id::ResponseId;
use rundfrage_shared::keys::Purpose;

use crate::app::App;
use crate::cookie;

/// On whose behalf somebody works on a response.
#[derive(Clone, Debug)]
pub enum Hat {
    /// The holder of a personal link.
    Holder,
    /// A colleague.
    Colleague(Box<Delegation>),
}

impl Hat {
    /// Whether who wears it submits: the holder, or a colleague to whom everything was handed.
    #[must_use]
    pub fn submits(&self) -> bool {
        match self {
            Self::Holder => true,
            Self::Colleague(delegation) => delegation.is_everything(),
        }
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
