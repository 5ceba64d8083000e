//! How much of a questionnaire exists in each of its languages.

use super::places::{Place, walk};
use crate::language::Language;
use crate::questionnaire::format::{Document, Texts};

/// How far one language is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness {
    /// The language.
    pub language: Language,
    /// Whether respondents are offered it.
    pub is_offered: bool,
    /// How many texts exist in it.
    pub there: usize,
    /// How many texts there are.
    pub all: usize,
    /// The texts that are missing, in order.
    pub gaps: Vec<Gap>,
}

/// A text that is missing in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Where.
    pub place: Place,
    /// The text in the default language.
    pub text: String,
}

impl Completeness {
    /// Whether nothing is missing.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.gaps.is_empty()
    }

    /// The texts that exist, in percent, rounded down: 100 only if nothing is missing.
    #[must_use]
    pub const fn percent(&self) -> usize {
        match (self.there * 100).checked_div(self.all) {
            Some(percent) => percent,
            None => 100,
        }
    }
}

/// How far each language is: those that are offered first, then those in work.
#[must_use]
pub fn completeness(document: &Document) -> Vec<Completeness> {
    let none = |(tag, is_offered): (&String, bool)| {
        let language = Language::parse(tag).ok()?;
        Some(Completeness { language, is_offered, there: 0, all: 0, gaps: vec![] })
    };
    let offered = document.languages.iter().map(|tag| (tag, true));
    let in_work = document.languages_in_work.iter().map(|tag| (tag, false));
    let mut all: Vec<_> = offered.chain(in_work).filter_map(none).collect();
    let default = document.default_language.to_ascii_lowercase();
    walk(&mut document.clone(), &mut |place, texts| {
        // What says nothing in the default language says nothing at all, such as the heading of an only column.
        let Some(text) = said(texts, &default) else { return };
        for one in &mut all {
            one.all += 1;
            match said(texts, one.language.as_str()) {
                Some(_) => one.there += 1,
                None => one.gaps.push(Gap { place: place.clone(), text: text.to_owned() }),
            }
        }
    });
    all
}

/// The text in a language, if there is one.
pub fn said<'t>(texts: &'t Texts, language: &str) -> Option<&'t str> {
    texts.get(language).map(|text| text.trim()).filter(|text| !text.is_empty())
}
