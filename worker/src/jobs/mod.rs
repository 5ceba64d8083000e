//! The jobs: one file each, a plain function `run` that does what is due.

pub mod close_rounds;
pub mod open_rounds;
pub mod plan_reminders;
pub mod prune;
pub mod send_mail;

use rundfrage_shared::Context;
use rundfrage_shared::db::{Bell, DbError};
use rundfrage_shared::round::IllegalMove;
use rundfrage_shared::round::store::MoveError;
use thiserror::Error;
use tokio_util::sync::CancellationToken;

use crate::transport::Unreachable;
use crate::worker::Worker;

pub use send_mail::Sent;

/// Why a job ended early. What it had done is done, what it had not is still due.
#[derive(Debug, Error)]
pub enum JobError {
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
    /// Somebody else made the move first.
    #[error(transparent)]
    Illegal(#[from] IllegalMove),
    /// Mails cannot be handed over at the moment.
    #[error("mails cannot be handed over: {0}")]
    Unreachable(#[from] Unreachable),
}

impl From<MoveError> for JobError {
    fn from(error: MoveError) -> Self {
        match error {
            MoveError::Illegal(illegal) => Self::Illegal(illegal),
            MoveError::Db(db) => Self::Db(db),
        }
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rounds that were opened.
    pub opened: usize,
    /// Rounds that were closed.
    pub closed: usize,
    /// Reminder runs that were planned, or dropped because they were too late.
    pub reminder_runs: usize,
    /// Mails by how their hand-over ended.
    pub mails: Sent,
}

/// Runs everything that is due, in the order in which one thing causes another, until nothing is left.
pub async fn run_due(ctx: &Context) -> Result<Summary, JobError> {
    let worker = Worker::new(ctx.clone(), CancellationToken::new());
    let mut summary = Summary::default();
    loop {
        let before = summary;
        summary.opened += open_rounds::run(&worker).await?;
        summary.closed += close_rounds::run(&worker).await?;
        summary.reminder_runs += plan_reminders::run(&worker).await?;
        summary.mails += send_mail::run(&worker).await?;
        if summary == before {
            return Ok(summary);
        }
    }
}

/// Runs one job and returns how much it did.
pub async fn run(worker: &Worker, bell: Bell) -> Result<usize, JobError> {
    match bell {
        Bell::OpenRounds => open_rounds::run(worker).await,
        Bell::CloseRounds => close_rounds::run(worker).await,
        Bell::PlanReminders => plan_reminders::run(worker).await,
        Bell::SendMail => {
            let outcome = send_mail::run(worker).await;
            worker.note_reached(&outcome);
            Ok(outcome?.total())
        }
        Bell::Prune => prune::run(worker).await,
    }
}

/// Goes through what is due one by one. One that fails is logged and left for the next time, and the others go on; if
/// somebody else was quicker, that is nobody's failure. Returns how many were done.
macro_rules! each {
    ($job:literal, $due:expr, $done:expr) => {{
        let mut done = 0;
        for one in $due {
            match $done(one).await {
                Ok(true) => done += 1,
                Ok(false) | Err($crate::jobs::JobError::Illegal(_)) => {}
                Err(error) => tracing::error!(job = $job, %error, "one of several failed"),
            }
        }
        done
    }};
}
pub(crate) use each;
