//! Pages and questions that are shown while a condition holds.

use serde_json::{Map, Value};

use super::{PAGES, Spread, condition, named, told, under};
use crate::questionnaire::convert::surveyjs::nested::ANYWHERE;

/// What is shown, by its name and the lists it lies in, and each condition with the place of its trigger.
struct Target<'t> {
    name: &'t str,
    lists: &'static [&'static str],
    conditions: Vec<(String, String)>,
}

impl Spread<'_> {
    /// Puts what triggers show under their conditions; of several one is enough.
    pub fn show(&mut self, triggers: Vec<(&Value, String)>) {
        let mut targets: Vec<Target<'_>> = Vec::new();
        for (trigger, place) in triggers {
            match condition(trigger) {
                Some(condition) if self.can_afford(trigger, &condition) => {
                    for (name, lists) in names(trigger) {
                        let told = (condition.clone(), place.clone());
                        match targets.iter_mut().find(|target| target.name == name && target.lists == lists) {
                            Some(target) => target.conditions.push(told),
                            None => targets.push(Target { name, lists, conditions: vec![told] }),
                        }
                    }
                }
                condition => self.report.dropped(place, told::reason(trigger, condition.as_deref())),
            }
        }
        for target in targets {
            self.shown(&target);
        }
    }

    fn shown(&mut self, Target { name, lists, conditions }: &Target<'_>) {
        let Some((_, place)) = conditions.first() else { return };
        let Some(target) = named(self.survey, name, lists) else {
            return self.report.dropped(place, format!("it shows {name}, which does not exist"));
        };
        // It was hidden until the condition held.
        target.remove("visible");
        let both = has_condition(target);
        let any: Vec<_> = conditions.iter().map(|(condition, _)| format!("({condition})")).collect();
        let any = if let [(only, _)] = &**conditions { only.clone() } else { any.join(" or ") };
        if both {
            let reason = format!("it shows {name}, which has a condition of its own");
            self.report.replaced(place, reason, "it is shown while both hold");
        }
        if !under(target, &any, &mut self.bytes) {
            self.no_room(place);
        }
    }
}

/// Whether something is shown under a condition already.
pub fn has_condition(target: &Map<String, Value>) -> bool {
    target.get("visibleIf").and_then(Value::as_str).is_some_and(|own| !own.trim().is_empty())
}

/// The names of what a trigger shows, with the lists it may lie in.
fn names(trigger: &Value) -> impl Iterator<Item = (&str, &'static [&'static str])> {
    let of = |key: &str| trigger.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let pages = of("pages").map(|name| (name, &PAGES[..]));
    pages.chain(of("questions").map(|name| (name, &ANYWHERE[..])))
}
