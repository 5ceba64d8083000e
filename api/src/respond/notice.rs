//! Pages that end a visit: the link is not valid, the round is not open.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response as Answer;
use rundfrage_shared::response::{Occasion, Receipt};

use super::visit::Visit;
use crate::app::App;
use crate::page::{Page, show_as};

#[derive(Template)]
#[template(path = "respond/invalid.html")]
struct Invalid {
    page: Page,
}

/// One page for every link that leads nowhere, whatever the reason.
pub fn invalid(page: Page) -> Answer {
    show_as(StatusCode::NOT_FOUND, &Invalid { page: page.titled("respond-invalid-title") })
}

#[derive(Template)]
#[template(path = "respond/closed.html")]
struct Closed {
    page: Page,
    when: String,
    is_over: bool,
    receipt: Option<(String, String)>,
    reply_to: String,
}

/// The round takes no answers: not yet, or no more. Says what became of the answers given before.
pub fn closed(page: Page, occasion: &Occasion, receipt: Option<&Receipt>, is_over: bool) -> Answer {
    let words = page.words;
    let at = |instant| words.instant(instant, occasion.zone);
    let title = if is_over { "respond-closed-title" } else { "respond-early-title" };
    let closed = Closed {
        when: at(if is_over { occasion.closes_at } else { occasion.opens_at }),
        is_over,
        receipt: receipt.map(|receipt| (receipt.number.to_string(), at(receipt.at))),
        reply_to: occasion.reply_to.as_ref().map_or(String::new(), ToString::to_string),
        page: page.titled(title),
    };
    show_as(if is_over { StatusCode::GONE } else { StatusCode::OK }, &closed)
}

/// The same, for a respondent at work.
pub fn closed_to(app: &App, visit: &Visit, page: Page) -> Answer {
    let receipt = visit.response.submitted.as_ref().map(|submitted| &submitted.receipt);
    closed(page, &visit.occasion, receipt, visit.occasion.is_over(app.context.now()))
}
