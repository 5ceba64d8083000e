//! Words that their tool shows of its own, which stand in no file of it.

use super::super::formula::Operator;
use super::making::Making;
use super::translate::Context;
use super::value::decimal;
use crate::language::Language;
use crate::questionnaire::format::Texts;
use crate::text::Words;

impl Making<'_, '_> {
    /// One of the words that are built into their tool, in every language; ours are German and English.
    pub fn built_in(&mut self, key: &str) -> Texts {
        let mut texts = Texts::new();
        for tongue in &self.tongues {
            let tag = tongue.ours.as_str();
            if !(tag.starts_with("de") || tag.starts_with("en")) {
                *self.english.entry(tag.to_owned()).or_default() += 1;
            }
            texts.insert(tag.to_owned(), Words::nearest(&tongue.ours).text(key).into_owned());
        }
        texts
    }

    /// What is said of a number below or above a bound that stands in `source`; `None` where the bound cannot be said.
    pub fn bound_words(&mut self, what: &str, operator: Operator, source: &str) -> Option<Texts> {
        let key = format!("convert-{what}{}", if operator == Operator::AtLeast { "at-least" } else { "at-most" });
        let source = source.trim().trim_start_matches('{').trim_end_matches('}');
        let mut texts = self.built_in(&key);
        for tongue in &self.tongues {
            let (tag, words) = (tongue.ours.as_str(), Words::nearest(&tongue.ours));
            let bound = Context { names: &self.names, language: tag, survey: self.survey }.pipe(source).ok()?;
            let is_german = words == Words::nearest(&Language::german());
            let bound = if is_german && decimal(&bound).is_some() { bound.replace('.', ",") } else { bound };
            texts.insert(tag.to_owned(), words.with_one(&key, "bound", bound).into_owned());
        }
        Some(texts)
    }

    /// The same words in every language.
    pub fn everywhere(&self, text: &str) -> Texts {
        self.tongues.iter().map(|tongue| (tongue.ours.to_string(), text.to_owned())).collect()
    }
}
