//! Sends what is due, in batches: claim, hand over on several lines at once, write every outcome before the next mail.
//!
//! At any moment at most as many mails are handed over but not written down as there are lines (`mail_parallel`); that is how
//! many duplicates one crash can cause.

mod lane;
mod sent;

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use futures::future::join_all;
use rundfrage_shared::id::{OrganisationId, RoundId};
use rundfrage_shared::message::{Claimed, store};

use super::JobError;
use crate::mail::Letterhead;
use crate::transport::Unreachable;
use crate::worker::Worker;

pub use sent::Sent;

/// How many messages are claimed at once.
const BATCH: i64 = 200;
/// How long a claim holds without being renewed: after a crash its messages wait so long.
const LEASE: TimeDelta = TimeDelta::seconds(20);
/// How often it is renewed.
const RENEWAL: Duration = Duration::from_secs(5);

/// Sends until nothing is due, and returns how the hand-overs ended.
pub async fn run(worker: &Worker) -> Result<Sent, JobError> {
    let (ctx, mut sent) = (&worker.ctx, Sent::default());
    loop {
        store::release_expired(&ctx.db, ctx.now()).await?;
        let mut examined = 0;
        for (organisation, round) in store::list_mailable(&ctx.db, ctx.now()).await? {
            if worker.stop.is_cancelled() {
                return Ok(sent);
            }
            match send_batch(worker, organisation, round).await {
                Ok((count, batch)) => {
                    examined += count;
                    sent += batch;
                }
                Err(error @ JobError::Unreachable(_)) => return Err(error),
                Err(error) => tracing::error!(%round, %error, "the mails of a round could not be sent"),
            }
        }
        if examined == 0 {
            return Ok(sent);
        }
    }
}

/// What the lines of one batch share.
struct Batch<'a> {
    worker: &'a Worker,
    head: Option<Letterhead>,
    queue: Mutex<VecDeque<Claimed>>,
    sent: Mutex<Sent>,
    unreachable: Mutex<Option<Unreachable>>,
    is_policy_told: AtomicBool,
}

impl Batch<'_> {
    /// The next message, unless nothing more is to be begun.
    fn next(&self) -> Option<Claimed> {
        let is_over = self.worker.stop.is_cancelled() || lock(&self.unreachable).is_some();
        if is_over { None } else { lock(&self.queue).pop_front() }
    }

    /// Tells the operator, once a batch, that mails are refused by policy.
    fn warn_of_policy(&self, round: RoundId, reply: &str) {
        if !self.is_policy_told.swap(true, Ordering::Relaxed) {
            tracing::warn!(%round, reply, "mails are refused by policy and deferred: check relaying, SPF, DKIM and block lists");
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn send_batch(worker: &Worker, organisation: OrganisationId, round: RoundId) -> Result<(usize, Sent), JobError> {
    let ctx = &worker.ctx;
    let head = Letterhead::load(&ctx.db, &worker.versions, organisation, round).await?;
    let name = worker.claim_name();
    let claim = store::claim(&ctx.db, round, &name, LEASE, BATCH, ctx.now()).await?;
    let batch = Batch {
        worker,
        head,
        queue: Mutex::new(claim.messages.into()),
        sent: Mutex::default(),
        unreachable: Mutex::default(),
        is_policy_told: AtomicBool::new(false),
    };
    let lanes = join_all((0..ctx.settings.mail_parallel).map(|_| lane::run(&batch)));
    tokio::select! {
        _ = lanes => {}
        () = renew_for_ever(worker, &name) => {}
    }
    store::release(&ctx.db, &name, ctx.now()).await?;
    match lock(&batch.unreachable).take() {
        Some(unreachable) if !worker.stop.is_cancelled() => Err(unreachable.into()),
        _ => Ok((claim.examined, *lock(&batch.sent))),
    }
}

async fn renew_for_ever(worker: &Worker, name: &str) {
    loop {
        tokio::time::sleep(RENEWAL).await;
        if let Err(error) = store::renew(&worker.ctx.db, name, LEASE).await {
            tracing::warn!(%error, "a lease could not be renewed");
        }
    }
}
