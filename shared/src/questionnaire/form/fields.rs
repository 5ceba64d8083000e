//! The fields that belong to one question.

use crate::questionnaire::answer::Answer;
use crate::questionnaire::fault::Fault;

/// The fields of one question, or of a part of it: what stands behind the point in their names, and their values.
#[derive(Clone, Debug, Default)]
pub struct Fields<'f>(Vec<(Option<&'f str>, &'f str)>);

/// What the fields of one question say.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing.
    Blank,
    /// An answer; its rules are not checked yet.
    Answer(Answer),
    /// Problems, each with the part of the field's name it belongs to.
    Faults(Vec<(Option<String>, Fault)>),
}

/// What one field says.
pub type Read = Result<Option<Answer>, Fault>;

impl<'f> Fields<'f> {
    /// Adds a field.
    pub fn push(&mut self, part: Option<&'f str>, value: &'f str) {
        self.0.push((part, value));
    }

    /// Whether none has anything in it.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|(_, value)| value.trim().is_empty())
    }

    /// The one value of a field that takes one.
    pub fn one(&self, part: Option<&str>) -> Result<Option<&'f str>, Fault> {
        let mut values = self.0.iter().filter(|(name, value)| *name == part && !value.trim().is_empty());
        let first = values.next().map(|(_, value)| *value);
        if values.any(|(_, value)| Some(*value) != first) { Err(Fault::Repeated) } else { Ok(first) }
    }

    /// Every value of a field that takes several.
    pub fn all(&self, part: Option<&str>) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(name, value)| *name == part && !value.trim().is_empty()).map(|(_, value)| *value)
    }

    /// The fields of the part `first`: those named so, and those whose names go on behind it.
    pub fn under(&self, first: &str) -> Self {
        let inner = |(part, value): &(Option<&'f str>, &'f str)| {
            let rest = part.as_ref()?.strip_prefix(first)?;
            match rest.strip_prefix('.') {
                Some(rest) => Some((Some(rest), *value)),
                None => rest.is_empty().then_some((None, *value)),
            }
        };
        Self(self.0.iter().filter_map(inner).collect())
    }

    /// The first parts of the names, each once, in order.
    pub fn parts(&self) -> Vec<&'f str> {
        let mut parts: Vec<&str> = Vec::new();
        for part in self.0.iter().filter_map(|(part, _)| part.as_ref()) {
            let first = part.split('.').next().unwrap_or(part);
            if !parts.contains(&first) {
                parts.push(first);
            }
        }
        parts
    }

    /// The parts that the question does not have.
    pub fn strangers(&self, has: impl Fn(Option<&str>) -> bool) -> Vec<(Option<String>, Fault)> {
        let strange = self.0.iter().filter(|(part, _)| !has(*part));
        strange.map(|(part, _)| (part.map(str::to_owned), Fault::UnknownField)).collect()
    }
}

impl Outcome {
    /// The same, of a part of a question: problems are named behind it.
    pub fn under(self, part: &str) -> Self {
        let behind = |inner: Option<String>| inner.map_or_else(|| part.to_owned(), |inner| format!("{part}.{inner}"));
        match self {
            Self::Faults(faults) => {
                Self::Faults(faults.into_iter().map(|(inner, fault)| (Some(behind(inner)), fault)).collect())
            }
            other => other,
        }
    }
}

impl From<Read> for Outcome {
    fn from(read: Read) -> Self {
        match read {
            Ok(None) => Self::Blank,
            Ok(Some(answer)) => Self::Answer(answer),
            Err(fault) => Self::Faults(vec![(None, fault)]),
        }
    }
}
