//! Numbers as people type them.

use crate::language::Language;

/// Languages that put a point before the decimals; all others of Europe put a comma.
const WITH_POINT: [&str; 3] = ["en", "ga", "mt"];

/// Reads a number as somebody writing `language` means it: `1250`, `1.250`, `1 250`, `1,5` and `1.5`, `−3`.
///
/// A lone separator of the other language is taken for its decimal sign unless exactly three digits follow it: German
/// `1.250` is one thousand two hundred and fifty, `1.5` is one and a half. Never an exponent, never infinite.
#[must_use]
pub fn parse(text: &str, language: &Language) -> Option<f64> {
    let (negative, digits) = unsigned(text);
    if digits.len() > 60 {
        return None;
    }
    let (whole, decimals) = match decimal_sign(digits, language) {
        Some(place) => (&digits[..place], Some(&digits[place + 1..])),
        None => (digits, None),
    };
    let whole = ungrouped(whole, decimals.is_some())?;
    let decimals = decimals.unwrap_or("0");
    if decimals.is_empty() || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: f64 = format!("{whole}.{decimals}").parse().ok()?;
    Some(if negative && number != 0.0 { -number } else { number })
}

/// Whether exactly three digits stand behind the decimal sign: somebody used to the other language's signs means thousands.
#[must_use]
pub fn may_mean_thousands(text: &str, language: &Language) -> bool {
    let (_, digits) = unsigned(text);
    decimal_sign(digits, language).is_some_and(|place| digits[place + 1..].len() == 3)
}

/// Writes a number the way [`parse`] reads it.
#[must_use]
pub fn format(number: f64, language: &Language) -> String {
    let text = number.to_string();
    if decimal_of(language) == '.' { text } else { text.replace('.', ",") }
}

/// Whether a minus stands before the number, and the number without its sign.
fn unsigned(text: &str) -> (bool, &str) {
    let text = text.trim();
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn decimal_of(language: &Language) -> char {
    let primary = language.as_str().split('-').next().unwrap_or_default();
    if WITH_POINT.contains(&primary) { '.' } else { ',' }
}

/// Where the decimal sign stands, if there is one.
fn decimal_sign(text: &str, language: &Language) -> Option<usize> {
    let last = text.rfind(['.', ','])?;
    let sign = text[last..].chars().next()?;
    let (before, after) = (&text[..last], &text[last + 1..]);
    if before.contains(sign) {
        return None;
    }
    let grouped_otherwise = before.contains(|c: char| !c.is_ascii_digit());
    let looks_grouped = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    (sign == decimal_of(language) || grouped_otherwise || !looks_grouped).then_some(last)
}

/// The digits before the decimal sign without what groups them by thousands; one kind of sign groups a number.
fn ungrouped(text: &str, may_be_empty: bool) -> Option<String> {
    if text.is_empty() {
        return may_be_empty.then(|| "0".into());
    }
    let Some(sign) = text.chars().find(|c| !c.is_ascii_digit()) else { return Some(text.into()) };
    if !matches!(sign, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}') {
        return None;
    }
    let groups: Vec<_> = text.split(sign).collect();
    let right = |(place, group): (usize, &&str)| {
        let length = if place == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
        length && group.bytes().all(|byte| byte.is_ascii_digit())
    };
    groups.iter().enumerate().all(right).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn german(text: &str) -> Option<f64> {
        parse(text, &Language::german())
    }

    fn english(text: &str) -> Option<f64> {
        parse(text, &Language::english())
    }

    #[test]
    fn numbers_are_read_by_locale() {
        for text in ["1250", "1.250", "1 250", "1\u{a0}250", "1\u{202f}250", "1250,0", "1.250,00", "+1250", " 1250 "] {
            assert_eq!(german(text), Some(1250.0), "{text}");
        }
        for text in ["1250", "1,250", "1 250", "1,250.0", "1'250"] {
            assert_eq!(english(text), Some(1250.0), "{text}");
        }
        for text in ["1,5", "1.5", "1,50", "01,5"] {
            assert_eq!((german(text), english(text)), (Some(1.5), Some(1.5)), "{text}");
        }
        assert_eq!((german("1.250"), english("1.250")), (Some(1250.0), Some(1.25)));
        assert_eq!((german("1,250"), english("1,250")), (Some(1.25), Some(1250.0)));
        assert_eq!((german("1.250.000"), english("1,250,000")), (Some(1_250_000.0), Some(1_250_000.0)));
        assert_eq!((german("1.250,5"), english("1,250.5")), (Some(1250.5), Some(1250.5)));
        assert_eq!(
            (german("1 250.500"), german("0.250"), german("1250.125")),
            (Some(1250.5), Some(0.25), Some(1250.125))
        );
        assert_eq!((german("-3"), german("\u{2212}3,5"), german("-0")), (Some(-3.0), Some(-3.5), Some(0.0)));
        assert_eq!((german(",5"), english(".5")), (Some(0.5), Some(0.5)));
    }

    #[test]
    fn what_may_mean_thousands_is_told_with_and_without_a_sign() {
        for (text, in_german, in_english) in
            [("1,250", true, false), ("1.250", false, true), ("-1.250", false, true), ("+1,250 ", true, false)]
        {
            let told = [Language::german(), Language::english()].map(|language| may_mean_thousands(text, &language));
            assert_eq!(told, [in_german, in_english], "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let bad = [
            "",
            " ",
            "-",
            "+-3",
            "--3",
            "NaN",
            "inf",
            "Infinity",
            "1e5",
            "0x10",
            "12a",
            "a",
            "1,",
            "1.",
            "1,2,3",
            "1.25.000",
            "1 25",
            "1  250",
            "1.250,5,5",
            "1,250.5,5",
            "1 250 00",
            "1.250 000",
            ".",
            ",",
            "\u{661}",
            "1_000",
            "½",
        ];
        for text in bad {
            assert_eq!((german(text), english(text)), (None, None), "{text:?}");
        }
        assert_eq!(german(&"9".repeat(61)), None);
        assert_eq!(german(&"9".repeat(60)).map(f64::is_finite), Some(true));
    }

    proptest! {
        #[test]
        fn a_number_written_is_read_again(whole in -1_000_000_000_i64..1_000_000_000, decimals in 0..7_i32) {
            #[expect(clippy::cast_precision_loss, reason = "the numbers are small")]
            let number = whole as f64 / 10_f64.powi(decimals);
            for language in [Language::german(), Language::english()] {
                prop_assert_eq!(parse(&format(number, &language), &language), Some(number));
            }
        }

        #[test]
        fn nothing_typed_brings_it_down(text in "\\PC{0,30}", numeric in "[0-9., '+-]{0,12}") {
            for text in [text, numeric] {
                prop_assert!(german(&text).is_none_or(f64::is_finite));
                prop_assert!(english(&text).is_none_or(f64::is_finite));
            }
        }
    }
}
