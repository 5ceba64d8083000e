//! Options of an earlier question: all of them, or those that were chosen there or not. Those that their tool has itself stay where
//! they are.

use serde_json::Value;

use super::Reading;
use super::choices::Offer;
use super::condition::{all, as_formula, written};
use super::expression::not;
use super::fields::Fields;
use super::known::{Kind, Options};
use crate::questionnaire::convert::formula::{Formula, Operator};
use crate::questionnaire::convert::lists::NotOurs;
use crate::questionnaire::expression::name_of;
use crate::questionnaire::format::{Choice, OptionsFrom, Question, QuestionType};

/// The question that gives the options.
struct Source<'s> {
    code: &'s str,
    options: &'s Options,
    /// Several of them can be chosen.
    is_multiple: bool,
}

impl Reading<'_> {
    /// Offers the options of the question `source`.
    pub fn carried_on(
        &mut self,
        source: &str,
        fields: &mut Fields<'_>,
        question: &mut Question,
        offer: &mut Offer,
    ) -> Result<(), NotOurs> {
        let mode = fields.string("choicesFromQuestionMode").unwrap_or("all");
        let columns = [fields.take("choiceValuesFromQuestion"), fields.take("choiceTextsFromQuestion")];
        if columns.iter().any(Option::is_some) {
            return Err(NotOurs::Elsewhere("in the answers to another question"));
        }
        let found = self.known.find(source).map(|entry| (entry.code.clone(), entry.kind.clone()));
        let (code, options, is_multiple) = match found {
            Some((code, Kind::Choice(options))) => (code, options, false),
            Some((code, Kind::Choices(options))) => (code, options, true),
            _ => return Err(NotOurs::Elsewhere("with a question that has none or does not stand before it")),
        };
        if mode == "selected" && options.choices.iter().any(|choice| choice.other_text) && !fields.has("showOtherItem")
        {
            let reason = "what was typed as \"other\" is an option there; options are written in the questionnaire";
            self.report.dropped(fields.at("choicesFromQuestion"), reason);
        }
        borrow(&Source { code: &code, options: &options, is_multiple }, mode, question, offer);
        Ok(())
    }
}

fn borrow(source: &Source<'_>, mode: &str, question: &mut Question, offer: &mut Offer) {
    let is_plain = source.is_multiple && mode == "selected" && source.options.built_in.is_empty();
    if question.question_type == QuestionType::Ranking && is_plain {
        let question_code = source.code.to_owned();
        question.options_from = Some(OptionsFrom { question: question_code, rows: false, selected_only: true });
    }
    for choice in &source.options.choices {
        let value = source.options.values.iter().find(|(_, code)| *code == choice.code).map(|(value, _)| value);
        let (Some(value), false) = (value, source.options.built_in.contains(&choice.code)) else { continue };
        let chosen = source.chosen(&choice.code);
        let show_if = match mode {
            "selected" => written(Some(chosen)),
            "unselected" => written(all(choice.show_if.as_ref().and_then(as_formula).into_iter().chain([not(chosen)]))),
            _ => choice.show_if.clone(),
        };
        let code = offer.code(&Value::String(value.clone()), None);
        offer.options.choices.push(Choice { code, show_if, anchor: None, ..choice.clone() });
    }
}

impl Source<'_> {
    fn chosen(&self, code: &str) -> Formula {
        let name = Box::new(Formula::Ours(name_of(self.code).into_owned()));
        let operator = if self.is_multiple { Operator::Contains } else { Operator::Equal };
        Formula::Binary(name, operator, Box::new(Formula::Text(code.to_owned())))
    }
}
