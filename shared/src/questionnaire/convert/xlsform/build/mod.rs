//! Making the questionnaire out of the survey, part by part in the order of the form.

mod bounds;
mod choices;
mod computed;
mod condition;
mod group;
mod kind;
mod kobo;
mod look;
mod matrix;
mod parameters;
mod question;
mod section;
mod select;
mod told;
mod words;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use self::choices::Base;
use super::super::codes::Codes;
use super::super::formula::Formula;
use super::super::report::Report;
use super::languages::Languages;
use super::lists::Lists;
use super::place::Faults;
use super::scope::Scope;
use super::settings::Settings;
use super::survey::{Part, Survey};
use crate::questionnaire::expression::RESERVED;
use crate::questionnaire::format::{Document, Scale, Section};
use crate::questionnaire::problem::quoted;
use crate::questionnaire::read::LARGEST;

/// Questions of a questionnaire.
const MOST_QUESTIONS: usize = 1_000;
/// Choices that filters are tried on, so that no form takes too long.
const MOST_FILTERED: usize = 200_000;

/// Why a question is left out when no more fits.
const TOO_LARGE: &str = "the questionnaire is too large already; split the form";

/// The form, and what has been made of it so far.
pub struct Builder<'w, 'r> {
    survey: &'w Survey<'w>,
    lists: &'w Lists<'w>,
    languages: &'w Languages,
    settings: &'w Settings<'w>,
    report: &'r mut Report,
    faults: &'r mut Faults,
    scope: Scope,
    codes: Codes,
    section_codes: Codes,
    scales: BTreeMap<String, Scale>,
    scale_codes: Codes,
    /// How many questions could refer to each list as a scale, and the scales there are.
    plain_uses: HashMap<String, usize>,
    shared_lists: HashMap<String, String>,
    bases: HashMap<String, Rc<Vec<Base<'w>>>>,
    /// Which columns of choices filters looked at.
    looked_at: RefCell<HashSet<String>>,
    /// Conditions of groups around that have no place of their own.
    around: Vec<Formula>,
    /// The repeat that is being filled.
    repeat: Option<usize>,
    told: told::Told,
    questions: usize,
    /// Bytes of texts made so far, and filters tried.
    made: usize,
    filtered: usize,
}

/// Makes the questionnaire.
pub fn build<'w>(
    survey: &'w Survey<'w>,
    parts: &[Part],
    lists: &'w Lists<'w>,
    languages: &'w Languages,
    settings: &'w Settings<'w>,
    (report, faults): (&mut Report, &mut Faults),
) -> Document {
    let mut codes = Codes::default();
    for name in RESERVED {
        codes.make(name, name);
    }
    let mut builder = Builder {
        survey,
        lists,
        languages,
        settings,
        report,
        faults,
        scope: Scope::of(survey),
        codes,
        section_codes: Codes::default(),
        scales: BTreeMap::new(),
        scale_codes: Codes::default(),
        plain_uses: choices::plain_uses(survey),
        shared_lists: HashMap::new(),
        bases: HashMap::new(),
        looked_at: RefCell::default(),
        around: Vec::new(),
        repeat: None,
        told: told::Told::default(),
        questions: 0,
        made: 0,
        filtered: 0,
    };
    let title = builder.title();
    let sections = builder.sections(parts, &title);
    builder.tell();
    builder.document(title, sections)
}

impl Builder<'_, '_> {
    fn document(self, title: crate::questionnaire::format::Texts, sections: Vec<Section>) -> Document {
        let theirs = &self.settings.id;
        let id = Codes::default()
            .make(if theirs.is_empty() { &self.settings.title } else { theirs }, self.settings.stand_in);
        if !theirs.is_empty() && id != *theirs {
            let reason = format!("the form_id {} has signs that ours have not", quoted(theirs));
            self.report.replaced("sheet settings", reason, id.as_str());
        }
        Document {
            id,
            version: self.settings.version,
            languages: self.languages.tags.clone(),
            default_language: self.languages.default().to_owned(),
            title,
            scales: self.scales,
            sections,
            ..Document::default()
        }
    }

    /// Whether what was made is too large for a questionnaire already; who asks stops making more.
    fn is_full(&mut self, more: usize) -> bool {
        self.made += more;
        self.made > 2 * LARGEST || self.questions > MOST_QUESTIONS
    }
}
