//! Conditions: they look back only, at questions that can meet them.

use super::Reading;
use super::entry::{Entry, Fields};
use super::options::MOST_OPTIONS;
use super::panel;
use crate::questionnaire::condition::Condition;
use crate::questionnaire::model::Code;
use crate::questionnaire::problem::quoted;

/// What later questions need to know of an earlier one.
#[derive(Debug)]
pub enum Shape {
    /// One or several of these options.
    Options {
        /// Codes, the way out included.
        codes: Vec<Code>,
        /// How many options can be ticked together.
        several: Option<usize>,
    },
    /// A number.
    Number,
    /// A matrix with so many rows.
    Matrix(usize),
    /// Nothing a condition could look at.
    Other,
    /// It has problems of its own.
    Broken,
}

impl Reading {
    /// The condition of one question.
    pub fn condition(&mut self, entry: &Entry<'_>) -> Option<Condition> {
        let mut fields = entry.fields(&mut self.problems)?;
        let condition = match (fields.take("field"), fields.take("question")) {
            (Some(field), None) => self.field_in(&field, &mut fields),
            (None, Some(question)) => self.looking_back(entry, &question, &mut fields),
            _ => {
                entry.wrong(&mut self.problems, "a condition names either a \"field\" of the panel or a \"question\"");
                return None;
            }
        };
        fields.finish(&mut self.problems);
        condition
    }

    fn field_in(&mut self, field: &Entry<'_>, fields: &mut Fields<'_>) -> Option<Condition> {
        let attribute = field.code(&mut self.problems);
        if let Some(name) = attribute.as_ref().map(Code::as_str)
            && !panel::KNOWN.contains(&name)
            && !self.attributes.contains(name)
        {
            field.wrong(&mut self.problems, panel::unknown(name));
        }
        let list = fields.need("in", &mut self.problems)?.list(&mut self.problems, MOST_OPTIONS)?;
        let name = attribute.as_ref().map_or("", Code::as_str);
        let values: Option<_> = list
            .iter()
            .map(|value| value.parsed(&mut self.problems, |text| panel::value(name, text).map(str::to_owned)))
            .collect();
        Some(Condition::FieldIn { field: attribute?.to_string(), values: values? })
    }

    fn looking_back(&mut self, place: &Entry<'_>, name: &Entry<'_>, fields: &mut Fields<'_>) -> Option<Condition> {
        let kinds = ["in", "equals", "contains", "min_selected", "greater_than"];
        let mut found: Vec<_> = kinds.iter().filter_map(|kind| Some((*kind, fields.take(kind)?))).collect();
        let question = self.earlier(name)?;
        let (Some((kind, entry)), true) = (found.pop(), found.is_empty()) else {
            let reason = format!("a condition on a question has exactly one of: {}", kinds.join(", "));
            place.wrong(&mut self.problems, reason);
            return None;
        };
        match kind {
            "min_selected" => self.min_selected(question, &entry),
            "greater_than" => self.greater_than(question, &entry),
            _ => self.answer_in(question, kind, &entry),
        }
    }

    /// The name of a question that stands before this one.
    pub fn earlier(&mut self, entry: &Entry<'_>) -> Option<Code> {
        let code = entry.code(&mut self.problems)?;
        let name = code.as_str();
        if self.seen.contains_key(name) {
            return Some(code);
        }
        let reason = if self.current.as_deref() == Some(name) {
            "a question cannot refer to itself; name an earlier question".to_owned()
        } else if self.all.contains(name) {
            format!("the question \"{name}\" comes later; move it before this one or name an earlier question")
        } else {
            format!("there is no question \"{name}\"; name one that stands before this one")
        };
        entry.wrong(&mut self.problems, reason);
        None
    }

    fn answer_in(&mut self, question: Code, kind: &str, entry: &Entry<'_>) -> Option<Condition> {
        let entries = match kind {
            "in" => entry.list(&mut self.problems, MOST_OPTIONS)?,
            _ => vec![Entry { node: entry.node, path: entry.path.clone() }],
        };
        let read: Vec<_> = entries.iter().map(|entry| entry.code(&mut self.problems)).collect();
        match self.seen.get(question.as_str()) {
            Some(Shape::Broken) => {}
            Some(Shape::Options { codes, several }) if kind != "contains" || several.is_some() => {
                for (entry, code) in entries.iter().zip(&read) {
                    if let Some(code) = code.as_ref().filter(|code| !codes.contains(code)) {
                        let reason = format!("the question \"{question}\" has no option \"{code}\"");
                        entry.wrong(&mut self.problems, reason);
                    }
                }
            }
            _ => {
                let needs = if kind == "contains" { "a multi_select question" } else { "a question with options" };
                entry.wrong(&mut self.problems, format!("\"{kind}\" needs {needs}; \"{question}\" is none"));
            }
        }
        Some(Condition::AnswerIn { question, options: read.into_iter().collect::<Option<_>>()? })
    }

    fn min_selected(&mut self, question: Code, entry: &Entry<'_>) -> Option<Condition> {
        let most = match self.seen.get(question.as_str()) {
            Some(Shape::Options { several: Some(most), .. }) => *most,
            Some(Shape::Broken) => MOST_OPTIONS,
            _ => {
                let reason = format!("\"min_selected\" needs a multi_select question; \"{question}\" is none");
                entry.wrong(&mut self.problems, reason);
                return None;
            }
        };
        let count = entry.whole(&mut self.problems, 1, most)?;
        Some(Condition::MinSelected { question, count })
    }

    fn greater_than(&mut self, question: Code, entry: &Entry<'_>) -> Option<Condition> {
        let number = entry.number(&mut self.problems)?;
        if !matches!(self.seen.get(question.as_str()), Some(Shape::Number | Shape::Broken)) {
            let reason = format!("\"greater_than\" needs a numeric question; {} is none", quoted(question.as_str()));
            entry.wrong(&mut self.problems, reason);
        }
        Some(Condition::GreaterThan { question, number })
    }
}
