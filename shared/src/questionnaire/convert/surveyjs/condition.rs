//! Conditions of questions, sections, options and rows, and the rules that answers keep.

use serde_json::Value;

use super::Reading;
use super::budget::SPENT;
use super::expression::{Sight, and};
use super::known::Kind;
use crate::questionnaire::convert::formula::{Formula, print};
use crate::questionnaire::format::Condition;
use crate::questionnaire::problem::quoted;

/// What a condition says, and what of it had to be left out.
type Translated = (Option<Formula>, Vec<String>);

impl Reading<'_> {
    /// When something is shown, as far as it can be said; what cannot is told.
    pub fn shown_if(&mut self, source: Option<&str>, place: &str) -> Option<Formula> {
        self.shown_for(source, None, place)
    }

    /// The same for one option or row, which the condition may name.
    pub fn shown_for(&mut self, source: Option<&str>, item: Option<&Value>, place: &str) -> Option<Formula> {
        let source = source?;
        let (formula, missing) = self.translated(source, item);
        for reason in missing {
            self.report.dropped(place, format!("the condition {}, or a part of it: {reason}", quoted(source)));
        }
        if formula == Some(Formula::Bool(false)) {
            let reason = format!("the condition {} never holds, for no answer fits it", quoted(source));
            self.report.replaced(place, reason, "a condition that never holds");
        }
        formula
    }

    fn translated(&mut self, source: &str, item: Option<&Value>) -> Translated {
        if !self.can_afford(source) {
            return (None, vec![SPENT.into()]);
        }
        let sight = Sight::new(&self.known);
        let sight = item.map_or(sight, |item| sight.with_item(item));
        let (formula, missing) = sight.condition(source);
        // A few signs of theirs may become many of ours.
        let length = formula.as_ref().map_or(0, |formula| print(formula).len());
        if length > source.len() && !self.known.budget.can_afford(length - source.len()) {
            return (None, vec![SPENT.into()]);
        }
        (formula, missing.iter().map(super::expression::Why::told).collect())
    }

    /// Takes an expression off the budget.
    pub fn can_afford(&self, source: &str) -> bool {
        self.known.budget.can_afford(source.len())
    }

    /// A condition of a rule that the answer to `name` keeps; what cannot be said is told.
    pub fn rule(&mut self, source: &str, name: &str, kind: &Kind, place: &str) -> Option<Formula> {
        let found = if self.can_afford(source) {
            let sight = Sight::new(&self.known).with_own(self.known.said(name), kind);
            sight.whole_condition(source).map_err(|why| why.told())
        } else {
            Err(SPENT.into())
        };
        match found {
            Ok(rule) => {
                if rule == Formula::Bool(false) {
                    let reason = format!("the rule {} never holds, for no answer fits it", quoted(source));
                    self.report.replaced(place, reason, "a rule that never holds");
                }
                Some(rule)
            }
            Err(reason) => {
                self.report.dropped(place, format!("the rule {}: {reason}", quoted(source)));
                None
            }
        }
    }
}

/// Conditions that must all hold.
pub fn all(conditions: impl IntoIterator<Item = Formula>) -> Option<Formula> {
    conditions.into_iter().reduce(and)
}

/// A condition as it is written in ours; what always holds is none.
pub fn written(condition: Option<Formula>) -> Option<Condition> {
    condition.filter(|formula| *formula != Formula::Bool(true)).map(|formula| Condition::Expression(print(&formula)))
}
