//! The languages of a survey and its texts in them.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::languages::{THEIR_DEFAULT, collect, is_english_apart, leaves_open, tag};
use crate::questionnaire::convert::Report;
use crate::questionnaire::convert::report::{ASSUMED, NO_LANGUAGE};
use crate::questionnaire::problem::counted;
use crate::questionnaire::problem::quoted;

/// More languages than this are left out.
const MOST_LANGUAGES: usize = 30;

/// What stands for words of the platform in languages that it does not speak.
pub const PLATFORM: &str = "the platform's own in English";

/// Stands for a default language that is not said.
const UNKNOWN: &str = "qaa";

/// The languages of a survey.
pub struct Locale {
    /// The tags of all languages, the default first.
    pub languages: Vec<String>,
    /// How many texts are missing in a language, and in which others they stand instead.
    gaps: BTreeMap<(String, String), usize>,
    /// The language of texts that do not name one.
    unnamed: String,
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
        let unnamed = unnamed(survey, said.as_ref(), &tags, report);
        let default = said.clone().unwrap_or_else(|| unnamed.clone());
        let is_assumed = said.is_none() && default == THEIR_DEFAULT && !tags.contains(THEIR_DEFAULT);
        if unnamed != default {
            let reason = format!("texts that name no language stand beside those in {default}");
            report.replaced("the survey.locale", reason, format!("they are taken for {unnamed}, as SurveyJS does"));
            tags.insert(unnamed.clone());
        }
        tags.remove(&default);
        let mut languages: Vec<_> = std::iter::once(default).chain(tags).collect();
        for extra in languages.split_off(languages.len().min(MOST_LANGUAGES)) {
            let reason =
                format!("the texts in {}: a questionnaire has at most {MOST_LANGUAGES} languages", quoted(&extra));
            report.dropped("the survey", reason);
        }
        Self { languages, gaps: BTreeMap::new(), unnamed, is_assumed, doubled: Cell::new(0) }
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
                    let language = if key == "default" { Some(self.unnamed.clone()) } else { tag(key) };
                    let (Some(language), Some(text)) = (language, plain(text)) else { continue };
                    let is_named = key != "default";
                    if self.languages.contains(&language) && (is_named || !words.contains_key(&language)) {
                        words.insert(language, text);
                    }
                }
            }
            other => drop(plain(other).map(|text| words.insert(self.unnamed.clone(), text))),
        }
        let is_other = |text: &Value| plain(text).is_some_and(|text| words.get(&self.unnamed) != Some(&text));
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
                format!("by default and otherwise in {}: {}", self.unnamed, counted(self.doubled.get(), "text"));
            report.replaced("the survey", reason, "those that name the language");
        }
        let mut alike: BTreeMap<(&str, usize), Vec<&str>> = BTreeMap::new();
        for ((language, other), count) in &self.gaps {
            alike.entry((other, *count)).or_default().push(language);
        }
        for ((other, count), languages) in alike {
            let (many, each) = if languages.len() > 1 { ("s", " each") } else { ("", "") };
            let reason = format!("language{many} {}: {}{each} missing", languages.join(", "), counted(count, "text"));
            let by = match (other, count) {
                (PLATFORM, _) => PLATFORM.to_owned(),
                (other, 1) => format!("the text in {other}"),
                (other, _) => format!("the texts in {other}"),
            };
            report.replaced("the survey", reason, by);
        }
    }

    /// Notes that a text is missing in a language and stands in `other` instead.
    pub fn gap(&mut self, language: &str, other: &str) {
        *self.gaps.entry((language.to_owned(), other.to_owned())).or_default() += 1;
    }

    /// The language whose text stands in for those that are missing.
    pub fn stand_in(&self, words: &BTreeMap<String, String>) -> Option<String> {
        let first = [self.default(), self.unnamed.as_str()].into_iter().find(|language| words.contains_key(*language));
        first.or_else(|| words.keys().next().map(String::as_str)).map(str::to_owned)
    }
}

/// The language of texts that name none: English, unless the survey says another one and no text names that. Where no text leaves
/// its language open it is the survey's.
fn unnamed(survey: &Value, said: Option<&String>, tags: &BTreeSet<String>, report: &mut Report) -> String {
    match said {
        Some(said) if !tags.contains(said) || !leaves_open(survey) => said.clone(),
        None if is_english_apart(survey) => {
            let reason = "texts in the default language stand beside English ones, and no locale says which it is";
            report.replaced("the survey", reason, format!("the made-up tag {UNKNOWN}; write the right one"));
            UNKNOWN.to_owned()
        }
        None if !tags.contains(THEIR_DEFAULT) && !leaves_open(survey) => {
            tags.first().map_or(THEIR_DEFAULT, String::as_str).to_owned()
        }
        _ => THEIR_DEFAULT.to_owned(),
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
