//! When a mail that was refused for the moment is tried again.

use chrono::{DateTime, TimeDelta, Utc};

/// Minutes until the next attempt after the first, second, … attempt; the last one repeats.
const MINUTES: [i64; 6] = [5, 15, 30, 60, 120, 240];

/// Nothing is tried for longer than this.
pub const PATIENCE: TimeDelta = TimeDelta::hours(72);

/// The pause after the `attempt`-th attempt (counted from 1), lengthened by up to a fifth by `jitter`, so that mails
/// refused together do not come back together.
#[must_use]
pub fn pause(attempt: i64, jitter: u8) -> TimeDelta {
    let place = usize::try_from(attempt.max(1) - 1).unwrap_or(usize::MAX).min(MINUTES.len() - 1);
    let seconds = MINUTES[place] * 60;
    TimeDelta::seconds(seconds + seconds * i64::from(jitter) / (5 * 255))
}

/// When to try again after the `attempt`-th attempt, or `None` if that would be later than [`PATIENCE`] after the
/// first attempt or not before `not_after`.
#[must_use]
pub fn next_attempt(
    attempt: i64,
    now: DateTime<Utc>,
    first_attempt_at: DateTime<Utc>,
    not_after: DateTime<Utc>,
    jitter: u8,
) -> Option<DateTime<Utc>> {
    let next = now + pause(attempt, jitter);
    (next < not_after && next <= first_attempt_at + PATIENCE).then_some(next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn pauses_grow_to_four_hours() {
        let minutes: Vec<i64> = (1..=8).map(|attempt| pause(attempt, 0).num_minutes()).collect();
        assert_eq!(minutes, [5, 15, 30, 60, 120, 240, 240, 240]);
    }

    proptest! {
        #[test]
        fn jitter_lengthens_by_at_most_a_fifth(attempt in 1_i64..1000, jitter: u8) {
            let (plain, jittered) = (pause(attempt, 0), pause(attempt, jitter));
            prop_assert!(plain <= jittered && jittered <= plain * 6 / 5);
            prop_assert!(pause(attempt, 0) <= pause(attempt + 1, 0));
        }

        #[test]
        fn nothing_is_tried_too_late(attempt in 1_i64..1000, since in 0_i64..100_000, left in -1000_i64..100_000, jitter: u8) {
            let first = DateTime::UNIX_EPOCH;
            let now = first + TimeDelta::minutes(since);
            let not_after = now + TimeDelta::minutes(left);
            let next = now + pause(attempt, jitter);
            let is_in_time = next < not_after && next <= first + PATIENCE;
            prop_assert_eq!(next_attempt(attempt, now, first, not_after, jitter), is_in_time.then_some(next));
            prop_assert!(next > now);
        }
    }
}
