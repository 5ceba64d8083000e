//! Jumps to a question further down: what lies between is asked only if their condition does not hold.

use serde_json::{Map, Value};

use super::show::has_condition;
use super::{Spread, under};
use crate::questionnaire::convert::surveyjs::nested::{ON_PAGE, elements, elements_mut};
use crate::questionnaire::problem::quoted;

/// A page and an element on it, by their numbers.
type Spot = (usize, usize);

impl Spread<'_> {
    /// Puts what lies between the last question that `condition` looks at and the target under its opposite; `false`: there was
    /// no room for that.
    pub fn skipped(&mut self, trigger: &Value, condition: &str, place: &str) -> bool {
        let target = trigger.get("gotoName").and_then(Value::as_str).unwrap_or_default();
        let jump = format!("when {} it jumps to {target}", quoted(condition));
        let from = names(condition).iter().map(|name| spot(self.survey, name)).collect::<Option<Vec<_>>>();
        let (from, to) = (from.and_then(|spots| spots.into_iter().max()), spot_of_own(self.survey, target));
        let reason = match (from, to) {
            (Some(from), Some(to)) if from < to => {
                self.report.replaced(place, jump, "what lies between is asked only if that does not hold");
                return self.between(from, to, &format!("!({condition})"));
            }
            (Some(_), Some(_)) => "which does not stand behind what it looks at",
            (_, None) => "which is nothing at the top of a page",
            (None, _) => "and what it looks at is no question",
        };
        self.report.dropped(place, format!("{jump}, {reason}"));
        true
    }

    fn between(&mut self, from: Spot, to: Spot, condition: &str) -> bool {
        let mut has_room = true;
        for number in from.0..=to.0 {
            let Some(page) = page_mut(self.survey, number) else { continue };
            let first = if number == from.0 { from.1 + 1 } else { 0 };
            let end = if number == to.0 { to.1 } else { usize::MAX };
            if is_hidden(page) {
                continue;
            }
            let is_whole = number > from.0 && number < to.0;
            if is_whole && !elements_mut(page, &ON_PAGE).any(|element| computes(element)) {
                has_room &= under(page, condition, &mut self.bytes);
                continue;
            }
            let skipped = elements_mut(page, &ON_PAGE).enumerate().filter(|(at, _)| (first..end).contains(at));
            for (_, element) in skipped {
                has_room &= skip(element, condition, &mut self.bytes);
            }
        }
        has_room
    }
}

/// Puts an element under a condition. What is computed goes on behind a jump, so of a panel with that in it only the rest.
fn skip(element: &mut Value, condition: &str, bytes: &mut usize) -> bool {
    let is_split = computes(element);
    let Some(element) = element.as_object_mut() else { return true };
    if is_hidden(element) {
        return true;
    }
    if !is_split {
        return under(element, condition, bytes);
    }
    elements_mut(element, &ON_PAGE).all(|inner| skip(inner, condition, bytes))
}

/// Whether something is never shown: a condition would bring it up.
fn is_hidden(target: &Map<String, Value>) -> bool {
    target.get("visible").and_then(Value::as_bool) == Some(false) && !has_condition(target)
}

/// Whether an element is computed or is a panel with such a one; what is computed in an entry belongs to the entry.
fn computes(element: &Value) -> bool {
    let is_computed = element.get("type").and_then(Value::as_str) == Some("expression");
    is_computed || elements(element, &ON_PAGE).any(computes)
}

/// The questions that a condition names.
fn names(condition: &str) -> Vec<&str> {
    let inner = condition.split('{').skip(1).filter_map(|from| from.split_once('}'));
    inner.map(|(name, _)| name.trim()).collect()
}

/// The element at the top of a page in which a name stands.
fn spot(survey: &Value, name: &str) -> Option<Spot> {
    let whole = name.split(['.', '[']).next().unwrap_or(name);
    find(survey, |element| holds(element, name) || holds(element, whole))
}

/// The element at the top of a page that has this name itself.
fn spot_of_own(survey: &Value, name: &str) -> Option<Spot> {
    find(survey, |element| element.get("name").and_then(Value::as_str) == Some(name))
}

fn find(survey: &Value, is_it: impl Fn(&Value) -> bool) -> Option<Spot> {
    let pages = survey.get("pages").and_then(Value::as_array).into_iter().flatten();
    // Elements outside any page stand behind them all.
    let mut pages = pages.chain([survey]).enumerate();
    pages.find_map(|(page, one)| Some((page, elements(one, &ON_PAGE).position(&is_it)?)))
}

/// A page by its number, or the survey itself, which counts as the last one.
fn page_mut(survey: &mut Value, number: usize) -> Option<&mut Map<String, Value>> {
    let pages = survey.get("pages").and_then(Value::as_array).map_or(0, Vec::len);
    let page = if number < pages { survey.get_mut("pages")?.get_mut(number)? } else { survey };
    page.as_object_mut()
}

/// Whether an element or one inside it has this name.
fn holds(value: &Value, name: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| holds(item, name)),
        Value::Object(entries) => {
            let is_it = ["name", "valueName"].iter().any(|key| entries.get(*key).and_then(Value::as_str) == Some(name));
            is_it || entries.values().any(|value| holds(value, name))
        }
        _ => false,
    }
}
