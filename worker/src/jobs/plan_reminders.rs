//! Plans the reminders that are due, to those who have not answered by then. What is too late is dropped and shown.

use rundfrage_shared::message;
use rundfrage_shared::round::ReminderRunState;
use rundfrage_shared::round::store::{self, StoredReminderRun};

use super::{JobError, each};
use crate::worker::Worker;

/// Returns how many reminder runs were ended, one way or the other.
pub async fn run(worker: &Worker) -> Result<usize, JobError> {
    let due = store::list_due_reminder_runs(&worker.ctx.db, worker.ctx.now()).await?;
    Ok(each!("plan_reminders", due, |run| plan(worker, run)))
}

async fn plan(worker: &Worker, run: StoredReminderRun) -> Result<bool, JobError> {
    let now = worker.ctx.now();
    let mut tx = worker.ctx.db.begin().await?;
    let is_late = run.not_after <= now;
    let (state, planned) = if is_late {
        (ReminderRunState::Stale, None)
    } else {
        let (organisation, round) = (run.organisation_id, run.round_id);
        let planned = message::store::plan_reminders(&mut tx, organisation, round, run.n, run.not_after, now).await?;
        (ReminderRunState::Done, Some(planned))
    };
    // If somebody else ended the run first, nothing of this is kept.
    if !store::end_reminder_run(&mut tx, &run, state, planned, now).await? {
        return Ok(false);
    }
    tx.commit().await?;
    tracing::info!(round = %run.round_id, n = run.n, %state, planned, "reminder run");
    Ok(true)
}
