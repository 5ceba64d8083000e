//! The writer of submissions: it collects what arrives while its transaction commits, commits all of it in the next one, and
//! then replies (group commit). A receipt means that its commit is on disk.
//!
//! Nobody can cancel a commit: a caller that goes away (a closed browser, a timeout) leaves the writer's task as it is.

use std::collections::BTreeMap;

use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::checked::CheckedDrafts;
use super::commit::{Committed, Committer};
use super::submission::{Outcome, Submission, SubmitError};
use super::{Occasion, Response};
use crate::context::Context;
use crate::db::{DbError, DbResult};
use crate::id::ResponseId;
use crate::questionnaire::cache::VersionCache;
use crate::questionnaire::model::Questionnaire;

/// How many submissions may wait; one more is told at once to come again.
const QUEUE: usize = 1024;
/// How many submissions one transaction holds at most.
const BATCH: usize = 256;
/// How often a submission is judged because its response is saved between judging and writing it.
const TURNS: u8 = 8;

/// The way to the writer. Cloning it is cheap; it stops when [`Submissions::stop`] is called.
#[derive(Clone, Debug)]
pub struct Submissions {
    queue: mpsc::Sender<Waiting>,
    committer: Committer,
    stopping: CancellationToken,
    tasks: TaskTracker,
}

impl Submissions {
    /// Starts the writer on the present runtime.
    #[must_use]
    pub fn start(context: Context, versions: VersionCache) -> Self {
        let (queue, arrivals) = mpsc::channel(QUEUE);
        let (stopping, tasks) = (CancellationToken::new(), TaskTracker::new());
        let committer = Committer { context, versions, checked: CheckedDrafts::default() };
        tasks.spawn(Writer { committer: committer.clone(), arrivals, stopping: stopping.clone() }.run());
        tasks.close();
        Self { queue, committer, stopping, tasks }
    }

    /// Judges the draft that a respondent looks at before submitting it: mostly the writer then need not read it again.
    pub fn check(&self, response: &Response, occasion: &Occasion, questionnaire: &Questionnaire) {
        self.committer.checked.check(response, occasion, questionnaire, self.committer.context.now());
    }

    /// Submits, and waits until it is on disk.
    pub async fn submit(&self, submission: Submission) -> Outcome {
        let (reply, outcome) = oneshot::channel();
        let waiting = Waiting { submission, replies: vec![reply], turns: 0 };
        self.queue.try_send(waiting).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => SubmitError::Busy,
            mpsc::error::TrySendError::Closed(_) => SubmitError::Stopped,
        })?;
        outcome.await.unwrap_or(Err(SubmitError::Stopped))
    }

    /// Takes nothing more, commits what waits, and returns when the writer has ended.
    pub async fn stop(&self) {
        self.stopping.cancel();
        self.tasks.wait().await;
    }
}

/// A submission that waits for its commit.
#[derive(Debug)]
struct Waiting {
    submission: Submission,
    /// Everybody who sent it.
    replies: Vec<oneshot::Sender<Outcome>>,
    /// How often it was overtaken.
    turns: u8,
}

impl Waiting {
    /// Tells everybody who sent it what became of it. Whoever has gone away meanwhile finds the receipt on the next visit.
    fn answer(self, outcome: &Outcome) {
        for reply in self.replies {
            let _ = reply.send(outcome.clone());
        }
    }

    /// Waits for one more turn, if it has not waited too often.
    fn put_off(self) -> Option<Self> {
        if self.turns + 1 < TURNS {
            return Some(Self { turns: self.turns + 1, ..self });
        }
        self.answer(&Err(SubmitError::Overtaken));
        None
    }
}

type Batch = BTreeMap<ResponseId, Waiting>;

/// What the writer's task has at hand.
struct Writer {
    committer: Committer,
    arrivals: mpsc::Receiver<Waiting>,
    stopping: CancellationToken,
}

impl Writer {
    async fn run(mut self) {
        let mut waiting = Vec::with_capacity(BATCH);
        loop {
            if waiting.is_empty() {
                tokio::select! {
                    arrived = self.arrivals.recv_many(&mut waiting, BATCH) => if arrived == 0 { return },
                    () = self.stopping.cancelled(), if !self.arrivals.is_closed() => self.arrivals.close(),
                }
            }
            let (batch, mut later) = distinct(waiting);
            later.extend(self.write(batch).await);
            // What was put off goes together with what has arrived meanwhile.
            while (1..BATCH).contains(&later.len())
                && let Ok(arrival) = self.arrivals.try_recv()
            {
                later.push(arrival);
            }
            waiting = later;
        }
    }

    /// Commits one batch and replies. Returns what has to wait for the next.
    async fn write(&self, batch: Batch) -> Vec<Waiting> {
        match self.commit(&batch).await {
            Ok(Committed { mut outcomes, overtaken }) => {
                let (again, done): (Batch, Batch) = batch.into_iter().partition(|(id, _)| overtaken.contains(id));
                for (id, waiting) in done {
                    waiting.answer(&outcomes.remove(&id).unwrap_or(Err(SubmitError::Unknown)));
                }
                again.into_values().filter_map(Waiting::put_off).collect()
            }
            Err(DbError::Conflict(_)) => batch.into_values().filter_map(Waiting::put_off).collect(),
            // One row that cannot be read, or that the database refuses, must not take the others with it.
            Err(error) if batch.len() > 1 && !matches!(error, DbError::Unavailable(_)) => {
                tracing::warn!(%error, submissions = batch.len(), "a batch of submissions failed");
                let mut later = Vec::new();
                for (id, waiting) in batch {
                    later.extend(Box::pin(self.write(Batch::from([(id, waiting)]))).await);
                }
                later
            }
            Err(error) => {
                let outcome = Err(error.into());
                for waiting in batch.into_values() {
                    waiting.answer(&outcome);
                }
                Vec::new()
            }
        }
    }

    /// Commits in a task of its own: whatever goes wrong in there, a panic included, ends that task and not the writer.
    async fn commit(&self, batch: &Batch) -> DbResult<Committed> {
        let submissions: Vec<_> = batch.values().map(|waiting| waiting.submission.clone()).collect();
        let committer = self.committer.clone();
        tokio::spawn(async move { committer.commit(&submissions).await })
            .await
            .unwrap_or_else(|died| Err(DbError::other(died)))
    }
}

/// At most one submission a response. The same one sent twice is one; a different one has to wait for the next batch.
fn distinct(waiting: Vec<Waiting>) -> (Batch, Vec<Waiting>) {
    let (mut batch, mut later) = (Batch::new(), Vec::new());
    for arrival in waiting {
        match batch.get_mut(&arrival.submission.response) {
            None => drop(batch.insert(arrival.submission.response, arrival)),
            Some(first) if first.submission == arrival.submission => first.replies.extend(arrival.replies),
            Some(_) => later.push(arrival),
        }
    }
    (batch, later)
}
