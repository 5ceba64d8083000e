//! Conditions and calculations as other tools write them: read into one tree, whatever the dialect, and written as our
//! expressions.

pub mod fold;
pub mod ours;
mod parse;
mod print;
#[cfg(test)]
mod tests;
mod token;

pub use parse::parse;
pub use print::{print, quoted};

/// A condition or calculation.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A truth value.
    Bool(bool),
    /// A name as it is written, without what marks it as a name.
    Name(String),
    /// A list.
    List(Vec<Formula>),
    /// A call of a function; a name that begins with a dot is called on the first argument.
    Call(String, Vec<Formula>),
    /// `!x` or `-x`.
    Unary(Unary, Box<Formula>),
    /// Two sides and what stands between them.
    Binary(Box<Formula>, Operator, Box<Formula>),
    /// `if`, then, else.
    Either(Box<(Formula, Formula, Formula)>),
    /// Already one of our expressions, which binds tightly enough to stand anywhere.
    Ours(String),
}

/// What stands before one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    /// `!`
    Not,
    /// `-`
    Minus,
    /// Is not answered; some dialects write it behind its side.
    Empty,
    /// Is answered.
    NotEmpty,
}

/// What stands between two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `||`
    Or,
    /// `&&`
    And,
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// The left side has the right one among its options or in its text.
    Contains,
    /// It has not.
    Lacks,
    /// The left side has one of the right ones.
    AnyOf,
    /// The left side has none of the right ones.
    NoneOf,
    /// The left side has all of the right ones.
    AllOf,
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
    /// The rest of a division.
    Rest,
    /// A power.
    Power,
}

impl Operator {
    /// How tightly it binds.
    const fn strength(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Plus | Self::Minus => 4,
            Self::Times | Self::Over | Self::Rest => 5,
            Self::Power => 6,
            // Comparisons.
            _ => 3,
        }
    }
}

/// How one tool writes formulas.
#[derive(Clone, Copy)]
pub struct Dialect {
    /// Signs and words between two sides; the longest first where one begins another. Words are compared without case.
    pub operators: &'static [(&'static str, Operator)],
    /// Signs and words before a side.
    pub prefixes: &'static [(&'static str, Unary)],
    /// Words behind a side.
    pub suffixes: &'static [(&'static str, Unary)],
    /// Reads a marked name (`{a}`, `${a}`, `.`) at the beginning of a text: the name, and how many bytes it takes.
    pub marked: fn(&str) -> Option<(String, usize)>,
    /// Which signs besides letters, digits and `_` a plain name or a function's name may hold.
    pub in_names: &'static str,
}

/// Why a formula could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason} at character {at}")]
pub struct NotAFormula {
    /// Counted from 1.
    pub at: usize,
    /// What is wrong.
    pub reason: String,
}
