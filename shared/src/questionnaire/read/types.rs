//! The types that answers have in expressions.

use crate::questionnaire::expression::Type;
use crate::questionnaire::model::{Cell, Choice, Code, Column, Question, QuestionKind, RankingSource, Row};

/// The type of the answer to a question; `None`: there is no answer.
pub fn type_of(kind: &QuestionKind) -> Option<Type> {
    Some(match kind {
        QuestionKind::Single { options, .. } => Type::Choice(codes(options)),
        QuestionKind::MultiSelect { options, .. }
        | QuestionKind::Ranking { source: RankingSource::Options(options), .. } => Type::Choices(codes(options)),
        QuestionKind::Ranking { .. } => Type::Texts,
        QuestionKind::Rating { .. }
        | QuestionKind::Nps
        | QuestionKind::Numeric(_)
        | QuestionKind::Slider { .. }
        | QuestionKind::Duration { .. } => Type::Number,
        QuestionKind::Moment(_) => Type::Date,
        QuestionKind::Text { .. } => Type::Text,
        QuestionKind::Consent { .. } => Type::Choice(named(&["yes"])),
        QuestionKind::Summary { .. } => Type::Choice(named(&["yes", "no"])),
        QuestionKind::Matrix { rows, options } => Type::Matrix { rows: of_rows(rows), options: codes(options) },
        QuestionKind::Table { rows, columns } => {
            Type::Table { rows: of_rows(rows), columns: columns.iter().map(of_column).collect() }
        }
        QuestionKind::Calculated { value, .. } => value.ty().clone(),
        QuestionKind::Group { questions, .. } => Type::Group(questions.iter().filter_map(sibling).collect()),
        QuestionKind::Upload(_) => Type::Other,
        QuestionKind::Note => return None,
    })
}

fn sibling(question: &Question) -> Option<(Code, Type)> {
    Some((question.code.clone(), type_of(&question.kind)?))
}

fn of_column(column: &Column) -> (Code, Type) {
    let ty = match &column.cell {
        Cell::Single(options) => Type::Choice(codes(options)),
        Cell::MultiSelect(options) => Type::Choices(codes(options)),
        Cell::Number(_) => Type::Number,
        Cell::Text { .. } => Type::Text,
        Cell::Moment(_) => Type::Date,
    };
    (column.code.clone(), ty)
}

fn codes(options: &[Choice]) -> Vec<Code> {
    options.iter().map(|choice| choice.code.clone()).collect()
}

fn of_rows(rows: &[Row]) -> Vec<Code> {
    rows.iter().map(|row| row.code.clone()).collect()
}

fn named(names: &[&str]) -> Vec<Code> {
    names.iter().filter_map(|name| Code::parse(name).ok()).collect()
}
