//! Figures for Prometheus, on a listener of their own.

use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// Upper bounds in seconds of the classes that durations are counted in.
const BOUNDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// Counts one request; labels are the matched route, method and status, so their number is bounded.
pub fn count_request(method: String, route: String, status: StatusCode, took: Duration) {
    let labels = [("method", method), ("route", route), ("status", status.as_str().to_owned())];
    metrics::counter!("rundfrage_requests_total", &labels).increment(1);
    metrics::histogram!("rundfrage_request_seconds", &labels).record(took.as_secs_f64());
}

/// Begins to collect; once in a program.
pub fn collect() -> anyhow::Result<PrometheusHandle> {
    PrometheusBuilder::new().set_buckets(&BOUNDS)?.install_recorder().context("metrics")
}

/// Serves `/metrics` on `listener` until `shutdown` is cancelled.
pub async fn serve(
    handle: PrometheusHandle,
    listener: TcpListener,
    shutdown: CancellationToken,
) -> std::io::Result<()> {
    let page = move || async move {
        handle.run_upkeep();
        handle.render()
    };
    let router = Router::new().route("/metrics", get(page));
    axum::serve(listener, router).with_graceful_shutdown(shutdown.cancelled_owned()).await
}
