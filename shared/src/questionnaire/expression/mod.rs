//! The expression language of questionnaires: conditions, rules, calculated values and texts with values in them.
//!
//! An expression is read (`parse`), then every name and type in it is checked against what may be named at its place
//! (`check`), which makes a tree that is walked over the facts of a response (`evaluate`). The syntax is a part of CEL, the
//! Common Expression Language. What is missing stays missing: it makes a calculation missing and a comparison false, except
//! `!=`, which is true; a check is judged by three values (`evaluate/verdict.rs`).
//!
//! To add a function: a line in `check/known.rs`, its name in `tree::Function`, what it does in `evaluate/call.rs`, and a line
//! in `docs/expressions.md`.

mod check;
mod evaluate;
mod facts;
mod fault;
mod near;
mod parse;
mod plain;
mod scope;
#[cfg(test)]
mod tests;
mod tree;
mod types;
mod value;

use std::borrow::Cow;
use std::sync::Arc;

pub use self::check::RESERVED;
pub use self::facts::Facts;
pub use self::fault::ExpressionFault;
pub use self::parse::node::Comparison;
pub use self::parse::{DEEPEST, LONGEST, MOST_NODES};
pub use self::plain::Plain;
pub use self::scope::Scope;
pub use self::types::Type;
pub use self::value::Value;
use super::model::Code;

/// An expression that was checked for its place in a questionnaire.
#[derive(Clone, Debug)]
pub struct Expression {
    source: Arc<str>,
    tree: Arc<tree::Tree>,
    ty: Type,
    uses: Vec<Code>,
    plain: Option<Plain>,
}

/// What kind of value a place needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Yes or no.
    Condition,
    /// A number.
    Number,
    /// Something that can be printed in a text: a number, a text, a date, an option or a list.
    Printable,
    /// Any value.
    Any,
}

impl Expression {
    /// Reads and checks `source` against what may be named at its place. Every fault found is returned, in the order of the
    /// source; there is none to tell if all it lacks is a question with problems of its own ([`Scope::broken`]).
    pub fn check(source: &str, scope: &Scope, wanted: Wanted) -> Result<Self, Vec<ExpressionFault>> {
        let node = parse::parse(source).map_err(|(at, reason)| vec![ExpressionFault::new(source, at, reason)])?;
        let check::Found { tree, ty, uses } = check::check(source, &node, scope, wanted)?;
        let plain = plain::plain(&tree, true);
        Ok(Self { source: source.into(), tree: tree.into(), ty, uses, plain })
    }

    /// The expression as it was written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The type of its values.
    #[must_use]
    pub const fn ty(&self) -> &Type {
        &self.ty
    }

    /// The questions of this response that it looks at, each once, in the order of the source. Siblings inside a repeating
    /// group, `this` and the last round are not among them.
    #[must_use]
    pub fn uses(&self) -> &[Code] {
        &self.uses
    }

    /// The question and the options, if all it asks is whether an earlier question has one of them; a page can follow that
    /// without a script.
    #[must_use]
    pub fn as_option_test(&self) -> Option<(&Code, Vec<&Code>)> {
        match &self.plain {
            Some(Plain::Options { question, row: None, options, is: true }) if self.uses.contains(question) => {
                Some((question, options.iter().collect()))
            }
            _ => None,
        }
    }

    /// What it asks, if a sentence can say it.
    #[must_use]
    pub const fn as_plain(&self) -> Option<&Plain> {
        self.plain.as_ref()
    }

    /// Its value; `None`: it is missing.
    #[must_use]
    pub fn evaluate(&self, facts: &Facts<'_>) -> Option<Value> {
        evaluate::evaluate(&self.tree, facts)
    }

    /// Whether it is false as a rule for an answer: not if it hangs on something that is missing.
    #[must_use]
    pub fn fails(&self, facts: &Facts<'_>) -> bool {
        evaluate::fails(&self.tree, facts)
    }

    /// Whether it is true; missing is false.
    #[must_use]
    pub fn holds(&self, facts: &Facts<'_>) -> bool {
        evaluate::holds(&self.tree, facts)
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

/// A question's name as it is written in an expression: its code, or `answers["q-1"]` where the code is no name.
#[must_use]
pub fn name_of(code: &str) -> Cow<'_, str> {
    let bare = !code.contains('-') && !code.starts_with(|c: char| c.is_ascii_digit());
    if bare && !RESERVED.contains(&code) { code.into() } else { format!("answers[\"{code}\"]").into() }
}
