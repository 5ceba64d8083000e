//! `/respond/{response}/later`: it is saved; how to come back.

use askama::Template;
use axum::response::Response as Answer;

use super::route::Route;
use super::visit::OpenVisit;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "respond/later.html")]
struct Later {
    page: Page,
    saved: String,
    closes: String,
    /// The text on how to come back.
    back: &'static str,
    go_on: String,
    /// Where something can be handed to a colleague; empty for a visitor who may not.
    colleague: String,
}

/// Says that everything is saved.
pub async fn get(OpenVisit(visit): OpenVisit, page: Page) -> Answer {
    let page = visit.page(page);
    let draft = &visit.response.draft;
    let next = Route::new(&visit, draft).left_off(draft).unwrap_or_else(|| visit.end().into());
    let at = |instant| page.words.instant(instant, visit.occasion.zone);
    let later = Later {
        saved: at(visit.response.updated_at),
        closes: at(visit.occasion.closes_at),
        back: if visit.response.company.is_some() { "respond-later-back" } else { "respond-open-later" },
        go_on: visit.address(&next),
        colleague: if visit.hands_over() { visit.address("colleague") } else { String::new() },
        page: page.titled("respond-later-title"),
    };
    show(&later)
}
