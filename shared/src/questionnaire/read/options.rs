//! Options, rows and scales.

use std::collections::HashSet;

use super::Reading;
use super::entry::{Entry, Fields};
use crate::language::LocalText;
use crate::questionnaire::model::{Choice, Code, Row, Scale};
use crate::questionnaire::problem::quoted;

/// Options of one question: all classes of NACE and of its national versions, which people find by typing. Longer lists make the
/// page heavy for everybody.
pub const MOST_OPTIONS: usize = 1_000;
/// Rows of one question, which stand on the page one below the other.
pub const MOST_ROWS: usize = 500;

/// What an option may say besides its code, score and label.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extras {
    /// Nothing.
    None,
    /// That it keeps its place at the end, takes a text, has a picture or depends on something.
    One,
    /// Also that it rules out the others.
    Several,
}

/// A scale by the name it has in `scales`.
#[derive(Debug)]
pub struct NamedScale {
    /// How many points; a scale without scores has none.
    pub scale: Option<Scale>,
    /// Its options; empty if they have problems of their own.
    pub options: Vec<Choice>,
}

impl Reading {
    /// A list of options with codes of their own; `None` if it has problems.
    pub fn options(&mut self, entry: &Entry<'_>, extras: Extras) -> Option<Vec<Choice>> {
        let entries = entry.list(&mut self.problems, MOST_OPTIONS)?;
        let read: Vec<_> = entries.iter().map(|entry| self.option(entry, extras)).collect();
        let codes = read.iter().map(|choice| choice.as_ref().map(|choice| &choice.code));
        self.unique("option", &entries, codes);
        read.into_iter().collect()
    }

    /// One option.
    pub fn option(&mut self, entry: &Entry<'_>, extras: Extras) -> Option<Choice> {
        let mut fields = entry.fields(&mut self.problems)?;
        let code = fields.need("code", &mut self.problems).and_then(|code| code.code(&mut self.problems));
        let score = fields.take("score").and_then(|score| self.score(&score));
        let exclusive = extras == Extras::Several && self.flag(&mut fields, "exclusive");
        let mut choice = Choice { score, exclusive, ..Choice::plain(code?, LocalText::default()) };
        if extras != Extras::None {
            choice.anchored_last = self.anchor(&mut fields);
            choice.other_text = self.flag(&mut fields, "other_text");
            choice.show_if = fields.take("show_if").and_then(|show_if| self.condition(&show_if));
            choice.image = fields.take("image").and_then(|image| image.parsed(&mut self.problems, picture));
        }
        choice.label = self.labels(&mut fields)?;
        fields.finish(&mut self.problems);
        Some(choice)
    }

    fn anchor(&mut self, fields: &mut Fields<'_>) -> bool {
        let anchor = fields.take("anchor");
        anchor.and_then(|anchor| anchor.word(&mut self.problems, &[("last", true)])).unwrap_or(false)
    }

    fn score(&mut self, entry: &Entry<'_>) -> Option<f64> {
        let score = entry.number(&mut self.problems)?;
        if !(-1.0..=1.0).contains(&score) {
            entry.wrong(&mut self.problems, "a score lies between -1 and 1");
        }
        Some(score)
    }

    /// The rows of a matrix. With `every_row` each row offers the way out, else those that say so.
    pub fn rows(&mut self, entry: &Entry<'_>, every_row: Option<&Choice>) -> Option<Vec<Row>> {
        let entries = entry.list(&mut self.problems, MOST_ROWS)?;
        let read: Vec<_> = entries.iter().map(|entry| self.row(entry, every_row)).collect();
        self.unique("row", &entries, read.iter().map(|row| row.as_ref().map(|row| &row.code)));
        read.into_iter().collect()
    }

    fn row(&mut self, entry: &Entry<'_>, every_row: Option<&Choice>) -> Option<Row> {
        let mut fields = entry.fields(&mut self.problems)?;
        let code = fields.need("id", &mut self.problems).and_then(|id| id.code(&mut self.problems));
        let dont_know = self.dont_know_of(&mut fields).or_else(|| every_row.cloned());
        let indicator = self.words(&mut fields, "indicator");
        let show_if = fields.take("show_if").and_then(|show_if| self.condition(&show_if));
        let label = self.labels(&mut fields);
        fields.finish(&mut self.problems);
        Some(Row { code: code?, label: label?, dont_know, indicator, show_if })
    }

    /// The scales that questions refer to by name.
    pub fn scales(&mut self, entry: &Entry<'_>) {
        let Some(mut fields) = entry.fields(&mut self.problems) else { return };
        for (name, entry) in fields.rest() {
            let Some(mut scale) = entry.fields(&mut self.problems) else { continue };
            let kinds = [("three_point", Scale::ThreePoint), ("five_point", Scale::FivePoint)];
            let kind = scale.take("type").and_then(|kind| kind.word(&mut self.problems, &kinds));
            let options = scale.need("options", &mut self.problems);
            let options = options.and_then(|options| match kind {
                Some(_) => self.scale_options(&options, kind),
                None => self.options(&options, Extras::One),
            });
            scale.finish(&mut self.problems);
            let named = NamedScale { scale: kind, options: options.unwrap_or_default() };
            self.scales.insert(name.to_owned(), named);
        }
    }

    /// Options of a scale: as many as it has points, each with a score.
    pub fn scale_options(&mut self, entry: &Entry<'_>, scale: Option<Scale>) -> Option<Vec<Choice>> {
        let options = self.options(entry, Extras::None)?;
        let points = match scale? {
            Scale::ThreePoint => 3,
            Scale::FivePoint => 5,
        };
        if options.len() != points {
            let reason = format!("the scale has {} options; it needs exactly {points}", options.len());
            entry.wrong(&mut self.problems, reason);
        }
        for choice in options.iter().filter(|choice| choice.score.is_none()) {
            let reason = format!("the option {} has no score; add one between -1 and 1", quoted(choice.code.as_str()));
            entry.wrong(&mut self.problems, reason);
        }
        Some(options)
    }

    /// Notes every code that stands twice.
    pub fn unique<'c>(&mut self, noun: &str, places: &[Entry<'_>], codes: impl Iterator<Item = Option<&'c Code>>) {
        let mut seen = HashSet::new();
        for (place, code) in places.iter().zip(codes) {
            let Some(code) = code else { continue };
            if !seen.insert(code.as_str()) {
                let reason = format!("there is a second {noun} with the code \"{code}\"; give it another");
                place.wrong(&mut self.problems, reason);
            }
        }
    }
}

/// Bytes of the longest picture, as its address.
const LARGEST_PICTURE: usize = 300_000;

/// The address of a picture that stands in the file itself.
fn picture(text: &str) -> Result<String, String> {
    let kinds = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,"];
    let data = kinds.iter().find_map(|kind| text.strip_prefix(kind));
    let is_good = |data: &str| {
        !data.is_empty() && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
    };
    match data {
        Some(data) if is_good(data) && text.len() <= LARGEST_PICTURE => Ok(text.to_owned()),
        _ => Err(format!("this is no picture of at most {LARGEST_PICTURE} bytes; write data:image/png;base64,…")),
    }
}
