//! What expressions of ours can name, and how theirs compares it.

use std::collections::HashMap;

use super::expression::is_flag;
use crate::questionnaire::format::{Column, Document, Question, QuestionType};

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no, which theirs stores as true and false.
    YesNo,
    /// One of the options.
    Choice,
    /// Some of the options.
    Choices,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A date.
    Date,
    /// A calculated yes or no.
    Flag,
    /// Parts that are named one by one.
    Parts,
    /// Several entries.
    Group,
}

/// The questions by code.
pub struct Kinds<'d>(HashMap<&'d str, &'d Question>);

impl<'d> Kinds<'d> {
    /// The questions of `document`.
    pub fn of(document: &'d Document) -> Self {
        let mut all = HashMap::new();
        for question in document.sections.iter().flat_map(|section| &section.questions) {
            all.insert(question.id.as_str(), question);
        }
        Self(all)
    }

    /// The question of this code.
    pub fn find(&self, code: &str) -> Option<&'d Question> {
        self.0.get(code).copied()
    }
}

/// The kind of a whole question.
pub fn kind(question: &Question) -> Kind {
    use QuestionType as T;
    match question.question_type {
        T::YesNo if !question.uncertain => Kind::YesNo,
        T::Single | T::Dropdown | T::ThreePoint | T::FivePoint | T::YesNo | T::Consent => Kind::Choice,
        T::MultiSelect | T::Ranking => Kind::Choices,
        T::Calculated if question.value.as_deref().is_some_and(is_flag) => Kind::Flag,
        // What is computed is a number or a text; theirs compares both alike.
        T::Numeric | T::Currency | T::Percentage | T::Slider | T::Rating | T::Nps | T::Calculated => Kind::Number,
        T::Date | T::Month | T::Time => Kind::Date,
        T::Matrix | T::Table | T::Amounts => Kind::Parts,
        T::Group => Kind::Group,
        _ => Kind::Text,
    }
}

/// The kind of a part: `row` of a matrix, `row.column` of a table, a column of a group.
pub fn part(question: &Question, path: &str) -> Option<Kind> {
    match question.question_type {
        QuestionType::Matrix => {
            let kind = if question.several { Kind::Choices } else { Kind::Choice };
            question.rows.iter().any(|row| row.id == path).then_some(kind)
        }
        QuestionType::Table => {
            let (_, column) = path.split_once('.')?;
            question.columns.iter().find(|other| other.id == column).map(column_kind)
        }
        QuestionType::Group => question.questions.iter().find(|inner| inner.id == path).map(kind),
        _ => None,
    }
}

fn column_kind(column: &Column) -> Kind {
    match column.column_type {
        QuestionType::MultiSelect => Kind::Choices,
        QuestionType::Numeric => Kind::Number,
        QuestionType::Date => Kind::Date,
        QuestionType::ShortText => Kind::Text,
        _ => Kind::Choice,
    }
}
