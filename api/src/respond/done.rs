//! `/respond/{response}/done`: where a colleague's section ends. It goes back to whoever handed it over, who submits.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::delegation::store;
use serde::Deserialize;

use super::check::{Summary, sum_up};
use super::claim::Hat;
use super::route::Route;
use super::sheets::Sheet;
use super::visit::OpenVisit;
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "respond/done.html")]
struct Done {
    page: Page,
    sections: Vec<Summary>,
    back: String,
    /// When the section was passed back.
    passed: Option<String>,
}

/// Which button was pressed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    #[serde(rename = ".do")]
    wish: String,
}

/// Sums up the section, with the button that passes it back; says thank you afterwards.
pub async fn get(OpenVisit(visit): OpenVisit, page: Page) -> Answer {
    let page = visit.page(page);
    let Hat::Colleague(delegation) = &visit.hat else { return Redirect::to(&visit.address("check")).into_response() };
    let route = Route::new(&visit, &visit.response.draft);
    let title = if delegation.done_at.is_some() { "respond-done-title" } else { "respond-done-check" };
    let done = Done {
        sections: sum_up(&visit, &page),
        back: route.visible().next().map(Sheet::address).map_or(String::new(), |first| visit.address(&first)),
        passed: delegation.done_at.map(|at| page.words.instant(at, visit.occasion.zone)),
        page: page.titled(title),
    };
    show(&done)
}

/// Marks the section as done, or takes that back to work on it again.
pub async fn post(
    State(app): State<App>,
    OpenVisit(visit): OpenVisit,
    Form(wish): Form<Wish>,
) -> Result<Answer, WebError> {
    let Hat::Colleague(delegation) = &visit.hat else { return Err(WebError::NotFound) };
    let mut tx = app.context.db.begin().await?;
    store::mark_done(&mut tx, delegation.id, (wish.wish == "done").then_some(visit.now)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&visit.address("done")).into_response())
}
