//! When what happens in the example, counted back from the day it is made.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use rundfrage_shared::round::{Fieldwork, RoundName};

/// The days of the example.
#[derive(Debug)]
pub struct Calendar {
    /// When the organisation begins.
    pub set_up: DateTime<Utc>,
    /// The business survey of the quarter before; closed.
    pub quarter_before: Wanted,
    /// The survey on location and society; closed.
    pub special: Wanted,
    /// The business survey of this quarter; began three days ago.
    pub present: Wanted,
}

/// A round to be made.
#[derive(Debug)]
pub struct Wanted {
    /// Its name.
    pub name: RoundName,
    /// When it opens and closes.
    pub fieldwork: Fieldwork,
}

/// How long rounds are open.
const DAYS_OPEN: i64 = 21;

impl Calendar {
    /// The calendar as of `now`.
    pub fn of(now: DateTime<Utc>) -> anyhow::Result<Self> {
        let today = now.with_timezone(&Berlin).date_naive();
        let before = today - TimeDelta::days(94);
        // Seldom does the day 94 days ago lie in the quarter before the last; the name has to be the one before this quarter's.
        let quarter_before = quarter(first_of_quarter(today) - TimeDelta::days(1));
        let special = today - TimeDelta::days(45);
        Ok(Self {
            set_up: (before - TimeDelta::days(30)).and_time(NaiveTime::MIN).and_utc(),
            quarter_before: wanted(&quarter_before, before)?,
            special: wanted(&special.year().to_string(), special)?,
            present: wanted(&quarter(today), today - TimeDelta::days(3))?,
        })
    }
}

fn wanted(name: &str, opens: NaiveDate) -> anyhow::Result<Wanted> {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let closes = opens + TimeDelta::days(DAYS_OPEN);
    Ok(Wanted {
        name: RoundName::parse(name)?,
        fieldwork: Fieldwork::new(opens.and_time(at(9)), closes.and_time(at(18)), Berlin)?,
    })
}

/// Such as `2026-Q4`.
fn quarter(day: NaiveDate) -> String {
    format!("{}-Q{}", day.year(), day.month0() / 3 + 1)
}

fn first_of_quarter(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_every_day_of_two_years_the_rounds_follow_one_another() {
        let start = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day").and_time(NaiveTime::MIN).and_utc();
        for day in 0..730 {
            let now = start + TimeDelta::days(day) + TimeDelta::minutes(37 * day);
            let calendar = Calendar::of(now).expect("a calendar");
            let [before, special, present] =
                [&calendar.quarter_before, &calendar.special, &calendar.present].map(|wanted| wanted.fieldwork);
            assert!(calendar.set_up < before.opens_at() && before.closes_at() < special.opens_at());
            assert!(special.closes_at() < present.opens_at() && present.opens_at() < now && now < present.closes_at());
            assert!(calendar.quarter_before.name < calendar.present.name);
        }
    }
}
