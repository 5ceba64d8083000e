//! `/respond/{response}/answers`: one's own submitted answers, to read or to print.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response as Answer};

use super::check::{Summary, sum_up};
use super::route::Route;
use super::visit::Visit;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "respond/answers.html")]
struct AnswersPage {
    page: Page,
    survey: String,
    number: String,
    at: String,
    back: String,
    sections: Vec<Summary>,
}

/// Shows what was submitted, whatever has been changed in the draft since.
pub async fn get(mut visit: Visit, page: Page) -> Answer {
    let Some(submitted) = visit.response.submitted.clone().filter(|_| visit.submits()) else {
        return Redirect::to(&visit.address(visit.end())).into_response();
    };
    visit.response.draft = submitted.answers;
    let page = visit.page(page).titled("respond-answers-title");
    let route = Route::new(&visit, &visit.response.draft);
    let answers = AnswersPage {
        survey: visit.voice(&page, route.counted()).say(&visit.questionnaire.title),
        number: submitted.receipt.number.to_string(),
        at: page.words.instant(submitted.receipt.at, visit.occasion.zone),
        back: visit.address("receipt"),
        sections: sum_up(&visit, &page),
        page,
    };
    show(&answers)
}
