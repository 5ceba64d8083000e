//! The one writer of submissions: it collects what arrives while a transaction commits, commits all of it in the next one, and
//! then replies to each (group commit). A receipt means that its commit is on disk.
//!
//! Nobody can cancel a commit: a caller that goes away (a closed browser, a timeout) leaves the writer's task as it is.

use std::collections::BTreeMap;

use serde::Serialize;
use thiserror::Error;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::{Receipt, ReceiptNumber, SubmissionKey, store};
use crate::context::Context;
use crate::db::DbError;
use crate::id::{ResponseId, RoundId};
use crate::questionnaire::answer::Answers;

/// How many submissions may wait; one more is told at once to come again.
const QUEUE: usize = 1024;
/// How many submissions one transaction holds at most.
const BATCH: usize = 256;

/// What a respondent submits: checked answers, none of a hidden question.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The response.
    pub response: ResponseId,
    /// Its round.
    pub round: RoundId,
    /// Makes it safe to repeat.
    pub key: SubmissionKey,
    /// The answers that count.
    pub answers: Answers,
}

/// Why a submission was not taken; nothing was stored by it.
#[derive(Debug, Error)]
pub enum SubmitError {
    /// The round takes no answers.
    #[error("the round takes no answers")]
    RoundNotOpen,
    /// There is no such response.
    #[error("there is no such response")]
    Unknown,
    /// Too many wait already: come again soon.
    #[error("too many submissions wait already")]
    Busy,
    /// The writer has stopped: the program is ending.
    #[error("the writer has stopped")]
    Stopped,
    /// The database failed; the same key can be sent again.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// One row of a batch, as the database reads it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Entry {
    id: ResponseId,
    round: RoundId,
    key: SubmissionKey,
    receipt: ReceiptNumber,
    answers: Answers,
}

type Reply = oneshot::Sender<Result<Receipt, SubmitError>>;

/// The way to the writer. Cloning it is cheap; the writer stops when [`Submissions::stop`] is called.
#[derive(Clone, Debug)]
pub struct Submissions {
    queue: mpsc::Sender<(Entry, Reply)>,
    context: Context,
    stopping: CancellationToken,
    task: TaskTracker,
}

impl Submissions {
    /// Starts the writer on the present runtime.
    #[must_use]
    pub fn start(context: Context) -> Self {
        let (queue, arrivals) = mpsc::channel(QUEUE);
        let (stopping, task) = (CancellationToken::new(), TaskTracker::new());
        task.spawn(write(context.clone(), arrivals, stopping.clone()));
        task.close();
        Self { queue, context, stopping, task }
    }

    /// Submits, and waits until it is on disk.
    pub async fn submit(&self, submission: Submission) -> Result<Receipt, SubmitError> {
        let receipt = ReceiptNumber::of(&self.context.keys, submission.response);
        let Submission { response, round, key, answers } = submission;
        let (reply, outcome) = oneshot::channel();
        self.queue.try_send((Entry { id: response, round, key, receipt, answers }, reply)).map_err(
            |error| match error {
                mpsc::error::TrySendError::Full(_) => SubmitError::Busy,
                mpsc::error::TrySendError::Closed(_) => SubmitError::Stopped,
            },
        )?;
        outcome.await.unwrap_or(Err(SubmitError::Stopped))
    }

    /// Takes nothing more, commits what waits, and returns when the writer has ended.
    pub async fn stop(&self) {
        self.stopping.cancel();
        self.task.wait().await;
    }
}

/// The writer's task.
async fn write(context: Context, mut arrivals: mpsc::Receiver<(Entry, Reply)>, stopping: CancellationToken) {
    let mut batch = Vec::with_capacity(BATCH);
    loop {
        if batch.is_empty() {
            tokio::select! {
                arrived = arrivals.recv_many(&mut batch, BATCH) => if arrived == 0 { return },
                () = stopping.cancelled(), if !arrivals.is_closed() => arrivals.close(),
            }
        }
        // What was put off goes together with what has arrived meanwhile.
        while batch.len() < BATCH
            && let Ok(arrival) = arrivals.try_recv()
        {
            batch.push(arrival);
        }
        batch = write_batch(&context, batch).await;
    }
}

/// Commits one batch and replies. Returns what has to wait for the next: a second, different submission of the same response.
async fn write_batch(context: &Context, batch: Vec<(Entry, Reply)>) -> Vec<(Entry, Reply)> {
    let mut waiting: BTreeMap<ResponseId, (Entry, Vec<Reply>)> = BTreeMap::new();
    let mut later = Vec::new();
    for (entry, reply) in batch {
        match waiting.get_mut(&entry.id) {
            None => drop(waiting.insert(entry.id, (entry, vec![reply]))),
            Some((first, replies)) if first.key == entry.key => replies.push(reply),
            Some(_) => later.push((entry, reply)),
        }
    }
    let (entries, replies): (Vec<Entry>, Vec<Vec<Reply>>) = waiting.into_values().unzip();
    match commit(context, &entries.iter().collect::<Vec<_>>()).await {
        Ok(receipts) => {
            for (entry, replies) in entries.iter().zip(replies) {
                answer(context, entry, replies, receipts.get(&entry.id)).await;
            }
        }
        Err(error) => write_one_by_one(context, &entries, replies, &error).await,
    }
    later
}

/// One row that the database refuses must not take the others with it.
async fn write_one_by_one(context: &Context, entries: &[Entry], replies: Vec<Vec<Reply>>, error: &DbError) {
    tracing::warn!(%error, submissions = entries.len(), "a batch of submissions failed");
    for (entry, replies) in entries.iter().zip(replies) {
        let outcome = match error {
            DbError::Unavailable(_) => Err(unavailable()),
            _ => commit(context, &[entry]).await,
        };
        match outcome {
            Ok(receipts) => answer(context, entry, replies, receipts.get(&entry.id)).await,
            Err(error) => refuse(replies, error),
        }
    }
}

fn unavailable() -> DbError {
    DbError::unavailable("the batch that this submission was in failed")
}

async fn commit(context: &Context, entries: &[&Entry]) -> Result<BTreeMap<ResponseId, Receipt>, DbError> {
    let mut tx = context.db.begin().await?;
    // The time is taken with the lock held: a round that closed meanwhile takes nothing more.
    let taken = store::submit(&mut tx, entries, context.now()).await?;
    tx.commit().await?;
    Ok(taken.into_iter().map(|(id, number, at)| (id, Receipt { number: ReceiptNumber::stored(number), at })).collect())
}

async fn answer(context: &Context, entry: &Entry, replies: Vec<Reply>, receipt: Option<&Receipt>) {
    if let Some(receipt) = receipt {
        for reply in replies {
            // Whoever has gone away meanwhile finds the receipt on the next visit.
            let _ = reply.send(Ok(receipt.clone()));
        }
        return;
    }
    let is_known = store::exists(&context.db, entry.id).await;
    for reply in replies {
        let refusal = match &is_known {
            Ok(true) => SubmitError::RoundNotOpen,
            Ok(false) => SubmitError::Unknown,
            Err(_) => SubmitError::Db(unavailable()),
        };
        let _ = reply.send(Err(refusal));
    }
}

fn refuse(replies: Vec<Reply>, error: DbError) {
    let mut error = Some(error);
    for reply in replies {
        let _ = reply.send(Err(SubmitError::Db(error.take().unwrap_or_else(unavailable))));
    }
}
