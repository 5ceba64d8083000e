//! An expression that was checked. Operands have the types their operators need; what the tree says is what happens.

use regex::Regex;

use super::parse::node::{Arithmetic, Comparison};
use super::types::Type;
use crate::questionnaire::model::Code;

/// A checked expression.
#[derive(Clone, Debug)]
pub(super) enum Tree {
    Bool(bool),
    Number(f64),
    Text(Box<str>),
    Place(Place),
    /// An attribute of the company.
    Attribute(Box<str>),
    Round(Round),
    Today,
    List(Vec<Self>),
    Not(Box<Self>),
    Negate(Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
    /// Numbers, from left to right.
    Chain(Box<Self>, Vec<(Arithmetic, Self)>),
    /// Texts, one after the other.
    Join(Vec<Self>),
    Compare(Comparison, Box<[Self; 2]>),
    In(Box<[Self; 2]>),
    /// Condition, then, else.
    If(Box<[Self; 3]>),
    Matches(Box<Self>, Regex),
    /// Whether the place was answered by this way out.
    WayOut(Place, Code),
    Call(Function, Vec<Self>),
}

/// Where an answer or a part of one is found.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub root: Root,
    pub part: Part,
    pub holds: Holds,
}

/// Whose answer it is.
#[derive(Clone, Debug)]
pub(super) enum Root {
    Question(Code),
    /// A sibling in the same item of a repeating group.
    Item(Code),
    Last(Code),
    This,
}

/// Which part of the answer.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Whole,
    /// A row of a matrix.
    Row(Code),
    /// A row and a column of a table.
    Cell(Code, Code),
    /// A column of a table or of a repeating group.
    Column(Code),
}

/// What kind of value is expected there; an answer of another kind counts as missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Bool,
    Number,
    Text,
    Date,
    Choice,
    Choices,
    /// Something with parts; as a value it is the number of its parts.
    Parts,
}

impl Holds {
    pub const fn of(ty: &Type) -> Self {
        match ty {
            Type::Bool => Self::Bool,
            Type::Number => Self::Number,
            Type::Text => Self::Text,
            Type::Date => Self::Date,
            Type::Choice(_) => Self::Choice,
            Type::Choices(_) => Self::Choices,
            _ => Self::Parts,
        }
    }
}

/// What may be asked of the round.
#[derive(Clone, Copy, Debug)]
pub(super) enum Round {
    Name,
    Year,
    Quarter,
    Month,
}

/// What is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Abs,
    Answered,
    Average,
    Ceil,
    Coalesce,
    Contains,
    Count,
    EndsWith,
    Floor,
    Length,
    Lower,
    Max,
    Min,
    NumberOf,
    Round,
    Size,
    StartsWith,
    Sum,
    TextOf,
    Upper,
    Year,
}
