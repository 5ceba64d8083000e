//! Expressions: `XPath` as forms use it, translated into our expressions with a view to what the named questions hold.

mod call;
mod choice;
mod compare;
mod read;
#[cfg(test)]
mod tests;
mod value;

use std::collections::BTreeSet;

use super::super::formula::{Formula, print};
use super::scope::{Scope, Type};
use super::survey::Survey;

pub use self::compare::{day, is_date};
pub use self::read::read;
pub use crate::questionnaire::convert::formula::fold::{and, needed, or, turned};

/// Answers in texts.
pub mod pieces {
    pub use super::read::{Piece, pieces};
}

/// Bytes of our longest expression.
const LONGEST: usize = 4_000;

/// A formula and what it gives.
#[derive(Clone, Debug)]
pub struct Typed {
    /// In our terms.
    pub formula: Formula,
    /// What it gives.
    pub ty: Type,
}

/// Why an expression has no equivalent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It is wrong, for whatever program.
    Broken(String),
    /// It is right, but cannot be said in our expressions.
    Cannot(String),
}

/// What the columns of a choice say, by their headings.
pub type Columns<'c> = dyn Fn(&str) -> Option<String> + 'c;

/// Where an expression stands.
pub struct Place<'p> {
    /// All names.
    pub scope: &'p Scope,
    /// The form.
    pub survey: &'p Survey<'p>,
    /// The line it belongs to.
    pub line: usize,
    /// What `.` holds, in rules about an answer.
    pub this: Option<Type>,
    /// Columns of the choice that is filtered.
    pub columns: Option<&'p Columns<'p>>,
    /// What was changed in the meaning on the way.
    pub changes: std::cell::RefCell<BTreeSet<&'static str>>,
}

impl Place<'_> {
    /// A condition: true or false.
    pub fn condition(&self, formula: &Formula) -> Result<Formula, Failure> {
        self.truth(formula)
    }
}

/// One of our expressions, if it is not too long.
pub fn written(formula: &Formula) -> Result<String, Failure> {
    let text = print(formula);
    if text.len() > LONGEST {
        return Err(Failure::Cannot(format!("it would be longer than {LONGEST} characters")));
    }
    Ok(text)
}

fn cannot<T>(reason: impl Into<String>) -> Result<T, Failure> {
    Err(Failure::Cannot(reason.into()))
}
