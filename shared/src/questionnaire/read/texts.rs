//! Texts in every language of the questionnaire.

use super::Reading;
use super::entry::{Entry, Fields};
use crate::language::LocalText;
use crate::questionnaire::problem::Problems;

/// Characters of the longest text.
pub const LONGEST_TEXT: usize = 4_000;

impl Reading {
    /// A text that stands as a map of languages: `{en: …, de: …}`.
    pub fn text(&mut self, entry: &Entry<'_>) -> Option<LocalText> {
        let mut fields = entry.fields(&mut self.problems)?;
        let text = self.in_languages(&mut fields);
        fields.finish(&mut self.problems);
        let text = text?;
        self.pipes_of(entry.node.line, &entry.path, &text);
        Some(text)
    }

    /// A text whose languages stand among other keys: `{code: …, en: …, de: …}`.
    pub fn labels(&mut self, fields: &mut Fields<'_>) -> Option<LocalText> {
        let label = self.in_languages(fields)?;
        self.pipes_of(fields.line, &fields.path, &label);
        Some(label)
    }

    /// The text in every language, and in those of the languages in work where it is there.
    fn in_languages(&mut self, fields: &mut Fields<'_>) -> Option<LocalText> {
        let mut found = LocalText::default();
        for language in &self.languages {
            let Some(entry) = fields.take(language.as_str()) else {
                let reason = format!("the text in \"{language}\" is missing; add it");
                self.problems.add(fields.line, fields.path.clone(), reason);
                continue;
            };
            found.0.extend(words(fields, &entry, &mut self.problems).map(|text| (language.clone(), text)));
        }
        let is_whole = found.0.len() == self.languages.len();
        for language in &self.in_work {
            let Some(entry) = fields.take(language.as_str()) else { continue };
            found.0.extend(words(fields, &entry, &mut self.problems).map(|text| (language.clone(), text)));
        }
        is_whole.then_some(found)
    }
}

fn words<'n>(fields: &mut Fields<'n>, entry: &Entry<'n>, problems: &mut Problems) -> Option<String> {
    let words = fields.take_words_after(entry);
    let text = entry.text(problems)?;
    let text = std::iter::once(text).chain(words).collect::<Vec<_>>().join(", ");
    if let Some(fault) = fault(&text) {
        entry.wrong(problems, fault);
        return None;
    }
    Some(text)
}

/// What is wrong with a text, by itself.
pub fn fault(text: &str) -> Option<String> {
    if text.is_empty() {
        Some("the text is empty; write one".into())
    } else if text.chars().count() > LONGEST_TEXT {
        Some(format!("the text is longer than {LONGEST_TEXT} characters; shorten it"))
    } else if text.chars().any(|c| c.is_control() && c != '\n') {
        Some("the text contains control characters; remove them".into())
    } else {
        None
    }
}
