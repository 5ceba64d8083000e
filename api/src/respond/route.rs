//! Which pages are asked of this respondent, and where one goes from here.

use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::model::{Question, QuestionKind};
use rundfrage_shared::questionnaire::route::{Way, asked};

use super::sheets::{Sheet, sheets};
use super::visit::Visit;

/// The page that lists the sections, where they can be answered in any order.
pub const OVERVIEW: &str = "overview";

/// The way through the questionnaire, or through the section that was handed to a colleague, given the answers so far.
#[derive(Debug)]
pub struct Route<'q> {
    sheets: Vec<Sheet<'q>>,
    way: Way<'q>,
    has_hub: bool,
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
        let all = sheets(questionnaire, visit.response.id).into_iter();
        Self {
            sheets: all.filter(|sheet| visit.covers(&sheet.section.code)).collect(),
            way: asked(questionnaire, answers, visit.circumstances()),
            has_hub: questionnaire.hub && visit.submits(),
        }
    }

    /// The answers that count.
    pub const fn counted(&self) -> &Answers {
        &self.way.counted
    }

    /// Which questions are asked.
    pub const fn way(&self) -> &Way<'q> {
        &self.way
    }

    /// The page of this visitor with this address, whether or not anything on it is asked.
    pub fn sheet(&self, address: &str) -> Option<&Sheet<'q>> {
        self.sheets.iter().find(|sheet| sheet.address() == address)
    }

    /// The address of the page that asks a question.
    pub fn page_of(&self, question: &str) -> Option<String> {
        self.sheets.iter().find(|sheet| sheet.asks(question)).map(Sheet::address)
    }

    /// Whether the question is asked, or what stands in its place shown.
    pub fn asks(&self, question: &Question) -> bool {
        let is_hidden = matches!(question.kind, QuestionKind::Calculated { shown: false, .. });
        !is_hidden && self.way.contains(question.code.as_str())
    }

    fn is_visible(&self, sheet: &Sheet<'_>) -> bool {
        sheet.questions.iter().any(|question| self.asks(question))
    }

    /// The pages on which something is asked.
    pub fn visible(&self) -> impl DoubleEndedIterator<Item = &Sheet<'q>> {
        self.sheets.iter().filter(|sheet| self.is_visible(sheet))
    }

    /// The page after this one, if there is one; behind a section of those that can be answered in any order comes their list.
    pub fn after(&self, address: &str) -> Option<String> {
        let from = self.sheets.iter().position(|sheet| sheet.address() == address)?;
        let next = self.sheets[from + 1..].iter().find(|sheet| self.is_visible(sheet));
        self.or_overview(&self.sheets[from], next)
    }

    /// The page before, if there is one.
    pub fn before(&self, address: &str) -> Option<String> {
        let from = self.sheets.iter().position(|sheet| sheet.address() == address)?;
        let before = self.sheets[..from].iter().rfind(|sheet| self.is_visible(sheet));
        self.or_overview(&self.sheets[from], before)
    }

    fn or_overview(&self, here: &Sheet<'q>, there: Option<&Sheet<'q>>) -> Option<String> {
        match there {
            Some(sheet) if !self.has_hub || sheet.section.code == here.section.code => Some(sheet.address()),
            _ => self.has_hub.then(|| OVERVIEW.to_owned()),
        }
    }

    /// Where a page stands; `None` if nothing on it is asked. Among sections in any order it stands in its section alone.
    pub fn place(&self, address: &str) -> Option<Place> {
        let visible: Vec<&Sheet<'q>> = self.visible().collect();
        let here = visible.iter().position(|sheet| sheet.address() == address)?;
        let same = |sheet: &&&Sheet<'q>| sheet.section.code == visible[here].section.code;
        let part = visible[..=here].iter().filter(same).count();
        let parts = visible.iter().filter(same).count();
        let (number, total) = if self.has_hub { (part, parts) } else { (here + 1, visible.len()) };
        Some(Place { number, total, part, parts })
    }

    /// How many questions of a page are to be answered, and how many of them are.
    pub fn progress(&self, sheet: &Sheet<'_>, answers: &Answers) -> (usize, usize) {
        let asked = sheet.questions.iter().filter(|question| question.kind.asks() && self.asks(question));
        let codes: Vec<&str> = asked.map(|question| question.code.as_str()).collect();
        (codes.len(), codes.iter().filter(|code| answers.get(code).is_some()).count())
    }

    /// Where the respondent left off: the last page with an answer, or the one behind it if everything asked there was answered;
    /// `None` behind the last page. The list of sections, where there is one.
    pub fn left_off(&self, answers: &Answers) -> Option<String> {
        if self.has_hub {
            return Some(OVERVIEW.to_owned());
        }
        let last = self.visible().rev().find(|sheet| self.progress(sheet, answers).1 > 0);
        match last {
            None => self.visible().next().map(Sheet::address),
            Some(sheet) => {
                let (asked, answered) = self.progress(sheet, answers);
                if asked == answered { self.after(&sheet.address()) } else { Some(sheet.address()) }
            }
        }
    }
}
