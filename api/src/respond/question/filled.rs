//! What is filled in on a page.

use std::collections::BTreeMap;

/// What is filled in, field by field: the stored answers, or what was just typed.
#[derive(Clone, Debug, Default)]
pub struct Filled(BTreeMap<String, Vec<String>>);

impl FromIterator<(String, String)> for Filled {
    fn from_iter<Fields: IntoIterator<Item = (String, String)>>(fields: Fields) -> Self {
        let mut filled = Self::default();
        for (name, value) in fields {
            filled.0.entry(name).or_default().push(value);
        }
        filled
    }
}

impl Filled {
    /// Whether the field holds this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.get(name).is_some_and(|values| values.iter().any(|known| known == value))
    }

    /// What was typed.
    pub fn typed(&self, name: &str) -> String {
        self.0.get(name).and_then(|values| values.first()).cloned().unwrap_or_default()
    }

    /// Whether anything of the question is filled in.
    pub fn is_touched(&self, question: &str) -> bool {
        self.0.iter().any(|(name, values)| is_of(name, question) && values.iter().any(|value| !value.is_empty()))
    }

    /// The highest number of an item of the group that has fields.
    pub fn items(&self, group: &str) -> usize {
        let number = |name: &String| name.strip_prefix(group)?.strip_prefix('.')?.split('.').next()?.parse().ok();
        self.0.keys().filter_map(number).max().unwrap_or(0)
    }
}

/// Whether a field belongs to a question, or is it.
pub fn is_of(field: &str, question: &str) -> bool {
    field.strip_prefix(question).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
