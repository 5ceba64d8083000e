//! Conditions and rules, with what to do where they have no equivalent.

use std::cell::RefCell;

use super::super::super::formula::Formula;
use super::super::formula::{Failure, Place, Typed, and, read, written};
use super::super::heading::Field;
use super::super::scope::Type;
use super::super::survey::truth;
use super::Builder;
use crate::questionnaire::format::Condition;

impl Builder<'_, '_> {
    /// Looks at a formula from a line; changes of its meaning are told.
    pub(super) fn at_line<T>(
        &mut self,
        line: usize,
        field: &Field,
        this: Option<Type>,
        look: impl FnOnce(&Place<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let changes = RefCell::default();
        let place = Place { scope: &self.scope, survey: self.survey, line, this, columns: None, changes };
        let found = look(&place);
        let changes = place.changes.into_inner();
        for change in changes.into_iter().filter(|_| found.is_ok()) {
            let here = self.place(line, field);
            self.report.replaced(here, change, "the nearest there is");
        }
        found
    }

    /// A place in words.
    pub(super) fn place(&self, line: usize, field: &Field) -> String {
        self.survey.table.place(self.survey.lines[line].row, field)
    }

    /// What a line says in a field.
    pub(super) fn get(&self, line: usize, field: &Field) -> &str {
        self.survey.table.get(self.survey.lines[line].row, field)
    }

    /// What is left of a formula that failed: a fault of the form, or a notice.
    pub(super) fn failed(&mut self, line: usize, field: &Field, failure: Failure, what: &str) {
        let place = self.place(line, field);
        match failure {
            Failure::Broken(reason) => self.faults.add(place, reason),
            Failure::Cannot(reason) => self.report.dropped(place, format!("{what}: {reason}")),
        }
    }

    /// When a line is asked by its own condition; true where it has none or none that can be carried over.
    pub(super) fn relevant(&mut self, line: usize) -> Formula {
        let text = self.get(line, &Field::Relevant).to_owned();
        if text.is_empty() {
            return Formula::Bool(true);
        }
        if let Some(truth) = truth(&text) {
            return Formula::Bool(truth);
        }
        let found = read(&text)
            .and_then(|formula| self.at_line(line, &Field::Relevant, None, |place| place.condition(&formula)));
        found.unwrap_or_else(|failure| {
            self.failed(line, &Field::Relevant, failure, "the condition has no equivalent, so this is asked of all");
            Formula::Bool(true)
        })
    }

    /// A condition together with those of the groups around; `Err`: it never holds.
    pub(super) fn asked_if(&mut self, line: usize, own: Formula) -> Result<Option<Condition>, ()> {
        let all = self.around.iter().cloned().chain([own]).reduce(and).unwrap_or(Formula::Bool(true));
        match all {
            Formula::Bool(true) => Ok(None),
            Formula::Bool(false) => Err(()),
            formula => Ok(match written(&formula) {
                Ok(text) => {
                    self.made += text.len();
                    Some(Condition::Expression(text))
                }
                Err(failure) => {
                    self.failed(
                        line,
                        &Field::Relevant,
                        failure,
                        "the condition has no equivalent, so this is asked of all",
                    );
                    None
                }
            }),
        }
    }

    /// The question whose choice a line shows by its label: our texts show the label of a choice by themselves.
    pub(super) fn shown_choice(&mut self, line: usize) -> Option<Typed> {
        let formula = read(self.get(line, &Field::Calculation)).ok()?;
        let Formula::Call(name, arguments) = formula else { return None };
        let of = arguments.first().filter(|_| name == "jr:choice-name" && arguments.len() == 2)?;
        let value = self.at_line(line, &Field::Calculation, None, |place| place.value(of)).ok()?;
        matches!((&value.formula, &value.ty), (Formula::Name(_), Type::Choice(_) | Type::Choices(_))).then_some(value)
    }

    /// What gives the value of a line; a formula that has no equivalent is told as dropped by the caller.
    pub(super) fn calculation(&mut self, line: usize) -> Result<Typed, Failure> {
        let text = self.get(line, &Field::Calculation).to_owned();
        let formula = read(&text)?;
        self.at_line(line, &Field::Calculation, None, |place| {
            let value = place.value(&formula)?;
            // True and false are kept as the texts that forms keep.
            let is_truth = value.ty == Type::Bool;
            Ok(if is_truth { Typed { formula: place.text(&formula)?, ty: Type::Text } } else { value })
        })
    }
}
