//! Local times and the instants they mean.

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

/// The instant at which the clocks of `zone` show `local`.
///
/// In the hour that summer time skips it is the next minute that exists; in the hour that comes twice it is the first one.
#[must_use]
pub fn instant_of(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let mut candidate = local;
    loop {
        match zone.from_local_datetime(&candidate) {
            LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => return instant.to_utc(),
            LocalResult::None => candidate += TimeDelta::minutes(1),
        }
    }
}

/// What the clocks of `zone` show at `instant`.
#[must_use]
pub fn local_of(instant: DateTime<Utc>, zone: Tz) -> NaiveDateTime {
    instant.with_timezone(&zone).naive_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> String {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        instant_of(local, Tz::Europe__Berlin).format("%Y-%m-%d %H:%M").to_string()
    }

    #[test]
    fn a_skipped_time_is_the_next_that_exists() {
        assert_eq!(at("2027-03-28 02:30"), "2027-03-28 01:00");
    }

    #[test]
    fn a_repeated_time_is_the_first_one() {
        assert_eq!(at("2026-10-25 02:30"), "2026-10-25 00:30");
    }
}
