//! Reading single values of the source, each at its place.

use std::fmt::Display;

use super::node::{Node, Value};
use crate::questionnaire::model::Code;
use crate::questionnaire::problem::{Problems, quoted};

/// A value and its place.
pub struct Entry<'n> {
    /// The value.
    pub node: &'n Node,
    /// Its place.
    pub path: String,
}

/// A map, from which each reader takes the keys it knows; what is left over is a problem.
pub struct Fields<'n> {
    /// The line the map begins on.
    pub line: usize,
    /// Its place.
    pub path: String,
    order: Vec<&'n Node>,
    left: Vec<(usize, &'n str, &'n Node)>,
    known: Vec<String>,
}

fn is_nothing(node: &Node) -> bool {
    matches!(&node.value, Value::Scalar(text, true) if text.is_empty() || text == "~" || text == "null")
}

impl<'n> Entry<'n> {
    /// Notes a problem here.
    pub fn wrong(&self, problems: &mut Problems, reason: impl Into<String>) {
        problems.add(self.node.line, self.path.clone(), reason);
    }

    /// A text, trimmed at its ends.
    pub fn text(&self, problems: &mut Problems) -> Option<&'n str> {
        if let Value::Scalar(text, _) = &self.node.value {
            return Some(text.trim());
        }
        self.wrong(problems, "a text is expected here, not a list or a map");
        None
    }

    /// A text that `parse` understands.
    pub fn parsed<T, E: Display>(&self, problems: &mut Problems, parse: impl Fn(&str) -> Result<T, E>) -> Option<T> {
        let text = self.text(problems)?;
        parse(text).map_err(|error| self.wrong(problems, error.to_string())).ok()
    }

    /// The stable name of something.
    pub fn code(&self, problems: &mut Problems) -> Option<Code> {
        self.parsed(problems, Code::parse)
    }

    /// `true` or `false`.
    pub fn flag(&self, problems: &mut Problems) -> Option<bool> {
        self.parsed(problems, |text| match text {
            "true" => Ok(true),
            "false" => Ok(false),
            other => Err(format!("{} is neither true nor false", quoted(other))),
        })
    }

    /// A number.
    pub fn number(&self, problems: &mut Problems) -> Option<f64> {
        self.parsed(problems, |text| {
            let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() <= 1e15);
            number.ok_or_else(|| format!("{} is not a number; write for example 12 or 0.5", quoted(text)))
        })
    }

    /// A whole number within bounds.
    pub fn whole(&self, problems: &mut Problems, least: usize, most: usize) -> Option<usize> {
        self.parsed(problems, |text| {
            let number = text.parse().ok().filter(|number| (least..=most).contains(number));
            number.ok_or_else(|| format!("{} is not a whole number from {least} to {most}", quoted(text)))
        })
    }

    /// One of some words.
    pub fn word<T: Copy>(&self, problems: &mut Problems, words: &[(&str, T)]) -> Option<T> {
        self.parsed(problems, |text| {
            let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
            let known = || words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
            found.ok_or_else(|| format!("{} is not known here; choose one of: {}", quoted(text), known()))
        })
    }

    /// A list of at least one and at most `most` values.
    pub fn list(&self, problems: &mut Problems, most: usize) -> Option<Vec<Entry<'n>>> {
        let Value::List(nodes) = &self.node.value else {
            self.wrong(problems, "a list is expected here");
            return None;
        };
        if nodes.is_empty() || nodes.len() > most {
            self.wrong(problems, format!("the list has {} entries; it needs 1 to {most}", nodes.len()));
            return None;
        }
        let entry = |(index, node)| Entry { node, path: format!("{}[{index}]", self.path) };
        Some(nodes.iter().map(AsRef::as_ref).enumerate().map(entry).collect())
    }

    /// A map.
    pub fn fields(&self, problems: &mut Problems) -> Option<Fields<'n>> {
        let Value::Map(entries) = &self.node.value else {
            self.wrong(problems, "a map of keys and values is expected here");
            return None;
        };
        let left = entries.iter().map(|(line, key, node)| (*line, key.as_str(), node.as_ref())).collect();
        let order = entries.iter().map(|(_, _, node)| node.as_ref()).collect();
        Some(Fields { line: self.node.line, path: self.path.clone(), order, left, known: vec![] })
    }
}

impl<'n> Fields<'n> {
    /// The value of `key`, if it is there and not empty.
    pub fn take(&mut self, key: &str) -> Option<Entry<'n>> {
        self.known.push(key.into());
        let place = self.left.iter().position(|(_, name, _)| *name == key)?;
        let (_, _, node) = self.left.remove(place);
        let path = if self.path.is_empty() { key.into() } else { format!("{}.{key}", self.path) };
        (!is_nothing(node)).then_some(Entry { node, path })
    }

    /// The keys without a value that directly follow the plain text of `key`.
    ///
    /// In `{en: Roads, rail or logistics, de: …}` the comma ends the text for YAML, and "rail or logistics" becomes a key of
    /// its own with nothing as its value. What is meant is plain, so the words are given back to their text.
    pub fn take_words_after(&mut self, entry: &Entry<'n>) -> Vec<&'n str> {
        if !matches!(&entry.node.value, Value::Scalar(_, true)) {
            return vec![];
        }
        let place = self.order.iter().position(|node| std::ptr::eq(*node, entry.node)).map_or(usize::MAX, |at| at + 1);
        let mut words = vec![];
        for node in self.order.iter().skip(place).take_while(|node| is_nothing(node)) {
            let Some(left) = self.left.iter().position(|(_, _, other)| std::ptr::eq(*other, *node)) else { break };
            words.push(self.left.remove(left).1);
        }
        words
    }

    /// The value of `key`; a problem if it is missing.
    pub fn need(&mut self, key: &str, problems: &mut Problems) -> Option<Entry<'n>> {
        let found = self.take(key);
        if found.is_none() {
            problems.add(self.line, self.path.clone(), format!("\"{key}\" is missing; add it"));
        }
        found
    }

    /// Every key that nobody took, with its value.
    pub fn rest(&mut self) -> Vec<(&'n str, Entry<'n>)> {
        let path = &self.path;
        let entry = |(_, key, node)| (key, Entry { node, path: format!("{path}.{key}") });
        std::mem::take(&mut self.left).into_iter().map(entry).collect()
    }

    /// A key that nobody took is a problem: a misspelt key must not be passed over.
    pub fn finish(mut self, problems: &mut Problems) {
        self.known.sort();
        for (line, key, _) in &self.left {
            let reason = format!("the key {} is not known here; known are: {}", quoted(key), self.known.join(", "));
            problems.add(*line, self.path.clone(), reason);
        }
    }
}
