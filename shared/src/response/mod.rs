//! Responses: one company's answers in one round, from the first saved page to the receipt, and its changes until the round closes.

mod checked;
mod commit;
mod receipt;
pub mod save;
pub mod store;
pub mod submission;
mod verdict;
pub mod writer;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::email::EmailAddress;
use crate::id::{CompanyId, InvitationId, OrganisationId, ResponseId, RoundId, VersionId};
use crate::language::Language;
use crate::name::Name;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::attributes::Attributes;
use crate::round::RoundName;
use crate::survey::Anonymity;

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

/// Who asks, in which round: what the respondent is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Occasion {
    /// The body that asks.
    pub organisation: Name,
    /// The survey's title, as staff see it.
    pub survey: Name,
    /// Who signs the mails.
    pub sender: Name,
    /// Where questions can be sent.
    pub reply_to: Option<EmailAddress>,
    /// The round's name.
    pub round: RoundName,
    /// Whether the round is open by its state; [`Occasion::takes_answers`] asks the clock as well.
    pub is_open: bool,
    /// Whether the round has been open and is over.
    pub is_over: bool,
    /// When it opens.
    pub opens_at: DateTime<Utc>,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
    /// The zone of its local times.
    pub zone: Tz,
    /// The version of the questionnaire; only a draft of a round has none.
    pub version: Option<VersionId>,
    /// What staff may see of the answers.
    pub anonymity: Anonymity,
}

impl Occasion {
    /// Whether answers are taken at `now`: the round is open, and its closing time has not come, even if the job that closes
    /// it is late.
    #[must_use]
    pub fn takes_answers(&self, now: DateTime<Utc>) -> bool {
        self.is_open && now < self.closes_at
    }

    /// Whether it is too late at `now`.
    #[must_use]
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.is_over || (self.is_open && self.closes_at <= now)
    }
}
