//! Which language a page speaks: the one chosen by button, else the one the browser asks for, else German.

use axum::Form;
use axum::extract::{FromRequestParts, State};
use axum::http::header::{ACCEPT_LANGUAGE, HeaderMap};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::text::{InterfaceLanguage, Words};
use serde::Deserialize;

use crate::app::App;
use crate::cookie;

const COOKIE: &str = "language";

/// The language of one visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// The words to speak in.
    pub words: Words,
    /// Whether the visitor chose by button; then no other hint (a contact's language, say) may overrule it.
    pub has_chosen: bool,
}

impl FromRequestParts<App> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let jar = CookieJar::from_headers(&parts.headers);
        if let Some(language) = cookie::read(app, &jar, COOKIE).and_then(by_tag) {
            return Ok(Self { words: Words(language), has_chosen: true });
        }
        Ok(Self { words: Words(asked_for(&parts.headers)), has_chosen: false })
    }
}

/// The language of the interface that a tag names.
#[must_use]
pub fn by_tag(tag: &str) -> Option<InterfaceLanguage> {
    match tag.get(..2)?.to_ascii_lowercase().as_str() {
        "de" => Some(InterfaceLanguage::German),
        "en" => Some(InterfaceLanguage::English),
        _ => None,
    }
}

/// The language of ours with the highest weight in `Accept-Language`; of equal weights the first. A browser that asks for
/// neither gets English, one that asks for nothing German.
fn asked_for(headers: &HeaderMap) -> InterfaceLanguage {
    let Some(asked) = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()) else {
        return InterfaceLanguage::German;
    };
    let weighed = asked.split(',').take(20).filter_map(|part| {
        let (tag, parameters) = part.split_once(';').unwrap_or((part, ""));
        let weight = parameters.trim().strip_prefix("q=").map_or(Some(1.0), |text| text.parse::<f32>().ok())?;
        Some((by_tag(tag.trim())?, weight)).filter(|(_, weight)| *weight > 0.0)
    });
    let best = weighed.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(InterfaceLanguage::English, |(language, _)| language)
}

/// The two buttons on every page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    language: String,
    #[serde(rename = "return")]
    back: String,
}

/// Keeps the choice in a cookie for a year and goes back to where the button was.
pub async fn post(State(app): State<App>, jar: CookieJar, Form(choice): Form<Choice>) -> impl IntoResponse {
    let jar = match by_tag(&choice.language) {
        None => jar,
        Some(language) => remember(&app, jar, Words(language)),
    };
    (jar, Redirect::to(local_path(&choice.back)))
}

/// Keeps the language of `words` for a year.
pub fn remember(app: &App, jar: CookieJar, words: Words) -> CookieJar {
    let mut cookie = cookie::make(app, COOKIE, words.tag());
    cookie.set_max_age(time::Duration::days(365));
    jar.add(cookie)
}

/// `path` if it leads to this server and nowhere else, else the start page: `//other`, `/\other` and every scheme are refused.
#[must_use]
pub fn local_path(path: &str) -> &str {
    let stays = path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if stays { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(header: &str) -> InterfaceLanguage {
        asked_for(&HeaderMap::from_iter([(ACCEPT_LANGUAGE, header.parse().unwrap())]))
    }

    #[test]
    fn the_browser_is_heard() {
        assert_eq!(asked("de-AT,de;q=0.9,en;q=0.8"), InterfaceLanguage::German);
        assert_eq!(asked("en-US,en;q=0.5"), InterfaceLanguage::English);
        assert_eq!(asked("fr, en;q=0.3, de;q=0.7"), InterfaceLanguage::German);
        assert_eq!(asked("de;q=0, fr"), InterfaceLanguage::English);
        assert_eq!(asked("q;;=,,x;q=y"), InterfaceLanguage::English);
        assert_eq!(asked_for(&HeaderMap::new()), InterfaceLanguage::German);
    }

    #[test]
    fn a_way_back_stays_on_this_server() {
        for good in ["/", "/respond/section/2?a=b", "/r/abc#x"] {
            assert_eq!(local_path(good), good);
        }
        for bad in ["", "//x", "/\\x", "https://x", "javascript:alert(1)", "/a\\b", "/a\r\nb", "\\/x", "/ü", " /x"] {
            assert_eq!(local_path(bad), "/", "{bad:?}");
        }
    }
}
