//! The languages of a questionnaire.

use super::Reading;
use super::entry::{Entry, Fields};
use crate::language::Language;

const MOST_LANGUAGES: usize = 30;

impl Reading {
    /// The languages, those in work, and the one to fall back to.
    pub fn languages(&mut self, fields: &mut Fields<'_>) -> Option<Language> {
        if let Some(list) = fields.need("languages", &mut self.problems) {
            self.languages = self.tags(&list);
        }
        if let Some(list) = fields.take("languages_in_work") {
            self.in_work = self.tags(&list);
        }
        let entry = fields.need("default_language", &mut self.problems)?;
        let language = entry.parsed(&mut self.problems, Language::parse)?;
        if !self.languages.contains(&language) {
            entry.wrong(&mut self.problems, format!("\"{language}\" is not among the languages; add it to them"));
        }
        Some(language)
    }

    /// A list of languages; none stands in it twice, nor in the list before it.
    fn tags(&mut self, list: &Entry<'_>) -> Vec<Language> {
        let mut tags = Vec::new();
        for entry in list.list(&mut self.problems, MOST_LANGUAGES).unwrap_or_default() {
            let Some(language) = entry.parsed(&mut self.problems, Language::parse) else { continue };
            if self.languages.contains(&language) || tags.contains(&language) {
                entry.wrong(&mut self.problems, format!("the language \"{language}\" stands here twice; keep one"));
            } else {
                tags.push(language);
            }
        }
        tags
    }
}
