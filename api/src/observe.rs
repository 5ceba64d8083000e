//! What is written down of a request: the route it matched, never the address itself, which may hold a personal link.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

use crate::metrics;

/// Logs and counts one request.
pub async fn request(request: Request, next: Next) -> Response {
    let method = request.method().as_str().to_owned();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", method, route);
    let begun = Instant::now();
    let response = next.run(request).instrument(span.clone()).await;
    let (status, took) = (response.status(), begun.elapsed());
    span.in_scope(|| tracing::debug!(status = status.as_u16(), micros = took.as_micros(), "answered"));
    metrics::count_request(method, route, status, took);
    response
}
