//! The texts of a questionnaire as a translator gets them.

use thiserror::Error;

use super::completeness::said;
use super::places::walk;
use crate::language::Language;
use crate::questionnaire::format::Document;

/// From which language into which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The language of the sources.
    pub from: Language,
    /// The language of the translations.
    pub to: Language,
}

/// A questionnaire cannot be translated from the one language into the other.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum NotAPair {
    /// Both are the same.
    #[error("\"{0}\" is both the language to translate from and into; choose two")]
    Same(Language),
    /// Nothing is written in it.
    #[error("the questionnaire does not speak \"{0}\"; translate from one of its languages")]
    Unknown(Language),
    /// Labels stand beside other keys, and this tag is one of them.
    #[error("\"{0}\" is a key of rows and columns, and cannot be a language beside it; add a region, as in id-id")]
    Key(Language),
}

impl Pair {
    /// The pair, if the questionnaire can be translated so.
    pub fn new(document: &Document, from: Language, to: Language) -> Result<Self, NotAPair> {
        let speaks = |language: &Language| {
            let tags = document.languages.iter().chain(&document.languages_in_work);
            tags.into_iter().any(|tag| tag.eq_ignore_ascii_case(language.as_str()))
        };
        if from == to {
            Err(NotAPair::Same(from))
        } else if !speaks(&from) {
            Err(NotAPair::Unknown(from))
        } else if matches!(to.as_str(), "id" | "min" | "max") {
            Err(NotAPair::Key(to))
        } else {
            Ok(Self { from, to })
        }
    }
}

/// Texts with their translations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The languages.
    pub pair: Pair,
    /// The texts in order.
    pub lines: Vec<Line>,
}

/// One text with its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Where it stands in a file that was read, such as `row 5`.
    pub place: String,
    /// Its key in the questionnaire.
    pub key: String,
    /// The text to translate.
    pub source: String,
    /// The translation; empty: there is none yet.
    pub target: String,
    /// What the text stands below, for whoever translates it.
    pub context: String,
}

impl Catalogue {
    /// Every text of the questionnaire; one that is missing in the language of the sources stands in the default language.
    #[must_use]
    pub fn of(document: &Document, pair: Pair) -> Self {
        let mut lines = Vec::new();
        let default = document.default_language.to_ascii_lowercase();
        walk(&mut document.clone(), &mut |place, texts| {
            let Some(source) = said(texts, pair.from.as_str()).or_else(|| said(texts, &default)) else { return };
            let below = said(&place.below, pair.from.as_str()).or_else(|| said(&place.below, &default));
            lines.push(Line {
                place: String::new(),
                source: source.to_owned(),
                target: said(texts, pair.to.as_str()).unwrap_or_default().to_owned(),
                context: below.filter(|below| *below != source).unwrap_or_default().to_owned(),
                key: place.key,
            });
        });
        Self { pair, lines }
    }
}
