//! `rundfrage serve`: the web side, with the worker inside unless told otherwise.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use rundfrage_shared::Context;
use rundfrage_shared::settings::Settings;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::App;
use crate::{metrics, telemetry};

/// How long requests under way may take to end once the program is told to stop.
const GRACE: Duration = Duration::from_secs(20);

/// How to serve.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Leave the jobs to rundfrage-worker
    #[arg(long)]
    pub no_worker: bool,
}

/// Serves until the program is told to stop.
pub async fn run(args: Args, settings: Settings) -> anyhow::Result<ExitCode> {
    telemetry::start(&settings)?;
    let stop = on_signal()?;
    let context = super::open(settings).await?;
    let listen = context.settings.listen;
    let listener = TcpListener::bind(listen).await.with_context(|| format!("listen: {listen}"))?;
    let metrics = serve_metrics(&context, &stop).await?;
    tracing::info!(address = %listener.local_addr()?, engine = context.db.engine(), "serving");
    run_until(&context, listener, !args.no_worker, stop).await?;
    metrics.wait().await;
    context.db.close().await;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

/// Serves `context` on `listener`, with the worker if `with_worker`, until `stop` is cancelled: then requests under way end
/// first, then the worker.
pub async fn run_until(
    context: &Context,
    listener: TcpListener,
    with_worker: bool,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    // The worker's own token: it goes on until the last request has had its answer.
    let stop_worker = CancellationToken::new();
    let worker = start_worker(context, with_worker, &stop_worker);
    let serving = crate::serve(App::new(context.clone()), listener, stop.clone());
    let overdue = async {
        stop.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        outcome = serving => outcome?,
        () = overdue => tracing::warn!("some requests did not end in time"),
    }
    stop_worker.cancel();
    worker.close();
    worker.wait().await;
    Ok(())
}

fn start_worker(_context: &Context, _with_worker: bool, _stop: &CancellationToken) -> TaskTracker {
    TaskTracker::new()
}

/// Serves the metrics beside, if there is a listener for them.
async fn serve_metrics(context: &Context, stop: &CancellationToken) -> anyhow::Result<TaskTracker> {
    let tasks = TaskTracker::new();
    if let Some(listen) = context.settings.metrics_listen {
        let listener = TcpListener::bind(listen).await.with_context(|| format!("metrics_listen: {listen}"))?;
        tasks.spawn(metrics::serve(metrics::collect()?, listener, stop.clone()));
    }
    tasks.close();
    Ok(tasks)
}

/// Cancelled by the first SIGTERM or SIGINT.
fn on_signal() -> anyhow::Result<CancellationToken> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let stop = CancellationToken::new();
    let cancelled = stop.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        cancelled.cancel();
    });
    Ok(stop)
}
