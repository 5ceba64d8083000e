//! Surveys: a questionnaire, whom it is put to, how often, who asks, and how it is reminded of.

pub mod store;

use std::str::FromStr;

use chrono::NaiveTime;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::email::EmailAddress;
use crate::id::{OrganisationId, QuestionnaireId, SurveyId};
use crate::name::Name;
use crate::questionnaire::model::{Cadence, Code};

/// A recurring programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// Its id.
    pub id: SurveyId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What staff set.
    pub plan: SurveyPlan,
}

/// What staff set of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyPlan {
    /// Its stable name, unique in the organisation.
    pub code: Code,
    /// Its title, as staff see it.
    pub title: Name,
    /// What is asked.
    pub questionnaire: QuestionnaireId,
    /// Who is asked.
    pub segment: Segment,
    /// How often.
    pub cadence: Cadence,
    /// When those who have not answered are reminded.
    pub reminder_rules: Vec<ReminderRule>,
    /// The name mails come from.
    pub sender_name: Name,
    /// Where replies to the mails go.
    pub reply_to: Option<EmailAddress>,
    /// What staff may see of the answers.
    pub anonymity: Anonymity,
    /// The zone of all its local times.
    pub zone: Tz,
}

/// A part of the panel; an empty list leaves that attribute open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// NACE sections, such as `C`.
    pub sections: Vec<String>,
    /// Size classes, such as `10-49`.
    pub size_classes: Vec<String>,
    /// Kreise by AGS code, such as `06411`.
    pub regions: Vec<String>,
    /// Clusters by name.
    pub clusters: Vec<String>,
}

/// When one reminder goes out: so many days after the round opened, at this local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReminderRule {
    /// Days after the opening.
    pub days_after_opening: u16,
    /// The time of day.
    pub at: NaiveTime,
}

/// What staff may see of the answers, told to the respondent and frozen at launch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Anonymity {
    /// Answers with the company's name.
    Personal,
    /// Only tables.
    #[default]
    Confidential,
}

/// The text names no such thing.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not one of {1}")]
pub struct NotOneOf(String, &'static str);

impl Anonymity {
    /// The word in the database and in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Confidential => "confidential",
        }
    }
}

impl FromStr for Anonymity {
    type Err = NotOneOf;
    fn from_str(text: &str) -> Result<Self, NotOneOf> {
        match text {
            "personal" => Ok(Self::Personal),
            "confidential" => Ok(Self::Confidential),
            other => Err(NotOneOf(other.into(), "personal, confidential")),
        }
    }
}
