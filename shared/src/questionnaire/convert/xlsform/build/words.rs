//! Texts: plain, in every language, with answers in them.

use std::collections::BTreeMap;

use super::super::super::html;
use super::super::super::sheet::Row;
use super::super::formula::pieces::{Piece, pieces};
use super::super::heading::Field;
use super::super::scope::{Meaning, Type};
use super::super::table::Table;
use super::super::wording::{Word, word};
use super::Builder;
use crate::questionnaire::format::Texts;

/// Characters of the longest text.
const LONGEST: usize = 4_000;

impl<'w> Builder<'w, '_> {
    /// What a row of the survey says in a field, in every language; `None`: nothing in any.
    pub(super) fn texts(&mut self, line: usize, field: &Field) -> Option<Texts> {
        let (table, row) = (self.survey.table, self.survey.lines[line].row);
        let texts = self.plain_texts(table, row, field)?;
        Some(self.piped(texts, line, &table.place(row, field)))
    }

    /// The same of any sheet, without answers in it.
    pub(super) fn plain_texts(&mut self, table: &Table<'w>, row: &'w Row, field: &Field) -> Option<Texts> {
        let mut texts = BTreeMap::new();
        for (language, written) in table.texts(row, field) {
            let Some(tag) = self.languages.tag(language).map(str::to_owned) else { continue };
            // A column that names the default language goes before one that names none.
            let text = self.clean(written, &table.place(row, field));
            let is_second = texts.get(&tag).is_some_and(|other| *other != text);
            self.told.doubled += usize::from(is_second && !text.is_empty());
            if !text.is_empty() && (language.is_some() || !is_second) {
                texts.insert(tag, text);
            }
        }
        self.filled(&texts)
    }

    /// The words of a text.
    fn clean(&mut self, written: &str, place: &str) -> String {
        let plain = html::plain(written);
        if !plain.lost.is_empty() {
            self.report.replaced(
                place,
                format!("the text shows more than words: {}", plain.lost.join(", ")),
                plain.instead(),
            );
        }
        let text = plain.text.replace("**", "").replace("{{", "{ {");
        self.told.markup += usize::from(written.contains("**") || (written.contains("</") && !text.contains("</")));
        if text.chars().count() > LONGEST {
            self.report.replaced(place, format!("the text is longer than {LONGEST} characters"), "its beginning");
            return text.chars().take(LONGEST).collect();
        }
        text
    }

    /// Fills the languages that lack a text.
    pub(super) fn filled(&mut self, texts: &Texts) -> Option<Texts> {
        let stand_in = texts.get(self.languages.default()).or_else(|| texts.values().next())?.clone();
        let mut filled = Texts::new();
        for tag in &self.languages.tags {
            let text = texts.get(tag).cloned().unwrap_or_else(|| {
                *self.told.missing.entry(tag.clone()).or_default() += 1;
                stand_in.clone()
            });
            self.made += text.len();
            filled.insert(tag.clone(), text);
        }
        Some(filled)
    }

    /// One text for all languages, where the form says none.
    pub(super) fn everywhere(&self, text: &str) -> Texts {
        self.languages.tags.iter().map(|tag| (tag.clone(), text.to_owned())).collect()
    }

    /// A word of ours in every language, as far as it is known.
    pub(super) fn word(&self, words: &Word) -> Texts {
        let tags = self.languages.tags.iter();
        tags.map(|tag| (tag.clone(), word(words, tag))).collect()
    }

    /// Puts answers into texts: `${name}`.
    pub(super) fn piped(&mut self, mut texts: Texts, line: usize, place: &str) -> Texts {
        for text in texts.values_mut().filter(|text| text.contains("${")) {
            let mut out = String::new();
            for piece in pieces(text) {
                match piece {
                    Piece::Words(words) => out.push_str(words),
                    Piece::Name(name) => out.push_str(&self.answer(name, line, place)),
                }
            }
            *text = if out.chars().count() > LONGEST { out.chars().take(LONGEST).collect() } else { out };
        }
        texts
    }

    /// What stands in a text for the answer to a question.
    fn answer(&mut self, name: &str, line: usize, place: &str) -> String {
        let why = match self.scope.meaning(name, line, self.survey) {
            Meaning::Is(path, ty) if !matches!(ty, Type::Bool | Type::List(_) | Type::Repeat) => {
                return format!("{{{{ {path} }}}}");
            }
            Meaning::Unknown => {
                self.faults.add(place, format!("there is no question {name}; correct the name or add the question"));
                return String::new();
            }
            Meaning::Ambiguous => {
                self.faults
                    .add(place, format!("there are several questions named {name}; give each a name of its own"));
                return String::new();
            }
            Meaning::Is(..) => "cannot be shown in a text",
            Meaning::Itself => "is the question itself",
            Meaning::Not(why) => why,
        };
        let reason = format!("the text shows an answer, but {name} {why}");
        // The same text in several languages says the same.
        let told = self.report.notices.last().is_some_and(|last| last.place == place && last.reason == reason);
        if !told {
            self.report.replaced(place, reason, "…");
        }
        "…".into()
    }
}
