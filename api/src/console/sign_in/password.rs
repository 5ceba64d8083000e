//! `/sign-in`: e-mail address and password.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use rundfrage_shared::staff::sign_in::{SignInError, sign_in};
use serde::Deserialize;
use tower_sessions::Session;

use crate::app::App;
use crate::client::Client;
use crate::console::session;
use crate::errors::WebError;
use crate::language::local_path;
use crate::page::{Page, show, show_invalid};

/// Where people go who came from nowhere in particular.
const HOME: &str = "/console";

#[derive(Template)]
#[template(path = "console/sign_in/password.html")]
struct SignInPage {
    page: Page,
    email: String,
    back: String,
}

/// Where the visitor wanted to go.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(rename = "return")]
    back: Option<String>,
}

/// Shows the form.
pub async fn get(page: Page, Query(wish): Query<Wish>) -> Response {
    show(&SignInPage {
        page: page.titled("console-sign-in-title"),
        email: String::new(),
        back: wish.back.unwrap_or_else(|| HOME.into()),
    })
}

/// What is typed in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    email: String,
    password: String,
    #[serde(rename = "return", default)]
    back: String,
}

/// Signs in, under a new session id.
pub async fn post(
    State(app): State<App>,
    Client(address): Client,
    session: Session,
    page: Page,
    Form(typed): Form<Typed>,
) -> Result<Response, WebError> {
    match sign_in(&app.context, &typed.email, &typed.password, address).await {
        Ok(member) => {
            session::begin(&app.context, &session, &member).await.map_err(|error| WebError::Internal(error.into()))?;
            Ok(Redirect::to(way_back(&typed.back)).into_response())
        }
        Err(SignInError::Refused) => Ok(again(page, typed, "console-sign-in-refused")),
        Err(SignInError::Throttled { .. }) => Ok(again(page, typed, "console-sign-in-throttled")),
        Err(SignInError::Db(error)) => Err(error.into()),
        Err(SignInError::Hashing(error)) => Err(WebError::Internal(error.into())),
    }
}

fn again(page: Page, typed: Typed, complaint: &str) -> Response {
    let mut page = page.titled("console-sign-in-title");
    let message = page.t(complaint).into_owned();
    page.refuse("email", message);
    show_invalid(&SignInPage { page, email: typed.email, back: typed.back })
}

/// The page the visitor wanted, if it is one of the console; else the overview.
fn way_back(path: &str) -> &str {
    let path = local_path(path);
    if path.starts_with(HOME) { path } else { HOME }
}
