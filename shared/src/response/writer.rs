//! The writer of submissions: it collects what arrives while its transaction commits, commits all of it in the next one, and
//! then replies (group commit). A receipt means that its commit is on disk.
//!
//! Nobody can cancel a commit: a caller that goes away (a closed browser, a timeout) leaves the writer's task as it is.

use std::collections::BTreeMap;

use thiserror::Error;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::checked::CheckedDrafts;
use super::commit::{Committer, Outcome};
use super::{Occasion, Refusal, Response, SubmissionKey};
use crate::context::Context;
use crate::db::DbError;
use crate::id::ResponseId;
use crate::questionnaire::cache::VersionCache;
use crate::questionnaire::model::Questionnaire;

/// How many submissions may wait; one more is told at once to come again.
const QUEUE: usize = 1024;
/// How many submissions one transaction holds at most.
const BATCH: usize = 256;

/// What a respondent submits: the draft as it stands when the writer commits it.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The response.
    pub response: ResponseId,
    /// Makes it safe to repeat.
    pub key: SubmissionKey,
}

/// Why a submission was not taken; nothing was stored by it.
#[derive(Debug, Error)]
pub enum SubmitError {
    /// A rule forbids it.
    #[error(transparent)]
    Refused(#[from] Refusal),
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

type Reply = oneshot::Sender<Outcome>;
type Arrival = (Submission, Reply);

/// The way to the writer. Cloning it is cheap; it stops when [`Submissions::stop`] is called.
#[derive(Clone, Debug)]
pub struct Submissions {
    queue: mpsc::Sender<Arrival>,
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
    pub fn anticipate(&self, response: &Response, occasion: &Occasion, questionnaire: &Questionnaire) {
        self.committer.checked.check(response, occasion, questionnaire, self.committer.context.now());
    }

    /// Submits, and waits until it is on disk.
    pub async fn submit(&self, submission: Submission) -> Outcome {
        let (reply, outcome) = oneshot::channel();
        self.queue.try_send((submission, reply)).map_err(|error| match error {
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

/// What the writer's task has at hand.
struct Writer {
    committer: Committer,
    arrivals: mpsc::Receiver<Arrival>,
    stopping: CancellationToken,
}

impl Writer {
    async fn run(mut self) {
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            if batch.is_empty() {
                tokio::select! {
                    arrived = self.arrivals.recv_many(&mut batch, BATCH) => if arrived == 0 { return },
                    () = self.stopping.cancelled(), if !self.arrivals.is_closed() => self.arrivals.close(),
                }
            }
            batch = self.write(batch).await;
            self.add_arrivals(&mut batch);
        }
    }

    /// What was put off goes together with what has arrived meanwhile.
    fn add_arrivals(&mut self, batch: &mut Vec<Arrival>) {
        while (1..BATCH).contains(&batch.len())
            && let Ok(arrival) = self.arrivals.try_recv()
        {
            batch.push(arrival);
        }
    }

    /// Commits one batch and replies. Returns what has to wait for the next: a second, different submission of the same response.
    async fn write(&self, batch: Vec<Arrival>) -> Vec<Arrival> {
        let mut waiting: BTreeMap<ResponseId, (Submission, Vec<Reply>)> = BTreeMap::new();
        let mut later = Vec::new();
        for (submission, reply) in batch {
            match waiting.get_mut(&submission.response) {
                None => drop(waiting.insert(submission.response, (submission, vec![reply]))),
                Some((first, replies)) if first.key == submission.key => replies.push(reply),
                Some(_) => later.push((submission, reply)),
            }
        }
        let (submissions, replies): (Vec<_>, Vec<_>) = waiting.into_values().unzip();
        match self.committer.commit(&submissions).await {
            Ok(mut outcomes) => {
                for (submission, replies) in submissions.iter().zip(replies) {
                    answer(replies, outcomes.remove(&submission.response));
                }
            }
            Err(error) => self.write_one_by_one(&submissions, replies, &error).await,
        }
        later
    }

    /// One row that cannot be read, or that the database refuses, must not take the others with it.
    async fn write_one_by_one(&self, submissions: &[Submission], replies: Vec<Vec<Reply>>, error: &DbError) {
        tracing::warn!(%error, submissions = submissions.len(), "a batch of submissions failed");
        for (submission, replies) in submissions.iter().zip(replies) {
            let outcome = match error {
                DbError::Unavailable(_) => Err(unavailable()),
                _ => self.committer.commit(std::slice::from_ref(submission)).await,
            };
            match outcome {
                Ok(mut outcomes) => answer(replies, outcomes.remove(&submission.response)),
                Err(error) => answer(replies, Some(Err(error.into()))),
            }
        }
    }
}

fn unavailable() -> DbError {
    DbError::unavailable("the batch that this submission was in failed")
}

/// Tells everybody who sent one submission what became of it. Whoever has gone away meanwhile finds the receipt on the next visit.
fn answer(replies: Vec<Reply>, outcome: Option<Outcome>) {
    let mut outcome = outcome.unwrap_or(Err(SubmitError::Unknown));
    for reply in replies {
        let same = match &outcome {
            Ok(receipt) => Ok(receipt.clone()),
            Err(SubmitError::Refused(refusal)) => Err(SubmitError::Refused(*refusal)),
            Err(SubmitError::Unknown) => Err(SubmitError::Unknown),
            Err(_) => Err(SubmitError::Db(unavailable())),
        };
        // The first one gets the cause, which cannot be told twice.
        let _ = reply.send(std::mem::replace(&mut outcome, same));
    }
}
