//! Values that follow from answers, and questions that nobody can answer.

use super::super::super::formula::Formula;
use super::super::formula::{Failure, Typed, written};
use super::super::heading::Field;
use super::super::kind::Kind;
use super::super::scope::Type;
use super::super::survey::truth;
use super::Builder;
use super::question::Made;
use crate::questionnaire::format::{Question, QuestionType};

impl Builder<'_, '_> {
    /// What becomes of a row with a calculation or without an answer; nothing if it is asked.
    pub(super) fn computed(
        &mut self,
        line: usize,
        kind: &Kind,
        question: &mut Question,
    ) -> Result<Option<Made>, String> {
        let has_value = !self.get(line, &Field::Calculation).is_empty();
        let is_fixed = truth(self.get(line, &Field::ReadOnly)) == Some(true);
        let is_silent = matches!(kind, Kind::Calculate | Kind::Hidden);
        if *kind == Kind::Calculate && !has_value {
            let place = self.place(line, &Field::Calculation);
            self.faults.add(place, "this row has no calculation; write one, or give it another type");
            return Err("it has no calculation".into());
        }
        if has_value && (is_silent || is_fixed || *kind == Kind::Note) {
            return self.calculated(line, is_silent, question).map(Some);
        }
        if has_value {
            // Its faults count, its value does not.
            let reason = match self.calculation(line) {
                Err(Failure::Broken(reason)) => {
                    let place = self.place(line, &Field::Calculation);
                    self.faults.add(place, reason);
                    return Err("its calculation is wrong".into());
                }
                _ => "nothing is filled in beforehand here",
            };
            let place = self.place(line, &Field::Calculation);
            self.report.dropped(place, reason);
        }
        if is_fixed && !matches!(kind, Kind::Note | Kind::Acknowledge) && !is_silent {
            let place = self.place(line, &Field::ReadOnly);
            self.report.replaced(place, "an answer that nobody can give", "a note with its text");
            let note = Question { question_type: QuestionType::Note, ..std::mem::take(question) };
            return Ok(Some(Made { questions: vec![note], path: None, ty: None, is_replaced: true }));
        }
        if truth(self.get(line, &Field::ReadOnly)).is_none() {
            let place = self.place(line, &Field::ReadOnly);
            self.report.dropped(place, "an answer can always be changed here");
        }
        Ok(None)
    }

    fn calculated(&mut self, line: usize, is_silent: bool, question: &mut Question) -> Result<Made, String> {
        if is_silent && let Some(Typed { formula: Formula::Name(path), ty }) = self.shown_choice(line) {
            let place = self.place(line, &Field::Calculation);
            self.report.replaced(place, "the label of a choice", "the choice itself, which texts show by its label");
            return Ok(Made { questions: vec![], path: Some(path), ty: Some(ty), is_replaced: true });
        }
        let found = self.calculation(line).and_then(|value| Ok((written(&value.formula)?, value.ty)));
        let (value, ty) = found.map_err(|failure| match failure {
            Failure::Broken(reason) => {
                let place = self.place(line, &Field::Calculation);
                self.faults.add(place, reason.clone());
                reason
            }
            Failure::Cannot(reason) => format!("its calculation has no equivalent: {reason}"),
        })?;
        if matches!(ty, Type::Repeat) {
            return Err("its calculation gives no value".into());
        }
        self.made += value.len();
        self.tell_looks(line, &[]);
        let decimals = (ty == Type::Number && !is_silent).then_some(2);
        let question = Question {
            question_type: QuestionType::Calculated,
            value: Some(value),
            shown: !is_silent,
            decimals,
            ..std::mem::take(question)
        };
        Ok(Made { questions: vec![question], path: None, ty: Some(ty), is_replaced: false })
    }
}
