//! Rules as validators.

use serde_json::{Value, json};

use super::kinds::{Kind, kind};
use super::{Object, Writing, expression};
use crate::questionnaire::convert::formula::fold::needed_if;
use crate::questionnaire::convert::formula::{Formula, Operator, Unary, ours};
use crate::questionnaire::format::{Check, Question, QuestionType};

impl<'w> Writing<'w> {
    /// The rules of a question, and the words at the ends of a rating.
    pub fn rules(&mut self, question: &'w Question, place: &str, element: &mut Object) {
        let mut validators = vec![];
        for (at, check) in question.checks.iter().enumerate() {
            let place = format!("{place}.checks[{at}]");
            if let Some(validator) = self.rule(check, question, &place, element) {
                validators.push(validator);
            }
        }
        if !validators.is_empty() {
            element.insert("validators".into(), Value::Array(validators));
        }
        let is_rating = matches!(question.question_type, QuestionType::Rating | QuestionType::Nps);
        for (key, words) in [("minRateDescription", &question.low), ("maxRateDescription", &question.high)] {
            match words {
                Some(words) if is_rating => drop(element.insert(key.into(), self.texts(words, place))),
                Some(_) => self.report.dropped(place, "only the ends of a rating have words"),
                None => {}
            }
        }
        self.no_way_out(question, place);
    }

    fn no_way_out(&mut self, question: &Question, place: &str) {
        use QuestionType as T;
        let is_told = matches!(
            question.question_type,
            T::Single | T::Dropdown | T::MultiSelect | T::Ranking | T::ThreePoint | T::FivePoint | T::YesNo | T::Matrix
        );
        if question.dont_know.is_some() && !is_told {
            self.report.dropped(format!("{place}.dont_know"), "only questions with options have a way out");
        }
    }

    fn rule(&mut self, check: &Check, question: &'w Question, place: &str, element: &mut Object) -> Option<Value> {
        let formula = match ours::read(&check.rule) {
            Ok(formula) => formula,
            Err(error) => {
                self.report.dropped(place, format!("\"{}\": {error}", check.rule));
                return None;
            }
        };
        let text = self.texts(&check.message, place);
        if let Some(condition) = needed_if(&formula)
            && let (Ok(written), false, false) =
                (expression::whole(&condition, self.sight(None)), check.soft, element.contains_key("requiredIf"))
        {
            self.loose(&written, place);
            element.insert("requiredIf".into(), json!(written.text));
            element.insert("requiredErrorText".into(), text);
            return None;
        }
        let is_text = kind(question) == Kind::Text;
        let mut validator = match known(&formula).filter(|_| is_text) {
            Some(validator) => validator,
            None => match expression::whole(&formula, self.sight(Some(question))) {
                Ok(written) => {
                    self.loose(&written, place);
                    json!({ "type": "expression", "expression": written.text })
                }
                Err(reason) => {
                    self.report.dropped(place, format!("\"{}\": {reason}", check.rule));
                    return None;
                }
            },
        };
        validator["text"] = text;
        if check.soft {
            validator["notificationType"] = json!("warning");
        }
        Some(validator)
    }
}

/// Rules that theirs has validators for.
fn known(formula: &Formula) -> Option<Value> {
    let is_this = |formula: &Formula| matches!(formula, Formula::Name(name) if name == "this");
    match formula {
        Formula::Binary(size, operator, count) => {
            let (Formula::Call(name, of), Formula::Number(count)) = (&**size, &**count) else { return None };
            let key = match operator {
                Operator::AtLeast => "minLength",
                Operator::AtMost => "maxLength",
                _ => return None,
            };
            let is_length = name == "size" && of.first().is_some_and(is_this);
            is_length.then(|| json!({ "type": "text", key: super::question::number(*count) }))
        }
        Formula::Unary(Unary::NotEmpty, number) => match &**number {
            Formula::Call(name, of) if name == "number" && of.first().is_some_and(is_this) => {
                Some(json!({ "type": "numeric" }))
            }
            _ => None,
        },
        Formula::Call(name, arguments) if name == ".matches" => match arguments.as_slice() {
            [this, Formula::Text(pattern)] if is_this(this) => Some(match pattern.strip_prefix("(?i)") {
                Some(pattern) => json!({ "type": "regex", "regex": pattern, "caseInsensitive": true }),
                None => json!({ "type": "regex", "regex": pattern }),
            }),
            _ => None,
        },
        Formula::Unary(Unary::Not, inner) => match &**inner {
            Formula::Call(name, arguments) if name == ".matches" => match arguments.as_slice() {
                [this, Formula::Text(digits)] if is_this(this) && digits == "[0-9]" => {
                    Some(json!({ "type": "text", "allowDigits": false }))
                }
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}
