//! Which languages the texts of a survey are in.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::language::Language;

/// The language of texts that do not name one, unless the survey says otherwise.
pub const THEIR_DEFAULT: &str = "en";

/// A language as they write it.
pub fn tag(text: &str) -> Option<String> {
    Language::parse(&text.replace('_', "-")).ok().map(|language| language.as_str().to_owned())
}

/// Collects the languages of every text in `value`.
pub fn collect(value: &Value, tags: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, tags)),
        Value::Object(entries) if is_text(value) => {
            tags.extend(entries.keys().filter(|key| *key != "default").filter_map(|key| tag(key)));
        }
        Value::Object(entries) => {
            let inner = entries.iter().filter(|(key, _)| !HOLDS_VALUES.contains(&key.as_str()));
            inner.for_each(|(_, value)| collect(value, tags));
        }
        _ => {}
    }
}

/// Whether any text does not name its language.
pub fn leaves_open(value: &Value) -> bool {
    let says = |text: &Value| text.as_str().is_some_and(|text| text.contains(char::is_alphabetic));
    match value {
        Value::Array(items) => items.iter().any(leaves_open),
        Value::Object(entries) if is_text(value) => entries.get("default").is_some_and(says),
        Value::Object(entries) => {
            let mut inner = entries.iter().filter(|(key, _)| !HOLDS_VALUES.contains(&key.as_str()));
            inner.any(|(key, value)| (HOLDS_WORDS.contains(&key.as_str()) && says(value)) || leaves_open(value))
        }
        _ => false,
    }
}

/// Settings whose texts are words.
const HOLDS_WORDS: [&str; 20] = [
    "title",
    "description",
    "text",
    "html",
    "label",
    "labelTrue",
    "labelFalse",
    "completedHtml",
    "commentText",
    "otherText",
    "noneText",
    "refuseText",
    "dontKnowText",
    "minRateDescription",
    "maxRateDescription",
    "templateTitle",
    "templateDescription",
    "requiredErrorText",
    "minErrorText",
    "maxErrorText",
];

/// Whether a text is in English besides its default: then the default is in another language.
pub fn is_english_apart(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(is_english_apart),
        Value::Object(entries) if is_text(value) => {
            entries.get("default").is_some_and(|text| entries.get(THEIR_DEFAULT).is_some_and(|english| english != text))
        }
        Value::Object(entries) => {
            let mut inner = entries.iter().filter(|(key, _)| !HOLDS_VALUES.contains(&key.as_str()));
            inner.any(|(_, value)| is_english_apart(value))
        }
        _ => false,
    }
}

/// Settings whose objects are answers, not texts.
const HOLDS_VALUES: [&str; 7] =
    ["value", "defaultValue", "correctAnswer", "defaultRowValue", "defaultPanelValue", "valueTrue", "valueFalse"];

/// Whether an object is a text in several languages: languages and words, nothing else.
fn is_text(value: &Value) -> bool {
    let Value::Object(entries) = value else { return false };
    let has_default = entries.contains_key("default");
    !entries.is_empty()
        && entries.iter().all(|(key, value)| {
            let is_language = key == "default" || tag(key).is_some_and(|tag| has_default || is_known(&tag));
            is_language && value.is_string()
        })
}

/// Languages that `SurveyJS` is translated into: without a default, only these make a text.
fn is_known(tag: &str) -> bool {
    const KNOWN: [&str; 58] = [
        "ar", "az", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr",
        "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "ko", "lt", "lv", "mk",
        "ms", "nb", "nl", "nl-be", "no", "pl", "pt", "pt-br", "ro", "rs", "ru", "sk", "sl", "sr", "sv", "th", "tr",
        "ua", "uk", "vi", "zh-cn", "zh-tw",
    ];
    KNOWN.contains(&tag)
}
