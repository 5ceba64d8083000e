//! Days and times: numbers in a cell whose style says that they are to be read as such.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::bounds;
use super::fault::Fault;
use super::part::attribute;

/// Which styles of cells show days and times, and what their numbers are counted from.
#[derive(Default)]
pub struct Dates {
    /// Formats of numbers that show a day or a time.
    formats: HashSet<u32>,
    /// For each style of cells whether it has such a format.
    styles: Vec<bool>,
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
            "numFmt"
                if self.formats.len() < bounds::STYLES
                    && attribute(tag, "formatCode")?.is_some_and(|code| shows_time(&code)) =>
            {
                self.formats.insert(id(tag)?);
            }
            "xf" if is_cells && self.styles.len() < bounds::STYLES => {
                let format = id(tag)?;
                self.styles.push(is_built_in(format) || self.formats.contains(&format));
            }
            _ => {}
        }
        Ok(())
    }

    /// What a number in a cell of this style shows: `2024-01-15`, `09:30` or both; nothing if it is a number.
    pub fn shown(&self, style: usize, number: &str) -> Option<String> {
        let is_date = self.styles.get(style).copied().unwrap_or_default();
        let number: f64 = number.trim().parse().ok().filter(|_| is_date)?;
        // The year 9999 is the last that a cell can show.
        (0.0..2_958_466.0).contains(&number).then(|| moment(number, self.since_1904)).flatten()
    }
}

/// Formats that every workbook has without writing them down: days and times, in the languages that have their own.
fn is_built_in(format: u32) -> bool {
    matches!(format, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Whether a format shows parts of a day or a time, leaving aside what it shows as it stands.
fn shows_time(code: &str) -> bool {
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => drop(signs.by_ref().find(|sign| *sign == '"')),
            '\\' | '_' | '*' => drop(signs.next()),
            '[' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                if matches!(inside.to_ascii_lowercase().trim_matches(['h', 'm', 's']), "") {
                    return true;
                }
            }
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return true,
            _ => {}
        }
    }
    false
}

fn moment(number: f64, since_1904: bool) -> Option<String> {
    // Below 60 the count of 1900 has a day less, for it knows a 29 February that never was.
    let first = match (since_1904, number < 60.0) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        (false, true) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (false, false) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    #[expect(clippy::cast_possible_truncation, reason = "far below the largest number of seconds")]
    let seconds = (number * 86_400.0).round() as i64;
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
            assert!(shows_time(code), "{code}");
        }
        for code in ["General", "0.00", "#,##0 \"days\"", "[Red]0", "0\\d", "_d0", "@", "0.00E+00", "\"m²\" 0"] {
            assert!(!shows_time(code), "{code}");
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
        assert_eq!(moment(1_462.0, true).unwrap(), "1908-01-02");
    }
}
