//! Equations: values that follow from other answers.

use super::super::formula::{Formula, Operator};
use super::super::html;
use super::making::Making;
use super::names::Shape;
use super::question::Made;
use super::survey::Question as Theirs;
use super::text::{CLOSE, OPEN, marked};
use super::translate::written;
use super::value::{Found, Value, fault};
use crate::questionnaire::convert::formula::fold::binary;
use crate::questionnaire::format::{Question, QuestionType};
use crate::questionnaire::problem::quoted;

impl<'r> Making<'r, '_> {
    /// A calculated value; what it shows is its value.
    pub(super) fn equation(&mut self, theirs: &'r Theirs<'r>, place: &str) -> Option<Made> {
        let of_own = theirs.settings.get("equation");
        let source = if of_own.is_empty() { self.first_words(&theirs.text) } else { of_own };
        let shown = !theirs.settings.is_on("hidden");
        theirs.settings.get("numbers_only");
        if of_own.is_empty() && theirs.text.values().any(|words| *words != source) {
            self.report.replaced(
                place,
                "its equation is another one in other languages",
                "the one in the first language",
            );
        }
        let calculated = self.calculated(source);
        match calculated {
            Ok((value, fraction, kind)) => {
                let shape = if matches!(kind, Value::Number(_)) { Shape::Number } else { Shape::Text };
                // A text that is the equation itself is none to be shown.
                let text = if of_own.is_empty() {
                    self.everywhere(theirs.code)
                } else {
                    self.texts_or(place, &theirs.text, theirs.code)
                };
                let decimals = fraction.then_some(2);
                let question = Question { value: Some(value), shown, decimals, text, ..Question::default() };
                Some(Made::new(QuestionType::Calculated, shape).with(question))
            }
            Err(fault) => {
                self.report.dropped(
                    place,
                    format!("its equation {} cannot be carried over: {}", quoted(source), fault.reason),
                );
                None
            }
        }
    }

    /// One expression, or texts and expressions one after the other.
    fn calculated(&self, source: &str) -> Found<(String, bool, Value)> {
        let (marked, expressions) = marked(source);
        let words = html::plain(&marked).text;
        let context = self.context();
        if let [only] = expressions.as_slice()
            && words.starts_with(OPEN)
            && words.ends_with(CLOSE)
        {
            return context.kept(only);
        }
        let mut parts = Vec::new();
        let mut rest = words.as_str();
        while let Some((before, behind)) = rest.split_once(OPEN) {
            let (number, behind) = behind.split_once(CLOSE).unwrap_or(("", behind));
            parts.extend((!before.is_empty()).then(|| Formula::Text(before.into())));
            if let Some(source) = number.parse().ok().and_then(|number: usize| expressions.get(number)) {
                parts.push(context.read(source)?.text(context.language)?);
            }
            rest = behind;
        }
        parts.extend((!rest.is_empty()).then(|| Formula::Text(rest.into())));
        let whole = parts.into_iter().reduce(|one, other| binary(one, Operator::Plus, other));
        match whole {
            Some(whole) => Ok((written(&whole)?, false, Value::Text(whole))),
            None => fault("it is empty"),
        }
    }
}
