//! Their texts as ours: plain words in every language of the survey, with the values of earlier answers in them.

use std::collections::BTreeMap;

use fluent_bundle::FluentValue;
use serde_json::Value;

use super::Reading;
use super::expression::{Sight, Type, Why};
use super::locale::PLATFORM;
use super::settings::Concern;
use super::words::standard;
use crate::questionnaire::convert::formula::print;
use crate::questionnaire::convert::html::{self, has_tags, plain};
use crate::questionnaire::convert::report::Notice;
use crate::questionnaire::format::Texts;

/// Characters of the longest text.
const LONGEST: usize = 4_000;
/// Values put into one text.
const MOST_VALUES: usize = 50;

impl Reading<'_> {
    /// What `value` says in every language; `None`: it says nothing.
    pub fn texts(&mut self, value: Option<&Value>, place: &str) -> Option<Texts> {
        let value = value?;
        let mut words = self.locale.words(value);
        let before = self.report.notices.len();
        for (language, text) in &mut words {
            let place = format!("{place} ({language})");
            for name in self.plain(text) {
                if name == html::LINK {
                    self.report.replaced(&place, "a link in the text: texts are plain words", html::INSTEAD);
                } else {
                    self.report.dropped(&place, format!("<{name}> in the text: texts are plain words"));
                }
            }
            *text = self.with_values(text, &place);
            self.shorten(text, &place);
        }
        every_language(&mut self.report.notices, before, place, words.len());
        words.retain(|_, text| !text.is_empty());
        self.in_every_language(words)
    }

    /// What `value` says, or `otherwise` in every language.
    pub fn texts_or(&mut self, value: Option<&Value>, place: &str, otherwise: &str) -> Texts {
        self.texts(value, place).unwrap_or_else(|| self.same(otherwise))
    }

    /// The same words in every language.
    pub fn same(&self, text: &str) -> Texts {
        let mut text = plain(text).text.replace("{{", "{ {");
        if text.is_empty() {
            text = "…".into();
        }
        let text: String = text.chars().take(LONGEST).collect();
        self.locale.languages.iter().map(|language| (language.clone(), text.clone())).collect()
    }

    /// Words that their tool has itself.
    pub fn standard(&mut self, key: &str, values: &[(&str, FluentValue<'_>)]) -> Texts {
        for language in self.locale.languages.clone() {
            if !language.starts_with("de") && !language.starts_with("en") {
                self.locale.gap(&language, PLATFORM);
            }
        }
        standard(key, &self.locale.languages, values)
    }

    /// What `value` says, or words that their tool has itself.
    pub fn texts_or_standard(&mut self, value: Option<&Value>, place: &str, key: &str) -> Texts {
        match self.texts(value, place) {
            Some(texts) => texts,
            None => self.standard(key, &[]),
        }
    }

    fn in_every_language(&mut self, mut words: BTreeMap<String, String>) -> Option<Texts> {
        let other = self.locale.stand_in(&words)?;
        let stand_in = words[&other].clone();
        for language in self.locale.languages.clone() {
            if words.contains_key(&language) {
                continue;
            }
            if stand_in.contains(char::is_alphabetic) {
                self.locale.gap(&language, &other);
            }
            words.insert(language, stand_in.clone());
        }
        Some(words)
    }

    /// Makes words of HTML; returns the names of what is lost.
    fn plain(&mut self, text: &mut String) -> Vec<&'static str> {
        let plain = plain(text);
        if has_tags(text) {
            self.tally.count(Concern::Format, "HTML");
        }
        *text = plain.text;
        plain.lost
    }

    fn shorten(&mut self, text: &mut String, place: &str) {
        if let Some((end, _)) = text.char_indices().nth(LONGEST) {
            text.truncate(end);
            self.report.replaced(place, format!("the text is longer than {LONGEST} characters"), "its beginning");
        }
        text.retain(|sign| sign == '\n' || !sign.is_control());
    }

    /// `{name}` becomes `{{ code }}`; what cannot be said becomes "…".
    fn with_values(&mut self, text: &str, place: &str) -> String {
        let (mut out, mut rest, mut values) = (String::new(), text, 0);
        while let Some((before, name, after)) = braces(rest) {
            out.push_str(&before.replace("{{", "{ {"));
            out.push_str(if before.ends_with('{') { " " } else { "" });
            values += 1;
            let value =
                if values > MOST_VALUES { Err("too many values in one text".into()) } else { self.value_in_text(name) };
            match value {
                Ok(value) => out.extend(["{{ ", value.as_str(), " }}"]),
                Err(reason) => {
                    out.push('…');
                    self.report.replaced(place, format!("{{{name}}} in the text: {reason}"), "…");
                }
            }
            rest = after;
        }
        // What was no name of theirs must not become an expression of ours.
        out.push_str(&rest.replace("{{", "{ {"));
        out
    }

    fn value_in_text(&self, name: &str) -> Result<String, String> {
        let term = Sight::new(&self.known).value(&format!("{{{name}}}")).map_err(|why: Why| why.told())?;
        match term.ty {
            Type::Number | Type::Text | Type::Date | Type::Choice(_) | Type::Choices(_) | Type::Flag => {
                Ok(print(&term.formula))
            }
            _ => Err(format!("{} cannot stand in a text", term.called())),
        }
    }
}

/// Of the notices from `before` on, which name a language each, those that hold for all of them name none.
fn every_language(notices: &mut Vec<Notice>, before: usize, place: &str, languages: usize) {
    let mut all = notices.split_off(before.min(notices.len()));
    while let Some(first) = all.first().cloned() {
        let is_same = |notice: &Notice| notice.reason == first.reason && notice.outcome == first.outcome;
        let (same, others): (Vec<_>, Vec<_>) = all.into_iter().partition(is_same);
        let mut places: Vec<_> = same.iter().map(|notice| notice.place.as_str()).collect();
        places.dedup();
        let holds_for_all = places.len() == languages;
        notices.extend(if holds_for_all { vec![Notice { place: place.to_owned(), ..first }] } else { same });
        all = others;
    }
}

/// A text that was put together, at most as long as texts are.
pub fn short(text: String) -> String {
    if text.len() <= LONGEST { text } else { text.chars().take(LONGEST).collect() }
}

/// The text before the first pair of braces, what stands inside, and the text behind.
fn braces(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find('{')?;
    let close = open + text[open..].find('}')?;
    // The innermost brace belongs to the closing one.
    let open = text[..close].rfind('{').unwrap_or(open);
    let name = &text[open + 1..close];
    let is_name = !name.trim().is_empty() && !name.contains('\n');
    is_name.then(|| (&text[..open], name, &text[close + 1..]))
}
