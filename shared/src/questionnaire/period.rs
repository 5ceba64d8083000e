//! The period that a round stands for, read from its name.

use super::model::Cadence;

/// A year, or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The calendar year.
    pub year: u16,
    /// Which part of it.
    pub part: Part,
}

/// A part of a year, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Year,
    /// A half: 1 or 2.
    Half(u8),
    /// A quarter: 1 to 4.
    Quarter(u8),
    /// A month: 1 to 12.
    Month(u8),
}

impl Period {
    /// Reads `2026`, `2026-H2`, `2026-Q4` or `2026-11`; a round may have another kind of name, then it stands for no period.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (year, part) = name.split_once('-').map_or((name, None), |(year, part)| (year, Some(part)));
        let year = number(year, 4)?;
        let part = match part.map(|part| part.split_at_checked(1)) {
            None => Part::Year,
            Some(Some(("H" | "h", half))) => Part::Half(within(half, 1, 2)?),
            Some(Some(("Q" | "q", quarter))) => Part::Quarter(within(quarter, 1, 4)?),
            Some(_) => Part::Month(within(part?, 2, 12)?),
        };
        Some(Self { year, part })
    }

    /// Whether something asked with this cadence is asked in this period: what is asked once a year is asked in its last one.
    #[must_use]
    pub const fn asks(self, cadence: Cadence) -> bool {
        match (cadence, self.part) {
            (Cadence::Yearly, Part::Half(part)) => part == 2,
            (Cadence::Yearly, Part::Quarter(part)) => part == 4,
            (Cadence::Yearly, Part::Month(part)) => part == 12,
            (Cadence::Quarterly, Part::Month(part)) => part % 3 == 0,
            _ => true,
        }
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn within(text: &str, digits: usize, most: u8) -> Option<u8> {
    let number = u8::try_from(number(text, digits)?).ok()?;
    (1..=most).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str) -> Option<Part> {
        Period::parse(name).map(|period| period.part)
    }

    #[test]
    fn periods_are_read_from_names() {
        assert_eq!(Period::parse("2026-Q4"), Some(Period { year: 2026, part: Part::Quarter(4) }));
        assert_eq!(part("2026"), Some(Part::Year));
        assert_eq!(part("2026-h1"), Some(Part::Half(1)));
        assert_eq!(part("2026-11"), Some(Part::Month(11)));
        for other in
            ["", "26-Q4", "2026-Q5", "2026-Q", "2026-13", "2026-1", "2026-", "Sonderrunde", "2026-ä", "2026-Q4-b"]
        {
            assert_eq!(Period::parse(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_asked_once_a_year_is_asked_in_its_last_round() {
        let asks = |name, cadence| Period::parse(name).unwrap().asks(cadence);
        assert!(asks("2026-Q4", Cadence::Yearly) && !asks("2026-Q3", Cadence::Yearly));
        assert!(asks("2026-12", Cadence::Yearly) && !asks("2026-10", Cadence::Yearly));
        assert!(asks("2026", Cadence::Yearly) && asks("2026-Q1", Cadence::Quarterly));
        assert!(asks("2026-06", Cadence::Quarterly) && !asks("2026-05", Cadence::Quarterly));
    }
}
