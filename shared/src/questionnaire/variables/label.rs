//! Labels in the languages of a questionnaire.

use crate::language::{Language, LocalText};
use crate::questionnaire::model::Questionnaire;
use crate::text::Words;

/// The languages to label in.
#[derive(Clone, Copy)]
pub struct Labels<'q> {
    languages: &'q [Language],
    default: &'q Language,
}

impl<'q> Labels<'q> {
    pub fn of(questionnaire: &'q Questionnaire) -> Self {
        Self { languages: &questionnaire.languages, default: &questionnaire.default_language }
    }

    fn each(self, say: impl Fn(&Language) -> String) -> LocalText {
        LocalText(self.languages.iter().map(|language| (language.clone(), say(language))).collect())
    }

    /// `whole – part`; one of them alone if the other says nothing.
    pub fn joined(self, whole: &LocalText, part: &LocalText) -> LocalText {
        self.each(|language| {
            let (whole, part) = (whole.get(language, self.default), part.get(language, self.default));
            let parts = [whole, part].into_iter().filter(|text| !text.is_empty());
            parts.collect::<Vec<_>>().join(" – ")
        })
    }

    /// A number, in every language.
    pub fn number(self, number: usize) -> LocalText {
        self.each(|_| number.to_string())
    }

    /// A word of the interface; English where the interface does not speak the language.
    pub fn word(self, key: &str) -> LocalText {
        self.each(|language| Words::nearest(language).text(key).into_owned())
    }
}
