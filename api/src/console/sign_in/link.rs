//! `/sign-in/link/{token}`: the one-time link of a new person or of somebody who lost the password.
//!
//! Opening the page uses nothing up: programs that scan mails open every link. The link is used up by the password that is sent
//! with it. A link that was used, has expired or never was gets one and the same page.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use rundfrage_shared::staff::{self, AccountError, Password, WeakPassword, store};
use serde::Deserialize;
use tower_sessions::Session;

use crate::app::App;
use crate::console::notice::Notice;
use crate::console::session;
use crate::errors::WebError;
use crate::page::{Page, show, show_as, show_invalid};

#[derive(Template)]
#[template(path = "console/sign_in/link.html")]
struct LinkPage {
    page: Page,
    is_dead: bool,
}

/// Shows the form if the link is good.
pub async fn get(State(app): State<App>, Path(token): Path<String>, page: Page) -> Result<Response, WebError> {
    let ctx = &app.context;
    Ok(match store::find_by_link(&ctx.db, &token, ctx.now()).await? {
        Some(_) => show(&LinkPage { page: page.titled("console-link-title"), is_dead: false }),
        None => dead(page),
    })
}

fn dead(page: Page) -> Response {
    show_as(StatusCode::GONE, &LinkPage { page: page.titled("console-link-dead-title"), is_dead: true })
}

/// The new password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    password: String,
    repeat: String,
}

/// Uses the link up, sets the password and signs in.
pub async fn post(
    State(app): State<App>,
    Path(token): Path<String>,
    session: Session,
    page: Page,
    Form(typed): Form<Typed>,
) -> Result<Response, WebError> {
    let mut page = page.titled("console-link-title");
    let password = match new_password(&typed.password, &typed.repeat) {
        Ok(password) => password,
        Err((field, complaint)) => {
            let message = page.t(complaint).into_owned();
            page.refuse(field, message);
            return Ok(show_invalid(&LinkPage { page, is_dead: false }));
        }
    };
    match staff::set_password_by_link(&app.context, &token, &password).await {
        Ok(member) => {
            session::begin(&app.context, &session, &member).await.map_err(|error| WebError::Internal(error.into()))?;
            Notice::done("console-link-done").leave(&session).await?;
            Ok(Redirect::to("/console").into_response())
        }
        Err(AccountError::LinkDead) => Ok(dead(page)),
        Err(AccountError::Db(error)) => Err(error.into()),
        Err(other) => Err(WebError::Internal(other.into())),
    }
}

/// A password typed twice; else the field and the text of the complaint.
pub fn new_password(typed: &str, repeat: &str) -> Result<Password, (&'static str, &'static str)> {
    let password = Password::parse(typed).map_err(|weak| {
        let complaint = match weak {
            WeakPassword::TooShort => "console-password-short",
            WeakPassword::TooLong => "console-password-long",
            WeakPassword::Common => "console-password-common",
        };
        ("password", complaint)
    })?;
    if typed == repeat { Ok(password) } else { Err(("repeat", "console-password-differs")) }
}
