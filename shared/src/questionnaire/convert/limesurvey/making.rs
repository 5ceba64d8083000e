//! The questionnaire while it is made.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::super::codes::Codes;
use super::super::formula::Formula;
use super::super::{Notice, Report};
use super::asked::Held;
use super::grouped::{Grouped, gathered};
use super::language::Tongue;
use super::names::Names;
use super::settings::Words;
use super::survey::Survey;
use crate::questionnaire::expression::RESERVED;
use crate::questionnaire::format::{Question, Texts};
use crate::questionnaire::problem::counted;

/// Words of their expressions, which no question may be called besides ours.
const THEIRS: [&str; 3] = ["and", "not", "or"];
/// Notices looked through for the same one.
const MANY: usize = 60;

/// The questionnaire while it is made, and what was noted of it.
#[derive(Debug)]
pub struct Making<'r, 'n> {
    /// The survey it is made of.
    pub survey: &'r Survey<'r>,
    /// What could not be carried over.
    pub report: &'n mut Report,
    /// Its languages.
    pub tongues: Vec<Tongue<'r>>,
    /// The names that expressions may use so far.
    pub names: Names<'r>,
    /// Texts that another language stands in for, by our tag.
    pub missing: BTreeMap<String, usize>,
    /// Words that are there in English only, by our tag.
    pub english: BTreeMap<String, usize>,
    /// When the section is asked that is made: conditions that all hold.
    pub section: Vec<Rc<Held>>,
    /// The conditions of rows and options of the question that is made, by how they are written.
    pub offered: HashMap<String, Formula>,
    /// What is told once for all places.
    pub grouped: Grouped,
    codes: Codes,
}

impl<'r, 'n> Making<'r, 'n> {
    /// Nothing yet.
    pub fn new(survey: &'r Survey<'r>, tongues: Vec<Tongue<'r>>, report: &'n mut Report) -> Self {
        Self {
            survey,
            report,
            tongues,
            names: Names::default(),
            missing: BTreeMap::new(),
            english: BTreeMap::new(),
            section: vec![],
            offered: HashMap::new(),
            codes: Codes::default(),
            grouped: Grouped::default(),
        }
    }

    /// The name of a question.
    pub fn name(&mut self, theirs: &str) -> String {
        let is_taken = RESERVED.contains(&theirs) || THEIRS.contains(&theirs);
        let wished = if is_taken { format!("{theirs}_") } else { theirs.to_owned() };
        let name = self.codes.make_name(&wished, "question");
        if name != theirs {
            self.report.replaced(
                place(theirs),
                "expressions here could not name it as it is",
                format!("the name {name}"),
            );
        }
        name
    }

    /// The name of a question that was none in theirs.
    pub fn further_name(&mut self, name: &str) -> String {
        self.codes.make_name(name, "question")
    }

    /// Words in the first language, or in another one where it has none.
    pub fn first_words(&self, words: &Words<'r>) -> &'r str {
        words.get(self.tongues[0].theirs).or_else(|| words.values().next()).copied().unwrap_or("")
    }

    /// Notes that something stands in another form, unless that was noted a moment ago, of another language.
    pub fn replaced_once(&mut self, place: &str, reason: String, by: &str) {
        let is_same = |notice: &Notice| notice.place == place && notice.reason == reason;
        if !self.report.notices.iter().rev().take(MANY).any(is_same) {
            self.report.replaced(place, reason, by);
        }
    }

    /// Tells the same once, what was grouped, and which texts are missing.
    pub fn finish(&mut self) {
        self.report.notices = gathered(std::mem::take(&mut self.report.notices));
        std::mem::take(&mut self.grouped).tell(self.report);
        let default = self.tongues[0].ours.clone();
        for (tag, count) in std::mem::take(&mut self.missing) {
            let is_default = tag == default.as_str();
            let by = if is_default {
                "those in another language".to_owned()
            } else {
                format!("those in {default}, if there are any")
            };
            self.report.replaced(format!("language {tag}"), format!("{} missing", counted(count, "text")), by);
        }
        for (tag, count) in std::mem::take(&mut self.english) {
            let reason = format!("{count} labels such as \"Yes\" are built into their tool and not in the file");
            self.report.replaced(format!("language {tag}"), reason, "English ones");
        }
    }
}

/// How a question is named in notices.
pub fn place(code: &str) -> String {
    format!("question {code}")
}

/// A question with nothing but its name and text.
pub fn plain(id: String, text: Texts) -> Question {
    Question { id, text, ..Question::default() }
}
