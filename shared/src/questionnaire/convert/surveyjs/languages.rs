//! Which languages the texts of a survey are in.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::language::Language;

/// The language of texts that do not name one, unless the survey says otherwise.
pub const THEIR_DEFAULT: &str = "en";

/// A language as they write it.
pub fn tag(text: &str) -> Option<String> {
    Language::parse(&text.replace('_', "-")).ok().map(|language| language.as_str().to_owned())
}

/// Collects the languages of every text in `value`.
pub fn collect(value: &Value, tags: &mut BTreeSet<String>) {
    any(value, "", &mut |_, words| {
        if let Words::Several(entries) = words {
            tags.extend(entries.keys().filter(|key| *key != "default").filter_map(|key| tag(key)));
        }
        false
    });
}

/// Whether any text does not name its language.
pub fn leaves_open(value: &Value) -> bool {
    let says = |text: &str| text.contains(char::is_alphabetic);
    any(value, "", &mut |key, words| match words {
        Words::One(text) => HOLDS_WORDS.contains(&key) && says(text),
        Words::Several(entries) => entries.get("default").and_then(Value::as_str).is_some_and(says),
    })
}

/// Whether a text is in English besides its default: then the default is in another language.
pub fn is_english_apart(value: &Value) -> bool {
    any(value, "", &mut |_, words| {
        let Words::Several(entries) = words else { return false };
        entries.get("default").is_some_and(|text| entries.get(THEIR_DEFAULT).is_some_and(|english| english != text))
    })
}

/// What a setting says.
enum Words<'v> {
    /// In one language, or something else than words.
    One(&'v str),
    /// In several.
    Several(&'v Map<String, Value>),
}

/// Whether `is_it` says so of any text in `value`, the setting `key`; it sees the setting and its words.
fn any(value: &Value, key: &str, is_it: &mut impl FnMut(&str, Words<'_>) -> bool) -> bool {
    match value {
        Value::String(text) => is_it(key, Words::One(text)),
        Value::Array(items) => items.iter().any(|item| any(item, "", is_it)),
        Value::Object(entries) if is_text(entries) => is_it(key, Words::Several(entries)),
        Value::Object(entries) => {
            let mut inner = entries.iter().filter(|(key, _)| !HOLDS_VALUES.contains(&key.as_str()));
            inner.any(|(key, value)| any(value, key, is_it))
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

/// Settings whose objects are answers, not texts.
const HOLDS_VALUES: [&str; 7] =
    ["value", "defaultValue", "correctAnswer", "defaultRowValue", "defaultPanelValue", "valueTrue", "valueFalse"];

/// Whether an object is a text in several languages: languages and words, nothing else.
fn is_text(entries: &Map<String, Value>) -> bool {
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_are_found_anywhere_but_in_values() {
        let survey = json!({ "pages": [{ "title": { "default": "A", "de": "B" }, "elements": [
            { "defaultValue": { "fr": "x", "default": "y" }, "choices": ["title", { "text": { "en": "C", "es": "D" } }] }] }] });
        let mut tags = BTreeSet::new();
        collect(&survey, &mut tags);
        assert_eq!(tags.into_iter().collect::<Vec<_>>(), ["de", "en", "es"]);
        assert!(leaves_open(&survey) && !is_english_apart(&survey));
        for (value, is_open, is_apart) in [
            (json!({ "name": "words", "choices": ["words"], "value": { "default": "words" } }), false, false),
            (json!([{ "title": "words" }]), true, false),
            (json!({ "title": { "default": "1", "en": "words" } }), false, true),
            (json!({ "title": { "default": "words", "en": "words" } }), true, false),
        ] {
            assert_eq!((leaves_open(&value), is_english_apart(&value)), (is_open, is_apart), "{value}");
        }
    }
}
