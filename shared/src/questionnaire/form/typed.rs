//! Fields that are typed into.

use chrono::{NaiveDate, NaiveTime};

use super::choices::known_code;
use super::fields::{Fields, Read};
use super::{DONT_KNOW, HOURS, MINUTES, number};
use crate::language::Language;
use crate::questionnaire::answer::Answer;
use crate::questionnaire::fault::Fault;
use crate::questionnaire::model::{NumberFormat, Precision, Question, TextFormat};
use crate::questionnaire::unit;
use crate::text::Words;

/// A number, with or without the unit of its question.
pub fn numeric(language: &Language, format: &NumberFormat, fields: &Fields<'_>) -> Read {
    let Some(value) = fields.one(None)? else { return Ok(None) };
    let value = value.trim().to_lowercase();
    let unit = format.unit.as_deref();
    let spellings = unit.map(|unit| unit::spellings(&Words::nearest(language), unit)).unwrap_or_default();
    let number = unit::without(&value, &spellings);
    if format.decimals < 3 && number::may_mean_thousands(number, language) {
        return Err(Fault::TooManyDecimals { allowed: format.decimals });
    }
    number::parse(number, language).map(|number| Some(Answer::Number(number))).ok_or_else(|| no_number(&value, unit))
}

/// What is wrong with something that is no number: a figure, but not in the unit that it is asked in, or none at all.
fn no_number(value: &str, unit: Option<&str>) -> Fault {
    let unit = unit.filter(|_| value.contains(|c: char| c.is_ascii_digit()));
    unit.map_or(Fault::NotANumber, |unit| Fault::NotInUnit { unit: unit.to_owned() })
}

/// Hours and minutes, in minutes.
pub fn duration(language: &Language, fields: &Fields<'_>) -> Read {
    let part = |name| -> Result<Option<f64>, Fault> {
        let Some(value) = fields.one(Some(name))? else { return Ok(None) };
        number::parse(value, language).map(Some).ok_or(Fault::NotANumber)
    };
    match (part(HOURS)?, part(MINUTES)?) {
        (None, None) => Ok(None),
        (hours, minutes) => Ok(Some(Answer::Number(hours.unwrap_or(0.0) * 60.0 + minutes.unwrap_or(0.0)))),
    }
}

/// A text; of several lines only where it may have them.
pub fn text(format: TextFormat, fields: &Fields<'_>) -> Read {
    let lines = format == TextFormat::Lines;
    let text = fields.one(None)?.map(|text| clean(text, lines)).unwrap_or_default();
    if text.is_empty() {
        return Ok(None);
    }
    // Nobody types the beginning of an address that browsers leave out too.
    let is_bare = format == TextFormat::Url && !text.contains("://") && text.contains('.');
    Ok(Some(Answer::Text(if is_bare { format!("https://{text}") } else { text })))
}

/// A date or a time, as people write it here or as browsers send it.
pub fn moment(precision: Precision, fields: &Fields<'_>) -> Read {
    let Some(value) = fields.one(None)? else { return Ok(None) };
    let written = written(precision, value.trim()).ok_or(Fault::NotAMoment(precision))?;
    Ok(Some(Answer::Date(written)))
}

fn written(precision: Precision, text: &str) -> Option<String> {
    match precision {
        Precision::Day => {
            let ways = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"];
            let date = ways.iter().find_map(|way| NaiveDate::parse_from_str(text, way).ok())?;
            Some(date.format("%Y-%m-%d").to_string())
        }
        Precision::Month => {
            let (year, month) = year_and(text, '-')?;
            let month: u8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
            Some(format!("{year}-{month:02}"))
        }
        Precision::Quarter => {
            let (year, quarter) = year_and(&text.to_ascii_uppercase().replacen(" Q", "-Q", 1), '-')?;
            let quarter: u8 =
                quarter.trim_start_matches('Q').parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
            Some(format!("{year}-Q{quarter}"))
        }
        Precision::Year => is_year(text).then(|| text.to_owned()),
        Precision::Time => {
            let text = text.trim_end_matches("Uhr").trim().replace('.', ":");
            let time =
                NaiveTime::parse_from_str(&text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M:%S"));
            time.ok().map(|time| time.format("%H:%M").to_string())
        }
    }
}

/// The year and the rest, whichever stands first: `2026-11`, `11/2026`, `11.2026`, `Q4 2026`.
fn year_and(text: &str, sign: char) -> Option<(String, String)> {
    let text = text.replace(['/', '.', ' '], &sign.to_string());
    let (one, other) = text.split_once(sign)?;
    let (year, rest) = if is_year(one) { (one, other) } else { (other, one) };
    is_year(year).then(|| (year.to_owned(), rest.to_owned()))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && text > "0999"
}

/// An answer, or the way out beside it: of the two the one that is new; both new, the answer.
pub fn or_way_out(question: &Question, fields: &Fields<'_>, known: Option<&Answer>, read: Read) -> Read {
    let Some(value) = fields.one(Some(DONT_KNOW))? else { return read };
    let way_out = Answer::Choice(known_code(question.dont_know.iter(), value)?);
    let is_old = known == Some(&way_out);
    match read {
        Ok(Some(answer)) if is_old || known != Some(&answer) => Ok(Some(answer)),
        Err(fault) if is_old => Err(fault),
        _ => Ok(Some(way_out)),
    }
}

/// A text without control characters and without space around it; line breaks are `\n`, or spaces where there can be none.
pub fn clean(text: &str, lines: bool) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let text = if lines { text } else { text.replace('\n', " ") };
    let kept: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (precision, typed, expected) in [
            (Precision::Day, "25.11.2026", "2026-11-25"),
            (Precision::Day, "2026-11-25", "2026-11-25"),
            (Precision::Month, "11/2026", "2026-11"),
            (Precision::Month, "2026-11", "2026-11"),
            (Precision::Quarter, "Q4 2026", "2026-Q4"),
            (Precision::Quarter, "2026-q4", "2026-Q4"),
            (Precision::Quarter, "4/2026", "2026-Q4"),
            (Precision::Year, "2026", "2026"),
            (Precision::Time, "9:05", "09:05"),
            (Precision::Time, "14.30 Uhr", "14:30"),
        ] {
            assert_eq!(written(precision, typed).as_deref(), Some(expected), "{typed}");
        }
        for (precision, typed) in
            [(Precision::Day, "31.02.2026"), (Precision::Month, "13/2026"), (Precision::Time, "25:00")]
        {
            assert_eq!(written(precision, typed), None, "{typed}");
        }
    }
}
