//! What is said when a post with files is larger than anything that is read: by how much nobody can know, so nothing of it is saved.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response as Answer;
use rundfrage_shared::questionnaire::model::QuestionKind;

use super::files::LARGEST_POST;
use super::question::files_hint;
use super::route::Route;
use super::section::Way;
use super::visit::Visit;
use crate::page::{Page, show_as};

#[derive(Template)]
#[template(path = "respond/oversized.html")]
struct Oversized {
    page: Page,
    most: String,
    /// The questions of the page that ask for files, and what they take.
    limits: Vec<(String, String)>,
    back: String,
}

/// The page that says so and leads back to the one that was posted.
pub fn show(visit: &Visit, page: Page, address: &str, way: &Way) -> Answer {
    let page = visit.page(page);
    let route = Route::new(visit, &visit.response.draft);
    let voice = visit.voice(&page, route.counted());
    let questions = route.sheet(address).map_or(&[][..], |sheet| &sheet.questions);
    let limits = questions.iter().filter_map(|question| match &question.kind {
        QuestionKind::Upload(upload) => Some((voice.say(&question.text), files_hint(&voice, upload))),
        _ => None,
    });
    let there = visit.address(address);
    let oversized = Oversized {
        most: voice.size(LARGEST_POST),
        limits: limits.collect(),
        back: way.returns(&route).map_or_else(|| there.clone(), |then| format!("{there}?then={then}")),
        page: page.titled("respond-oversized-title"),
    };
    show_as(StatusCode::PAYLOAD_TOO_LARGE, &oversized)
}
