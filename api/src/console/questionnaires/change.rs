//! How a version differs from the one before it, by the codes that data sets and trends go by.

use std::collections::BTreeMap;

use rundfrage_shared::questionnaire::model::{Question, Questionnaire};

/// What changed, by the codes of questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Only in the newer version.
    pub added: Vec<String>,
    /// Only in the older version.
    pub removed: Vec<String>,
    /// In both, and not the same.
    pub changed: Vec<String>,
}

impl Change {
    /// From `older` to `newer`.
    #[must_use]
    pub fn between(older: &Questionnaire, newer: &Questionnaire) -> Self {
        let (before, after) = (by_code(older), by_code(newer));
        let only = |these: &BTreeMap<&str, &Question>, others: &BTreeMap<&str, &Question>| -> Vec<String> {
            these.keys().filter(|code| !others.contains_key(*code)).map(|code| (*code).to_owned()).collect()
        };
        let differs = |(code, question): (&&str, &&Question)| {
            before.get(code).is_some_and(|other| other != question).then(|| (*code).to_owned())
        };
        Self {
            added: only(&after, &before),
            removed: only(&before, &after),
            changed: after.iter().filter_map(differs).collect(),
        }
    }

    /// Whether no question differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

fn by_code(questionnaire: &Questionnaire) -> BTreeMap<&str, &Question> {
    questionnaire.questions().map(|question| (question.code.as_str(), question)).collect()
}
