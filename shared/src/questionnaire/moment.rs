//! Dates and times as they are written down: ISO 8601, and `2026-Q4` for a quarter.

use chrono::{NaiveDate, NaiveTime};

use super::model::Precision;

/// Whether `text` is written as moments of this precision are stored.
#[must_use]
pub fn is_written(precision: Precision, text: &str) -> bool {
    match precision {
        Precision::Day => text.len() == 10 && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok(),
        Precision::Month => text.len() == 7 && NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").is_ok(),
        Precision::Quarter => {
            let parts = text.split_once("-Q");
            parts.is_some_and(|(year, quarter)| is_year(year) && matches!(quarter, "1" | "2" | "3" | "4"))
        }
        Precision::Year => is_year(text),
        Precision::Time => text.len() == 5 && NaiveTime::parse_from_str(text, "%H:%M").is_ok(),
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && text > "0999"
}

/// How such a moment is written.
#[must_use]
pub const fn example(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "2026-11-25",
        Precision::Month => "2026-11",
        Precision::Quarter => "2026-Q4",
        Precision::Year => "2026",
        Precision::Time => "14:30",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_one_way_to_be_written() {
        let all = [Precision::Day, Precision::Month, Precision::Quarter, Precision::Year, Precision::Time];
        assert!(all.iter().all(|precision| is_written(*precision, example(*precision))));
        for (precision, wrong) in [
            (Precision::Day, "2026-2-30"),
            (Precision::Day, "2026-02-30"),
            (Precision::Month, "2026-13"),
            (Precision::Quarter, "2026-Q5"),
            (Precision::Year, "26"),
            (Precision::Time, "24:00"),
            (Precision::Time, "9:30"),
        ] {
            assert!(!is_written(precision, wrong), "{wrong}");
        }
    }
}
