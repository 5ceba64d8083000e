//! What becomes of a submission: a pure rule over the response as it stands when a writer reads it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use thiserror::Error;

use super::submission::Submission;
use super::{Receipt, SubmissionKey};
use crate::id::{OrganisationId, ResponseId, RoundId, VersionId};
use crate::questionnaire::answer::Answers;
use crate::questionnaire::attributes::Attributes;
use crate::questionnaire::model::Questionnaire;
use crate::questionnaire::route::Circumstances;
use crate::questionnaire::validate::validate_all;
use crate::round::{Phase, RoundName, Stage};
use crate::schedule::local_of;

/// A response whose submission waits, as it stood when a writer read it. What the writer makes of it is written only if the
/// response still stands like that.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    /// The response.
    pub id: ResponseId,
    /// Whose round it is.
    pub organisation: OrganisationId,
    /// The round.
    pub round: RoundId,
    /// The name of the round.
    pub round_name: RoundName,
    /// Where the round stands by its state.
    pub stage: Stage,
    /// When the round closes.
    pub closes_at: DateTime<Utc>,
    /// The zone of its local times: it says which day it is.
    pub zone: Tz,
    /// The version of the questionnaire.
    pub version: VersionId,
    /// What decides what is asked, besides the answers.
    pub attributes: Attributes,
    /// What the company submitted in the round before.
    pub last: Option<Answers>,
    /// What was typed so far.
    pub draft: Answers,
    /// Which save of it this is.
    pub revision: i64,
    /// The submission that counts so far, if there is one.
    pub submitted: Option<(SubmissionKey, Receipt)>,
}

/// Why a submission is not taken.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Refusal {
    /// The round takes no answers.
    #[error("the round takes no answers")]
    RoundNotOpen,
    /// Somebody changed the answers after the respondent had looked at them.
    #[error("the answers are no longer those that were looked at")]
    Changed,
    /// Nothing that is asked has an answer.
    #[error("there is no answer in it")]
    Empty,
    /// An answer breaks a rule of its question.
    #[error("an answer breaks a rule")]
    Invalid,
}

/// What becomes of a submission.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// This very submission was taken before: it gets its receipt again, whatever has changed since.
    Repeated(Receipt),
    /// It is taken with these answers.
    Taken(Answers),
    /// It is not taken; nothing is stored.
    Refused(Refusal),
}

impl Pending {
    /// Judges the submission of the draft as it stands at `now`.
    pub fn judge(&self, questionnaire: &Questionnaire, submission: &Submission, now: DateTime<Utc>) -> Verdict {
        if let Some((taken, receipt)) = &self.submitted
            && *taken == submission.key
        {
            return Verdict::Repeated(receipt.clone());
        }
        if self.stage.phase_at(self.closes_at, now) != Phase::Open {
            return Verdict::Refused(Refusal::RoundNotOpen);
        }
        if submission.seen.is_some_and(|seen| seen != self.revision) {
            return Verdict::Refused(Refusal::Changed);
        }
        let today = local_of(now, self.zone).date();
        let circumstances =
            Circumstances::new(&self.attributes, Some(self.round_name.as_str())).on(today).after(self.last.as_ref());
        counts(questionnaire, &self.draft, circumstances).map_or_else(Verdict::Refused, Verdict::Taken)
    }
}

/// The answers of a draft that count, if it can be submitted.
pub(super) fn counts(
    questionnaire: &Questionnaire,
    draft: &Answers,
    circumstances: Circumstances<'_>,
) -> Result<Answers, Refusal> {
    let answers = validate_all(questionnaire, draft, circumstances).map_err(|_| Refusal::Invalid)?;
    if questionnaire.is_answered(&answers) { Ok(answers) } else { Err(Refusal::Empty) }
}

#[cfg(test)]
mod tests;
