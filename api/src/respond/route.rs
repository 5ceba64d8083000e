//! Which pages are asked of this respondent, and where one goes from here.

use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::model::Question;
use rundfrage_shared::questionnaire::route::{Asked, asked};

use super::sheets::{Sheet, sheets};
use super::visit::Visit;

/// The way through the questionnaire, given the answers so far.
#[derive(Debug)]
pub struct Route<'q> {
    sheets: Vec<Sheet<'q>>,
    asked: Asked<'q>,
}

/// Where a page stands among those that are asked, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// This one.
    pub number: usize,
    /// How many there are.
    pub total: usize,
    /// This one among the pages of its section.
    pub part: usize,
    /// How many pages its section has.
    pub parts: usize,
}

impl<'q> Route<'q> {
    /// The way for someone who answered `answers` so far.
    pub fn new(visit: &'q Visit, answers: &Answers) -> Self {
        let questionnaire = &*visit.questionnaire;
        Self { sheets: sheets(questionnaire), asked: asked(questionnaire, answers, visit.circumstances()) }
    }

    /// The page with this address, whether or not anything on it is asked.
    pub fn sheet(&self, address: &str) -> Option<Sheet<'q>> {
        self.sheets.iter().find(|sheet| sheet.address() == address).copied()
    }

    /// Whether the question is asked.
    pub fn asks(&self, question: &Question) -> bool {
        self.asked.contains(question.code.as_str())
    }

    /// The pages on which something is asked.
    pub fn visible(&self) -> impl DoubleEndedIterator<Item = &Sheet<'q>> {
        self.sheets.iter().filter(|sheet| sheet.questions.iter().any(|question| self.asks(question)))
    }

    /// The next page, if there is one.
    pub fn after(&self, address: &str) -> Option<String> {
        let from = self.sheets.iter().position(|sheet| sheet.address() == address)?;
        let behind = &self.sheets[from + 1..];
        behind.iter().find(|sheet| sheet.questions.iter().any(|question| self.asks(question))).map(Sheet::address)
    }

    /// The page before, if there is one.
    pub fn before(&self, address: &str) -> Option<String> {
        let visible: Vec<String> = self.visible().map(Sheet::address).collect();
        let here = visible.iter().position(|visible| visible == address)?;
        here.checked_sub(1).map(|before| visible[before].clone())
    }

    /// Where a page stands; `None` if nothing on it is asked.
    pub fn place(&self, address: &str) -> Option<Place> {
        let visible: Vec<&Sheet<'q>> = self.visible().collect();
        let here = visible.iter().position(|sheet| sheet.address() == address)?;
        let same = |sheet: &&&Sheet<'q>| sheet.section.code == visible[here].section.code;
        Some(Place {
            number: here + 1,
            total: visible.len(),
            part: visible[..=here].iter().filter(same).count(),
            parts: visible.iter().filter(same).count(),
        })
    }

    /// Where the respondent left off: the last page with an answer, or the one behind it if everything asked there was answered;
    /// `None` behind the last page.
    pub fn left_off(&self, answers: &Answers) -> Option<String> {
        let is_answered = |question: &&Question| answers.get(question.code.as_str()).is_some();
        let last = self.visible().rev().find(|sheet| sheet.questions.iter().any(|question| is_answered(&question)));
        match last {
            None => self.visible().next().map(Sheet::address),
            Some(sheet) => {
                let mut asked = sheet.questions.iter().filter(|question| self.asks(question));
                if asked.all(|question| is_answered(&question)) {
                    self.after(&sheet.address())
                } else {
                    Some(sheet.address())
                }
            }
        }
    }
}
