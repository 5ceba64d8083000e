//! What becomes of a submission: a pure rule over the response as it stands while a writer holds it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use thiserror::Error;

use super::{Receipt, SubmissionKey};
use crate::id::{CompanyId, OrganisationId, ResponseId, RoundId, VersionId};
use crate::questionnaire::answer::Answers;
use crate::questionnaire::attributes::Attributes;
use crate::questionnaire::model::Questionnaire;
use crate::questionnaire::period::Period;
use crate::questionnaire::route::Circumstances;
use crate::questionnaire::validate::validate_all;

/// A response in the hands of a writer: until its transaction ends nobody else changes it, nor closes its round.
#[derive(Clone, Debug)]
pub(super) struct Held {
    /// The response.
    pub id: ResponseId,
    /// Whose round it is.
    pub organisation: OrganisationId,
    /// The round.
    pub round: RoundId,
    /// What the round stands for.
    pub period: Option<Period>,
    /// Whether the round is open by its state.
    pub is_open: bool,
    /// When the round closes, even if the job that closes it is late.
    pub closes_at: DateTime<Utc>,
    /// The zone of its local times: it says which day it is.
    pub zone: Tz,
    /// Who answers; open links have nobody.
    pub company: Option<CompanyId>,
    /// The version of the questionnaire.
    pub version: VersionId,
    /// What decides what is asked, besides the answers.
    pub attributes: Attributes,
    /// What was typed so far.
    pub draft: Answers,
    /// The submission that counts so far, if there is one.
    pub submitted: Option<(SubmissionKey, Receipt)>,
}

/// Why a submission is not taken.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Refusal {
    /// The round takes no answers.
    #[error("the round takes no answers")]
    RoundNotOpen,
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

impl Held {
    /// Judges the submission of the draft as it stands, with `key`, at `now`.
    pub fn judge(&self, questionnaire: &Questionnaire, key: &SubmissionKey, now: DateTime<Utc>) -> Verdict {
        if let Some((taken, receipt)) = &self.submitted
            && taken == key
        {
            return Verdict::Repeated(receipt.clone());
        }
        if !self.is_open || self.closes_at <= now {
            return Verdict::Refused(Refusal::RoundNotOpen);
        }
        let today = now.with_timezone(&self.zone).date_naive();
        let circumstances = Circumstances::new(&self.attributes, self.period).on(today);
        match validate_all(questionnaire, &self.draft, circumstances) {
            Ok(answers) if !questionnaire.is_answered(&answers) => Verdict::Refused(Refusal::Empty),
            Ok(answers) => Verdict::Taken(answers),
            Err(_) => Verdict::Refused(Refusal::Invalid),
        }
    }
}

#[cfg(test)]
mod tests;
