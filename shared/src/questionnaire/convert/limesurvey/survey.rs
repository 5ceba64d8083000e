//! A survey of theirs.

use std::collections::{BTreeMap, HashMap};

use super::settings::{Settings, Words};

/// A survey of theirs.
#[derive(Debug, Default)]
pub struct Survey<'r> {
    /// Its number.
    pub sid: &'r str,
    /// The tags of its languages, the first is the one it was written in.
    pub languages: Vec<&'r str>,
    /// Its settings.
    pub settings: BTreeMap<&'r str, &'r str>,
    /// Its own texts.
    pub texts: BTreeMap<&'static str, Words<'r>>,
    /// Groups in order.
    pub groups: Vec<Group<'r>>,
    /// Conditions of the old kind, by the number of the question.
    pub conditions: HashMap<&'r str, Vec<Clause<'r>>>,
    /// The codes of questions whose group is not in the file.
    pub homeless: Vec<&'r str>,
    /// Subquestions and answers whose question is not in the file.
    pub orphans: usize,
}

/// A group of questions.
#[derive(Debug, Default)]
pub struct Group<'r> {
    /// Its number.
    pub gid: &'r str,
    /// Its title.
    pub title: Words<'r>,
    /// What is said below.
    pub description: Words<'r>,
    /// When it is asked.
    pub relevance: &'r str,
    /// Groups of the same name come in an order drawn.
    pub random: &'r str,
    /// Its questions in order.
    pub questions: Vec<Question<'r>>,
    pub(super) order: i64,
}

/// A question.
#[derive(Debug, Default)]
pub struct Question<'r> {
    /// Its number.
    pub qid: &'r str,
    /// The number of its group.
    pub gid: &'r str,
    /// The letter of its type.
    pub kind: char,
    /// Its code.
    pub code: &'r str,
    /// The question itself.
    pub text: Words<'r>,
    /// A help text.
    pub help: Words<'r>,
    /// A pattern that the answer matches.
    pub preg: &'r str,
    /// Whether there is an "other".
    pub other: bool,
    /// `Y`, `S` for soft, or not.
    pub mandatory: &'r str,
    /// When it is asked.
    pub relevance: &'r str,
    /// Subquestions: rows, columns.
    pub parts: [Vec<Part<'r>>; 2],
    /// Answer options of the first and the second scale.
    pub answers: [Vec<Part<'r>>; 2],
    /// Its attributes.
    pub settings: Settings<'r>,
    /// What it has besides.
    pub extras: Extras,
    /// The name of its theme.
    pub theme: &'r str,
    pub(super) order: i64,
}

/// What a question has besides, which has no counterpart here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extras {
    /// A default answer.
    pub has_default: bool,
    /// A script.
    pub has_script: bool,
    /// Its answers are encrypted.
    pub encrypted: bool,
}

/// A subquestion or an answer option.
#[derive(Clone, Debug, Default)]
pub struct Part<'r> {
    pub(super) id: &'r str,
    /// Its code.
    pub code: &'r str,
    /// What it says.
    pub label: Words<'r>,
    /// When it is offered.
    pub relevance: &'r str,
    /// What it counts when answers are marked.
    pub mark: &'r str,
    pub(super) order: i64,
}

impl Part<'_> {
    /// Whether it counts anything.
    pub fn is_marked(&self) -> bool {
        !matches!(self.mark, "" | "0")
    }
}

/// One comparison of a condition of the old kind.
#[derive(Clone, Copy, Debug)]
pub struct Clause<'r> {
    /// One of the clauses of each scenario's questions must hold, of one scenario at least.
    pub scenario: i64,
    /// The number of the question it looks at.
    pub question: &'r str,
    /// The name of the answer it looks at.
    pub field: &'r str,
    /// How the two are compared.
    pub method: &'r str,
    /// What with.
    pub value: &'r str,
}
