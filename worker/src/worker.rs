//! What a job has at hand.

use std::sync::atomic::{AtomicU64, Ordering};

use rundfrage_shared::Context;
use rundfrage_shared::questionnaire::cache::VersionCache;
use tokio_util::sync::CancellationToken;

use crate::ledger::Ledger;
use crate::transport::Transport;

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
    /// Unlike that of any other start of any worker.
    pub name: String,
    claims: AtomicU64,
}

impl Worker {
    /// A worker with a name of its own. Must be called within a runtime.
    #[must_use]
    pub fn new(ctx: Context, stop: CancellationToken) -> Self {
        let name = format!("worker-{:032x}", u128::from_be_bytes(ctx.entropy.bytes()));
        let (transport, ledger) = (Transport::of(&ctx), Ledger::open(&ctx));
        Self { ctx, transport, ledger, versions: VersionCache::default(), stop, name, claims: AtomicU64::new(0) }
    }

    /// A name for one claim, never given before.
    #[must_use]
    pub fn claim_name(&self) -> String {
        format!("{}/{}", self.name, self.claims.fetch_add(1, Ordering::Relaxed))
    }
}
