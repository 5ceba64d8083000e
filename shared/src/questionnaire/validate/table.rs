//! Rules of tables: each cell by its column, and what columns come to.

use std::collections::BTreeMap;

use super::choices::{known, ticked};
use super::typed::{moment, numeric, written};
use super::{Rules, at};
use crate::questionnaire::answer::Answer;
use crate::questionnaire::expression::Value;
use crate::questionnaire::fault::{Fault, FieldProblem};
use crate::questionnaire::model::{Cell, Code, Column, NumberFormat, Question, Row, Total};
use crate::questionnaire::sum::{is_reached, reachable, sum};

type Cells = BTreeMap<Code, BTreeMap<Code, Answer>>;

impl Rules<'_> {
    /// What is wrong with the cells, else with the totals.
    pub fn of_table(
        &self,
        question: &Question,
        (rows, columns): (&[Row], &[Column]),
        cells: &Cells,
    ) -> Vec<FieldProblem> {
        if cells.values().all(BTreeMap::is_empty) {
            return vec![at(question, None, Fault::WrongKind)];
        }
        let in_row = |(row, cells): (&Code, &BTreeMap<Code, Answer>)| {
            let known = rows.iter().find(|known| known.code == *row);
            cells
                .iter()
                .filter_map(|(column, answer)| of_cell(question, known, (row, column), columns, answer))
                .collect::<Vec<_>>()
        };
        let problems: Vec<_> = cells.iter().flat_map(in_row).collect();
        if !problems.is_empty() {
            return problems;
        }
        columns.iter().filter_map(|column| self.of_total(question, column, cells)).collect()
    }

    /// A column whose numbers do not come to what they must. Where all there is in it are ways out, there is nothing to sum.
    fn of_total(&self, question: &Question, column: &Column, cells: &Cells) -> Option<FieldProblem> {
        let Cell::Number(NumberFormat { decimals, unit, .. }) = &column.cell else { return None };
        let wanted = reachable(self.wanted(column.total.as_ref()?)?, *decimals);
        let answers: Vec<_> = cells.values().filter_map(|row| row.get(&column.code)).collect();
        let numbers: Vec<_> = answers.iter().copied().filter_map(as_number).collect();
        let given = sum(numbers.iter().copied(), *decimals);
        if is_reached(given, wanted, *decimals) || (numbers.is_empty() && !answers.is_empty()) {
            return None;
        }
        let nothing = || Fault::NothingToSum { column: column.label.clone(), wanted, unit: unit.clone() };
        let fault = if numbers.is_empty() { nothing() } else { Fault::WrongTotal { wanted, given } };
        Some(at(question, None, fault))
    }

    /// What numbers must come to, if that is known.
    fn wanted(&self, total: &Total) -> Option<f64> {
        match total {
            Total::Fixed(total) => Some(*total),
            Total::Of(expression) => {
                match self.circumstances.look(self.counted, self.item, |facts| expression.evaluate(facts))? {
                    Value::Number(total) => Some(total),
                    _ => None,
                }
            }
        }
    }
}

fn as_number(answer: &Answer) -> Option<f64> {
    if let Answer::Number(number) = answer { Some(*number) } else { None }
}

fn of_cell(
    question: &Question,
    row: Option<&Row>,
    (row_code, column_code): (&Code, &Code),
    columns: &[Column],
    answer: &Answer,
) -> Option<FieldProblem> {
    let column = columns.iter().find(|column| column.code == *column_code);
    let fault = match (row, column) {
        (Some(row), Some(column)) => fits(row, &column.cell, answer).err()?,
        _ => Fault::UnknownField,
    };
    Some(at(question, Some(&format!("{row_code}.{column_code}")), fault))
}

fn fits(row: &Row, cell: &Cell, answer: &Answer) -> Result<(), Fault> {
    match (cell, answer) {
        (_, Answer::Choice(code)) if row.dont_know.as_ref().is_some_and(|way_out| way_out.code == *code) => Ok(()),
        (Cell::Single(options), Answer::Choice(code)) => known(options, code),
        (Cell::MultiSelect(options), Answer::Choices { codes, other: None }) => ticked(options, codes, (None, None)),
        (Cell::Number(format), Answer::Number(number)) => numeric(*number, format),
        (Cell::Text { format, max_length }, Answer::Text(text)) => written(text, *format, *max_length),
        (Cell::Moment(format), Answer::Date(text)) => moment(text, format),
        _ => Err(Fault::WrongKind),
    }
}
