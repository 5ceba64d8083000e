//! How a template becomes an answer.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse as _, Response};

use crate::errors::WebError;

/// The page as an answer that no cache keeps: right for personal pages and for those of the staff.
pub fn show(template: &impl Template) -> Response {
    render(StatusCode::OK, template, "no-store")
}

/// A form to be mended, with what was typed in and its complaints: status 422.
pub fn show_invalid(template: &impl Template) -> Response {
    render(StatusCode::UNPROCESSABLE_ENTITY, template, "no-store")
}

/// A page with another status, an error say.
pub fn show_as(status: StatusCode, template: &impl Template) -> Response {
    render(status, template, "no-store")
}

/// A page that is the same for everybody: a browser may keep it, and asks whether it still holds.
pub fn show_public(template: &impl Template) -> Response {
    render(StatusCode::OK, template, "no-cache")
}

fn render(status: StatusCode, template: &impl Template, cache: &'static str) -> Response {
    let headers =
        [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, cache), (VARY, "Cookie, Accept-Language")];
    match template.render() {
        Ok(html) => (status, headers, html).into_response(),
        Err(error) => WebError::Internal(error.into()).into_response(),
    }
}
