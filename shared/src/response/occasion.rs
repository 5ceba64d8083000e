//! Who asks, in which round, and whether answers are taken.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::email::EmailAddress;
use crate::id::VersionId;
use crate::name::Name;
use crate::round::{Phase, RoundName, Stage};
use crate::survey::Anonymity;

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
    /// Where the round stands by its state; [`Occasion::phase_at`] asks the clock as well.
    pub stage: Stage,
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
    /// Where the round stands at `now`.
    #[must_use]
    pub fn phase_at(&self, now: DateTime<Utc>) -> Phase {
        self.stage.phase_at(self.closes_at, now)
    }

    /// Whether answers are taken at `now`.
    #[must_use]
    pub fn takes_answers(&self, now: DateTime<Utc>) -> bool {
        self.phase_at(now) == Phase::Open
    }

    /// Whether it is too late at `now`.
    #[must_use]
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.phase_at(now) == Phase::Over
    }
}
