//! The whole route table, grouped by audience, and what surrounds every route.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Redirect;
use axum::routing::{get, post};
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::errors::{self, WebError};
use crate::{assets, headers, health, language, observe, public};

/// The largest form; a route for uploads raises it for itself with its own `DefaultBodyLimit`.
const LARGEST_FORM: usize = 256 * 1024;
/// How long one request may take.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);
/// How many requests are worked on at once; one more is told to come again at once.
const MOST_REQUESTS: usize = 512;

/// Every address of the web side.
pub fn router(app: App) -> Router {
    let pages = Router::new()
        // Public: everybody
        .route("/", get(public::start::get))
        .route("/language", post(language::post))
        .route("/assets/{name}", get(assets::get))
        .route("/favicon.ico", get(|| async { Redirect::permanent(assets::ICON) }))
        // Respondents: whoever holds a personal link or an access code
        // Staff: whoever signed in
        .fallback(|| async { WebError::NotFound })
        .method_not_allowed_fallback(|| async { WebError::MethodNotAllowed });

    // Operators: the machines that watch this one
    let watch = Router::new().route("/healthz", get(health::alive)).route("/readyz", get(health::ready));

    surround(pages, &app).merge(watch).layer(from_fn_with_state(app.clone(), headers::secure)).with_state(app)
}

/// From the inside out: what a request passes on its way back.
fn surround(pages: Router<App>, app: &App) -> Router<App> {
    let admission = Arc::new(Semaphore::new(MOST_REQUESTS));
    pages
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST_REQUEST))
        .layer(from_fn(headers::refuse_unmarked_posts))
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(admission, admit))
        .layer(CatchPanicLayer::custom(errors::from_panic))
        .layer(from_fn_with_state(app.clone(), errors::pages))
        .layer(from_fn(observe::request))
}

/// Lets a request in if there is room, and sends it away at once if there is not.
async fn admit(
    State(admission): State<Arc<Semaphore>>,
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> Result<axum::response::Response, WebError> {
    let _place = admission.try_acquire().map_err(|_| WebError::Unavailable)?;
    Ok(next.run(request).await)
}
