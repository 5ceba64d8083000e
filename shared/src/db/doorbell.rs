//! Doorbells: "look for due work of this kind". They lie in the queue of the job runtime, next to our own tables, so that a
//! bell is rung if and only if the change behind it is committed.
//!
//! A bell carries nothing that would be missed: what is due is decided in our own rows, and every worker looks there by itself
//! every few seconds. Bells only make it quick.

use apalis_core::task::builder::TaskBuilder;
use serde::{Deserialize, Serialize};

use super::{Db, DbError, DbResult, Tx};
use crate::query;

/// The queue they lie in.
pub const QUEUE: &str = "rundfrage.doorbell";

/// Which work to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bell {
    /// Rounds whose opening is due.
    OpenRounds,
    /// Rounds whose closing is due.
    CloseRounds,
    /// Reminder runs that are due.
    PlanReminders,
    /// Mails that are due.
    SendMail,
    /// What is kept no longer.
    Prune,
}

impl Bell {
    /// All bells, in the order in which one kind of work causes another.
    pub const ALL: [Self; 5] = [Self::OpenRounds, Self::CloseRounds, Self::PlanReminders, Self::SendMail, Self::Prune];

    /// The job's name in logs and metrics.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OpenRounds => "open_rounds",
            Self::CloseRounds => "close_rounds",
            Self::PlanReminders => "plan_reminders",
            Self::SendMail => "send_mail",
            Self::Prune => "prune",
        }
    }
}

impl Tx {
    /// Rings once the transaction is committed. Ring before the last statement that others wait for.
    pub async fn ring(&mut self, bell: Bell) -> DbResult<()> {
        let payload = serde_json::to_vec(&bell).map_err(failed)?;
        let task = TaskBuilder::new(payload).build();
        match self {
            Self::Sqlite(tx) => apalis_sqlite::queries::push_tasks(&mut **tx, QUEUE, &[task]).await.map_err(failed),
            Self::Postgres(tx) => {
                apalis_postgres::queries::push_tasks(&mut **tx, QUEUE, vec![task]).await.map_err(failed)
            }
        }
    }
}

fn failed(error: impl std::error::Error) -> DbError {
    DbError::other(format!("the queue of the job runtime: {error}"))
}

/// Removes bells that were answered, which the job runtime keeps for ever, and workers that have not been seen for a day.
/// Returns how many bells that were.
pub async fn prune(db: &Db) -> DbResult<u64> {
    let pruned = query!(db => execute, {
        sqlite: "DELETE FROM Jobs WHERE job_type = $1 AND (status IN ('Done', 'Killed') OR (status = 'Failed' AND attempts >= max_attempts))",
        postgres: "DELETE FROM apalis.jobs WHERE job_type = $1 AND (status IN ('Done', 'Killed') OR (status = 'Failed' AND attempts >= max_attempts))"
    }, QUEUE)?;
    query!(db => execute, {
        sqlite: "DELETE FROM Workers WHERE worker_type = $1 AND last_seen < strftime('%s', 'now', '-1 day')
                 AND NOT EXISTS (SELECT 1 FROM Jobs WHERE Jobs.lock_by = Workers.id)",
        postgres: "DELETE FROM apalis.workers w WHERE w.worker_type = $1 AND w.last_seen < now() - INTERVAL '1 day'
                   AND NOT EXISTS (SELECT 1 FROM apalis.jobs j WHERE j.lock_by = w.id)"
    }, QUEUE)?;
    Ok(pruned)
}
