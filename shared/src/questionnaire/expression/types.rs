//! The types of the language.

use crate::questionnaire::model::Code;

/// The type of an answer or of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// Yes or no.
    Bool,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A date, a period or a time, written as in ISO 8601.
    Date,
    /// One of these options.
    Choice(Vec<Code>),
    /// Some of these options: ticked, ranked, or the column of a choice.
    Choices(Vec<Code>),
    /// Numbers.
    Numbers,
    /// Texts or dates.
    Texts,
    /// One of the options for each row.
    Matrix {
        /// The rows.
        rows: Vec<Code>,
        /// The options of every row.
        options: Vec<Code>,
    },
    /// A cell for each row and column.
    Table {
        /// The rows.
        rows: Vec<Code>,
        /// The columns and what their cells hold.
        columns: Vec<(Code, Self)>,
    },
    /// The same questions for each of several things.
    Group(Vec<(Code, Self)>),
    /// An answer of which only can be said whether it is there, such as files.
    Other,
}

impl Type {
    /// What to call it in a message.
    pub(super) const fn words(&self) -> &'static str {
        match self {
            Self::Bool => "yes or no",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::Date => "a date",
            Self::Choice(_) => "an option",
            Self::Choices(_) => "a list of options",
            Self::Numbers => "a list of numbers",
            Self::Texts => "a list of texts",
            Self::Matrix { .. } => "a matrix",
            Self::Table { .. } => "a table",
            Self::Group(_) => "a repeating group",
            Self::Other => "an answer that cannot be looked into",
        }
    }

    /// Whether it is a text or a date, which is compared as a text.
    pub(super) const fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::Date)
    }

    /// How to come to something that can be computed with; `None`: it can be already.
    pub(super) const fn how_to_enter(&self) -> Option<&'static str> {
        match self {
            Self::Matrix { .. } => Some("name one of its rows, as in matrix.row"),
            Self::Table { .. } => Some("name a cell, as in table.row.column, or take column(table, \"column\")"),
            Self::Group(_) => Some("name one of its columns, as in group.column, or take size(group)"),
            Self::Other => Some("ask answered(...)"),
            _ => None,
        }
    }

    /// The type of what may be either of two; `None`: they have nothing in common.
    pub(super) fn either(self, other: Self) -> Option<Self> {
        match (self, other) {
            (one, other) if one == other => Some(one),
            (Self::Choice(one), Self::Choice(other)) => Some(Self::Choice(together(one, other))),
            (Self::Choices(one), Self::Choices(other)) => Some(Self::Choices(together(one, other))),
            (Self::Choice(_) | Self::Text | Self::Date, Self::Choice(_) | Self::Text | Self::Date) => Some(Self::Text),
            (Self::Choices(_) | Self::Texts, Self::Choices(_) | Self::Texts) => Some(Self::Texts),
            _ => None,
        }
    }

    /// The type of a column of cells like this; `None`: such cells make no list.
    pub(super) fn column(&self) -> Option<Self> {
        match self {
            Self::Number => Some(Self::Numbers),
            Self::Text | Self::Date => Some(Self::Texts),
            Self::Choice(options) => Some(Self::Choices(options.clone())),
            _ => None,
        }
    }
}

fn together(mut one: Vec<Code>, other: Vec<Code>) -> Vec<Code> {
    one.extend(other);
    one.sort();
    one.dedup();
    one
}
