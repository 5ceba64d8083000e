//! Conditions: an expression, or the short form for one comparison, which becomes one. They look back only.

use super::Reading;
use super::entry::{Entry, Fields};
use super::node::Value;
use super::options::MOST_OPTIONS;
use super::panel;
use super::shape::Shape;
use crate::questionnaire::expression::{Expression, Wanted, name_of};
use crate::questionnaire::model::Code;
use crate::questionnaire::problem::quoted;

impl Reading {
    /// When something is asked.
    pub fn condition(&mut self, entry: &Entry<'_>) -> Option<Expression> {
        let source = match &entry.node.value {
            Value::Map(_) => self.comparison(entry)?,
            _ => entry.text(&mut self.problems)?.to_owned(),
        };
        self.expression(entry, &source, Wanted::Condition)
    }

    /// An expression that may name what stands before this place.
    pub fn expression(&mut self, entry: &Entry<'_>, source: &str, wanted: Wanted) -> Option<Expression> {
        self.checked(entry.node.line, &entry.path, source, wanted)
    }

    /// The same, at a place that has no entry of its own.
    pub fn checked(&mut self, line: usize, path: &str, source: &str, wanted: Wanted) -> Option<Expression> {
        let checked = Expression::check(source, &self.scope, wanted);
        match checked {
            Ok(expression) => return Some(expression),
            Err(faults) if faults.is_empty() => self.ahead.push((line, path.to_owned())),
            Err(faults) => faults.iter().for_each(|fault| self.problems.add(line, path, fault.to_string())),
        }
        None
    }

    fn comparison(&mut self, entry: &Entry<'_>) -> Option<String> {
        let mut fields = entry.fields(&mut self.problems)?;
        let comparison = match (fields.take("field"), fields.take("question")) {
            (Some(field), None) => self.field_in(&field, &mut fields),
            (None, Some(question)) => self.looking_back(entry, &question, &mut fields),
            _ => {
                entry.wrong(&mut self.problems, "a condition names either a \"field\" of the panel or a \"question\"");
                return None;
            }
        };
        fields.finish(&mut self.problems);
        comparison
    }

    fn field_in(&mut self, field: &Entry<'_>, fields: &mut Fields<'_>) -> Option<String> {
        let attribute = field.code(&mut self.problems);
        if let Some(name) = attribute.as_ref().map(Code::as_str)
            && !panel::KNOWN.contains(&name)
            && !self.attributes.contains(name)
        {
            field.wrong(&mut self.problems, panel::unknown(name));
        }
        let list = fields.need("in", &mut self.problems)?.list(&mut self.problems, MOST_OPTIONS)?;
        let name = attribute.as_ref().map_or("", Code::as_str);
        let values: Option<Vec<_>> = list
            .iter()
            .map(|value| value.parsed(&mut self.problems, |text| panel::value(name, text).map(spelled)))
            .collect();
        Some(format!("company[{}] in [{}]", spelled(attribute?.as_str()), values?.join(", ")))
    }

    fn looking_back(&mut self, place: &Entry<'_>, name: &Entry<'_>, fields: &mut Fields<'_>) -> Option<String> {
        let kinds = ["in", "equals", "contains", "min_selected", "greater_than"];
        let mut found: Vec<_> = kinds.iter().filter_map(|kind| Some((*kind, fields.take(kind)?))).collect();
        let question = self.earlier(name)?;
        let (Some((kind, entry)), true) = (found.pop(), found.is_empty()) else {
            let reason = format!("a condition on a question has exactly one of: {}", kinds.join(", "));
            place.wrong(&mut self.problems, reason);
            return None;
        };
        match kind {
            "min_selected" => self.min_selected(&question, &entry),
            "greater_than" => self.greater_than(&question, &entry),
            _ => self.answer_in(&question, kind, &entry),
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
        } else if self.scope.has(name) {
            format!("the question \"{name}\" comes later; move it before this one or name an earlier question")
        } else {
            format!("there is no question \"{name}\"; name one that stands before this one")
        };
        entry.wrong(&mut self.problems, reason);
        None
    }

    fn answer_in(&mut self, question: &Code, kind: &str, entry: &Entry<'_>) -> Option<String> {
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
        let codes: Vec<Code> = read.into_iter().collect::<Option<_>>()?;
        let spelled: Vec<String> = codes.iter().map(|code| spelled(code.as_str())).collect();
        let name = name_of(question.as_str());
        Some(match self.seen.get(question.as_str()) {
            Some(Shape::Options { several: Some(_), .. }) => {
                spelled.iter().map(|code| format!("{code} in {name}")).collect::<Vec<_>>().join(" || ")
            }
            Some(Shape::Broken) => return None,
            _ => format!("{name} in [{}]", spelled.join(", ")),
        })
    }

    fn min_selected(&mut self, question: &Code, entry: &Entry<'_>) -> Option<String> {
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
        Some(format!("size({}) >= {count}", name_of(question.as_str())))
    }

    fn greater_than(&mut self, question: &Code, entry: &Entry<'_>) -> Option<String> {
        let number = entry.number(&mut self.problems)?;
        if !matches!(self.seen.get(question.as_str()), Some(Shape::Number | Shape::Broken)) {
            let reason = format!("\"greater_than\" needs a numeric question; {} is none", quoted(question.as_str()));
            entry.wrong(&mut self.problems, reason);
        }
        Some(format!("{} > {number}", name_of(question.as_str())))
    }
}

/// A text as expressions write it.
fn spelled(text: &str) -> String {
    let mut out = String::from('"');
    for sign in text.chars() {
        if matches!(sign, '"' | '\\') {
            out.push('\\');
        }
        out.push(sign);
    }
    out + "\""
}
