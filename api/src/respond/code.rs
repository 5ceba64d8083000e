//! `/code`: the access code of a letter, typed in. It leads to the personal link, where everything begins.

use std::borrow::Cow;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use axum_extra::extract::Form;
use rundfrage_shared::invitation::access_code::{CodeError, NotACode, follow};
use serde::Deserialize;

use crate::app::App;
use crate::client::Client;
use crate::errors::WebError;
use crate::page::{Page, show, show_as};

#[derive(Template)]
#[template(path = "respond/code.html")]
struct CodePage {
    page: Page,
    typed: String,
}

/// Asks for the code.
pub async fn get(page: Page) -> Answer {
    show(&CodePage { page: page.titled("respond-code-title"), typed: String::new() })
}

/// What is typed in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    #[serde(default)]
    code: String,
}

/// Goes where the code leads.
pub async fn post(
    State(app): State<App>,
    Client(network): Client,
    page: Page,
    Form(typed): Form<Typed>,
) -> Result<Answer, WebError> {
    let (status, complaint) = match follow(&app.context, &typed.code, network).await {
        Ok(token) => return Ok(Redirect::to(&format!("/r/{token}")).into_response()),
        Err(CodeError::Db(error)) => return Err(error.into()),
        Err(CodeError::Throttled { .. }) => (StatusCode::TOO_MANY_REQUESTS, page.t("respond-code-throttled")),
        Err(CodeError::Wrong) => (StatusCode::UNPROCESSABLE_ENTITY, page.t("respond-code-wrong")),
        Err(CodeError::NotACode(not)) => (StatusCode::UNPROCESSABLE_ENTITY, misread(&page, not)),
    };
    let complaint = complaint.into_owned();
    let mut page = page.titled("respond-code-title");
    page.refuse("code", complaint);
    Ok(show_as(status, &CodePage { page, typed: typed.code }))
}

/// What is wrong with a text that cannot be a code.
fn misread(page: &Page, not: NotACode) -> Cow<'static, str> {
    match not {
        NotACode::Length(0) => page.t("respond-code-missing"),
        NotACode::Length(count) => page.tn("respond-code-length", count),
        NotACode::Character('0' | 'O' | 'o' | '1' | 'I' | 'i' | 'L' | 'l') => page.t("respond-code-alike"),
        NotACode::Character(character) => page.t1("respond-code-character", "character", character.to_string()),
    }
}
