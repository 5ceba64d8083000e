//! What `docs/questionnaire-format.md` says is true: its examples read, and it leaves no key and no type out.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::read::{document, read};
use super::schema;

const GUIDE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/questionnaire-format.md"));

const TOP: &str = "id: example\nlanguages: [de, en]\ndefault_language: de\ntitle: {de: Beispiel, en: Example}\n\
    dont_know: {code: dk, de: weiß nicht, en: don't know}\nsections:\n- id: one\n  title: {de: Eins, en: One}\n  questions:\n";

/// The examples, each as a whole questionnaire: a list of questions gets a top.
fn examples() -> Vec<String> {
    let blocks = GUIDE.split("```yaml\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let whole = |(block, _): (&str, &str)| {
        if !block.starts_with('-') {
            return block.to_owned();
        }
        block.lines().fold(TOP.to_owned(), |whole, line| whole + "    " + line + "\n")
    };
    blocks.map(whole).collect()
}

#[test]
fn every_example_reads_and_keeps_the_schema() {
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema()).unwrap()).unwrap();
    assert!(examples().len() > 10);
    for example in examples() {
        read(example.as_bytes()).unwrap_or_else(|problems| panic!("{problems:#?} in\n{example}"));
        let written = serde_json::to_value(document(example.as_bytes()).unwrap()).unwrap();
        let errors: Vec<_> = validator.iter_errors(&written).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?} in\n{example}");
    }
}

#[test]
fn every_key_and_every_type_has_an_example() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let mut written = BTreeSet::new();
    for example in examples() {
        let document = serde_json::to_value(document(example.as_bytes()).unwrap()).unwrap();
        note(&document, &mut written);
    }
    let definitions = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    let keys: BTreeSet<_> =
        definitions.filter_map(|one| one["properties"].as_object()).flat_map(|all| all.keys()).collect();
    let missing: Vec<_> = keys.into_iter().filter(|key| !written.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "no example has the keys {missing:?}");
    let types = schema["$defs"]["QuestionType"]["oneOf"].as_array().unwrap();
    let missing: Vec<_> =
        types.iter().filter_map(|one| one["const"].as_str()).filter(|name| !written.contains(*name)).collect();
    assert!(types.len() == 33 && missing.is_empty(), "of {} types no example has {missing:?}", types.len());
}

/// Every key, and every value that is a text.
fn note(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                into.insert(key.clone());
                note(value, into);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| note(item, into)),
        Value::String(text) => drop(into.insert(text.clone())),
        _ => {}
    }
}
