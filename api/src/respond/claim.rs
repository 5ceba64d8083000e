//! The cookie that lets a browser work on one response. It is derived, so nothing is stored; each response has its own, so that
//! two rounds in two tabs do not get in each other's way.

use axum_extra::extract::cookie::{Cookie, CookieJar};
use rundfrage_shared::id::ResponseId;
use rundfrage_shared::keys::Purpose;

use crate::app::App;
use crate::cookie;

/// The cookie for `response`; it ends with the browser, and the personal link makes it anew.
pub fn grant(app: &App, response: ResponseId) -> Cookie<'static> {
    let tag = app.context.keys.short_tag(Purpose::ResponseCookie, &[response.as_bytes()]);
    cookie::make(app, &name(response), tag)
}

/// Whether the browser may work on `response`.
pub fn holds(app: &App, jar: &CookieJar, response: ResponseId) -> bool {
    cookie::read(app, jar, &name(response))
        .is_some_and(|tag| app.context.keys.verify(Purpose::ResponseCookie, &[response.as_bytes()], tag))
}

/// The random end of the id tells responses apart well enough.
fn name(response: ResponseId) -> String {
    let id = response.to_string();
    format!("respond-{}", &id[id.len() - 12..])
}
