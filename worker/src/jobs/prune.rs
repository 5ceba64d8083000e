//! Removes what is kept no longer: answered bells, expired sessions, one-time links and counts of attempts.

use rundfrage_shared::db::doorbell;
use rundfrage_shared::staff::store;
use rundfrage_shared::throttle;

use super::JobError;
use crate::worker::Worker;

/// Returns how many rows were removed.
pub async fn run(worker: &Worker) -> Result<usize, JobError> {
    let (db, now) = (&worker.ctx.db, worker.ctx.now());
    let removed = doorbell::prune(db).await?
        + store::prune_sessions(db, now).await?
        + store::prune_links(db, now).await?
        + throttle::store::prune(db, now).await?;
    Ok(usize::try_from(removed).unwrap_or(usize::MAX))
}
