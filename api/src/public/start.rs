//! `/`: what this is.

use askama::Template;
use axum::response::Response;

use crate::page::{Page, show_public};

#[derive(Template)]
#[template(path = "public/start.html")]
struct Start {
    page: Page,
}

/// Shows the start page.
pub async fn get(page: Page) -> Response {
    show_public(&Start { page: page.titled("public-start-title") })
}
