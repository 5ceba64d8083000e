//! What is missing where an answer is required: all of it, or single rows.

use super::choices::is_way_out;
use super::{Rules, at};
use crate::questionnaire::answer::Answer;
use crate::questionnaire::fault::{Fault, FieldProblem};
use crate::questionnaire::model::{Column, Question, QuestionKind, Required, Row};

impl Rules<'_> {
    /// What is missing of the answer to a question that must be answered: of a matrix and a table, every row that is shown.
    pub(super) fn gaps(&self, question: &Question, answer: Option<&Answer>) -> Vec<FieldProblem> {
        if question.required != Required::Hard || !question.kind.asks() {
            return vec![];
        }
        match (&question.kind, answer) {
            (_, None) => vec![at(question, None, Fault::Missing)],
            (_, Some(Answer::Choice(code))) if is_way_out(question, code) => vec![],
            (QuestionKind::Matrix { rows, .. }, Some(Answer::Matrix(ticked))) => {
                self.empty(question, rows, |row| ticked.contains_key(&row.code), |row| row.code.to_string())
            }
            (QuestionKind::Table { rows, columns }, Some(Answer::Table(cells))) => match columns.as_slice() {
                // What comes to its total is whole; rows left blank are nought.
                all if all.iter().any(|column| column.total.is_some()) => vec![],
                [Column { code: first, .. }, ..] => {
                    let is_filled = |row: &Row| cells.get(&row.code).is_some_and(|cells| !cells.is_empty());
                    self.empty(question, rows, is_filled, |row| format!("{}.{first}", row.code))
                }
                [] => vec![],
            },
            _ => vec![],
        }
    }

    fn empty(
        &self,
        question: &Question,
        rows: &[Row],
        is_filled: impl Fn(&Row) -> bool,
        field: impl Fn(&Row) -> String,
    ) -> Vec<FieldProblem> {
        let shown = self.circumstances.rows(rows, self.counted, self.item).into_iter();
        let empty = shown.filter(|row| !is_filled(row));
        empty.map(|row| at(question, Some(&field(row)), Fault::Missing)).collect()
    }
}
