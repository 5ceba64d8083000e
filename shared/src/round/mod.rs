//! Rounds: one wave of a survey, from draft to publication.

pub mod launch;
pub mod lifecycle;
pub mod moves;
mod phase;
mod reminder_run;
mod stage;
pub mod store;
pub mod version;

use std::fmt;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use thiserror::Error;

use crate::id::{OrganisationId, RoundId, SurveyId, VersionId};
use crate::schedule::instant_of;
use crate::survey::{Anonymity, ReminderRule};

pub use lifecycle::{IllegalMove, RoundState};
pub use phase::Phase;
pub use reminder_run::{NotAReminderRunState, ReminderRunState};
pub use stage::{NotAStage, Stage};

/// How long a launch can be undone before the first mail.
pub const UNDO_WINDOW: TimeDelta = TimeDelta::minutes(10);

/// One wave of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The survey it is a wave of.
    pub survey: SurveyId,
    /// Its name within the survey.
    pub name: RoundName,
    /// When it opens and closes.
    pub fieldwork: Fieldwork,
    /// Since when mails are held back by staff.
    pub paused_at: Option<DateTime<Utc>>,
    /// Where it stands.
    pub state: RoundState,
}

/// The name of a round within its survey, such as `2026-Q4`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoundName(String);

/// The text cannot be a round's name.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("a round's name has 1 to 40 letters, digits, - and _, for example 2026-Q4")]
pub struct NotARoundName;

impl RoundName {
    /// Reads a name: 1 to 40 ASCII letters, digits, `-` and `_`.
    pub fn parse(text: &str) -> Result<Self, NotARoundName> {
        let text = text.trim();
        let good = (1..=40).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if good { Ok(Self(text.into())) } else { Err(NotARoundName) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RoundName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// When a round opens and closes: local times in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fieldwork {
    opens: NaiveDateTime,
    closes: NaiveDateTime,
    zone: Tz,
}

/// The round would close before it opens.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("the round closes before it opens; choose a later closing time")]
pub struct ClosesTooEarly;

impl Fieldwork {
    /// From opening to closing, both as the clocks of `zone` show them.
    pub fn new(opens: NaiveDateTime, closes: NaiveDateTime, zone: Tz) -> Result<Self, ClosesTooEarly> {
        let fieldwork = Self { opens, closes, zone };
        if fieldwork.opens_at() < fieldwork.closes_at() { Ok(fieldwork) } else { Err(ClosesTooEarly) }
    }

    /// Local time of opening.
    #[must_use]
    pub const fn opens(&self) -> NaiveDateTime {
        self.opens
    }

    /// Local time of closing.
    #[must_use]
    pub const fn closes(&self) -> NaiveDateTime {
        self.closes
    }

    /// The zone of both.
    #[must_use]
    pub const fn zone(&self) -> Tz {
        self.zone
    }

    /// The instant of opening.
    #[must_use]
    pub fn opens_at(&self) -> DateTime<Utc> {
        instant_of(self.opens, self.zone)
    }

    /// The instant of closing.
    #[must_use]
    pub fn closes_at(&self) -> DateTime<Utc> {
        instant_of(self.closes, self.zone)
    }
}

/// What a round was launched with and keeps, whatever becomes of the survey; while it is open, another version of the
/// questionnaire may replace its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Launch {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom: a name for the log.
    pub by: String,
    /// Until when it can be undone.
    pub undo_until: DateTime<Utc>,
    /// How many contacts are invited.
    pub recipients: i64,
    /// The version of the questionnaire.
    pub version: VersionId,
    /// What staff may see of the answers.
    pub anonymity: Anonymity,
    /// When those who have not answered are reminded.
    pub reminder_rules: Vec<ReminderRule>,
}
