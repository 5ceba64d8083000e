//! Days and times: numbers in a cell whose style says that they are to be read as such.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::bounds;
use super::fault::Fault;
use super::part::attribute;

/// What a number shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// A day, a time of day, or both.
    Moment,
    /// Hours that go on behind 24.
    Elapsed,
}

/// Which styles of cells show days and times, and what their numbers are counted from.
#[derive(Default)]
pub struct Dates {
    /// Formats of numbers that show a day or a time.
    formats: HashMap<u32, Shown>,
    /// What each style of cells shows.
    styles: Vec<Option<Shown>>,
    since_1904: bool,
}

impl Dates {
    /// Reads the styles of a workbook.
    pub fn read(archive: &mut Archive<'_>, path: &str, since_1904: bool) -> Result<Self, Fault> {
        let mut dates = Self { since_1904, ..Self::default() };
        // Styles of cells stand in `cellXfs`; the same tags elsewhere are those of named styles.
        let mut is_cells = false;
        let mut part = archive.part(path)?;
        loop {
            match part.next()? {
                Event::Start(tag) if tag.local_name().as_ref() == "cellXfs" => is_cells = true,
                Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => return Ok(dates),
                Event::Start(tag) | Event::Empty(tag) => dates.see(&tag, is_cells)?,
                Event::Eof => return Ok(dates),
                _ => {}
            }
        }
    }

    fn see(&mut self, tag: &BytesStart<'_>, is_cells: bool) -> Result<(), Fault> {
        let id = |tag| Ok(attribute(tag, "numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or(0_u32));
        match tag.local_name().as_ref() {
            "numFmt" if self.formats.len() < bounds::STYLES => {
                let shown = attribute(tag, "formatCode")?.and_then(|code| shown(&code));
                self.formats.extend(shown.map(|shown| Ok((id(tag)?, shown))).transpose()?);
            }
            "xf" if is_cells && self.styles.len() < bounds::STYLES => {
                let format = id(tag)?;
                self.styles.push(built_in(format).or_else(|| self.formats.get(&format).copied()));
            }
            _ => {}
        }
        Ok(())
    }

    /// What a number in a cell of this style shows: `2024-01-15`, `09:30` or both; nothing if it is a number.
    pub fn shown(&self, style: usize, number: &str) -> Option<String> {
        let shown = self.styles.get(style).copied().flatten()?;
        // The year 9999 is the last that a cell can show.
        let number: f64 = number.trim().parse().ok().filter(|number| (0.0..2_958_466.0).contains(number))?;
        match shown {
            Shown::Moment => moment(number, self.since_1904),
            Shown::Elapsed => Some(elapsed(number)),
        }
    }
}

/// Formats that every workbook has without writing them down: days and times, in the languages that have their own.
fn built_in(format: u32) -> Option<Shown> {
    match format {
        46 => Some(Shown::Elapsed),
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Some(Shown::Moment),
        _ => None,
    }
}

/// What a format shows by its letters, leaving aside what it shows as it stands.
fn shown(code: &str) -> Option<Shown> {
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => drop(signs.by_ref().find(|sign| *sign == '"')),
            '\\' | '_' | '*' => drop(signs.next()),
            '[' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                if !inside.is_empty() && inside.to_ascii_lowercase().trim_matches(['h', 'm', 's']).is_empty() {
                    return Some(Shown::Elapsed);
                }
            }
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return Some(Shown::Moment),
            _ => {}
        }
    }
    None
}

#[expect(clippy::cast_possible_truncation, reason = "far below the largest number of seconds")]
fn seconds(number: f64) -> i64 {
    (number * 86_400.0).round() as i64
}

fn elapsed(number: f64) -> String {
    let (minutes, rest) = (seconds(number) / 60, seconds(number) % 60);
    let rest = if rest == 0 { String::new() } else { format!(":{rest:02}") };
    format!("{}:{:02}{rest}", minutes / 60, minutes % 60)
}

fn moment(number: f64, since_1904: bool) -> Option<String> {
    // The count of 1900 knows a 29 February that never was: its day 60, below which it has a day less.
    let first = match (since_1904, number) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        (false, ..60.0) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (false, 60.0..61.0) => return None,
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    // A time just before midnight is not that of the day behind it.
    let seconds = if number < 1.0 { seconds(number).min(86_399) } else { seconds(number) };
    let moment: NaiveDateTime = first.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::seconds(seconds))?;
    let time = moment.time().format(if moment.second() == 0 { "%H:%M" } else { "%H:%M:%S" });
    Some(match (number < 1.0, seconds % 86_400 == 0) {
        (true, _) => time.to_string(),
        (false, true) => moment.date().to_string(),
        (false, false) => format!("{} {time}", moment.date()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_show_times_by_their_letters_alone() {
        for code in ["yyyy-mm-dd", "[$-407]d. mmmm yyyy;@", "h:mm AM/PM", "[h]:mm", "mmm yy", "\"am\" d"] {
            assert!(shown(code).is_some(), "{code}");
        }
        assert_eq!((shown("[h]:mm"), shown("h:mm"), shown("[]0")), (Some(Shown::Elapsed), Some(Shown::Moment), None));
        for code in ["General", "0.00", "#,##0 \"days\"", "[Red]0", "0\\d", "_d0", "@", "0.00E+00", "\"m²\" 0"] {
            assert_eq!(shown(code), None, "{code}");
        }
    }

    #[test]
    fn numbers_are_counted_as_the_workbook_counts() {
        let shown = |number| moment(number, false).unwrap();
        assert_eq!(
            (shown(1.0), shown(59.0), shown(61.0)),
            ("1900-01-01".into(), "1900-02-28".into(), "1900-03-01".into())
        );
        assert_eq!((shown(45_352.0), shown(45_352.5)), ("2024-03-01".into(), "2024-03-01 12:00".into()));
        assert_eq!((shown(0.395_833_333_333_333_3), shown(0.5 + 1.0 / 86_400.0)), ("09:30".into(), "12:00:01".into()));
        assert_eq!((shown(0.999_999_9), moment(60.0, false)), ("23:59:59".into(), None));
        assert_eq!((elapsed(1.25), elapsed(0.5 + 1.0 / 86_400.0)), ("30:00".into(), "12:00:01".into()));
        assert_eq!(moment(1_462.0, true).unwrap(), "1908-01-02");
    }
}
