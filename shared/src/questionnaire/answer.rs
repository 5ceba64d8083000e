//! What a company answered, question by question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::model::Code;

/// The answers of one response; a question that was skipped or not asked has no entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<Code, Answer>);

/// The answer to one question. "Don't know" is a choice with the code the questionnaire gives it, whatever the question's kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// One option.
    Choice(Code),
    /// Some options, in the questionnaire's order, and the respondent's own words if "other" is among them.
    Choices {
        /// The options ticked.
        codes: Vec<Code>,
        /// The text of "other, namely".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<String>,
    },
    /// One option a row; rows left out were skipped.
    Matrix(BTreeMap<Code, Code>),
    /// Options in order of preference, first the most important.
    Ranking(Vec<Code>),
    /// A number.
    Number(f64),
    /// A text, trimmed and not empty.
    Text(String),
}

impl Answers {
    /// The answer to the question named `code`.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Answer> {
        self.0.get(code)
    }
}
