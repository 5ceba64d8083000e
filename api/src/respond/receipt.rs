//! `/respond/{response}/receipt`: when the answers were received, the number to quote, and what can be done now.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::questionnaire::route::prune;

use super::route::Route;
use super::sheets::Sheet;
use super::visit::Visit;
use super::voice::Voice;
use crate::app::App;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "respond/receipt.html")]
struct ReceiptPage {
    page: Page,
    survey: String,
    number: String,
    at: String,
    closes: String,
    takes_changes: bool,
    has_changes: bool,
    answers: String,
    change: String,
    check: String,
    reply_to: String,
}

/// Shows the receipt, or the summary if nothing was submitted yet.
pub async fn get(State(app): State<App>, visit: Visit, page: Page) -> Answer {
    let Some(submitted) = &visit.response.submitted else {
        return Redirect::to(&visit.address("check")).into_response();
    };
    let page = visit.page(page).titled("respond-receipt-title");
    let draft = prune(&visit.questionnaire, visit.response.draft.clone(), visit.circumstances());
    let route = Route::new(&visit, &visit.response.draft);
    let first = route.visible().next().map_or_else(|| "check".to_owned(), Sheet::address);
    let at = |instant| page.words.instant(instant, visit.occasion.zone);
    let receipt = ReceiptPage {
        survey: Voice::new(page.words, &visit.questionnaire).say(&visit.questionnaire.title),
        number: submitted.receipt.number.to_string(),
        at: at(submitted.receipt.at),
        closes: at(visit.occasion.closes_at),
        takes_changes: visit.occasion.takes_answers(app.context.now()),
        has_changes: draft != submitted.answers,
        answers: visit.address("answers"),
        change: visit.address(&first),
        check: visit.address("check"),
        reply_to: visit.occasion.reply_to.as_ref().map_or(String::new(), ToString::to_string),
        page,
    };
    show(&receipt)
}
