//! How two versions of a questionnaire differ, and whether answers to the one can stand beside answers to the other.
//!
//! Data sets and trends go by codes, so parts are matched by their codes. What keeps answers comparable leaves the meaning of every
//! answer given before as it was: other wording, one more language, an option or a question more at the end. What breaks
//! them changes what an answer means, who gives it, or takes it away.
//!
//! To add a part to questions: compare it in `question.rs` or `kind.rs`, and give what can become of it a name in [`What`].

mod kind;
mod options;
mod question;
#[cfg(test)]
mod tests;
mod what;

use super::model::{Code, Questionnaire, Section};
use question::Asked;

pub use what::{Place, What};

/// One thing that is not the same in two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where.
    pub place: Place,
    /// What became of it.
    pub what: What,
}

impl Difference {
    /// The text that says it.
    #[must_use]
    pub fn key(&self) -> String {
        format!("console-difference-{}", self.what.as_str())
    }

    /// Whether answers to both versions can be compared.
    #[must_use]
    pub const fn keeps(&self) -> bool {
        self.what.keeps()
    }
}

/// Whether answers to both versions can be compared.
#[must_use]
pub fn is_comparable(differences: &[Difference]) -> bool {
    differences.iter().all(Difference::keeps)
}

/// What became of `old` in `new`: first what concerns the whole, then question by question in the order of `new`, then what is gone.
#[must_use]
pub fn compare(old: &Questionnaire, new: &Questionnaire) -> Vec<Difference> {
    let mut found = Found::default();
    whole(&mut found, old, new);
    for section in &new.sections {
        if let Some((_, before)) = old.section(section.code.as_str()) {
            self::section(&mut found, before, section);
        }
        for question in &section.questions {
            let before = asked(old, &question.code);
            question::compare(&mut found, before, Asked { question, section_if: section.show_if.as_ref() });
        }
    }
    for question in old.questions().filter(|question| new.question(question.code.as_str()).is_none()) {
        found.add(Place::Question(question.code.clone()), What::QuestionRemoved);
    }
    found.0
}

/// The question with this code, and when its section is asked.
fn asked<'q>(questionnaire: &'q Questionnaire, code: &Code) -> Option<Asked<'q>> {
    questionnaire.sections.iter().find_map(|section| {
        let question = section.questions.iter().find(|question| question.code == *code)?;
        Some(Asked { question, section_if: section.show_if.as_ref() })
    })
}

fn whole(found: &mut Found, old: &Questionnaire, new: &Questionnaire) {
    let is_added = |language| !old.languages.contains(language);
    found.when(Place::Whole, new.languages.iter().any(is_added), What::LanguageAdded);
    let is_gone = |language| !new.languages.contains(language);
    found.when(Place::Whole, old.languages.iter().any(is_gone), What::LanguageRemoved);
    let is_reworded = (&old.title, &old.intro, &old.thanks) != (&new.title, &new.intro, &new.thanks);
    found.when(Place::Whole, is_reworded, What::Wording);
    let handled = |one: &Questionnaire| {
        (one.cadence, one.estimated_minutes, one.hub, one.default_language.clone(), one.languages_in_work.clone())
    };
    found.when(Place::Whole, handled(old) != handled(new), What::Handling);
    found.when(Place::Whole, old.derived != new.derived, What::Indicator);
    let order = |one: &Questionnaire, other: &Questionnaire| -> Vec<Code> {
        let both = one.questions().filter(|question| other.question(question.code.as_str()).is_some());
        both.map(|question| question.code.clone()).collect()
    };
    found.when(Place::Whole, order(old, new) != order(new, old), What::Order);
}

/// A section's own texts and order; when it is asked is told with its questions.
fn section(found: &mut Found, old: &Section, new: &Section) {
    let place = || Place::Section(new.code.clone());
    found.when(place(), (&old.title, &old.intro) != (&new.title, &new.intro), What::Wording);
    found.when(place(), old.randomise != new.randomise, What::Look);
}

/// What was found so far, each thing once.
#[derive(Default)]
struct Found(Vec<Difference>);

impl Found {
    fn add(&mut self, place: Place, what: What) {
        let difference = Difference { place, what };
        if !self.0.contains(&difference) {
            self.0.push(difference);
        }
    }

    fn when(&mut self, place: Place, differs: bool, what: What) {
        if differs {
            self.add(place, what);
        }
    }
}
