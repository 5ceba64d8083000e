//! What is wrong with an expression, and where.

use std::fmt;

use crate::questionnaire::problem::quoted;

/// One thing wrong with an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpressionFault {
    /// Characters of the source before the place, so 0 is its beginning.
    pub at: usize,
    /// What is wrong and how to mend it.
    pub reason: String,
}

impl ExpressionFault {
    /// A fault at a byte of `source`.
    pub(super) fn new(source: &str, byte: usize, reason: impl Into<String>) -> Self {
        let before = source.char_indices().take_while(|(place, _)| *place < byte).count();
        Self { at: before, reason: reason.into() }
    }
}

impl fmt::Display for ExpressionFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at character {}: {}", self.at + 1, self.reason)
    }
}

/// Names in a message: in quotes, and not more than anybody reads.
pub(super) fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    const MOST: usize = 20;
    let mut names = names.into_iter();
    let mut text = names.by_ref().take(MOST).map(quoted).collect::<Vec<_>>().join(", ");
    if names.next().is_some() {
        text.push_str(" and others");
    }
    text
}
