//! `/respond/{response}/receipt`: when the answers were received, the number to quote, and what can be done now.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response as Answer};

use super::route::{OVERVIEW, Route};
use super::sheets::Sheet;
use super::visit::Visit;
use crate::app::App;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "respond/receipt.html")]
struct ReceiptPage {
    page: Page,
    survey: String,
    thanks: String,
    number: String,
    at: String,
    closes: String,
    takes_changes: bool,
    /// The text on how to change the answers.
    how_to_change: &'static str,
    has_changes: bool,
    answers: String,
    change: String,
    check: String,
    reply_to: String,
}

/// Shows the receipt, or the summary if nothing was submitted yet.
pub async fn get(State(app): State<App>, visit: Visit, page: Page) -> Answer {
    let Some(submitted) = visit.response.submitted.as_ref().filter(|_| visit.submits()) else {
        return Redirect::to(&visit.address(visit.end())).into_response();
    };
    let page = visit.page(page).titled("respond-receipt-title");
    let route = Route::new(&visit, &visit.response.draft);
    let first = if visit.questionnaire.hub {
        OVERVIEW.to_owned()
    } else {
        route.visible().next().map_or_else(|| "check".to_owned(), Sheet::address)
    };
    let voice = visit.voice(&page, route.counted());
    let at = |instant| page.words.instant(instant, visit.occasion.zone);
    let receipt = ReceiptPage {
        survey: voice.say(&visit.questionnaire.title),
        thanks: visit.questionnaire.thanks.as_ref().map_or(String::new(), |thanks| voice.say(thanks)),
        number: submitted.receipt.number.to_string(),
        at: at(submitted.receipt.at),
        closes: at(visit.occasion.closes_at),
        takes_changes: visit.occasion.takes_answers(app.context.now()),
        how_to_change: if visit.response.company.is_some() { "respond-receipt-change" } else { "respond-open-change" },
        has_changes: *route.counted() != submitted.answers,
        answers: visit.address("answers"),
        change: visit.address(&first),
        check: visit.address("check"),
        reply_to: visit.occasion.reply_to.as_ref().map_or(String::new(), ToString::to_string),
        page,
    };
    show(&receipt)
}
