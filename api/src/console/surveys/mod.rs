//! Surveys: the list, the form, and one survey with its rounds.

pub mod edit;
pub mod form;
pub mod list;
pub mod new;
pub mod open_link;
pub mod show;

use std::borrow::Borrow;

use rundfrage_shared::id::SurveyId;
use rundfrage_shared::questionnaire::model::Cadence;
use rundfrage_shared::survey::Anonymity;

/// The address of a survey.
#[must_use]
pub fn address(id: impl Borrow<SurveyId>) -> String {
    format!("/console/surveys/{}", id.borrow())
}

/// The text that names a cadence.
#[must_use]
pub fn cadence_key(cadence: impl Borrow<Cadence>) -> &'static str {
    match cadence.borrow() {
        Cadence::Once => "console-cadence-once",
        Cadence::Monthly => "console-cadence-monthly",
        Cadence::Quarterly => "console-cadence-quarterly",
        Cadence::Yearly => "console-cadence-yearly",
    }
}

/// The text that names a degree of anonymity.
#[must_use]
pub fn anonymity_key(anonymity: impl Borrow<Anonymity>) -> &'static str {
    match anonymity.borrow() {
        Anonymity::Personal => "console-anonymity-personal",
        Anonymity::Confidential => "console-anonymity-confidential",
    }
}
