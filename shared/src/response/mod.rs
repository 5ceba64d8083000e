//! Responses: one company's answers in one round, from the first saved page to the receipt, and its changes until the round closes.

mod checked;
mod commit;
mod occasion;
mod receipt;
pub mod save;
pub mod store;
pub mod submission;
mod verdict;
pub mod writer;

use chrono::{DateTime, Utc};

use crate::id::{CompanyId, InvitationId, OrganisationId, ResponseId, RoundId, VersionId};
use crate::language::Language;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::attributes::Attributes;

pub use occasion::Occasion;
pub use receipt::{NotASubmissionKey, ReceiptNumber, SubmissionKey};
pub use verdict::Refusal;

/// One company's answers in one round.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Its id.
    pub id: ResponseId,
    /// Whose round it is.
    pub organisation: OrganisationId,
    /// The round.
    pub round: RoundId,
    /// Who answers; open links have nobody.
    pub company: Option<CompanyId>,
    /// The invitation that began it; open links have none.
    pub invitation: Option<InvitationId>,
    /// The version of the questionnaire.
    pub version: VersionId,
    /// The language it was last worked on in.
    pub language: Language,
    /// What the panel knew of the company at launch; decides what is asked.
    pub attributes: Attributes,
    /// Whether staff answer for a trial: it counts nowhere.
    pub is_test: bool,
    /// What the company submitted in the survey's round before, as it stood when this response began.
    pub last: Option<Answers>,
    /// What was typed so far, answers that are hidden by now included.
    pub draft: Answers,
    /// Goes up with every save.
    pub revision: i64,
    /// What was submitted, if anything; stays as it is while the draft is changed afterwards.
    pub submitted: Option<Submitted>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// A submitted response.
#[derive(Clone, Debug, PartialEq)]
pub struct Submitted {
    /// The answers that count: none of a hidden question.
    pub answers: Answers,
    /// What the respondent got for them.
    pub receipt: Receipt,
}

/// The acknowledgement of a submission: the answers are on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The number to quote; stays the same when answers are changed.
    pub number: ReceiptNumber,
    /// When.
    pub at: DateTime<Utc>,
}
