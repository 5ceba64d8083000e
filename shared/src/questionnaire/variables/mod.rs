//! The columns that the answers of a questionnaire become, with stable names.
//!
//! | question | columns |
//! |---|---|
//! | single, yes/no, consent, summary | `q`, the option's code |
//! | multi-select | `q.option` for each option, 1 or 0 |
//! | an option with words of the respondent's own | `q.option.text` |
//! | matrix | `q.row`, the option's code |
//! | matrix with several options a row | `q.row.option`, 1 or 0 |
//! | amounts | `q.row` |
//! | table | `q.row.column`, of several options `q.row.column.option` |
//! | ranking | `q.option`: its rank, 1 the most important |
//! | number, rating, text, date, calculated value | `q` |
//! | group | `q`, how many were given, then `q.1.inner` to `q.max.inner`, each as outside a group |
//! | note | none |
//!
//! **Don't know** is a value of its own where one option is chosen (marked as missing), never 0. Everywhere else it is a column
//! of its own behind the others, `q.dk` by the code of the way out: 1, or 0 where there is an answer.
//!
//! **Ranks** are a column an option and not an option a rank: a column keeps its meaning when options come and go.
//!
//! **Lineage.** The columns of several versions are one list ([`Variables::of_versions`]): a column stands where it first
//! appeared, new ones stand behind their predecessor of the version that brings them, and none ever goes. A name that later
//! means another type or another unit gets a column of its own, `q@3` by the number of that version: what cannot be compared
//! is never in one column.

mod columns;
mod label;
mod lineage;
mod row;
#[cfg(test)]
mod tests;

use thiserror::Error;

use super::model::{Code, Precision};
use crate::language::LocalText;

pub use lineage::{MOST, Variables};
pub use row::Cell;

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// Its stable name.
    pub name: String,
    /// The question, and the part of it, in each language; braces of values are left as written.
    pub label: LocalText,
    /// What its cells hold.
    pub variable_type: VariableType,
    /// What the values of a choice, or the ends of a rating, mean; in order.
    pub values: Vec<ValueLabel>,
    /// The unit's code.
    pub unit: Option<String>,
    /// When it is asked, as the newest version that has it says; the section's condition and the question's.
    pub conditions: Vec<String>,
    /// Whether its cells name somebody: addresses and telephone numbers.
    pub is_contact: bool,
    /// The numbers of the versions it exists in, ascending.
    pub versions: Vec<i64>,
    /// Where its cells come from.
    source: Source,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VariableType {
    /// The code of an option.
    Choice,
    /// 1 or 0.
    Flag,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A date or a time.
    Moment(Precision),
}

/// What a value means.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueLabel {
    /// The value: an option's code or a whole number.
    pub value: String,
    /// What it says.
    pub label: LocalText,
    /// Whether it says that there is no answer ("don't know").
    pub is_missing: bool,
}

/// Where in the answers a cell comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Source {
    question: Code,
    /// In a group: which item, counted from 0, and the question inside.
    item: Option<(usize, Code)>,
    /// In a table: row and column.
    cell: Option<(Code, Code)>,
    take: Take,
}

/// What is taken of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Take {
    /// The option, number, text or date.
    Value,
    /// The respondent's words for this option.
    Words(Code),
    /// Whether this option is ticked.
    Ticked(Code),
    /// The rank of this option.
    Rank(Code),
    /// The option of this row.
    Row(Code),
    /// Whether the way out with this code was taken.
    WayOut(Code),
    /// How many items a group has.
    Items,
}

/// A questionnaire becomes more columns than anything can hold.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("the answers become more than {MOST} columns")]
pub struct TooManyColumns;
