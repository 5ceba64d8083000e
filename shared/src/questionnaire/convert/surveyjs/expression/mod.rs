//! Their expressions as ours: each name becomes the question it stands for, each value the code of an option, and each
//! comparison one that our types allow and that holds for the same answers.

mod arithmetic;
mod call;
mod compare;
mod contain;
mod name;
mod term;
#[cfg(test)]
mod tests;
mod translate;
pub mod two;

use serde_json::Value;

pub use self::term::{Term, Type};
pub use self::translate::{LONGEST, fits};
use super::known::{Kind, Known};
pub use crate::questionnaire::convert::formula::fold::{and, binary, call, not, or};
use crate::questionnaire::convert::formula::{Dialect, Formula, Operator, Unary};

/// How `SurveyJS` writes expressions. A name in braces keeps its opening brace, which tells it from a word that is a value.
pub const DIALECT: Dialect = Dialect {
    operators: &[
        ("or", Operator::Or),
        ("||", Operator::Or),
        ("and", Operator::And),
        ("&&", Operator::And),
        ("==", Operator::Equal),
        ("=", Operator::Equal),
        ("equal", Operator::Equal),
        ("!=", Operator::Unequal),
        ("<>", Operator::Unequal),
        ("notequal", Operator::Unequal),
        ("<=", Operator::AtMost),
        ("lessorequal", Operator::AtMost),
        ("<", Operator::Less),
        ("less", Operator::Less),
        (">=", Operator::AtLeast),
        ("greaterorequal", Operator::AtLeast),
        (">", Operator::Greater),
        ("greater", Operator::Greater),
        ("*=", Operator::Contains),
        ("contains", Operator::Contains),
        ("contain", Operator::Contains),
        ("notcontains", Operator::Lacks),
        ("notcontain", Operator::Lacks),
        ("anyof", Operator::AnyOf),
        ("noneof", Operator::NoneOf),
        ("allof", Operator::AllOf),
        ("containsall", Operator::AllOf),
        ("+", Operator::Plus),
        ("-", Operator::Minus),
        ("*", Operator::Times),
        ("/", Operator::Over),
        ("%", Operator::Rest),
        ("^", Operator::Power),
        ("power", Operator::Power),
    ],
    prefixes: &[("!", Unary::Not), ("negate", Unary::Not)],
    suffixes: &[("empty", Unary::Empty), ("notempty", Unary::NotEmpty)],
    marked: |text| {
        let end = text.strip_prefix('{')?.find('}')? + 1;
        Some((text[..end].to_owned(), end + 1))
    },
    in_names: "",
};

/// Why an expression cannot be carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It looks at something that comes later: this name.
    Later(String),
    /// Something else.
    Other(String),
}

impl Why {
    /// In words.
    pub fn told(&self) -> String {
        match self {
            Self::Later(name) => format!("it looks at {{{name}}}, which comes later"),
            Self::Other(reason) => reason.clone(),
        }
    }
}

/// Any other reason.
fn other<T>(reason: impl Into<String>) -> Result<T, Why> {
    Err(Why::Other(reason.into()))
}

/// What can be seen from the place of an expression.
#[derive(Clone, Copy)]
pub struct Sight<'k> {
    /// Everything that can be named.
    pub known: &'k Known,
    /// The question whose answer is checked: its name and kind.
    pub own: Option<(&'k str, &'k Kind)>,
    /// The option or row that is asked for, as the file has it.
    pub item: Option<&'k Value>,
    /// How many calculated values the expression stands in.
    depth: u8,
}

impl<'k> Sight<'k> {
    /// The sight of a condition.
    pub const fn new(known: &'k Known) -> Self {
        Self { known, own: None, item: None, depth: 0 }
    }

    /// The sight of a rule that the answer to `name` keeps.
    pub const fn with_own(self, name: &'k str, kind: &'k Kind) -> Self {
        Self { own: Some((name, kind)), ..self }
    }

    /// The sight of a condition on one option or row.
    pub const fn with_item(self, item: &'k Value) -> Self {
        Self { item: Some(item), ..self }
    }
}

/// A text.
fn text(text: impl Into<String>) -> Formula {
    Formula::Text(text.into())
}
