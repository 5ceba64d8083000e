//! What the machines ask that watch this one.

use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;

/// `/healthz`: the program runs.
pub async fn alive() -> &'static str {
    "alive\n"
}

/// `/readyz`: the database answers and has this program's schema.
pub async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.context.db.is_ready().await {
        Ok(true) => (StatusCode::OK, "ready\n"),
        Ok(false) => (StatusCode::SERVICE_UNAVAILABLE, "the database has another schema than this program\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database cannot be reached\n"),
    }
}
