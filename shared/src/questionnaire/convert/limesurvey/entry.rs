//! What is typed in or chosen from a disk: texts, dates, files.

use super::super::files::kinds;
use super::super::formula::print;
use super::making::Making;
use super::multiple::whole;
use super::names::Shape;
use super::question::Made;
use super::survey::Question as Theirs;
use super::value::{Value, decimal};
use crate::questionnaire::format::{Bound, Check, Question, QuestionType, Required};
use crate::questionnaire::problem::quoted;
use crate::questionnaire::read::{MOST_FILES, MOST_MEGABYTES};

/// Characters of a line, and of a text of many lines; theirs have no end.
pub const LONGEST_LINE: usize = 1_000;
const LONGEST_TEXT: usize = 10_000;

impl<'r> Making<'r, '_> {
    /// How many characters a text may have.
    pub(super) fn length(&mut self, theirs: &Theirs<'_>, place: &str, otherwise: usize) -> usize {
        let most = whole(theirs.settings.get("maximum_chars")).filter(|most| *most > 0).unwrap_or(otherwise);
        if most > LONGEST_TEXT {
            let reason = format!("it takes {most} characters; a text has at most {LONGEST_TEXT}");
            self.report.replaced(place, reason, format!("{LONGEST_TEXT} characters"));
        }
        most.min(LONGEST_TEXT)
    }

    pub(super) fn free_text(&mut self, theirs: &'r Theirs<'r>, _id: &str, place: &str) -> Made {
        if theirs.settings.is_on("numbers_only") {
            return self.number_as_text(theirs, place);
        }
        if matches!(theirs.settings.get("location_mapservice"), "1" | "100") {
            self.report.replaced(place, "a place is chosen on a map", "it is written");
        }
        let text = self.with_affixes(theirs, place).unwrap_or_default();
        let is_line = theirs.kind == 'S' && whole(theirs.settings.get("display_rows")).is_none_or(|rows| rows < 2);
        let (question_type, longest) =
            if is_line { (QuestionType::ShortText, LONGEST_LINE) } else { (QuestionType::OpenText, LONGEST_TEXT) };
        let max_length = Some(self.length(theirs, place, longest));
        let question = Question { text, max_length, ..Question::default() };
        Made::new(question_type, Shape::Text).with(question)
    }

    /// A date or a part of one, as its form says.
    pub(super) fn date(&mut self, theirs: &'r Theirs<'r>, place: &str) -> Made {
        let form = theirs.settings.get("date_format");
        let has = |signs: &[char]| form.contains(signs);
        let time = has(&['H', 'M']);
        let question_type = match (has(&['d', 'j']), has(&['m']), has(&['y', 'Y']), time) {
            (false, false, false, true) => QuestionType::Time,
            (false, true, true, false) => QuestionType::Month,
            (false, false, true, false) => QuestionType::Year,
            _ => QuestionType::Date,
        };
        if time && question_type == QuestionType::Date {
            self.report.replaced(
                place,
                format!("it asks for a time of the day too ({})", quoted(form)),
                "it asks for the day alone",
            );
        }
        let mut checks = Vec::new();
        let least = theirs.settings.first(&["date_min", "dropdown_dates_year_min"]);
        let most = theirs.settings.first(&["date_max", "dropdown_dates_year_max"]);
        let min = self.moment(place, least, question_type, ">=", &mut checks);
        let max = self.moment(place, most, question_type, "<=", &mut checks);
        let question = Question { checks, min, max, ..Question::default() };
        let length = match question_type {
            QuestionType::Month => 7,
            QuestionType::Year => 4,
            _ => 10,
        };
        Made::new(question_type, Shape::Date(length)).with(question)
    }

    /// A bound of dates: a day or a year, or a rule where it follows from something else.
    fn moment(
        &mut self,
        place: &str,
        source: &str,
        kind: QuestionType,
        sign: &str,
        checks: &mut Vec<Check>,
    ) -> Option<Bound> {
        if source.is_empty() {
            return None;
        }
        let day = day(source, sign == "<=");
        match (day, kind) {
            (Some(day), QuestionType::Date) => return Some(Bound::Text(day)),
            (Some(day), QuestionType::Month) => return Some(Bound::Text(day[..7].to_owned())),
            (Some(day), QuestionType::Year) => return Some(Bound::Text(day[..4].to_owned())),
            _ => {}
        }
        let source = source.trim_start_matches('{').trim_end_matches('}');
        let source = if matches!(source, "today" | "now") { "date('Y-m-d')" } else { source };
        let rule = self.context().read(source).and_then(|value| match value {
            Value::Date(of, _) if kind == QuestionType::Date => Ok(format!("this {sign} {}", print(&of))),
            _ => super::value::fault("it is no day"),
        });
        self.check(place, source, rule, None, checks);
        None
    }

    pub(super) fn upload(&mut self, theirs: &'r Theirs<'r>, place: &str) -> Made {
        let files = whole(theirs.settings.get("max_num_of_files")).unwrap_or(1);
        // Theirs counts in kilobytes.
        let megabytes = whole(theirs.settings.get("max_filesize")).map_or(10, |size| size.div_ceil(1_024));
        let (max_files, max_megabytes) = (files.clamp(1, MOST_FILES), megabytes.clamp(1, MOST_MEGABYTES));
        if (max_files, max_megabytes) != (files, megabytes) {
            let reason = format!("it takes {files} files of {megabytes} megabytes");
            self.report.replaced(place, reason, format!("{max_files} files of {max_megabytes} megabytes"));
        }
        let least = whole(theirs.settings.get("min_num_of_files")).unwrap_or(0);
        if least > 1 {
            self.report.replaced(place, format!("it needs {least} files"), "it needs one");
        }
        let required = (least > 0).then_some(Required::Hard);
        let kinds = kinds(self.report, place, theirs.settings.get("allowed_filetypes"));
        let (max_files, max_megabytes) = (Some(max_files), Some(max_megabytes));
        Made::new(QuestionType::Upload, Shape::Files).with(Question {
            required,
            max_files,
            max_megabytes,
            kinds,
            ..Question::default()
        })
    }
}

/// A day that is written out; of a year its first or last.
fn day(source: &str, is_last: bool) -> Option<String> {
    if let Some(year) = decimal(source).filter(|year| year.fract() == 0.0 && (1_000.0..10_000.0).contains(year)) {
        return Some(format!("{year}-{}", if is_last { "12-31" } else { "01-01" }));
    }
    let day = source.trim().get(..10)?;
    let is_day =
        day.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    let is_real = is_day && chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok();
    is_real.then(|| day.to_owned())
}
