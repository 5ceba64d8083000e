//! Options that we know: official classifications, and the words yes and no.

use super::Reading;
use super::entry::Entry;
use crate::classification;
use crate::language::LocalText;
use crate::questionnaire::model::{Choice, Code};
use crate::text::Words;

/// The lists by name.
#[derive(Clone, Copy)]
enum List {
    Sections,
    Divisions,
    Kreise,
    Countries,
}

const LISTS: [(&str, List); 4] = [
    ("nace_sections", List::Sections),
    ("nace_divisions", List::Divisions),
    ("kreise", List::Kreise),
    ("countries", List::Countries),
];

impl Reading {
    /// The options of a list of ours.
    pub fn list(&mut self, entry: &Entry<'_>) -> Option<Vec<Choice>> {
        let titles = match entry.word(&mut self.problems, &LISTS)? {
            List::Sections => classification::section_titles(),
            List::Divisions => classification::division_titles(),
            List::Kreise => classification::kreis_titles(),
            List::Countries => classification::country_titles(),
        };
        let option = |title: &classification::Title| {
            let label = self.in_all_languages(|language| title.in_language(language).to_owned());
            Some(Choice::plain(Code::parse(title.code).ok()?, label))
        };
        Some(titles.iter().filter_map(option).collect())
    }

    /// A word of the interface in the questionnaire's languages; English stands in where the interface does not speak one.
    pub fn words_of_ours(&self, name: &str) -> LocalText {
        self.in_all_languages(|language| Words::nearest(language).text(&format!("respond-{name}")).into_owned())
    }

    fn in_all_languages(&self, say: impl Fn(&crate::language::Language) -> String) -> LocalText {
        LocalText(
            self.languages.iter().chain(&self.in_work).map(|language| (language.clone(), say(language))).collect(),
        )
    }
}
