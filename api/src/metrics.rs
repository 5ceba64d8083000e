//! Figures of requests for Prometheus.

use std::time::Duration;

use axum::http::StatusCode;

/// Counts one request; labels are the matched route, method and status, so their number is bounded.
pub fn count_request(method: String, route: String, status: StatusCode, took: Duration) {
    let labels = [("method", method), ("route", route), ("status", status.as_str().to_owned())];
    metrics::counter!("rundfrage_requests_total", &labels).increment(1);
    metrics::histogram!("rundfrage_request_seconds", &labels).record(took.as_secs_f64());
}
