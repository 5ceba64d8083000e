//! Conditions.

use super::super::super::formula::{ours, quoted};
use super::Writer;
use super::names::Holds;
use super::xpath::Place;
use crate::questionnaire::expression::name_of;
use crate::questionnaire::format::{Condition, Where};

impl Writer<'_, '_> {
    /// An expression of ours as `XPath`.
    pub(super) fn xpath(&self, expression: &str, this: Option<Holds>) -> Result<String, String> {
        Place { names: &self.names, this }.write(&ours::read(expression).map_err(|error| error.to_string())?, 0)
    }

    /// The condition of something; told and left out where a form cannot say it.
    pub(super) fn relevant(&mut self, condition: Option<&Condition>, place: &str) -> String {
        let Some(condition) = condition else { return String::new() };
        let expression = match condition {
            Condition::Expression(expression) => Ok(expression.clone()),
            Condition::Where(condition) => self.comparison(condition),
        };
        let found = expression.and_then(|expression| self.xpath(&expression, None));
        found.unwrap_or_else(|reason| {
            self.report.dropped(place, format!("its condition cannot be said in a form: {reason}"));
            String::new()
        })
    }

    /// A comparison in its older form, as an expression.
    fn comparison(&self, condition: &Where) -> Result<String, String> {
        let Some(code) = &condition.question else { return Err("a form knows nothing of the company".into()) };
        let question = name_of(code);
        let several = matches!(self.names.get(code), Some((_, Holds::Choices)));
        let has = |code: &String| {
            if several { format!("{} in {question}", quoted(code)) } else { format!("{question} == {}", quoted(code)) }
        };
        let any: Vec<String> = condition.is_in.iter().flatten().map(has).collect();
        let one = condition.equals.iter().chain(&condition.contains).map(has);
        let size = condition.min_selected.iter().map(|count| format!("size({question}) >= {count}"));
        let more = condition.greater_than.iter().map(|number| format!("{question} > {number}"));
        let any = (!any.is_empty()).then(|| any.join(" || "));
        let all: Vec<String> = any.into_iter().chain(one).chain(size).chain(more).collect();
        if all.is_empty() { Err("it compares with nothing".into()) } else { Ok(all.join(" && ")) }
    }
}
