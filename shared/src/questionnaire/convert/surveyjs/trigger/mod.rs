//! Triggers: what happens while one answers. Those that show or skip questions become conditions of these, before anything is
//! read; all others are told.

mod show;
mod skip;
mod told;

use serde_json::{Map, Value, json};

use super::budget;
use super::json::spelled;
use super::nested::ANYWHERE;
use crate::questionnaire::convert::Report;

/// Names that triggers may look for in the whole survey; more are no survey but an attack.
const MOST_NAMES: usize = 300;
/// Where pages lie.
const PAGES: [&str; 1] = ["pages"];

/// A survey while its triggers become conditions.
struct Spread<'s> {
    survey: &'s mut Value,
    report: &'s mut Report,
    /// Names that may still be looked for.
    names: usize,
    /// Bytes of conditions that may still be written.
    bytes: usize,
}

/// Takes the triggers out of `survey`: as conditions of its pages and elements, or told.
pub fn spread(survey: &mut Value, report: &mut Report) {
    let Some(Value::Array(triggers)) = survey.as_object_mut().and_then(|survey| survey.remove("triggers")) else {
        return;
    };
    let mut spread = Spread { survey, report, names: MOST_NAMES, bytes: budget::MOST };
    // What is shown is known before it is jumped over.
    let (show, others): (Vec<_>, Vec<_>) =
        triggers.iter().enumerate().partition(|(_, trigger)| kind(trigger) == "visible");
    spread.show(show.into_iter().map(|(at, trigger)| (trigger, place(at, trigger))).collect());
    for (at, trigger) in others {
        spread.trigger(trigger, &place(at, trigger));
    }
}

fn place(at: usize, trigger: &Value) -> String {
    format!("triggers[{at}] ({})", trigger.get("type").map(spelled).unwrap_or_default())
}

/// The kind of a trigger; in older surveys it ends with `trigger`.
fn kind(trigger: &Value) -> String {
    trigger.get("type").map(spelled).unwrap_or_default().trim_end_matches("trigger").to_owned()
}

impl Spread<'_> {
    fn trigger(&mut self, trigger: &Value, place: &str) {
        match condition(trigger) {
            Some(condition) if kind(trigger) == "skip" && self.can_afford(trigger, &condition) => {
                if !self.skipped(trigger, &condition, place) {
                    self.no_room(place);
                }
            }
            condition => self.report.dropped(place, told::reason(trigger, condition.as_deref())),
        }
    }

    fn no_room(&mut self, place: &str) {
        self.report.dropped(place, format!("a condition that it makes: {}", budget::SPENT));
    }

    /// Takes the names of a trigger off what may be looked for.
    fn can_afford(&mut self, trigger: &Value, condition: &str) -> bool {
        let targets = ["pages", "questions"].iter().filter_map(|key| trigger.get(key)?.as_array()).map(Vec::len);
        let names = targets.sum::<usize>() + condition.matches('{').count() + 1;
        let left = self.names.checked_sub(names);
        self.names = left.unwrap_or(self.names);
        left.is_some()
    }
}

/// When a trigger acts; those of the first versions have a name, an operator and a value.
fn condition(trigger: &Value) -> Option<String> {
    if let Some(expression) = trigger.get("expression").and_then(Value::as_str) {
        return Some(expression.to_owned()).filter(|expression| !expression.trim().is_empty());
    }
    let name = trigger.get("name")?.as_str()?;
    let operator = trigger.get("operator").and_then(Value::as_str).unwrap_or("equal");
    if ["empty", "notempty"].contains(&operator) {
        return Some(format!("{{{name}}} {operator}"));
    }
    let value = match trigger.get("value")? {
        Value::String(text) => format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'")),
        other => other.to_string(),
    };
    Some(format!("{{{name}}} {operator} {value}"))
}

/// The page or element of this name, in lists of these keys.
fn named<'v>(value: &'v mut Value, name: &str, lists: &[&str]) -> Option<&'v mut Map<String, Value>> {
    let holder = value.as_object_mut()?;
    for (key, inner) in
        holder.iter_mut().filter(|(key, _)| PAGES.contains(&key.as_str()) || ANYWHERE.contains(&key.as_str()))
    {
        let is_wanted = lists.contains(&key.as_str());
        for one in inner.as_array_mut().into_iter().flatten() {
            if is_wanted && one.get("name").and_then(Value::as_str) == Some(name) {
                return one.as_object_mut();
            }
            if let Some(found) = named(one, name, lists) {
                return Some(found);
            }
        }
    }
    None
}

/// Puts a page or element under one condition more. `false`: there is no room for it, and none is left.
fn under(target: &mut Map<String, Value>, condition: &str, bytes: &mut usize) -> bool {
    *bytes = bytes.saturating_sub(condition.len());
    if *bytes == 0 {
        return false;
    }
    let both = match target.get("visibleIf").and_then(Value::as_str).filter(|own| !own.trim().is_empty()) {
        Some(own) => format!("({own}) and ({condition})"),
        None => condition.to_owned(),
    };
    target.insert("visibleIf".into(), json!(both));
    true
}
