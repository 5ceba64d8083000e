//! Options of an earlier question: all of them, or those that were chosen there or not. Those that their tool has itself stay where
//! they are.

use serde_json::Value;

use super::Reading;
use super::choices::Offer;
use super::expression::{LONGEST, and, binary, fits, not};
use super::fields::Fields;
use super::known::{Kind, Options};
use crate::questionnaire::convert::formula::{Formula, Operator, print};
use crate::questionnaire::convert::lists::NotOurs;
use crate::questionnaire::expression::name_of;
use crate::questionnaire::format::{Choice, OptionsFrom, Question, QuestionType};
use crate::questionnaire::problem::counted;

/// The question that gives the options.
struct Source<'s> {
    code: &'s str,
    options: &'s Options,
    /// Several of them can be chosen.
    is_multiple: bool,
    /// The condition of the question that borrows them, which names each as `{item}`.
    visible_if: Option<&'s str>,
}

impl Reading<'_> {
    /// Offers the options of the question `source`, each while `visible_if` holds of it.
    pub fn carried_on(
        &mut self,
        (source, visible_if): (&str, Option<&str>),
        fields: &mut Fields<'_>,
        question: &mut Question,
        offer: &mut Offer,
    ) -> Result<(), NotOurs> {
        let mode = fields.string("choicesFromQuestionMode").unwrap_or("all");
        let columns = [fields.take("choiceValuesFromQuestion"), fields.take("choiceTextsFromQuestion")];
        if columns.iter().any(Option::is_some) {
            return Err(NotOurs::Elsewhere("in the answers to another question"));
        }
        let found = self.known.question(source).map(|entry| (entry.code.clone(), entry.kind.clone()));
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
        let source = Source { code: &code, options: &options, is_multiple, visible_if };
        if question.question_type == QuestionType::Ranking && source.is_ranked(mode) {
            question.options_from = Some(OptionsFrom { question: code.clone(), rows: false, selected_only: true });
        }
        self.borrow(&source, mode, &fields.at("choicesFromQuestion"), offer)
    }
}

impl Reading<'_> {
    /// Takes over the options; each costs what it takes, for a chain of questions that borrow from each other grows with every one.
    fn borrow(&mut self, source: &Source<'_>, mode: &str, place: &str, offer: &mut Offer) -> Result<(), NotOurs> {
        let mut too_long = 0;
        for choice in &source.options.choices {
            let (Some(value), false) =
                (source.options.value(&choice.code), source.options.built_in.contains(&choice.code))
            else {
                continue;
            };
            let item = Value::String(value.to_owned());
            let here = self.shown_for(source.visible_if, Some(&item), place);
            let (condition, is_whole) = source.condition(&choice.code, mode, here);
            too_long += usize::from(!is_whole);
            let length = condition.as_ref().map_or(0, |condition| print(condition).len());
            if !self.known.budget.can_afford(bytes(choice) + length) {
                return Err(NotOurs::TooMuch);
            }
            let code = offer.code(&item, None);
            let show_if = offer.options.shown_if(&code, condition);
            offer.options.choices.push(Choice { code, show_if, anchor: None, ..choice.clone() });
        }
        if too_long > 0 {
            let reason =
                format!("{} there: with those here longer than {LONGEST} bytes", counted(too_long, "condition"));
            self.report.dropped(place, reason);
        }
        Ok(())
    }
}

impl Source<'_> {
    /// When one of the options is offered, which `here` may narrow; `false`: only a part of it, for all of it is too long.
    fn condition(&self, code: &str, mode: &str, here: Option<Formula>) -> (Option<Formula>, bool) {
        let own = self.options.condition(code).cloned();
        let (there, chosen) = match mode {
            "selected" => (None, Some(self.chosen(code))),
            "unselected" => (own, Some(not(self.chosen(code)))),
            _ => (own, None),
        };
        let here = chosen.into_iter().chain(here).reduce(and);
        match (there, here) {
            (Some(there), Some(here)) => match fits(and(there, here.clone())) {
                Ok(both) => (Some(both), true),
                Err(_) => (Some(here), false),
            },
            (there, here) => (there.or(here), true),
        }
    }

    fn chosen(&self, code: &str) -> Formula {
        let name = Formula::Ours(name_of(self.code).into_owned());
        let operator = if self.is_multiple { Operator::Contains } else { Operator::Equal };
        binary(name, operator, Formula::Text(code.to_owned()))
    }

    /// Whether a ranking can have just what was ticked there.
    fn is_ranked(&self, mode: &str) -> bool {
        self.is_multiple && mode == "selected" && self.options.built_in.is_empty()
    }
}

/// Bytes of an option without its condition.
fn bytes(choice: &Choice) -> usize {
    let texts: usize = choice.label.values().map(String::len).sum();
    choice.code.len() + texts + choice.image.as_ref().map_or(0, String::len)
}
