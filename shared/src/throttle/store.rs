//! Attempts in the database, counted in fixed windows.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use crate::db::{Db, DbResult, Tx};
use crate::query;

/// How often something was tried in its present window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Counted {
    /// This attempt included.
    pub attempts: i64,
    /// When counting begins anew.
    pub window_ends_at: DateTime<Utc>,
}

/// Counts one attempt in `bucket`; a window that has ended begins anew and ends at `window_ends_at`.
pub async fn count(db: &Db, bucket: &str, window_ends_at: DateTime<Utc>, now: DateTime<Utc>) -> DbResult<Counted> {
    let mut tx = db.begin().await?;
    let counted = query!(in &mut tx => fetch_one::<Counted>,
        "INSERT INTO attempts (bucket, attempts, window_ends_at) VALUES ($1, 1, $2)
         ON CONFLICT (bucket) DO UPDATE SET
             attempts = CASE WHEN attempts.window_ends_at <= $3 THEN 1 ELSE attempts.attempts + 1 END,
             window_ends_at = CASE WHEN attempts.window_ends_at <= $3 THEN excluded.window_ends_at
                 ELSE attempts.window_ends_at END
         RETURNING attempts, window_ends_at",
        bucket, window_ends_at, now)?;
    tx.commit().await?;
    Ok(counted)
}

/// Forgets the attempts in a bucket: after a success.
pub async fn forget(tx: &mut Tx, bucket: &str) -> DbResult<u64> {
    query!(in tx => execute, "DELETE FROM attempts WHERE bucket = $1", bucket)
}

/// Removes windows that have ended.
pub async fn prune(db: &Db, now: DateTime<Utc>) -> DbResult<u64> {
    query!(db => execute, "DELETE FROM attempts WHERE window_ends_at <= $1", now)
}
