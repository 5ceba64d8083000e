//! Writing the ledger for many hand-overs at once: what comes while one commit is under way goes into the next.

use std::future::Future;
use std::time::Duration;

use rundfrage_shared::Context;
use rundfrage_shared::db::{DbError, DbResult};
use rundfrage_shared::id::MessageId;
use rundfrage_shared::message::{Outcome, Rendered, store};
use thiserror::Error;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

/// At most so many steps in one transaction.
const MOST: usize = 64;
/// How often, if the database answers but refuses.
const TRIES: u32 = 10;
/// An outcome that is lost means a second mail.
const PATIENT: Patience = Patience { pause: Duration::from_millis(500), grace: Duration::from_secs(20) };

/// How a commit that fails is tried again.
#[derive(Clone, Copy, Debug)]
struct Patience {
    /// After this.
    pause: Duration,
    /// For so long after the program is told to stop.
    grace: Duration,
}

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
    /// Opens the ledger. While the database cannot be reached it tries on, until a while after `stop` is cancelled.
    #[must_use]
    pub fn open(ctx: &Context, stop: CancellationToken) -> Self {
        let (steps, inbox) = mpsc::channel(MOST);
        tokio::spawn(write(ctx.clone(), stop, inbox));
        Self(steps)
    }

    /// Writes how the last hand-over ended and that the next one begins, durably and together; says whether it may begin.
    pub async fn step(&self, settled: Option<Settled>, begun: Option<Begun>) -> Result<bool, LedgerClosed> {
        let (reply, answer) = oneshot::channel();
        self.0.send(Step { settled, begun, reply }).await.map_err(|_| LedgerClosed)?;
        answer.await.map_err(|_| LedgerClosed)
    }
}

async fn write(ctx: Context, stop: CancellationToken, mut inbox: mpsc::Receiver<Step>) {
    let mut steps = Vec::with_capacity(MOST);
    while inbox.recv_many(&mut steps, MOST).await > 0 {
        match patiently(PATIENT, &stop, || commit(&ctx, &steps)).await {
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

/// Tries until it succeeds. It never comes too late to be tried: if the lease is over and somebody else has the message, the
/// fencing token says so. Says once that it fails, and once that it works again.
async fn patiently<T, C>(patience: Patience, stop: &CancellationToken, commit: impl Fn() -> C) -> Option<T>
where
    C: Future<Output = DbResult<T>>,
{
    let trying = async {
        let mut refused = 0;
        for failures in 0_u64.. {
            match commit().await {
                Ok(done) => {
                    if failures > 0 {
                        tracing::info!(failures, "the ledger is written again");
                    }
                    return Some(done);
                }
                Err(error) => {
                    refused += u32::from(!matches!(error, DbError::Unavailable(_) | DbError::Conflict(_)));
                    if failures == 0 {
                        tracing::warn!(%error, "the ledger cannot be written; trying until it can");
                    }
                    if refused >= TRIES {
                        tracing::error!(%error, "the ledger refuses outcomes");
                        return None;
                    }
                }
            }
            tokio::time::sleep(patience.pause).await;
        }
        None
    };
    let stopping = async {
        stop.cancelled().await;
        tokio::time::sleep(patience.grace).await;
    };
    tokio::select! {
        biased;
        done = trying => done,
        () = stopping => None,
    }
}

async fn commit(ctx: &Context, steps: &[Step]) -> DbResult<Vec<bool>> {
    let mut tx = ctx.db.begin().await?;
    let mut answers = Vec::with_capacity(steps.len());
    for Step { settled, begun, .. } in steps {
        if let Some(settled) = settled
            && !store::settle(&mut tx, ctx, settled.id, settled.fencing, &settled.outcome).await?
            && settled.outcome != Outcome::Released
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

#[cfg(test)]
mod tests {
    use std::future::{Ready, ready};
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    const AT_ONCE: Patience = Patience { pause: Duration::ZERO, grace: Duration::ZERO };

    /// A database that is away for so many tries.
    fn away(tries: &AtomicU32, how_long: u32, why: impl Fn() -> DbError) -> Ready<DbResult<u32>> {
        let before = tries.fetch_add(1, Ordering::Relaxed);
        ready(if before < how_long { Err(why()) } else { Ok(before) })
    }

    fn unreachable() -> DbError {
        DbError::unavailable("away")
    }

    #[tokio::test]
    async fn an_outage_of_minutes_loses_nothing() {
        let (stop, tries) = (CancellationToken::new(), AtomicU32::new(0));
        assert_eq!(patiently(AT_ONCE, &stop, || away(&tries, 1000, unreachable)).await, Some(1000));
    }

    #[tokio::test]
    async fn a_stop_signal_is_heeded_after_a_while() {
        let (stop, tries) = (CancellationToken::new(), AtomicU32::new(0));
        stop.cancel();
        assert_eq!(patiently(AT_ONCE, &stop, || away(&tries, u32::MAX, unreachable)).await, None);
        assert!(tries.load(Ordering::Relaxed) > 0, "it is tried once");
    }

    #[tokio::test]
    async fn what_is_refused_for_good_is_not_tried_for_ever() {
        let (stop, tries) = (CancellationToken::new(), AtomicU32::new(0));
        assert_eq!(patiently(AT_ONCE, &stop, || away(&tries, u32::MAX, || DbError::Exists)).await, None);
    }
}
