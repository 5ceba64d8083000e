//! Cookies: `__Host-` and `Secure` wherever people come over TLS, never readable by scripts, never sent along by other sites.

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use crate::app::App;

/// What every cookie of ours begins with, after `__Host-`.
const PREFIX: &str = "rundfrage-";
const HOST: &str = "__Host-";

/// The full name of our cookie `name`, such as `__Host-rundfrage-session`.
#[must_use]
pub fn name(app: &App, name: &str) -> String {
    let host = if app.context.settings.is_public_https() { HOST } else { "" };
    format!("{host}{PREFIX}{name}")
}

/// The value of our cookie `name` in a request.
#[must_use]
pub fn read<'a>(app: &App, jar: &'a CookieJar, cookie: &str) -> Option<&'a str> {
    jar.get(&name(app, cookie)).map(Cookie::value)
}

/// A cookie of ours that lasts until the browser is closed; give it a `max_age` to make it last.
#[must_use]
pub fn make(app: &App, cookie: &str, value: impl Into<String>) -> Cookie<'static> {
    Cookie::build((name(app, cookie), value.into()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.context.settings.is_public_https())
        .build()
}

/// The cookie that takes our cookie `name` away again.
#[must_use]
pub fn removal(app: &App, cookie: &str) -> Cookie<'static> {
    let mut removal = make(app, cookie, "");
    removal.make_removal();
    removal
}

/// Whether a `Cookie` header holds one of ours.
#[must_use]
pub fn has_ours(header: &[u8]) -> bool {
    header.split(|byte| *byte == b';').any(|pair| {
        let pair = pair.trim_ascii_start();
        pair.strip_prefix(HOST.as_bytes()).unwrap_or(pair).starts_with(PREFIX.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::has_ours;

    #[test]
    fn our_cookies_are_told_from_others() {
        assert!(has_ours(b"a=1; __Host-rundfrage-session=x"));
        assert!(has_ours(b"rundfrage-language=de"));
        assert!(!has_ours(b"a=rundfrage-session; other=2"));
        assert!(!has_ours(b""));
    }
}
