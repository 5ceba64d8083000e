//! Texts with answers in them, and words of ours.

use super::super::super::html::spelled;
use super::super::wording::{Word, word};
use super::Writer;
use super::grid::{Cells, Key};
use crate::questionnaire::format::Texts;

impl Writer<'_, '_> {
    /// Texts by the place of their language, with `${name}` where answers stand.
    pub(super) fn texts(&mut self, texts: &Texts, place: &str) -> Vec<String> {
        let languages = &self.document.languages;
        let texts: Vec<String> = languages.iter().map(|tag| texts.get(tag).cloned().unwrap_or_default()).collect();
        // Apps show labels as HTML, so what looks like it is spelled.
        texts.into_iter().map(|text| spelled(&self.text(&text, place))).collect()
    }

    fn text(&mut self, text: &str, place: &str) -> String {
        // What reads as a name in a form is none of ours.
        let mut rest = text.replace("${", "$ {");
        let mut out = String::new();
        while let Some((before, inner)) = rest.split_once("{{") {
            let Some((expression, behind)) = inner.split_once("}}") else { break };
            out.push_str(before);
            if expression.trim() == "today" {
                out.push_str(&self.today());
                rest = behind.to_owned();
                continue;
            }
            if let Some((name, _)) = self.names.get(expression.trim()) {
                out.extend(["${", name, "}"]);
            } else {
                out.push('…');
                let reason = format!("a text of a form shows answers and nothing computed: {}", expression.trim());
                self.report.replaced(place, reason, "…");
            }
            rest = behind.to_owned();
        }
        out + &rest
    }

    /// The day: a form notes it in a row of its own, which texts can show.
    fn today(&mut self) -> String {
        if self.today.is_none() {
            let name = self.names.make("today");
            self.survey.add_first(vec![(Key::Type, "today".into()), (Key::Name, name.clone())]);
            self.today = Some(name);
        }
        format!("${{{}}}", self.today.as_deref().unwrap_or_default())
    }

    /// A word in every language it is known in, else in English.
    pub(super) fn word(&self, words: &Word) -> Texts {
        let tags = self.document.languages.iter();
        tags.map(|tag| (tag.clone(), word(words, tag))).collect()
    }

    /// A row that only shows a text.
    pub(super) fn note(&mut self, name: &str, texts: Vec<String>) {
        let name = self.names.make(name);
        let mut cells: Cells = vec![(Key::Type, "note".into()), (Key::Name, name)];
        cells.extend(labels(texts));
        self.survey.add(cells);
    }
}

/// The cells of a label.
pub fn labels(texts: Vec<String>) -> impl Iterator<Item = (Key, String)> {
    texts.into_iter().enumerate().map(|(language, text)| (Key::Label(language), text))
}

/// The cells of a help text.
pub fn hints(texts: Vec<String>) -> impl Iterator<Item = (Key, String)> {
    texts.into_iter().enumerate().map(|(language, text)| (Key::Hint(language), text))
}
