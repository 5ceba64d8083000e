//! Closes the rounds whose time has come: no more answers, and what was not sent is cancelled.

use rundfrage_shared::audit::{self, Actor, Entry};
use rundfrage_shared::file;
use rundfrage_shared::message;
use rundfrage_shared::round::{Round, Stage, store};
use serde_json::json;

use super::{JobError, each};
use crate::worker::Worker;

/// Returns how many rounds were closed.
pub async fn run(worker: &Worker) -> Result<usize, JobError> {
    let due = store::list_due_to_close(&worker.ctx.db, worker.ctx.now()).await?;
    Ok(each!("close_rounds", due, |round| close(worker, round)))
}

async fn close(worker: &Worker, round: Round) -> Result<bool, JobError> {
    let (mut tx, now) = (worker.ctx.db.begin().await?, worker.ctx.now());
    let Some(round) = store::lock(&mut tx, round.organisation, round.id).await? else { return Ok(false) };
    let closed = round.close(now)?;
    store::move_from(&mut tx, Stage::Open, &closed, now).await?;
    let unsent = message::store::cancel_unsent(&mut tx, closed.organisation, closed.id, now).await?;
    store::cancel_reminder_runs(&mut tx, &closed, now).await?;
    file::store::sweep_round(&mut tx, closed.id).await?;
    let entry = Entry {
        actor: Actor::System("close_rounds"),
        action: "round.closed",
        subject: format!("round:{}", closed.id),
        details: json!({ "unsent": unsent }),
    };
    audit::append(&mut tx, closed.organisation, &entry, now).await?;
    tx.commit().await?;
    tracing::info!(round = %closed.id, unsent, "round closed");
    Ok(true)
}
