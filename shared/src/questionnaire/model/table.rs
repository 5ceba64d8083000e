//! Tables: each row is answered in every column.

use super::{Choice, Code, Moment, NumberFormat, TextFormat};
use crate::language::LocalText;
use crate::questionnaire::expression::Expression;

/// One column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its stable name.
    pub code: Code,
    /// Its heading; a table of one column may have none.
    pub label: LocalText,
    /// What its cells take.
    pub cell: Cell,
    /// What the numbers of all its rows come to.
    pub total: Option<Total>,
}

/// What a cell takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// One of the options.
    Single(Vec<Choice>),
    /// Any of the options.
    MultiSelect(Vec<Choice>),
    /// A number.
    Number(NumberFormat),
    /// A text.
    Text {
        /// What it must be like.
        format: TextFormat,
        /// At most so many characters.
        max_length: usize,
    },
    /// A date or a time.
    Moment(Moment),
}

/// What numbers must come to.
#[derive(Clone, Debug, PartialEq)]
pub enum Total {
    /// This number.
    Fixed(f64),
    /// What other answers come to.
    Of(Expression),
}
