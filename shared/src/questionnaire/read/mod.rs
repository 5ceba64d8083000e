//! Reading a questionnaire from YAML or JSON, with every problem at its place.
//!
//! First the text becomes a tree that knows its lines (`node`), bounded in size; then each part takes the keys it knows
//! (`entry`) and what is left over is a problem. Nothing stops at the first problem.

mod choices;
mod computed;
mod condition;
mod document;
mod entry;
mod everywhere;
mod group;
mod kind;
mod languages;
mod lists;
mod node;
mod options;
mod panel;
mod pipes;
mod question;
mod renamed;
mod shape;
mod table;
#[cfg(test)]
mod tests;
mod texts;
mod typed;
mod types;
mod upload;

use std::collections::{BTreeMap, HashMap, HashSet};

pub use self::document::document;
use self::entry::{Entry, Fields};
use self::everywhere::everywhere;
use self::node::Value;
use self::options::{Extras, NamedScale};
pub(super) use self::options::{MOST_OPTIONS, MOST_ROWS};
use self::question::CADENCES;
pub use self::renamed::renamed;
use self::shape::Shape;
pub(super) use self::texts::fault;
pub(super) use self::upload::{MOST_FILES, MOST_MEGABYTES};
use super::expression::{Expression, Scope, Type};
use super::model::{Choice, Code, Derived, Questionnaire, Section};
use super::problem::{Problem, Problems};
use crate::language::Language;

/// Bytes of the largest questionnaire.
pub const LARGEST: usize = 1_000_000;
const MOST_SECTIONS: usize = 100;
const MOST_QUESTIONS: usize = 1_000;
const MOST_DERIVED: usize = 200;
/// A questionnaire is read again when an expression names what a later question was answered in the last round: its type is
/// known only then. Once more for every calculated value that looks ahead in this way and is looked at so itself.
const MOST_READINGS: usize = 5;

/// Reads `source` (YAML or JSON) and checks all of it; every problem found is returned, in the order of the source.
pub fn read(source: &[u8]) -> Result<Questionnaire, Vec<Problem>> {
    let whole = |line, reason: String| vec![Problem { line, path: String::new(), reason }];
    if source.len() > LARGEST {
        return Err(whole(None, format!("the file is larger than {LARGEST} bytes")));
    }
    let text = std::str::from_utf8(source).map_err(|error| {
        let line = source[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        whole(Some(line), "the file is not UTF-8 text; save it with the encoding UTF-8".into())
    })?;
    let root = node::parse(text).map_err(|problem| vec![problem])?;
    let mut reading = Reading::default();
    for _ in 1..MOST_READINGS {
        let questionnaire = reading.questionnaire(&Entry { node: &root, path: String::new() });
        if reading.ahead.is_empty() || reading.scope.knows_last() {
            return reading.ended(questionnaire);
        }
        let whole = reading.scope;
        reading = Reading::default();
        reading.scope.last(whole);
    }
    let questionnaire = reading.questionnaire(&Entry { node: &root, path: String::new() });
    reading.ended(questionnaire)
}

/// The state of one reading.
#[derive(Default)]
struct Reading {
    problems: Problems,
    languages: Vec<Language>,
    /// Languages whose texts may be missing.
    in_work: Vec<Language>,
    /// The attributes of the panel that the questionnaire names itself.
    attributes: HashSet<String>,
    scales: BTreeMap<String, NamedScale>,
    dont_know: Option<Choice>,
    /// It is there, but has problems: who refers to it is not to blame.
    dont_know_broken: bool,
    /// The questions above the one being read, for rankings and short conditions.
    seen: HashMap<String, Shape>,
    /// What expressions may name at this place.
    scope: Scope,
    /// Inside a repeating group: its questions above the one being read.
    item: Option<Vec<(Code, Type)>>,
    /// The expressions in texts.
    pipes: BTreeMap<String, Expression>,
    /// The question being read.
    current: Option<String>,
    /// Where expressions stand that lack the type of something, though nothing in them is wrong.
    ahead: Vec<(usize, String)>,
}

impl Reading {
    /// What was read. An expression that is missing for no other fault looks at itself by way of the last round.
    fn ended(mut self, questionnaire: Option<Questionnaire>) -> Result<Questionnaire, Vec<Problem>> {
        if self.problems.is_empty() {
            for (line, path) in self.ahead {
                let reason = "whether this is a number or a text depends on the answer of the last round to a calculated value \
                              that depends on this in turn; name a question that is not calculated";
                self.problems.add(line, path, reason);
            }
        }
        self.problems.unless_any(questionnaire)
    }

    fn questionnaire(&mut self, entry: &Entry<'_>) -> Option<Questionnaire> {
        let mut fields = entry.fields(&mut self.problems)?;
        let code = fields.need("id", &mut self.problems).and_then(|id| id.code(&mut self.problems));
        let default_language = self.languages(&mut fields);
        let cadence = fields.take("cadence").and_then(|cadence| cadence.word(&mut self.problems, &CADENCES));
        let minutes = fields.take("estimated_minutes");
        let minutes = minutes.and_then(|minutes| minutes.whole(&mut self.problems, 1, 600));
        let sections = fields.need("sections", &mut self.problems);
        self.scope.everywhere(sections.iter().flat_map(|sections| everywhere(sections.node)));
        self.described(&mut fields);
        let title = fields.need("title", &mut self.problems).and_then(|title| self.text(&title));
        let intro = fields.take("intro").and_then(|intro| self.text(&intro));
        let hub = self.flag(&mut fields, "hub");
        if let Some(scales) = fields.take("scales") {
            self.scales(&scales);
        }
        if let Some(dont_know) = fields.take("dont_know") {
            self.dont_know = self.option(&dont_know, Extras::None);
            self.dont_know_broken = self.dont_know.is_none();
        }
        let sections = sections.map(|sections| self.sections(&sections));
        let thanks = fields.take("thanks").and_then(|thanks| self.text(&thanks));
        let derived = fields.take("derived").map(|derived| self.derived(&derived)).unwrap_or_default();
        fields.finish(&mut self.problems);
        Some(Questionnaire {
            code: code?,
            cadence,
            languages: self.languages.clone(),
            languages_in_work: self.in_work.clone(),
            default_language: default_language?,
            estimated_minutes: minutes.and_then(|minutes| u32::try_from(minutes).ok()),
            title: title?,
            intro,
            thanks,
            hub,
            sections: sections?,
            pipes: std::mem::take(&mut self.pipes),
            derived,
        })
    }

    /// What describes the questionnaire but does not change how it is asked.
    fn described(&mut self, fields: &mut Fields<'_>) {
        if let Some(version) = fields.take("version") {
            version.whole(&mut self.problems, 1, 1_000_000);
        }
        if let Some(kind) = fields.take("kind") {
            kind.word(&mut self.problems, &[("recurring", ()), ("special", ())]);
        }
        self.scope.attributes(panel::KNOWN);
        let Some(classification) = fields.take("classification") else { return };
        let Some(mut classification) = classification.fields(&mut self.problems) else { return };
        for (name, entry) in classification.rest() {
            self.attributes.insert(name.to_owned());
            self.scope.attributes([name]);
            match entry.node.value {
                Value::List(_) => drop(entry.list(&mut self.problems, MOST_OPTIONS)),
                _ => drop(entry.code(&mut self.problems)),
            }
        }
    }

    fn sections(&mut self, entry: &Entry<'_>) -> Vec<Section> {
        let entries = entry.list(&mut self.problems, MOST_SECTIONS).unwrap_or_default();
        let read: Vec<_> = entries.iter().map(|entry| self.section(entry)).collect();
        let codes = read.iter().map(|section| section.as_ref().map(|section| &section.code));
        self.unique("section", &entries, codes);
        read.into_iter().flatten().collect()
    }

    fn section(&mut self, entry: &Entry<'_>) -> Option<Section> {
        let mut fields = entry.fields(&mut self.problems)?;
        let code = fields.need("id", &mut self.problems).and_then(|id| id.code(&mut self.problems));
        self.scope.current(None);
        let title = fields.need("title", &mut self.problems).and_then(|title| self.text(&title));
        let intro = fields.take("intro").and_then(|intro| self.text(&intro));
        let show_if = fields.take("show_if").and_then(|show_if| self.condition(&show_if));
        let randomise = self.flag(&mut fields, "randomise");
        let list = fields.need("questions", &mut self.problems);
        let list = list.and_then(|list| list.list(&mut self.problems, MOST_QUESTIONS)).unwrap_or_default();
        if self.seen.len() + list.len() > MOST_QUESTIONS {
            entry.wrong(&mut self.problems, format!("there are more than {MOST_QUESTIONS} questions"));
            return None;
        }
        let questions = list.iter().filter_map(|question| self.question(question)).collect();
        fields.finish(&mut self.problems);
        Some(Section { code: code?, title: title?, intro, show_if, randomise, questions })
    }

    /// Indicators: read for their form; the statistics give them a meaning.
    fn derived(&mut self, entry: &Entry<'_>) -> Vec<Derived> {
        let entries = entry.list(&mut self.problems, MOST_DERIVED).unwrap_or_default();
        let read: Vec<_> = entries.iter().map(|entry| self.indicator(entry)).collect();
        self.unique("indicator", &entries, read.iter().map(|one| one.as_ref().map(|one| &one.code)));
        read.into_iter().flatten().collect()
    }

    fn indicator(&mut self, entry: &Entry<'_>) -> Option<Derived> {
        let mut fields = entry.fields(&mut self.problems)?;
        let code = fields.need("id", &mut self.problems).and_then(|id| id.code(&mut self.problems));
        let formula = fields.need("formula", &mut self.problems).and_then(|text| text.text(&mut self.problems));
        if let Some(year) = fields.take("base_year") {
            year.whole(&mut self.problems, 1900, 2200);
        }
        if let Some(domain) = fields.take("applies_to") {
            drop(domain.fields(&mut self.problems));
        }
        fields.finish(&mut self.problems);
        Some(Derived { code: code?, formula: formula?.to_owned() })
    }

    /// A flag that is off when absent.
    fn flag(&mut self, fields: &mut Fields<'_>, key: &str) -> bool {
        fields.take(key).and_then(|flag| flag.flag(&mut self.problems)).unwrap_or(false)
    }

    /// A text kept as written.
    fn words(&mut self, fields: &mut Fields<'_>, key: &str) -> Option<String> {
        fields.take(key)?.text(&mut self.problems).map(str::to_owned)
    }
}
