//! What expressions can name: the questions above, what kind of answer they take, and which code each value has.

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::Value;

use super::budget::Budget;
use super::condition::written;
use super::json::spelled;
use super::names::Names;
use crate::questionnaire::convert::formula::Formula;
use crate::questionnaire::format::{Choice, Condition};

/// What an answer is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A number.
    Number,
    /// A text.
    Text,
    /// A day, month or time as ISO 8601 writes it.
    Date,
    /// A calculated yes or no, which is the text "true" or "false".
    Flag,
    /// One of the options.
    Choice(Rc<Options>),
    /// Some of the options.
    Choices(Rc<Options>),
    /// A cell of the same kind a row.
    Matrix(Rc<Names<String>>, Rc<Kind>),
    /// A cell for each row and column.
    Table(Rc<Names<String>>, Rc<Names<Entry>>),
    /// The same questions several times, or once at most.
    Group(Rc<Names<Entry>>, bool),
    /// Several questions that were one, which is answered once one of them is.
    Parts(Rc<Vec<Entry>>),
    /// One of the options of several questions that share their answer and have others.
    Shared,
    /// Nothing to look into.
    Other,
}

impl Kind {
    /// Whether an answer of the kind `other` may be none of these options.
    fn has_others(&self, other: &Self) -> bool {
        let (Self::Choice(options) | Self::Choices(options)) = self else { return false };
        match other {
            Self::Choice(others) | Self::Choices(others) => {
                others.values.iter().any(|(value, _)| options.code(value).is_none())
            }
            other => matches!(other, Self::Number | Self::Text | Self::Date | Self::Flag),
        }
    }
}

/// The options of a question.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Their value as a text, and our code.
    pub values: Vec<(String, String)>,
    /// As they stand in ours.
    pub choices: Vec<Choice>,
    /// The codes of options that their tool has itself.
    pub built_in: Vec<String>,
    /// Their values are yes and no.
    pub is_boolean: bool,
    codes: Names<String>,
    /// The values again, by code.
    by_code: HashMap<String, String>,
    /// When options are shown, by code.
    conditions: HashMap<String, Formula>,
}

impl Options {
    /// Options whose values are yes and no.
    pub fn of_boolean() -> Self {
        Self { is_boolean: true, ..Self::default() }
    }

    /// Adds a value.
    pub fn add(&mut self, value: &str, code: &str) {
        self.values.push((value.to_owned(), code.to_owned()));
        self.codes.add(value, code.to_owned());
        self.by_code.entry(code.to_owned()).or_insert_with(|| value.to_owned());
    }

    /// Keeps when an option is shown, for questions that borrow it, and writes it.
    pub fn shown_if(&mut self, code: &str, condition: Option<Formula>) -> Option<Condition> {
        self.conditions.extend(condition.clone().map(|condition| (code.to_owned(), condition)));
        written(condition)
    }

    /// When an option is shown.
    pub fn condition(&self, code: &str) -> Option<&Formula> {
        self.conditions.get(code)
    }

    /// Their value of one of our codes.
    pub fn value(&self, code: &str) -> Option<&str> {
        self.by_code.get(code).map(String::as_str)
    }

    /// Our code of one of their values. Their comparisons see no difference between capital and small letters.
    pub fn code(&self, value: &str) -> Option<&str> {
        self.codes.find(value).map(String::as_str)
    }

    /// The number that one of their values counts as; yes and no are 1 and 0.
    pub fn number(&self, value: &str) -> Option<f64> {
        match value {
            "true" if self.is_boolean => Some(1.0),
            "false" if self.is_boolean => Some(0.0),
            value => value.trim().parse().ok().filter(|number: &f64| number.is_finite()),
        }
    }

    /// Our code of yes or no that is written as 1 or 0, if these have no values of their own.
    pub fn code_of_number(&self, number: f64) -> Option<&str> {
        let truth =
            [("false", 0.0), ("true", 1.0)].into_iter().find(|(_, value)| (value - number).abs() < f64::EPSILON);
        truth.filter(|_| self.is_boolean && self.values.len() == 2).and_then(|(truth, _)| self.code(truth))
    }

    /// The codes of values for which `holds`.
    pub fn codes(&self, holds: impl Fn(&str) -> bool) -> Vec<&str> {
        self.values.iter().filter(|(value, _)| holds(value)).map(|(_, code)| code.as_str()).collect()
    }
}

/// A question or a part of one.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Our code.
    pub code: String,
    /// What kind of answer it takes.
    pub kind: Kind,
}

/// Everything that can be named at one place.
#[derive(Default)]
pub struct Known {
    entries: Names<Entry>,
    /// The questions above in the same item of a repeating group.
    pub siblings: Option<Names<Entry>>,
    /// The repeating group that is being read, if it has one item at most.
    pub only: Option<String>,
    /// The parts above of the question that is being read, by their full names.
    pub parts: Names<Entry>,
    /// All names in the survey, also of what comes later, and how often each stands there.
    pub all: HashMap<String, usize>,
    /// Names that were met and stand for no answer: why, and how often.
    passed: HashMap<String, (String, usize)>,
    /// What the value of each question is called, by the question's name; mostly the same.
    value_names: HashMap<String, String>,
    /// Calculated values that stand nowhere yet, by name: their expressions. Of two with one name the first counts.
    pub waiting: HashMap<String, String>,
    /// What of expressions may still be translated.
    pub budget: Budget,
}

impl Known {
    /// Adds a question; of two with one name the first stays, unless the second has answers that are none of the first.
    pub fn add(&mut self, name: &str, entry: Entry) {
        let said = self.said(name).to_owned();
        if said != name {
            self.pass(name, &format!("whose value is named {{{said}}}"));
        }
        let names = self.siblings.as_mut().unwrap_or(&mut self.entries);
        let first = if names.has(&said) { names.find(&said) } else { None };
        match first.filter(|first| first.kind.has_others(&entry.kind)).map(|first| first.code.clone()) {
            Some(code) => names.replace(&said, Entry { code, kind: Kind::Shared }),
            None => names.add(&said, entry),
        }
    }

    /// Whether a question of this name stands above.
    pub fn has(&self, name: &str) -> bool {
        self.siblings.as_ref().unwrap_or(&self.entries).has(self.said(name))
    }

    /// What expressions call the question `name`: its value may have a name of its own.
    pub fn said<'n>(&'n self, name: &'n str) -> &'n str {
        self.value_names.get(name).map_or(name, String::as_str)
    }

    /// Notes that `name` was met and stands for no answer.
    pub fn pass(&mut self, name: &str, why: &str) {
        let passed = self.passed.entry(name.to_owned()).or_default();
        *passed = (why.to_owned(), passed.1 + 1);
    }

    /// Why `name`, wherever it stands, stands for no answer.
    pub fn passed(&self, name: &str) -> Option<&str> {
        let (why, times) = self.passed.get(name)?;
        (*times >= self.all.get(name).copied().unwrap_or_default()).then_some(why.as_str())
    }

    /// The question of this name.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.find(name)
    }

    /// The question that has this name itself, whatever its value is called.
    pub fn question(&self, name: &str) -> Option<&Entry> {
        self.value_names.get(name).and_then(|said| self.find(said))
    }

    /// A question above in the same item of a repeating group, or a part above of the one that is being read.
    pub fn sibling(&self, name: &str) -> Option<&Entry> {
        self.siblings.as_ref()?.find(name).or_else(|| self.parts.find(name))
    }

    /// Collects the names of all elements in `value`.
    pub fn collect(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.collect(item)),
            Value::Object(entries) => {
                if let Some(name) = entries.get("name") {
                    *self.all.entry(spelled(name)).or_default() += 1;
                    let value_name =
                        entries.get("valueName").and_then(Value::as_str).filter(|name| !name.trim().is_empty());
                    if let Some(said) = value_name {
                        *self.all.entry(said.to_owned()).or_default() += 1;
                        self.value_names.insert(spelled(name), said.to_owned());
                    } else {
                        self.value_names.entry(spelled(name)).or_insert_with(|| spelled(name));
                    }
                }
                entries.values().for_each(|value| self.collect(value));
            }
            _ => {}
        }
    }
}
