//! What triggers do that nothing here does.

use serde_json::Value;

use crate::questionnaire::convert::surveyjs::json::spelled;
use crate::questionnaire::problem::quoted;

/// Why a trigger is left out: its condition and what it would do.
pub fn reason(trigger: &Value, condition: Option<&str>) -> String {
    let kind = trigger.get("type").map(spelled).unwrap_or_default();
    let when = condition.map(|condition| format!("when {} ", quoted(condition))).unwrap_or_default();
    let target = trigger.get("setToName").and_then(Value::as_str).unwrap_or("an answer");
    match kind.trim_end_matches("trigger") {
        "complete" => format!("{when}the survey ends"),
        "setvalue" | "copyvalue" => format!("{when}it sets {target}: answers are only changed by who gives them"),
        "runexpression" => format!("{when}it computes {target}: answers are only changed by who gives them"),
        "visible" | "skip" if condition.is_some() => format!("{when}it acts: there are too many triggers in this file"),
        other => format!("{when}a trigger of the type {}", quoted(other)),
    }
}
