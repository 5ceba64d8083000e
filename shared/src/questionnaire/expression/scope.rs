//! What may be named at the place of an expression.

use std::collections::{BTreeMap, BTreeSet};

use super::types::Type;
use crate::questionnaire::model::Code;

/// What may be named at one place of a questionnaire. It grows while the questionnaire is read: each question is added
/// after its own expressions were checked.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// The questions above; `None`: it has problems of its own, so nothing is said about who names it.
    pub(super) questions: BTreeMap<Code, Option<Type>>,
    /// All questions, and the repeating group that some stand in.
    pub(super) names: BTreeMap<Code, Option<Code>>,
    pub(super) current: Option<Code>,
    pub(super) this: Option<Type>,
    pub(super) items: BTreeMap<Code, Type>,
    pub(super) attributes: BTreeSet<String>,
    pub(super) ways_out: BTreeMap<Code, Code>,
    pub(super) row_ways_out: BTreeMap<(Code, Code), Code>,
    pub(super) last: BTreeMap<Code, Type>,
}

impl Scope {
    /// A question that stands before this place; the way out is added to its options by [`way_out`](Self::way_out).
    pub fn question(&mut self, code: Code, ty: Type) -> &mut Self {
        self.questions.insert(code, Some(ty));
        self
    }

    /// A question above that has problems of its own. Who names it gets no fault for it, and no expression either.
    pub fn broken(&mut self, code: Code) -> &mut Self {
        self.questions.insert(code, None);
        self
    }

    /// The "don't know" of a question, or of a sibling in a repeating group.
    pub fn way_out(&mut self, question: Code, way_out: Code) -> &mut Self {
        self.ways_out.insert(question, way_out);
        self
    }

    /// The "don't know" of one row of a matrix.
    pub fn row_way_out(&mut self, question: Code, row: Code, way_out: Code) -> &mut Self {
        self.row_ways_out.insert((question, row), way_out);
        self
    }

    /// The names of all questions, wherever they stand, and the repeating group of those inside one: naming one of them at the
    /// wrong place gets a message of its own.
    pub fn everywhere(&mut self, names: impl IntoIterator<Item = (Code, Option<Code>)>) -> &mut Self {
        self.names.extend(names);
        self
    }

    /// Whether the questionnaire has a question of this name, wherever it stands.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// The question that the expression belongs to; it cannot look at itself.
    pub fn current(&mut self, code: Option<Code>) -> &mut Self {
        self.current = code;
        self
    }

    /// The type of the answer being validated, named `this` in rules.
    pub fn this(&mut self, ty: Option<Type>) -> &mut Self {
        self.this = ty;
        self
    }

    /// The siblings above inside one item of a repeating group; they replace those of before.
    pub fn items(&mut self, siblings: impl IntoIterator<Item = (Code, Type)>) -> &mut Self {
        self.items = siblings.into_iter().collect();
        self
    }

    /// Attributes of the company.
    pub fn attributes<N: Into<String>>(&mut self, names: impl IntoIterator<Item = N>) -> &mut Self {
        self.attributes.extend(names.into_iter().map(Into::into));
        self
    }

    /// The answers of the last round: to the questions of `whole`, which is what another reading of the same questionnaire
    /// ended with, so that also questions that come later are among them.
    pub fn last(&mut self, whole: Self) -> &mut Self {
        self.last = whole.questions.into_iter().filter_map(|(code, ty)| Some((code, ty?))).collect();
        self.ways_out.extend(whole.ways_out);
        self.row_ways_out.extend(whole.row_ways_out);
        self
    }

    /// Whether as many answers of the last round are known as there are questions with a type.
    #[must_use]
    pub fn knows_last(&self) -> bool {
        self.questions.values().flatten().count() == self.last.len()
    }
}
