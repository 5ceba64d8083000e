//! The languages of a survey and its texts in them.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::language::Language;
use crate::questionnaire::convert::Report;
use crate::questionnaire::convert::report::{ASSUMED, NO_LANGUAGE};
use crate::questionnaire::problem::counted;
use crate::questionnaire::problem::quoted;

/// More languages than this are left out.
const MOST_LANGUAGES: usize = 30;

/// The language of texts that do not name one, unless the survey says otherwise.
const THEIR_DEFAULT: &str = "en";

/// Stands for a default language that is not said.
const UNKNOWN: &str = "qaa";

/// The languages of a survey.
pub struct Locale {
    /// The tags of all languages, the default first.
    pub languages: Vec<String>,
    /// Texts that stand in the default language instead of this one.
    pub gaps: BTreeMap<String, usize>,
    /// Nothing says which language the default is.
    is_assumed: bool,
    /// Texts that say something else by default than in the default language.
    doubled: Cell<usize>,
}

impl Locale {
    /// The languages used anywhere in `survey`.
    pub fn of(survey: &Value, report: &mut Report) -> Self {
        let mut tags = BTreeSet::new();
        collect(survey, &mut tags);
        let said = survey.get("locale").and_then(Value::as_str).and_then(tag);
        // Where texts name the survey's language beside a default, the default is in another one.
        let default = match &said {
            Some(said) if !tags.contains(said) => said.clone(),
            None if is_english_apart(survey) => {
                let reason = "texts in the default language stand beside English ones, and no locale says which it is";
                report.replaced("the survey", reason, format!("the made-up tag {UNKNOWN}; write the right one"));
                UNKNOWN.to_owned()
            }
            _ => THEIR_DEFAULT.to_owned(),
        };
        let is_assumed = said.is_none() && default == THEIR_DEFAULT && !tags.contains(THEIR_DEFAULT);
        tags.remove(&default);
        let mut languages: Vec<_> = std::iter::once(default).chain(tags).collect();
        for extra in languages.split_off(languages.len().min(MOST_LANGUAGES)) {
            let reason =
                format!("the texts in {}: a questionnaire has at most {MOST_LANGUAGES} languages", quoted(&extra));
            report.dropped("the survey", reason);
        }
        Self { languages, gaps: BTreeMap::new(), is_assumed, doubled: Cell::new(0) }
    }

    /// The language that stands in for others.
    pub fn default(&self) -> &str {
        &self.languages[0]
    }

    /// What `value` says in each language it names; numbers are words, too.
    pub fn words(&self, value: &Value) -> BTreeMap<String, String> {
        let mut words = BTreeMap::new();
        match value {
            Value::Object(entries) => {
                for (key, text) in entries {
                    let language = if key == "default" { Some(self.default().to_owned()) } else { tag(key) };
                    let (Some(language), Some(text)) = (language, plain(text)) else { continue };
                    let is_named = key != "default";
                    if self.languages.contains(&language) && (is_named || !words.contains_key(&language)) {
                        words.insert(language, text);
                    }
                }
            }
            other => drop(plain(other).map(|text| words.insert(self.default().to_owned(), text))),
        }
        let is_other = |text: &Value| plain(text).is_some_and(|text| words.get(self.default()) != Some(&text));
        if value.get("default").is_some_and(is_other) {
            self.doubled.set(self.doubled.get() + 1);
        }
        words.retain(|_, text| !text.trim().is_empty());
        words
    }

    /// Counts what is missing in each language.
    pub fn tell(&self, report: &mut Report) {
        if self.is_assumed {
            report.replaced("the survey", NO_LANGUAGE, ASSUMED);
        }
        if self.doubled.get() > 0 {
            let reason =
                format!("by default and otherwise in {}: {}", self.default(), counted(self.doubled.get(), "text"));
            report.replaced("the survey", reason, "those that name the language");
        }
        for (language, count) in &self.gaps {
            let reason = format!("language {language}: {} missing", counted(*count, "text"));
            report.replaced("the survey", reason, format!("the texts in {}", self.default()));
        }
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

fn tag(text: &str) -> Option<String> {
    Language::parse(&text.replace('_', "-")).ok().map(|language| language.as_str().to_owned())
}

/// Collects the languages of every text in `value`.
fn collect(value: &Value, tags: &mut BTreeSet<String>) {
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

/// Whether a text is in English besides its default: then the default is in another language.
fn is_english_apart(value: &Value) -> bool {
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
