//! What respondents see: the personal link, the pages of the questionnaire, the receipt.
//!
//! A request finds its [`visit::Visit`] by the response in its address and the cookie that belongs to it. The questionnaire is cut
//! into [`sheets`], [`route`] says which come next, [`question`] turns a question into what its template shows, and
//! [`spoken`] turns an answer into words.
//!
//! A visit wears a [`claim::Hat`]: whoever holds the personal link sees everything and submits, a colleague sees what was handed
//! over. The pages need not ask: the [`route`] holds only what the hat covers, and [`visit::Visit::end`] says where it ends.
//!
//! To add a kind of question: its fields in `shared/src/questionnaire/form`, a variant of [`question::Kind`] with its macro in
//! `templates/respond/question/`, and its words in [`spoken`].

mod again;
pub mod answers;
pub mod check;
pub mod claim;
pub mod code;
pub mod colleague;
mod complaint;
mod conflict;
pub mod done;
mod ending;
pub mod exit;
pub mod file;
pub mod files;
pub mod handed;
mod keep;
pub mod later;
mod locale;
mod notice;
pub mod open;
mod oversized;
pub mod overview;
mod question;
pub mod receipt;
mod reveal;
mod route;
mod save;
pub mod section;
mod sheets;
pub(crate) mod spoken;
pub mod start;
pub mod submit;
pub mod unsubscribe;
mod visit;
pub(crate) mod voice;
mod wish;

use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::id::ResponseId;

pub use visit::Visit;

use crate::app::App;
use crate::errors::WebError;

/// Lets this browser answer a response that is begun, and goes where it was left off; nothing if the response is gone.
pub async fn enter(app: &App, jar: CookieJar, response: ResponseId) -> Result<Option<Response>, WebError> {
    let Some(visit) = Visit::load(app, response).await? else { return Ok(None) };
    let page = if visit.response.submitted.is_some() { "receipt".to_owned() } else { first_page(&visit) };
    Ok(Some((jar.add(claim::grant(app, response)), Redirect::to(&visit.address(&page))).into_response()))
}

/// The page where a visit was left off: the first with something to answer, else the one to check.
#[must_use]
pub fn first_page(visit: &Visit) -> String {
    let draft = &visit.response.draft;
    route::Route::new(visit, draft).left_off(draft).unwrap_or_else(|| "check".into())
}
