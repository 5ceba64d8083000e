//! A questionnaire in one language.

use rundfrage_shared::language::{Language, LocalText};
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::text::Words;

/// The words of the interface, and the questionnaire's own texts in the same language.
#[derive(Clone, Debug)]
pub struct Voice<'q> {
    /// The interface's.
    pub words: Words,
    language: Language,
    fallback: &'q Language,
}

impl<'q> Voice<'q> {
    /// The questionnaire in the language of `words`, or in its default language where it does not speak that one.
    pub fn new(words: Words, questionnaire: &'q Questionnaire) -> Self {
        Self { words, language: words.language(), fallback: &questionnaire.default_language }
    }

    /// A text of the questionnaire.
    pub fn say(&self, text: &LocalText) -> String {
        text.get(&self.language, self.fallback).to_owned()
    }

    /// A unit as it stands behind a number: `%`, `Tsd. Euro`; one without a word of ours is shown as it is.
    pub fn unit(&self, unit: &str) -> String {
        const KNOWN: [&str; 9] = [
            "percent",
            "months",
            "positions",
            "thousand_eur",
            "eur",
            "million_eur",
            "persons",
            "hours_per_week",
            "hours",
        ];
        if KNOWN.contains(&unit) {
            self.words.text(&format!("respond-unit-{}", unit.replace('_', "-"))).into_owned()
        } else {
            unit.replace('_', " ")
        }
    }

    /// A number as the language writes it, without thousands set apart in what people type again.
    pub fn number(&self, number: f64) -> String {
        let places = (0..=6).find(|places| (number * 10_f64.powi(*places)).fract().abs() < 1e-9).unwrap_or(6);
        self.words.decimal(number, usize::try_from(places).unwrap_or(0))
    }
}
