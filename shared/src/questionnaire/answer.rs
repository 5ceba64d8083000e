//! What a company answered, question by question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::model::Code;
use crate::file::FileRef;
use crate::id::FileId;

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
    /// One option and the respondent's own words for it ("other, namely").
    Other {
        /// The option.
        code: Code,
        /// The words.
        text: String,
    },
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
    /// A date, a period or a time as in ISO 8601: 2026-11-25, 2026-11, 2026-Q4, 2026 or 14:30; compared as text.
    Date(String),
    /// Cells by row and column; cells left out were skipped.
    Table(BTreeMap<Code, BTreeMap<Code, Answer>>),
    /// The answers for each of several things, in the respondent's order.
    Group(Vec<Answers>),
    /// Files, in the order in which they came; what is in them lies in the table of files.
    Files(Vec<FileRef>),
}

impl Answer {
    /// The one option, with or without words of the respondent's own.
    #[must_use]
    pub const fn choice(&self) -> Option<&Code> {
        match self {
            Self::Choice(code) | Self::Other { code, .. } => Some(code),
            _ => None,
        }
    }

    /// The files.
    #[must_use]
    pub fn files(&self) -> &[FileRef] {
        if let Self::Files(files) = self { files } else { &[] }
    }
}

impl Answers {
    /// The answer to the question named `code`.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Answer> {
        self.0.get(code)
    }

    /// What an answer says of the file with this id, if any names it.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<(&Code, &FileRef)> {
        let files = self.0.iter().flat_map(|(code, answer)| answer.files().iter().map(move |file| (code, file)));
        files.into_iter().find(|(_, file)| file.id == id)
    }
}
