//! Options and rows.

use super::Code;
use crate::language::LocalText;
use crate::questionnaire::expression::Expression;

/// A scale with scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// +1, 0, −1.
    ThreePoint,
    /// +1, +½, 0, −½, −1.
    FivePoint,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its stable name.
    pub code: Code,
    /// What it says.
    pub label: LocalText,
    /// Its score, between −1 and +1.
    pub score: Option<f64>,
    /// Rules out every other option of a multi-select question.
    pub exclusive: bool,
    /// Takes a text of the respondent's own ("other, namely").
    pub other_text: bool,
    /// Keeps its place at the end when the order is drawn.
    pub anchored_last: bool,
    /// Offered only if this holds.
    pub show_if: Option<Expression>,
    /// A picture, as a `data:` address.
    pub image: Option<String>,
}

impl Choice {
    /// An option with nothing but a code and a label.
    #[must_use]
    pub const fn plain(code: Code, label: LocalText) -> Self {
        Self {
            code,
            label,
            score: None,
            exclusive: false,
            other_text: false,
            anchored_last: false,
            show_if: None,
            image: None,
        }
    }
}

/// One row of a matrix or a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its stable name, unique in the questionnaire's question.
    pub code: Code,
    /// What it says.
    pub label: LocalText,
    /// The way out of this row; absent: not offered.
    pub dont_know: Option<Choice>,
    /// The indicator it feeds, kept as written.
    pub indicator: Option<String>,
    /// Asked only if this holds.
    pub show_if: Option<Expression>,
}
