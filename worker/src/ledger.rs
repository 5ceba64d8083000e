//! Writing the ledger for many hand-overs at once: what comes while one commit is under way goes into the next.

use std::time::Duration;

use rundfrage_shared::Context;
use rundfrage_shared::db::DbResult;
use rundfrage_shared::id::MessageId;
use rundfrage_shared::message::{Outcome, Rendered, store};
use thiserror::Error;
use tokio::sync::{mpsc, oneshot};

/// At most so many steps in one transaction.
const MOST: usize = 64;
/// How often, and after which pause, a failed commit is tried again: an outcome that is lost means a second mail.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(500);

/// The ledger cannot be written.
#[derive(Clone, Copy, Debug, Error)]
#[error("the ledger cannot be written")]
pub struct LedgerClosed;

/// How the hand-over of one message ended.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The message.
    pub id: MessageId,
    /// The token of the claim.
    pub fencing: i64,
    /// How it ended.
    pub outcome: Outcome,
}

/// The message whose hand-over is to begin.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The message.
    pub id: MessageId,
    /// The token of the claim.
    pub fencing: i64,
    /// What is handed over.
    pub mail: Rendered,
}

/// One commit's worth of one line of hand-overs: how the last one ended, and which one comes next.
#[derive(Debug)]
struct Step {
    settled: Option<Settled>,
    begun: Option<Begun>,
    reply: oneshot::Sender<bool>,
}

/// The ledger, open for writing; the writer ends when it is dropped.
#[derive(Clone, Debug)]
pub struct Ledger(mpsc::Sender<Step>);

impl Ledger {
    /// Opens the ledger.
    #[must_use]
    pub fn open(ctx: &Context) -> Self {
        let (steps, inbox) = mpsc::channel(MOST);
        tokio::spawn(write(ctx.clone(), inbox));
        Self(steps)
    }

    /// Writes how the last hand-over ended and that the next one begins, durably and together; says whether it may begin.
    pub async fn step(&self, settled: Option<Settled>, begun: Option<Begun>) -> Result<bool, LedgerClosed> {
        let (reply, answer) = oneshot::channel();
        self.0.send(Step { settled, begun, reply }).await.map_err(|_| LedgerClosed)?;
        answer.await.map_err(|_| LedgerClosed)
    }
}

async fn write(ctx: Context, mut inbox: mpsc::Receiver<Step>) {
    let mut steps = Vec::with_capacity(MOST);
    while inbox.recv_many(&mut steps, MOST).await > 0 {
        match commit_patiently(&ctx, &steps).await {
            Some(answers) => {
                for (step, may_begin) in steps.drain(..).zip(answers) {
                    let _ = step.reply.send(may_begin);
                }
            }
            // The replies are dropped: whoever waits learns that nothing is certain, and the lease decides.
            None => steps.clear(),
        }
    }
}

async fn commit_patiently(ctx: &Context, steps: &[Step]) -> Option<Vec<bool>> {
    for _ in 0..TRIES {
        match commit(ctx, steps).await {
            Ok(answers) => return Some(answers),
            Err(error) => tracing::warn!(%error, "the ledger could not be written, trying again"),
        }
        tokio::time::sleep(PAUSE).await;
    }
    None
}

async fn commit(ctx: &Context, steps: &[Step]) -> DbResult<Vec<bool>> {
    let mut tx = ctx.db.begin().await?;
    let mut answers = Vec::with_capacity(steps.len());
    for Step { settled, begun, .. } in steps {
        if let Some(settled) = settled
            && !store::settle(&mut tx, ctx, settled.id, settled.fencing, &settled.outcome).await?
        {
            tracing::warn!(message = %settled.id, "an outcome came too late: the message belongs to somebody else");
        }
        answers.push(match begun {
            Some(begun) => store::begin(&mut tx, begun.id, begun.fencing, &begun.mail, ctx.now()).await?,
            None => false,
        });
    }
    tx.commit().await?;
    Ok(answers)
}
