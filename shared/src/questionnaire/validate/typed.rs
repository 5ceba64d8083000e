//! Rules of what is typed in.

use crate::email::EmailAddress;
use crate::file::{FileFault, FileRef};
use crate::questionnaire::answer::Answer;
use crate::questionnaire::fault::Fault;
use crate::questionnaire::model::{Moment, NumberFormat, QuestionKind, TextFormat, Upload};
use crate::questionnaire::moment::is_written;

/// Minutes of the longest duration without a bound of its own: a year.
const LONGEST_DURATION: f64 = 366.0 * 24.0 * 60.0;
/// A step may be missed by so little, for numbers are binary.
const TOLERANCE: f64 = 1e-9;

/// Whether an answer to a question of this kind keeps its rules.
pub fn keeps(kind: &QuestionKind, answer: &Answer) -> Result<(), Fault> {
    match (kind, answer) {
        (QuestionKind::Numeric(format), Answer::Number(number)) => numeric(*number, format),
        (QuestionKind::Slider { format, step, .. }, Answer::Number(number)) => slid(*number, format, *step),
        (QuestionKind::Nps, Answer::Number(number)) => graded(*number, (0, 10)),
        (QuestionKind::Rating { from, to, .. }, Answer::Number(number)) => graded(*number, (*from, *to)),
        (QuestionKind::Duration { min, max }, Answer::Number(minutes)) => {
            let bounds =
                NumberFormat { min: min.or(Some(0.0)), max: max.or(Some(LONGEST_DURATION)), ..NumberFormat::default() };
            numeric(*minutes, &bounds)
        }
        (QuestionKind::Moment(format), Answer::Date(text)) => moment(text, format),
        (QuestionKind::Text { format, max_length }, Answer::Text(text)) => written(text, *format, *max_length),
        (QuestionKind::Upload(upload), Answer::Files(files)) => sent(files, upload),
        (QuestionKind::Consent { .. }, Answer::Choice(code)) if code.as_str() == "yes" => Ok(()),
        (QuestionKind::Summary { .. }, Answer::Choice(code)) if matches!(code.as_str(), "yes" | "no") => Ok(()),
        // Whatever was calculated is right.
        (QuestionKind::Calculated { .. }, _) => Ok(()),
        _ => Err(Fault::WrongKind),
    }
}

/// Whether files are as many, as large and of the kinds that are asked for.
fn sent(files: &[FileRef], upload: &Upload) -> Result<(), Fault> {
    if files.len() > upload.max_files {
        return Err(Fault::TooManyFiles { most: upload.max_files });
    }
    let refused = |file: &FileRef, fault| Fault::File { name: file.name.to_string(), fault };
    for file in files {
        if !upload.kinds.contains(&file.kind) {
            return Err(refused(file, FileFault::WrongKind { kinds: upload.kinds.clone() }));
        }
        if file.size > upload.max_bytes {
            return Err(refused(file, FileFault::TooLarge { most: upload.max_bytes }));
        }
    }
    if files.is_empty() { Err(Fault::WrongKind) } else { Ok(()) }
}

#[expect(clippy::cast_precision_loss, reason = "grades are small")]
fn graded(number: f64, (from, to): (i64, i64)) -> Result<(), Fault> {
    numeric(number, &NumberFormat { min: Some(from as f64), max: Some(to as f64), ..NumberFormat::default() })
}

/// Whether a number keeps its bounds.
pub fn numeric(number: f64, format: &NumberFormat) -> Result<(), Fault> {
    let (min, max, allowed) = (format.min, format.max, format.decimals);
    if !format.range().contains(&number) {
        return Err(Fault::OutOfRange { min, max });
    }
    // The shortest decimal that reads as this number: what was typed, without zeros at its end.
    let text = number.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals > usize::from(allowed) { Err(Fault::TooManyDecimals { allowed }) } else { Ok(()) }
}

/// A number that the slider can stand at.
fn slid(number: f64, format: &NumberFormat, step: f64) -> Result<(), Fault> {
    numeric(number, &NumberFormat { decimals: 6, ..format.clone() })?;
    let steps = (number - format.min.unwrap_or(0.0)) / step;
    if (steps - steps.round()).abs() < TOLERANCE { Ok(()) } else { Err(Fault::WrongKind) }
}

/// Whether a date or a time is one, and within its bounds.
pub fn moment(text: &str, format: &Moment) -> Result<(), Fault> {
    if !is_written(format.precision, text) {
        return Err(Fault::NotAMoment(format.precision));
    }
    let too_early = format.min.as_deref().is_some_and(|min| text < min);
    let too_late = format.max.as_deref().is_some_and(|max| text > max);
    if too_early || too_late { Err(Fault::OutOfTime(format.clone())) } else { Ok(()) }
}

/// Whether a text is written as its format asks for.
pub fn written(text: &str, format: TextFormat, max_length: usize) -> Result<(), Fault> {
    words(text, max_length)?;
    let good = match format {
        TextFormat::Line => !text.contains('\n'),
        TextFormat::Lines => true,
        TextFormat::Email => EmailAddress::parse(text).is_ok(),
        TextFormat::Url => {
            url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        }
        TextFormat::Phone => is_phone(text),
    };
    if good { Ok(()) } else { Err(Fault::NotWritten(format)) }
}

/// At least five digits, and signs that group them.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_good = |(place, sign): (usize, char)| match sign {
        '+' => place == 0,
        ' ' | '-' | '/' | '(' | ')' | '.' | '\u{2013}' => true,
        sign => sign.is_ascii_digit(),
    };
    (5..=20).contains(&digits) && text.char_indices().all(is_good)
}

/// Whether a text has words and not too many characters.
pub fn words(text: &str, allowed: usize) -> Result<(), Fault> {
    let given = text.chars().count();
    if given > allowed {
        return Err(Fault::TooLong { allowed, given });
    }
    let clean = !text.trim().is_empty() && !text.chars().any(|c| c.is_control() && c != '\n');
    if clean { Ok(()) } else { Err(Fault::WrongKind) }
}
