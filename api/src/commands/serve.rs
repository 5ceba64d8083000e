//! `rundfrage serve`: the web side, with the worker inside unless told otherwise.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use rundfrage_shared::Context;
use rundfrage_shared::settings::Settings;
use rundfrage_worker::program;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::app::App;

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
    program::telemetry::start(&settings)?;
    let stop = program::stop_on_signal()?;
    let context = super::open(settings).await?;
    let listen = context.settings.listen;
    let listener = TcpListener::bind(listen).await.with_context(|| format!("listen: {listen}"))?;
    let metrics = program::metrics::start(&context, &stop).await?;
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
    let worker = with_worker.then(|| rundfrage_worker::start(context.clone(), stop_worker.clone()));
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
    if let Some(worker) = worker {
        worker.await?;
    }
    Ok(())
}
