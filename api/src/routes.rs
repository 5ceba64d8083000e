//! The whole route table, grouped by audience. What surrounds every route stands in [`crate::surround`].

use axum::Router;
use axum::response::Redirect;
use axum::routing::{get, post};

use crate::app::App;
use crate::errors::WebError;
use crate::surround::{surround, with_headers};
use crate::{assets, health, language, public, respond};

/// Every address of the web side.
pub fn router(app: App) -> Router {
    let pages = Router::new()
        // Public: everybody
        .route("/", get(public::start::get))
        .route("/language", post(language::post))
        .route("/assets/{name}", get(assets::get))
        .route("/favicon.ico", get(|| async { Redirect::permanent(assets::ICON) }))
        // Respondents: whoever holds a personal link or an access code
        .route("/r/{token}", get(respond::start::get).post(respond::start::post))
        .route("/respond/{response}/check", get(respond::check::get))
        .route("/respond/{response}/submit", post(respond::submit::post))
        .route("/respond/{response}/receipt", get(respond::receipt::get))
        .route("/respond/{response}/answers", get(respond::answers::get))
        .route("/respond/{response}/later", get(respond::later::get))
        .route("/respond/{response}/{section}", get(respond::section::get).post(respond::section::post))
        .route("/unsubscribe/{token}", get(respond::unsubscribe::get).post(respond::unsubscribe::post))
        // Staff: whoever signed in
        .fallback(|| async { WebError::NotFound })
        .method_not_allowed_fallback(|| async { WebError::MethodNotAllowed });

    // Staff, with large files: these may take minutes; each sets its own `DefaultBodyLimit`
    let uploads = Router::new();

    // Operators: the machines that watch this one
    let watch = Router::new().route("/healthz", get(health::alive)).route("/readyz", get(health::ready));

    with_headers(surround(pages, uploads, &app).merge(watch), &app).with_state(app)
}
