//! What can go wrong on the web side, and the one table that says what the visitor is told.

use std::any::Any;
use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::multipart::MultipartError;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use rundfrage_shared::db::DbError;
use thiserror::Error;

use crate::app::App;
use crate::page::{Page, show_as};

/// Why a request could not be answered as asked.
#[derive(Debug, Error)]
pub enum WebError {
    /// There is nothing here, or nothing this visitor may know of.
    #[error("not found")]
    NotFound,
    /// The address takes other methods.
    #[error("method not allowed")]
    MethodNotAllowed,
    /// It was here and is over: a closed round, a used link.
    #[error("gone")]
    Gone,
    /// The visitor may not do this.
    #[error("forbidden")]
    Forbidden,
    /// Somebody else was faster, or the thing is in another state by now.
    #[error("conflict")]
    Conflict,
    /// More was sent than is taken.
    #[error("too large")]
    TooLarge,
    /// What was sent is no form of ours.
    #[error("bad form: {0}")]
    BadForm(String),
    /// The visitor took too long to send.
    #[error("timeout")]
    Timeout,
    /// Overload, or the database cannot be reached: come again soon.
    #[error("unavailable")]
    Unavailable,
    /// A defect of ours; the visitor gets a reference number, the log the cause.
    #[error("internal error: {0:#}")]
    Internal(anyhow::Error),
}

impl From<MultipartError> for WebError {
    fn from(error: MultipartError) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            _ => Self::BadForm(error.body_text()),
        }
    }
}

impl WebError {
    /// The table: status, and the key of its title and message (`errors-KEY-title`, `errors-KEY-message`).
    #[must_use]
    pub const fn told(&self) -> (StatusCode, &'static str) {
        match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            Self::MethodNotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "method"),
            Self::Gone => (StatusCode::GONE, "gone"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
            Self::Conflict => (StatusCode::CONFLICT, "conflict"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
            Self::BadForm(_) => (StatusCode::BAD_REQUEST, "bad-form"),
            Self::Timeout => (StatusCode::REQUEST_TIMEOUT, "timeout"),
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
            Self::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
        }
    }

    /// What a status means that a layer or an extractor answered by itself.
    fn from_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::GONE => Self::Gone,
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::CONFLICT => Self::Conflict,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::REQUEST_TIMEOUT => Self::Timeout,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            other if other.is_server_error() => Self::Internal(anyhow::anyhow!("answered {other}")),
            other => Self::BadForm(other.to_string()),
        }
    }
}

impl From<DbError> for WebError {
    fn from(error: DbError) -> Self {
        Arc::new(error).into()
    }
}

impl From<Arc<DbError>> for WebError {
    fn from(error: Arc<DbError>) -> Self {
        match &*error {
            DbError::Unavailable(_) | DbError::Conflict(_) => {
                tracing::warn!(%error, "come again");
                Self::Unavailable
            }
            DbError::Exists => Self::Conflict,
            _ => Self::Internal(error.into()),
        }
    }
}

impl From<anyhow::Error> for WebError {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}

impl IntoResponse for WebError {
    /// The bare status; [`pages`] draws the page, for it knows the visitor's language.
    fn into_response(self) -> Response {
        let mut response = self.told().0.into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// A panic in a handler is a defect like any other: it is told and logged the same way.
#[expect(clippy::needless_pass_by_value, reason = "the shape that CatchPanicLayer asks for")]
pub fn from_panic(payload: Box<dyn Any + Send>) -> Response {
    let text = payload.downcast_ref::<&str>().copied().map(str::to_owned);
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
    WebError::Internal(anyhow::anyhow!("panic: {text}")).into_response()
}

#[derive(Template)]
#[template(path = "errors/error.html")]
struct ErrorPage<'a> {
    page: Page,
    message: String,
    reference: Option<&'a str>,
}

/// Turns every failed answer into a page in the visitor's language, or into `application/problem+json` below `/api/`.
pub async fn pages(State(app): State<App>, page: Page, request: Request, next: Next) -> Response {
    let for_machine = request.uri().path().starts_with("/api/");
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_drawn(response.headers()) {
        return response;
    }
    let error = response.extensions().get::<Arc<WebError>>().cloned();
    let error = error.unwrap_or_else(|| Arc::new(WebError::from_status(status)));
    let reference = log(&app, &error);
    if for_machine { problem(&page, &error, reference.as_deref()) } else { draw(page, &error, reference.as_deref()) }
}

/// Whether a handler drew its own answer.
fn is_drawn(headers: &HeaderMap) -> bool {
    let drawn = ["text/html", "application/json", "application/problem+json"];
    let kind = headers.get(CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    drawn.iter().any(|drawn| kind.starts_with(drawn.as_bytes()))
}

/// Logs a defect once, under a reference number that the visitor sees too.
fn log(app: &App, error: &WebError) -> Option<String> {
    match error {
        WebError::Internal(cause) => {
            let reference = format!("{:08X}", u32::from_be_bytes(app.context.entropy.bytes()));
            tracing::error!(reference, error = format!("{cause:#}"), "a request failed");
            Some(reference)
        }
        other => {
            tracing::debug!(error = %other, "a request was refused");
            None
        }
    }
}

fn draw(page: Page, error: &WebError, reference: Option<&str>) -> Response {
    let (status, key) = error.told();
    let message = page.t(&format!("errors-{key}-message")).into_owned();
    let page = page.titled(&format!("errors-{key}-title"));
    let mut response = show_as(status, &ErrorPage { page, message, reference });
    come_again(status, response.headers_mut());
    response
}

/// RFC 9457.
fn problem(page: &Page, error: &WebError, reference: Option<&str>) -> Response {
    let (status, key) = error.told();
    let mut body = serde_json::json!({
        "title": page.t(&format!("errors-{key}-title")),
        "status": status.as_u16(),
        "detail": page.t(&format!("errors-{key}-message")),
    });
    if let Some(reference) = reference {
        body["reference"] = reference.into();
    }
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    come_again(status, response.headers_mut());
    response
}

fn come_again(status: StatusCode, headers: &mut HeaderMap) {
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
    }
}
