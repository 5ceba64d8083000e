//! Figures for Prometheus, on a listener of their own.

use anyhow::Context as _;
use axum::Router;
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use rundfrage_shared::Context;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Upper bounds in seconds of the classes that durations are counted in.
const BOUNDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// Collects and serves figures if the settings name a listener, until `stop` is cancelled; once in a program.
pub async fn start(ctx: &Context, stop: &CancellationToken) -> anyhow::Result<TaskTracker> {
    let tasks = TaskTracker::new();
    if let Some(listen) = ctx.settings.metrics_listen {
        let listener = TcpListener::bind(listen).await.with_context(|| format!("metrics_listen: {listen}"))?;
        let handle = PrometheusBuilder::new().set_buckets(&BOUNDS)?.install_recorder().context("metrics")?;
        tasks.spawn(serve(handle, listener, stop.clone()));
    }
    tasks.close();
    Ok(tasks)
}

/// Serves `/metrics` on `listener` until `stop` is cancelled.
async fn serve(handle: PrometheusHandle, listener: TcpListener, stop: CancellationToken) -> std::io::Result<()> {
    let page = move || async move {
        handle.run_upkeep();
        handle.render()
    };
    let router = Router::new().route("/metrics", get(page));
    axum::serve(listener, router).with_graceful_shutdown(stop.cancelled_owned()).await
}
