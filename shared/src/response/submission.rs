//! What is submitted, and what becomes of it.

use std::sync::Arc;

use thiserror::Error;

use super::{Receipt, Refusal, SubmissionKey};
use crate::db::DbError;
use crate::id::ResponseId;

/// What a respondent submits: the draft as it stands when the writer commits it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The response.
    pub response: ResponseId,
    /// Makes it safe to repeat.
    pub key: SubmissionKey,
    /// Which save of the draft its respondent looked at; without it, whichever stands there counts.
    pub seen: Option<i64>,
}

/// What became of a submission.
pub type Outcome = Result<Receipt, SubmitError>;

/// Why there is no receipt. Unless it says otherwise, nothing was stored.
#[derive(Clone, Debug, Error)]
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
    /// The response was saved again and again between judging and writing it: come again soon.
    #[error("the response changes all the time")]
    Overtaken,
    /// The writer has stopped: the program is ending. What was sent may be stored; the same key is safe.
    #[error("the writer has stopped")]
    Stopped,
    /// The database failed, and if it failed in the commit, what was sent may be stored; the same key is safe.
    #[error(transparent)]
    Db(Arc<DbError>),
}

impl From<DbError> for SubmitError {
    fn from(error: DbError) -> Self {
        Self::Db(Arc::new(error))
    }
}
