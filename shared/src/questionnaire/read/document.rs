//! A source that reads without problems, taken back into the types it was written from.

use serde_json::{Map, Number, Value as Json};

use super::node::{self, Node, Value};
use super::read;
use crate::questionnaire::format::Document;
use crate::questionnaire::problem::Problem;

/// The keys whose values are numbers or truth values; everything else is text, however it is spelled.
const TYPED: [&str; 27] = [
    "version",
    "estimated_minutes",
    "base_year",
    "score",
    "min",
    "max",
    "step",
    "decimals",
    "total",
    "greater_than",
    "min_selected",
    "min_choices",
    "max_choices",
    "max_files",
    "max_megabytes",
    "max_ranks",
    "max_length",
    "hub",
    "soft",
    "core",
    "shown",
    "several",
    "uncertain",
    "randomise",
    "rotate",
    "exclusive",
    "other_text",
];

/// Keys that hold either a truth value or something longer.
const FLAGS: [&str; 4] = ["dont_know", "rows", "selected_only", "sensitive"];

/// The questionnaire as it is written, if it reads without problems.
pub fn document(source: &[u8]) -> Result<Document, Vec<Problem>> {
    read(source)?;
    let whole = |reason: String| vec![Problem { line: None, path: String::new(), reason }];
    let text = std::str::from_utf8(source).map_err(|error| whole(error.to_string()))?;
    let root = node::parse(text).map_err(|problem| vec![problem])?;
    serde_json::from_value(json(&root, "")).map_err(|error| whole(error.to_string()))
}

fn json(node: &Node, key: &str) -> Json {
    match &node.value {
        Value::Scalar(text, is_plain) => scalar(text, *is_plain && (TYPED.contains(&key) || FLAGS.contains(&key))),
        Value::List(items) => items.iter().map(|item| json(item, "")).collect(),
        Value::Map(entries) => Json::Object(map(entries)),
    }
}

/// A map. Words behind a comma in a text without quotation marks became keys without a value: they go back to their text.
fn map(entries: &[(usize, String, std::rc::Rc<Node>)]) -> Map<String, Json> {
    let mut map = Map::new();
    let mut last: Option<&str> = None;
    for (_, key, node) in entries {
        match (&node.value, last.and_then(|last| map.get_mut(last))) {
            (Value::Scalar(nothing, true), Some(Json::String(text))) if nothing.is_empty() || nothing == "~" => {
                text.push_str(", ");
                text.push_str(key);
            }
            _ => {
                map.insert(key.clone(), json(node, key));
                last = Some(key);
            }
        }
    }
    map
}

fn scalar(text: &str, is_typed: bool) -> Json {
    let text = text.trim();
    if !is_typed {
        return Json::String(text.to_owned());
    }
    match text {
        "true" => Json::Bool(true),
        "false" => Json::Bool(false),
        _ => number(text).map_or_else(|| Json::String(text.to_owned()), Json::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let whole = text.parse::<i64>().ok().map(Number::from);
    whole.or_else(|| text.parse().ok().filter(|number: &f64| number.is_finite()).and_then(Number::from_f64))
}
