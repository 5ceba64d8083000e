//! Jumps to a question further down: what lies between is asked only if their condition does not hold.

use serde_json::{Map, Value};

use super::{Spread, under};
use crate::questionnaire::problem::quoted;

/// A page and an element on it, by their numbers.
type Spot = (usize, usize);

impl Spread<'_> {
    /// Puts what lies between the last question that `condition` looks at and the target under its opposite.
    pub fn skipped(&mut self, trigger: &Value, condition: &str, place: &str) {
        let target = trigger.get("gotoName").and_then(Value::as_str).unwrap_or_default();
        let jump = format!("when {} it jumps to {target}", quoted(condition));
        let from = names(condition).iter().map(|name| spot(self.survey, name)).collect::<Option<Vec<_>>>();
        let (from, to) = (from.and_then(|spots| spots.into_iter().max()), spot_of_own(self.survey, target));
        match (from, to) {
            (Some(from), Some(to)) if from < to => {
                self.between(from, to, &format!("!({condition})"));
                self.report.replaced(place, jump, "what lies between is asked only if that does not hold");
            }
            _ => self.report.dropped(place, format!("{jump}, which does not stand behind what it looks at")),
        }
    }

    fn between(&mut self, from: Spot, to: Spot, condition: &str) {
        let Some(pages) = self.survey.get_mut("pages").and_then(Value::as_array_mut) else { return };
        for (number, page) in pages.iter_mut().enumerate().take(to.0 + 1).skip(from.0) {
            let Some(page) = page.as_object_mut() else { continue };
            let is_whole = number > from.0 && number < to.0;
            if is_whole && !page.values().any(computes) {
                under(page, condition, &mut self.bytes);
                continue;
            }
            let key = if page.contains_key("elements") { "elements" } else { "questions" };
            let list = page.get_mut(key).and_then(Value::as_array_mut);
            let first = if number == from.0 { from.1 + 1 } else { 0 };
            let end = if number == to.0 { to.1 } else { usize::MAX };
            let skipped = list.into_iter().flatten().enumerate().filter(|(at, _)| (first..end).contains(at));
            for element in
                skipped.filter_map(|(_, element)| element.as_object_mut()).filter(|element| !is_computed(element))
            {
                under(element, condition, &mut self.bytes);
            }
        }
    }
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
    let pages = survey.get("pages")?.as_array()?;
    pages.iter().enumerate().find_map(|(page, one)| Some((page, elements(one)?.iter().position(&is_it)?)))
}

fn elements(page: &Value) -> Option<&Vec<Value>> {
    page.get("elements").or_else(|| page.get("questions"))?.as_array()
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

/// Whether something is computed in it, which goes on behind a jump.
fn computes(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(computes),
        Value::Object(entries) => is_computed(entries) || entries.values().any(computes),
        _ => false,
    }
}

fn is_computed(element: &Map<String, Value>) -> bool {
    element.get("type").and_then(Value::as_str) == Some("expression")
}
