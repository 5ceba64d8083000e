//! The cells of one response.

use super::{Source, Take, VariableType};
use crate::questionnaire::answer::{Answer, Answers};

/// What stands in a column for one response.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing: not asked, skipped, or not in the version that was answered.
    Empty,
    /// 1 or 0.
    Flag(bool),
    /// A number.
    Number(f64),
    /// The code of an option.
    Code(&'a str),
    /// A text of the respondent's own.
    Text(&'a str),
    /// A date or a time, as in ISO 8601.
    Moment(&'a str),
}

impl Source {
    /// The cell of a response.
    pub(super) fn cell<'a>(&self, variable_type: VariableType, answers: &'a Answers) -> Cell<'a> {
        self.answer(answers).and_then(|answer| self.take.of(variable_type, answer)).unwrap_or(Cell::Empty)
    }

    fn answer<'a>(&self, answers: &'a Answers) -> Option<&'a Answer> {
        let mut answer = answers.get(self.question.as_str())?;
        if let Some((index, question)) = &self.item {
            let Answer::Group(items) = answer else { return None };
            answer = items.get(*index)?.get(question.as_str())?;
        }
        match (&self.cell, answer) {
            (Some((row, column)), Answer::Table(cells)) => cells.get(row)?.get(column),
            (Some(_), _) => None,
            (None, answer) => Some(answer),
        }
    }
}

impl Take {
    fn of<'a>(&self, variable_type: VariableType, answer: &'a Answer) -> Option<Cell<'a>> {
        match (self, answer) {
            (Self::Value, answer) => value(variable_type, answer),
            (Self::Words(option), Answer::Other { code, text }) if code == option => Some(Cell::Text(text)),
            (Self::Words(option), Answer::Choices { codes, other: Some(text) }) if codes.contains(option) => {
                Some(Cell::Text(text))
            }
            (Self::Ticked(option), Answer::Choices { codes, .. }) => Some(Cell::Flag(codes.contains(option))),
            (Self::Rank(option), Answer::Ranking(codes)) => {
                let place = codes.iter().position(|code| code == option)?;
                #[expect(clippy::cast_precision_loss, reason = "there are at most 1,000 ranks")]
                Some(Cell::Number((place + 1) as f64))
            }
            (Self::Row(row), Answer::Matrix(rows)) => rows.get(row).map(|code| Cell::Code(code.as_str())),
            (Self::WayOut(way_out), answer) => Some(Cell::Flag(answer.choice() == Some(way_out))),
            #[expect(clippy::cast_precision_loss, reason = "there are at most 50 items")]
            (Self::Items, Answer::Group(items)) => Some(Cell::Number(items.len() as f64)),
            #[expect(clippy::cast_precision_loss, reason = "there are at most 20 files")]
            (Self::Items, Answer::Files(files)) => Some(Cell::Number(files.len() as f64)),
            _ => None,
        }
    }
}

/// An answer that is a value by itself. "Don't know" is one only where options are chosen.
fn value(variable_type: VariableType, answer: &Answer) -> Option<Cell<'_>> {
    match (variable_type, answer) {
        (VariableType::Choice, answer) => answer.choice().map(|code| Cell::Code(code.as_str())).or_else(|| {
            // A calculated option is kept as a text.
            if let Answer::Text(code) = answer { Some(Cell::Code(code)) } else { None }
        }),
        (VariableType::Number, Answer::Number(number)) => Some(Cell::Number(*number)),
        (VariableType::Text, Answer::Text(text) | Answer::Date(text)) => Some(Cell::Text(text)),
        (VariableType::Moment(_), Answer::Date(text)) => Some(Cell::Moment(text)),
        _ => None,
    }
}
