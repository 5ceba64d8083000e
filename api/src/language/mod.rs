//! Which language a page speaks: the one chosen by button, else the one the browser asks for, else German. The interface itself
//! speaks German and English; a questionnaire may speak any.

mod names;

use axum::Form;
use axum::extract::{FromRequestParts, State};
use axum::http::header::{ACCEPT_LANGUAGE, HeaderMap};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::language::Language;
use rundfrage_shared::text::{InterfaceLanguage, Words};
use serde::Deserialize;

pub use self::names::{best, is_from_the_right, name, primary};
use crate::app::App;
use crate::cookie;

const COOKIE: &str = "language";
/// Languages of one `Accept-Language` that are looked at.
const MOST_ASKED: usize = 20;

/// What is known of a visitor's languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitor {
    /// The words to speak in.
    pub words: Words,
    /// What the visitor chose by button; no other hint (a contact's language, say) may overrule it.
    pub chosen: Option<Language>,
    /// What the browser asks for, the dearest first.
    pub asked: Vec<Language>,
}

impl FromRequestParts<App> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let jar = CookieJar::from_headers(&parts.headers);
        let chosen = cookie::read(app, &jar, COOKIE).and_then(|tag| Language::parse(tag).ok());
        let words = chosen.as_ref().map_or_else(|| Words(asked_for(&parts.headers)), Words::nearest);
        Ok(Self { words, chosen, asked: weighed(&parts.headers).collect() })
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

/// The languages of `Accept-Language` by their weights; of equal weights the first comes first.
fn weighed(headers: &HeaderMap) -> impl Iterator<Item = Language> {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut weighed: Vec<(Language, f32)> = asked
        .split(',')
        .take(MOST_ASKED)
        .filter_map(|part| {
            let (tag, parameters) = part.split_once(';').unwrap_or((part, ""));
            let weight = parameters.trim().strip_prefix("q=").map_or(Some(1.0), |text| text.parse::<f32>().ok())?;
            Some((Language::parse(tag).ok()?, weight)).filter(|(_, weight)| *weight > 0.0)
        })
        .collect();
    weighed.sort_by(|one, other| other.1.total_cmp(&one.1));
    weighed.into_iter().map(|(language, _)| language)
}

/// The language of ours with the highest weight in `Accept-Language`. A browser that asks for neither gets English, one that
/// asks for nothing German.
fn asked_for(headers: &HeaderMap) -> InterfaceLanguage {
    if !headers.contains_key(ACCEPT_LANGUAGE) {
        return InterfaceLanguage::German;
    }
    weighed(headers).find_map(|language| by_tag(language.as_str())).unwrap_or(InterfaceLanguage::English)
}

/// The language buttons on every page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    language: String,
    #[serde(rename = "return")]
    back: String,
}

/// Keeps the choice in a cookie for a year and goes back to where the button was.
pub async fn post(State(app): State<App>, jar: CookieJar, Form(choice): Form<Choice>) -> impl IntoResponse {
    let jar = match Language::parse(&choice.language) {
        Err(_) => jar,
        Ok(language) => remember(&app, jar, &language),
    };
    (jar, Redirect::to(local_path(&choice.back)))
}

/// Keeps the language for a year.
pub fn remember(app: &App, jar: CookieJar, language: &Language) -> CookieJar {
    let mut cookie = cookie::make(app, COOKIE, language.as_str());
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
