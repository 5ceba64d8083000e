//! Calculated values as expressions.

use serde_json::json;

use super::question::Fit;
use super::{Object, Writing, expression};
use crate::questionnaire::convert::formula::ours;
use crate::questionnaire::format::{Question, QuestionType};

impl Writing<'_> {
    /// A value that follows from answers.
    pub fn calculated(&mut self, question: &Question, element: &mut Object) -> Fit {
        let value = question.value.as_deref().unwrap_or_default();
        let formula = ours::read(value);
        let condition = formula.as_ref().ok().and_then(expression::flag);
        let written = match condition {
            Some(condition) => expression::whole(condition, self.sight(None)),
            None => expression::written(value, self.sight(None)),
        };
        let written = match written {
            Ok(written) => written,
            Err(reason) => {
                self.report.dropped(format!("{}.value", question.id), reason);
                return Fit::None("its value cannot be calculated there");
            }
        };
        self.loose(&written, &question.id);
        element.insert("type".into(), json!("expression"));
        element.insert("expression".into(), json!(written.text));
        element.extend(question.decimals.map(|digits| ("maximumFractionDigits".to_owned(), json!(digits))));
        if let Some(currency) = question.unit.as_deref().filter(|unit| has_currency(question, unit)) {
            element.insert("displayStyle".into(), json!("currency"));
            element.insert("currency".into(), json!(currency));
        }
        if !question.shown {
            element.insert("visible".into(), json!(false));
        }
        Fit::Same
    }
}

/// Whether a calculated value is an amount of money: its unit is a currency by its three letters.
pub fn has_currency(question: &Question, unit: &str) -> bool {
    question.question_type == QuestionType::Calculated
        && unit.len() == 3
        && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}
