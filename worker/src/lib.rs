//! What happens by itself: jobs, clock and mail.
//!
//! What must never be lost or done twice is decided in our own tables; a job only looks for what is due there and does it, and
//! is safe to run twice, at once, and after a crash at any step. [`start`] listens for doorbells ([`doorbell`]) and looks by
//! itself every few seconds ([`ticks`]); [`run_due`] runs everything that is due until nothing is left.
//!
//! **To add a job**: one file in [`jobs`] with `run`, a `Bell` in `shared/src/db/doorbell.rs` and a line in [`jobs::run`].

mod bells;
pub mod doorbell;
pub mod folder;
pub mod jobs;
pub mod ledger;
pub mod mail;
mod observe;
pub mod program;
pub mod smtp;
pub mod ticks;
pub mod transport;
pub mod worker;

use std::sync::Arc;
use std::time::Duration;

use apalis::prelude::Monitor;
use rundfrage_shared::Context;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub use jobs::{JobError, Sent, Summary, run_due};
pub use worker::Worker;

/// How long the job runtime may take to end once it is told to.
const GRACE: Duration = Duration::from_secs(10);
/// How long to wait before starting it again after it ended by itself.
const RESTART: Duration = Duration::from_secs(1);

/// Starts the worker. Once `stop` is cancelled no new work is begun, what is under way is finished, and the handle ends.
#[must_use]
pub fn start(ctx: Context, stop: CancellationToken) -> JoinHandle<()> {
    tokio::spawn(async move {
        let worker = Arc::new(Worker::new(ctx, stop));
        tracing::info!(name = worker.name, "worker started");
        tokio::join!(supervise(&worker, "doorbell", doorbell::monitor), supervise(&worker, "ticks", ticks::monitor));
        worker.under_way.close();
        worker.under_way.wait().await;
        tracing::info!(name = worker.name, "worker stopped");
    })
}

/// Keeps one monitor of the job runtime running: it may end after any error, even with `Ok`.
async fn supervise(worker: &Arc<Worker>, part: &'static str, monitor: fn(&Arc<Worker>, u64) -> Monitor) {
    for start in 0.. {
        let monitor = monitor(worker, start);
        let (context, running) = (monitor.context(), monitor.run());
        tokio::pin!(running);
        tokio::select! {
            ended = &mut running => tracing::warn!(part, ?ended, "the job runtime ended; starting it again"),
            () = worker.stop.cancelled() => {
                let _ = context.shutdown();
                if tokio::time::timeout(GRACE, running).await.is_err() {
                    tracing::warn!(part, "the job runtime did not end in time");
                }
                return;
            }
        }
        tokio::select! {
            () = tokio::time::sleep(RESTART) => {}
            () = worker.stop.cancelled() => return,
        }
    }
}
