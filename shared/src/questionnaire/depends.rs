//! What must be answered before a question can be shown as it is meant: what its texts say, what it offers, what it adds up to.

use super::expression::Expression;
use super::model::{Cell, Choice, Code, Column, Question, QuestionKind, Questionnaire, RankingSource, Row, Total};
use super::pipe::inner;
use crate::language::LocalText;

/// The earlier questions that decide what `question` shows. Those that only decide whether it is asked, or what can be ranked,
/// are not among them.
#[must_use]
pub fn shown_by<'q>(questionnaire: &'q Questionnaire, question: &'q Question) -> Vec<&'q Code> {
    let mut found = Found::default();
    found.question(question);
    let pipes = found.texts.iter().flat_map(|text| text.0.values()).flat_map(|text| inner(text)).flatten();
    let pipes = pipes.filter_map(|source| questionnaire.pipes.get(source));
    let used = found.expressions.iter().copied().chain(pipes).flat_map(Expression::uses);
    let mut codes: Vec<&Code> = used.chain(found.codes).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// The earlier questions that decide anything about `question`.
#[must_use]
pub fn depends_on<'q>(questionnaire: &'q Questionnaire, question: &'q Question) -> Vec<&'q Code> {
    let mut codes = shown_by(questionnaire, question);
    codes.extend(question.show_if.iter().flat_map(Expression::uses));
    codes.extend(question.kind.takes_options_from());
    codes
}

#[derive(Default)]
struct Found<'q> {
    texts: Vec<&'q LocalText>,
    expressions: Vec<&'q Expression>,
    codes: Vec<&'q Code>,
}

impl<'q> Found<'q> {
    fn question(&mut self, question: &'q Question) {
        self.texts.push(&question.text);
        self.texts.extend(&question.help);
        self.choices(question.dont_know.as_slice());
        match &question.kind {
            QuestionKind::Single { options, .. }
            | QuestionKind::MultiSelect { options, .. }
            | QuestionKind::Ranking { source: RankingSource::Options(options), .. } => self.choices(options),
            QuestionKind::Rating { low, high, .. } | QuestionKind::Slider { low, high, .. } => {
                self.texts.extend(low.iter().chain(high));
            }
            QuestionKind::Matrix { rows, options } => {
                self.rows(rows);
                self.choices(options);
            }
            QuestionKind::Table { rows, columns } => {
                self.rows(rows);
                for column in columns {
                    self.column(column);
                }
            }
            QuestionKind::Consent { statement } => self.texts.push(statement),
            QuestionKind::Calculated { value, .. } => self.expressions.push(value),
            QuestionKind::Summary { of, value, .. } => {
                self.codes.extend(of);
                self.expressions.push(value);
            }
            QuestionKind::Group { label, questions, .. } => {
                self.texts.extend(label);
                for inner in questions {
                    self.question(inner);
                    self.expressions.extend(&inner.show_if);
                }
            }
            _ => {}
        }
    }

    fn choices(&mut self, choices: &'q [Choice]) {
        for choice in choices {
            self.texts.push(&choice.label);
            self.expressions.extend(&choice.show_if);
        }
    }

    fn rows(&mut self, rows: &'q [Row]) {
        for row in rows {
            self.texts.push(&row.label);
            self.expressions.extend(&row.show_if);
        }
    }

    fn column(&mut self, column: &'q Column) {
        self.texts.push(&column.label);
        if let Cell::Single(options) | Cell::MultiSelect(options) = &column.cell {
            self.choices(options);
        }
        if let Some(Total::Of(expression)) = &column.total {
            self.expressions.push(expression);
        }
    }
}
