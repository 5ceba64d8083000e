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
        let of_question = |name: &str| name.split('.').next() == Some(question);
        self.0.iter().any(|(name, values)| of_question(name) && values.iter().any(|value| !value.is_empty()))
    }
}
