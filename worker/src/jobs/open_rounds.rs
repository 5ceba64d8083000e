//! Opens the rounds whose time has come, and plans their invitation mails in the same transaction.

use rundfrage_shared::audit::{self, Actor, Entry};
use rundfrage_shared::message;
use rundfrage_shared::round::{Round, Stage, store};
use serde_json::json;

use super::{JobError, each};
use crate::worker::Worker;

/// Returns how many rounds were opened.
pub async fn run(worker: &Worker) -> Result<usize, JobError> {
    let due = store::list_due_to_open(&worker.ctx.db, worker.ctx.now()).await?;
    Ok(each!("open_rounds", due, |round| open(worker, round)))
}

async fn open(worker: &Worker, round: Round) -> Result<bool, JobError> {
    let (mut tx, now) = (worker.ctx.db.begin().await?, worker.ctx.now());
    let Some(round) = store::lock(&mut tx, round.organisation, round.id).await? else { return Ok(false) };
    let opened = round.open(now)?;
    store::move_from(&mut tx, Stage::Scheduled, &opened, now).await?;
    let mails = message::store::plan_invitations(&mut tx, &opened, now).await?;
    let entry = Entry {
        actor: Actor::System("open_rounds"),
        action: "round.opened",
        subject: format!("round:{}", opened.id),
        details: json!({ "invitations": mails }),
    };
    audit::append(&mut tx, opened.organisation, &entry, now).await?;
    tx.commit().await?;
    tracing::info!(round = %opened.id, mails, "round opened");
    Ok(true)
}
