//! Words that their tool shows of its own, which stand in no file of it.

use super::making::Making;
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

    /// The same words in every language.
    pub fn everywhere(&self, text: &str) -> Texts {
        self.tongues.iter().map(|tongue| (tongue.ours.to_string(), text.to_owned())).collect()
    }
}
