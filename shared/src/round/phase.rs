//! When a round takes answers. What is written to the database asks the same in its own text, in the statement that writes.

use chrono::{DateTime, Utc};

use super::{Round, Stage};

/// Where a round stands, as whoever answers sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It takes no answers yet.
    Ahead,
    /// It takes answers.
    Open,
    /// It takes no answers any more.
    Over,
}

impl Stage {
    /// Where a round of this stage that closes at `closes_at` stands at `now`. A job opens it; its closing time ends it, even if
    /// the job that closes it is late.
    #[must_use]
    pub fn phase_at(self, closes_at: DateTime<Utc>, now: DateTime<Utc>) -> Phase {
        match self {
            Self::Closed | Self::Published | Self::Cancelled => Phase::Over,
            Self::Draft | Self::Scheduled | Self::Open if closes_at <= now => Phase::Over,
            Self::Draft | Self::Scheduled => Phase::Ahead,
            Self::Open => Phase::Open,
        }
    }
}

impl Round {
    /// Where it stands at `now`.
    #[must_use]
    pub fn phase_at(&self, now: DateTime<Utc>) -> Phase {
        self.state.stage().phase_at(self.fieldwork.closes_at(), now)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn closing() -> DateTime<Utc> {
        "2026-12-15T17:00:00Z".parse().unwrap()
    }

    /// The phases of a stage just before the closing time, at it, and later.
    fn phases(stage: Stage) -> [Phase; 3] {
        [-1, 0, 1].map(|seconds| stage.phase_at(closing(), closing() + TimeDelta::seconds(seconds)))
    }

    #[test]
    fn an_open_round_takes_answers_until_its_closing_time() {
        assert_eq!(phases(Stage::Open), [Phase::Open, Phase::Over, Phase::Over]);
    }

    #[test]
    fn a_round_that_was_not_opened_is_ahead_until_its_closing_time() {
        for stage in [Stage::Draft, Stage::Scheduled] {
            assert_eq!(phases(stage), [Phase::Ahead, Phase::Over, Phase::Over], "{stage}");
        }
    }

    #[test]
    fn a_round_that_ended_is_over_before_its_closing_time_too() {
        for stage in Stage::ALL.into_iter().filter(|stage| stage.is_over()) {
            assert_eq!(phases(stage), [Phase::Over; 3], "{stage}");
        }
    }
}
