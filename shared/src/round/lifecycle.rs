//! The life of a round: draft → scheduled → open → closed → published; draft, scheduled → cancelled.

use chrono::{DateTime, Utc};
use thiserror::Error;

use super::{Launch, Round, Stage};

/// Where a round stands, with what only exists from there on.
#[derive(Clone, Debug, PartialEq)]
pub enum RoundState {
    /// Being prepared.
    Draft,
    /// Launched; opens by the clock, not before the launch can no longer be undone.
    Scheduled(Launch),
    /// Takes answers.
    Open {
        /// What it was launched with.
        launch: Launch,
        /// Since when.
        opened_at: DateTime<Utc>,
    },
    /// Takes no more answers.
    Closed {
        /// What it was launched with.
        launch: Launch,
        /// When it opened.
        opened_at: DateTime<Utc>,
        /// Since when.
        closed_at: DateTime<Utc>,
    },
    /// Its results are public.
    Published {
        /// What it was launched with.
        launch: Launch,
        /// When it opened.
        opened_at: DateTime<Utc>,
        /// When it closed.
        closed_at: DateTime<Utc>,
    },
    /// Will never open.
    Cancelled,
}

/// A move that the life of a round does not have.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum IllegalMove {
    /// The move does not start from where the round stands.
    #[error("a round that is {from} cannot {to}")]
    From {
        /// Where the round stands.
        from: Stage,
        /// What it was to do.
        to: &'static str,
    },
    /// Somebody else moved it first.
    #[error("the round has moved meanwhile; look at it again")]
    MovedMeanwhile,
    /// The time to undo the launch has passed.
    #[error("the launch can no longer be undone; pause the round to hold back mails")]
    UndoWindowPassed,
    /// Opening or closing is not due yet.
    #[error("it is not time yet")]
    TooEarly,
    /// The round would close before it could open.
    #[error("the closing time has passed or is too near; choose a later one")]
    ClosesTooSoon,
}

impl RoundState {
    /// The word in the database, in addresses and in texts.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        self.stage().as_str()
    }

    /// What the round was launched with, if it was.
    #[must_use]
    pub const fn launch(&self) -> Option<&Launch> {
        match self {
            Self::Draft | Self::Cancelled => None,
            Self::Scheduled(launch)
            | Self::Open { launch, .. }
            | Self::Closed { launch, .. }
            | Self::Published { launch, .. } => Some(launch),
        }
    }

    /// Whether answers are taken.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }
}

impl Round {
    /// Draft → scheduled. The round must have time to be open after the undo window.
    pub fn launch(self, launch: Launch) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Draft if self.fieldwork.closes_at() <= launch.undo_until => Err(IllegalMove::ClosesTooSoon),
            RoundState::Draft => Ok(Self { state: RoundState::Scheduled(launch), ..self }),
            other => Err(IllegalMove::From { from: other.stage(), to: "be launched" }),
        }
    }

    /// Scheduled → draft, as long as the launch can be undone.
    pub fn undo_launch(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Scheduled(launch) if launch.undo_until <= now => Err(IllegalMove::UndoWindowPassed),
            RoundState::Scheduled(_) => Ok(Self { state: RoundState::Draft, paused_at: None, ..self }),
            other => Err(IllegalMove::From { from: other.stage(), to: "take back its launch" }),
        }
    }

    /// Scheduled → open, once the opening time has come and the launch can no longer be undone.
    pub fn open(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Scheduled(launch) if launch.undo_until <= now && self.fieldwork.opens_at() <= now => {
                Ok(Self { state: RoundState::Open { launch, opened_at: now }, ..self })
            }
            RoundState::Scheduled(_) => Err(IllegalMove::TooEarly),
            other => Err(IllegalMove::From { from: other.stage(), to: "open" }),
        }
    }

    /// Open → closed, once the closing time has come.
    pub fn close(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Open { .. } if now < self.fieldwork.closes_at() => Err(IllegalMove::TooEarly),
            RoundState::Open { launch, opened_at } => {
                Ok(Self { state: RoundState::Closed { launch, opened_at, closed_at: now }, ..self })
            }
            other => Err(IllegalMove::From { from: other.stage(), to: "close" }),
        }
    }

    /// Draft or scheduled → cancelled; a scheduled round only while its launch can be undone.
    pub fn cancel(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Draft => Ok(Self { state: RoundState::Cancelled, ..self }),
            RoundState::Scheduled(launch) if now < launch.undo_until || now < self.fieldwork.opens_at() => {
                Ok(Self { state: RoundState::Cancelled, ..self })
            }
            other => Err(IllegalMove::From { from: other.stage(), to: "be cancelled" }),
        }
    }

    /// Holds back mails; a round that is held back stays so.
    pub fn pause(self, now: DateTime<Utc>) -> Result<Self, IllegalMove> {
        match &self.state {
            RoundState::Scheduled(_) | RoundState::Open { .. } => {
                Ok(Self { paused_at: self.paused_at.or(Some(now)), ..self })
            }
            other => Err(IllegalMove::From { from: other.stage(), to: "be paused" }),
        }
    }

    /// Lets mails go again.
    pub fn resume(self) -> Result<Self, IllegalMove> {
        match (&self.state, self.paused_at) {
            (RoundState::Scheduled(_) | RoundState::Open { .. }, Some(_)) => Ok(Self { paused_at: None, ..self }),
            (other, _) => Err(IllegalMove::From { from: other.stage(), to: "be resumed" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, TimeDelta};
    use chrono_tz::Tz;

    use super::*;
    use crate::clock::Clock;
    use crate::entropy::Entropy;
    use crate::id::{OrganisationId, RoundId, SurveyId, VersionId};
    use crate::round::{Fieldwork, RoundName, UNDO_WINDOW};
    use crate::survey::Anonymity;

    /// A draft that opens on 1 December 2026 at 09:00 and closes on 15 December at 18:00.
    fn draft() -> Round {
        let (entropy, now) = (Entropy::seeded(1), morning());
        let local = |day, hour| NaiveDate::from_ymd_opt(2026, 12, day).unwrap().and_hms_opt(hour, 0, 0).unwrap();
        Round {
            id: RoundId::new(&entropy, now),
            organisation: OrganisationId::new(&entropy, now),
            survey: SurveyId::new(&entropy, now),
            name: RoundName::parse("2026-Q4").unwrap(),
            fieldwork: Fieldwork::new(local(1, 9), local(15, 18), Tz::Europe__Berlin).unwrap(),
            paused_at: None,
            state: RoundState::Draft,
        }
    }

    fn morning() -> DateTime<Utc> {
        Clock::manual("2026-11-30T08:00:00Z".parse().unwrap()).now()
    }

    fn launch(at: DateTime<Utc>) -> Launch {
        Launch {
            at,
            by: "somebody".into(),
            undo_until: at + UNDO_WINDOW,
            recipients: 400,
            version: VersionId::new(&Entropy::seeded(2), at),
            anonymity: Anonymity::Confidential,
            reminder_rules: vec![],
        }
    }

    fn scheduled() -> Round {
        draft().launch(launch(morning())).unwrap()
    }

    #[test]
    fn a_round_goes_from_draft_to_closed() {
        let opening = draft().fieldwork.opens_at();
        let open = scheduled().open(opening).unwrap();
        let closed = open.close(draft().fieldwork.closes_at()).unwrap();
        assert_eq!(closed.state.as_str(), "closed");
        assert_eq!(closed.state.launch().unwrap().recipients, 400);
    }

    #[test]
    fn a_launch_can_be_undone_for_ten_minutes_and_not_longer() {
        let before = morning() + UNDO_WINDOW - TimeDelta::seconds(1);
        assert_eq!(scheduled().undo_launch(before).unwrap().state, RoundState::Draft);
        assert_eq!(scheduled().undo_launch(morning() + UNDO_WINDOW), Err(IllegalMove::UndoWindowPassed));
    }

    #[test]
    fn a_round_does_not_open_while_its_launch_can_be_undone() {
        let late = draft().fieldwork.opens_at() + TimeDelta::hours(1);
        let round = draft().launch(launch(late)).unwrap();
        assert_eq!(round.clone().open(late), Err(IllegalMove::TooEarly));
        assert!(round.open(late + UNDO_WINDOW).is_ok());
    }

    #[test]
    fn a_round_that_would_close_at_once_is_not_launched() {
        let too_late = draft().fieldwork.closes_at() - TimeDelta::minutes(10);
        assert_eq!(draft().launch(launch(too_late)), Err(IllegalMove::ClosesTooSoon));
    }

    #[test]
    fn moves_that_do_not_exist_are_refused() {
        let opening = draft().fieldwork.opens_at();
        let open = scheduled().open(opening).unwrap();
        assert!(draft().open(opening).is_err(), "a draft does not open");
        assert!(draft().close(opening).is_err(), "a draft does not close");
        assert!(draft().pause(opening).is_err(), "a draft has no mails to hold back");
        assert!(draft().undo_launch(opening).is_err(), "a draft has no launch");
        assert!(scheduled().launch(launch(opening)).is_err(), "a round is launched once");
        assert!(open.clone().cancel(opening).is_err(), "an open round is not cancelled");
        assert!(open.clone().open(opening).is_err(), "an open round does not open");
        assert!(open.clone().resume().is_err(), "nothing was held back");
        assert_eq!(open.close(opening), Err(IllegalMove::TooEarly));
    }

    #[test]
    fn pausing_keeps_the_first_instant_and_resuming_clears_it() {
        let first = scheduled().pause(morning()).unwrap();
        let second = first.pause(morning() + TimeDelta::hours(1)).unwrap();
        assert_eq!(second.paused_at, Some(morning()));
        assert_eq!(second.resume().unwrap().paused_at, None);
    }
}
