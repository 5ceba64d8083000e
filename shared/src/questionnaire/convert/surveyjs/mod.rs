//! Surveys of `SurveyJS` (`.json`): read into ours, and written from ours.
//!
//! A survey has pages with elements: questions, texts, and panels that hold further elements. Pages become sections; the
//! questions of panels stand in the section one after the other, under the panel's condition. Expressions are translated for
//! the kinds of the questions they name (`expression`), so questions are read from the first to the last and each expression
//! sees those above it.
//!
//! To add a type of question: a room for it, and a line in `element`. To add a function: a line in `expression/call.rs`.

mod boolean;
mod budget;
mod calculated;
mod carried;
mod choices;
mod condition;
mod dynamic;
mod element;
mod expression;
mod fields;
mod json;
mod keys;
mod known;
mod languages;
mod limits;
mod locale;
mod made;
mod matrix;
mod multiple_text;
mod names;
mod nested;
mod other;
mod page;
mod rating;
mod relaxed;
mod select;
mod settings;
mod survey;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod texts;
mod together;
mod trigger;
mod validators;
mod words;
mod write;

use serde_json::Value;

use self::calculated::Waiting;
use self::fields::Fields;
use self::known::Known;
use self::locale::Locale;
use self::settings::Tally;
pub use self::write::write;
use super::Report;
use super::codes::Codes;
use crate::questionnaire::format::Document;
use crate::questionnaire::problem::Problem;

/// Reads a survey of a file without a name; see [`read_named`].
pub fn read(source: &[u8], report: &mut Report) -> Result<Document, Vec<Problem>> {
    read_named(source, "survey", report)
}

/// Reads a survey. What cannot be carried over is in `report`, with its path in their file. `stand_in` is the id of a survey that
/// has no title to make one of.
pub fn read_named(source: &[u8], stand_in: &str, report: &mut Report) -> Result<Document, Vec<Problem>> {
    let mut json = json::parse(source)?;
    for key in &json.twice {
        report.dropped(key.as_str(), "this key stands twice in one object; the last one counts");
    }
    trigger::spread(&mut json.value, report);
    let document = survey::read(&json.value, stand_in, report);
    together::together(report);
    document
}

/// The state of one reading.
struct Reading<'r> {
    report: &'r mut Report,
    locale: Locale,
    tally: Tally,
    codes: Codes,
    section_codes: Codes,
    known: Known,
    waiting: Vec<Waiting>,
    /// Questions of ours so far.
    made: usize,
}

impl<'r> Reading<'r> {
    fn new(survey: &Value, report: &'r mut Report) -> Self {
        let locale = Locale::of(survey, report);
        let mut known = Known::default();
        known.collect(survey);
        Self {
            report,
            locale,
            tally: Tally::default(),
            codes: Codes::default(),
            section_codes: Codes::default(),
            known,
            waiting: vec![],
            made: 0,
        }
    }

    /// Tells what of an object was not taken.
    fn finish(&mut self, fields: Fields<'_>) {
        let place = fields.place.clone();
        let (rest, odd) = fields.rest();
        for (key, value) in rest {
            match keys::concern(key) {
                Some(concern) => self.tally.count(concern, key),
                None if *value == Value::Bool(false) => {}
                None => self.report.dropped(format!("{place}.{key}"), settings::reason(key)),
            }
        }
        for key in odd {
            self.report.dropped(format!("{place}.{key}"), "its value is of a kind that does not belong here");
        }
    }
}
