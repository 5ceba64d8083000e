//! What a job has at hand, and how it is begun.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures::FutureExt as _;
use rundfrage_shared::Context;
use rundfrage_shared::db::Bell;
use rundfrage_shared::questionnaire::cache::VersionCache;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::bells::Bells;
use crate::jobs::{self, JobError};
use crate::ledger::Ledger;
use crate::observe;
use crate::transport::Transport;

/// How long nothing is sent after the mail server could not be reached, at first and at most.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// One start of the worker.
#[derive(Debug)]
pub struct Worker {
    /// Database, time, randomness, keys and settings.
    pub ctx: Context,
    /// Where mails go.
    pub transport: Transport,
    /// The ledger, open for writing.
    pub ledger: Ledger,
    /// Questionnaires that were read already.
    pub versions: VersionCache,
    /// Cancelled when no new work is to be begun.
    pub stop: CancellationToken,
    /// Work under way.
    pub under_way: TaskTracker,
    /// Unlike that of any other start of any worker.
    pub name: String,
    claims: AtomicU64,
    bells: Bells,
    pause: Mutex<Pause>,
}

/// Until when nothing is sent, because the mail server could not be reached.
#[derive(Debug, Default)]
struct Pause {
    until: Option<Instant>,
    length: Duration,
}

impl Worker {
    /// A worker with a name of its own. Must be called within a runtime.
    #[must_use]
    pub fn new(ctx: Context, stop: CancellationToken) -> Self {
        let name = format!("worker-{:032x}", u128::from_be_bytes(ctx.entropy.bytes()));
        let (transport, ledger) = (Transport::of(&ctx, stop.clone()), Ledger::open(&ctx, stop.clone()));
        Self {
            ctx,
            transport,
            ledger,
            versions: VersionCache::default(),
            stop,
            under_way: TaskTracker::new(),
            name,
            claims: AtomicU64::new(0),
            bells: Bells::default(),
            pause: Mutex::default(),
        }
    }

    /// A name for one claim, never given before.
    #[must_use]
    pub fn claim_name(&self) -> String {
        format!("{}/{}", self.name, self.claims.fetch_add(1, Ordering::Relaxed))
    }

    /// Begins the work behind a bell, beside the caller. If it is under way already, it is run once more afterwards.
    pub fn ring(self: &Arc<Self>, bell: Bell) {
        if self.stop.is_cancelled() || (bell == Bell::SendMail && self.is_pausing()) {
            return;
        }
        self.bells.want(bell);
        let worker = Arc::clone(self);
        self.under_way.spawn(async move { worker.bells.answer(bell, || worker.run_logged(bell)).await });
    }

    /// Runs a job; whatever happens is logged and counted, and ends here.
    async fn run_logged(&self, bell: Bell) {
        let begun = Instant::now();
        let outcome = match AssertUnwindSafe(jobs::run(self, bell)).catch_unwind().await {
            Ok(Ok(0)) => "nothing",
            Ok(Ok(done)) => {
                tracing::debug!(job = bell.as_str(), done, "job done");
                "done"
            }
            Ok(Err(error)) => {
                tracing::warn!(job = bell.as_str(), %error, "job failed");
                "failed"
            }
            Err(_) => {
                tracing::error!(job = bell.as_str(), "job panicked");
                "panicked"
            }
        };
        observe::job(bell, outcome, begun.elapsed());
    }

    fn is_pausing(&self) -> bool {
        let pause = self.pause.lock().unwrap_or_else(PoisonError::into_inner);
        pause.until.is_some_and(|until| Instant::now() < until)
    }

    /// Notes whether the mail server could be reached: after each failure the pause is twice as long.
    pub fn note_reached<T>(&self, outcome: &Result<T, JobError>) {
        let mut pause = self.pause.lock().unwrap_or_else(PoisonError::into_inner);
        *pause = if matches!(outcome, Err(JobError::Unreachable(_))) {
            let length = (pause.length * 2).clamp(FIRST_PAUSE, LONGEST_PAUSE);
            Pause { until: Some(Instant::now() + length), length }
        } else {
            Pause::default()
        };
    }
}
