//! How large a company is.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// The size classes of the strata.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeClass {
    /// Fewer than 10 employees.
    Micro,
    /// 10 to 49.
    Small,
    /// 50 to 249.
    Medium,
    /// 250 and more.
    Large,
}

/// The text names no size class.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not a size class; write 1-9, 10-49, 50-249 or 250+")]
pub struct NotASize(String);

/// The text is no number of employees.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not a number of employees; write digits such as 1250")]
pub struct NotANumber(String);

impl SizeClass {
    /// All classes, the smallest first.
    pub const ALL: [Self; 4] = [Self::Micro, Self::Small, Self::Medium, Self::Large];

    /// The class as it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Micro => "1-9",
            Self::Small => "10-49",
            Self::Medium => "50-249",
            Self::Large => "250+",
        }
    }

    /// The class of a company with so many employees.
    #[must_use]
    pub const fn of(employees: i64) -> Self {
        match employees {
            ..=9 => Self::Micro,
            10..=49 => Self::Small,
            50..=249 => Self::Medium,
            _ => Self::Large,
        }
    }

    /// Reads a class as people and spreadsheets write it: `10-49`, `10 – 49`, `0-9`, `250+`, `>= 250`.
    pub fn parse(text: &str) -> Result<Self, NotASize> {
        let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
        match compact.replace(['\u{2013}', '\u{2010}', '\u{2011}', '\u{2212}'], "-").as_str() {
            "1-9" | "0-9" => Ok(Self::Micro),
            "10-49" => Ok(Self::Small),
            "50-249" => Ok(Self::Medium),
            "250+" | ">=250" | "\u{2265}250" | "250undmehr" | "250andmore" => Ok(Self::Large),
            _ => Err(NotASize(text.trim().chars().take(40).collect())),
        }
    }
}

impl fmt::Display for SizeClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for SizeClass {
    type Err = NotASize;
    fn from_str(text: &str) -> Result<Self, NotASize> {
        Self::parse(text)
    }
}

impl TryFrom<String> for SizeClass {
    type Error = NotASize;
    fn try_from(text: String) -> Result<Self, NotASize> {
        Self::parse(&text)
    }
}

/// How many people work at a company: 0 to 10,000,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Employees(i64);

impl Employees {
    /// More than any company has.
    pub const MAX: i64 = 10_000_000;

    /// Reads a whole number; thousands may be set apart by points, commas, apostrophes or spaces: `1.250` is 1250.
    pub fn parse(text: &str) -> Result<Self, NotANumber> {
        let trimmed = text.trim();
        let number = digits(trimmed).and_then(|digits| digits.parse().ok()).filter(|number| *number <= Self::MAX);
        number.map(Self).ok_or_else(|| NotANumber(trimmed.chars().take(40).collect()))
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

/// The digits without the marks between thousands: one kind of mark, three digits after each, one to three before the first.
fn digits(text: &str) -> Option<String> {
    let mark = text.chars().find(|character| !character.is_ascii_digit());
    let Some(mark) = mark else { return (!text.is_empty()).then(|| text.to_owned()) };
    let groups: Vec<&str> = text.split(mark).collect();
    let good = matches!(mark, '.' | ',' | '\'' | '\u{2019}' | ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    good.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn classes_are_read_as_people_write_them() {
        for (text, class) in [
            ("1-9", SizeClass::Micro),
            (" 10 – 49 ", SizeClass::Small),
            ("50-249", SizeClass::Medium),
            ("≥ 250", SizeClass::Large),
        ] {
            assert_eq!(SizeClass::parse(text), Ok(class));
        }
        assert!(SizeClass::parse("10-50").is_err());
        assert!(SizeClass::ALL.into_iter().all(|class| SizeClass::parse(class.as_str()) == Ok(class)));
    }

    #[test]
    fn what_is_no_number_of_employees_is_refused() {
        for text in [
            "",
            "viele",
            "1.25",
            "12.5",
            "-3",
            "1e3",
            "1.250,0",
            "1250.000.0",
            "0000.000",
            "99999999999999999999",
            ".250",
        ] {
            assert!(Employees::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn thousands_may_be_set_apart_in_any_usual_way(number in 0..=Employees::MAX, mark in "[.,' \u{A0}\u{202F}]") {
            let plain = number.to_string();
            let groups: Vec<&str> = plain.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
            prop_assert_eq!(Employees::parse(&plain).map(Employees::get), Ok(number));
            prop_assert_eq!(Employees::parse(&format!(" {} ", groups.join(&mark))).map(Employees::get), Ok(number));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            let _ = (Employees::parse(&text), SizeClass::parse(&text), super::super::Sector::parse(&text), super::super::Region::parse(&text));
        }

        #[test]
        fn every_number_lies_in_the_class_it_names(number in 1..=Employees::MAX) {
            let bounds = match SizeClass::of(number) {
                SizeClass::Micro => 1..=9,
                SizeClass::Small => 10..=49,
                SizeClass::Medium => 50..=249,
                SizeClass::Large => 250..=i64::MAX,
            };
            prop_assert!(bounds.contains(&number));
        }
    }
}
