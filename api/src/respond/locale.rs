//! Numbers and dates as a questionnaire's language writes them; the interface's own languages write theirs in
//! [`Words`](rundfrage_shared::text::Words).

use chrono::NaiveDate;
use rundfrage_shared::language::Language;
use rundfrage_shared::text::{InterfaceLanguage, Words};

use crate::language::primary;

/// Languages that set thousands apart by a point, as German does; the others of those with a decimal comma take a thin space.
const WITH_POINTS: [&str; 15] =
    ["az", "bs", "ca", "da", "de", "el", "es", "hr", "it", "nl", "pt", "ro", "sl", "sr", "tr"];
/// Languages with a decimal point.
const WITH_DECIMAL_POINT: [&str; 7] = ["en", "ga", "he", "ja", "ko", "mt", "zh"];

/// A number with so many digits behind the decimal sign.
pub fn number(language: &Language, number: f64, decimals: usize) -> String {
    let tag = primary(language);
    if WITH_DECIMAL_POINT.contains(&tag) {
        return Words(InterfaceLanguage::English).decimal(number, decimals);
    }
    let german = Words(InterfaceLanguage::German).decimal(number, decimals);
    if WITH_POINTS.contains(&tag) { german } else { german.replace('.', "\u{202f}") }
}

/// A day.
pub fn date(language: &Language, date: NaiveDate) -> String {
    let way = match primary(language) {
        "de" | "en" => return Words::nearest(language).date(date),
        "lt" | "sv" | "ja" | "ko" | "zh" => "%Y-%m-%d",
        "hu" => "%Y. %m. %d.",
        "nl" => "%d-%m-%Y",
        "ca" | "el" | "es" | "fr" | "ga" | "he" | "it" | "mt" | "pt" | "ar" => "%d/%m/%Y",
        _ => "%d.%m.%Y",
    };
    date.format(way).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_follow_the_language() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
        for (tag, amount, written) in [
            ("de", "1.250,5", "05.11.2026"),
            ("en-gb", "1,250.5", "5 November 2026"),
            ("fr", "1\u{202f}250,5", "05/11/2026"),
            ("pl", "1\u{202f}250,5", "05.11.2026"),
            ("it", "1.250,5", "05/11/2026"),
        ] {
            let language = Language::parse(tag).unwrap();
            assert_eq!((number(&language, 1250.5, 1).as_str(), date(&language, day).as_str()), (amount, written));
        }
    }
}
