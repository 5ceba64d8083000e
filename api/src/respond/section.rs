//! `/respond/{response}/{section}`: one page of the questionnaire, shown with what was answered so far.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::form::fields;
use rundfrage_shared::questionnaire::model::{Code, Question};
use rundfrage_shared::response::save::Shown;
use serde::Deserialize;

use super::claim::Hat;
use super::conflict;
use super::ending::Ending;
use super::question::{CellKind, Filled, Kind, Maker, QuestionView};
use super::reveal::Reveals;
use super::route::{Place, Route};
use super::sheets::Sheet;
use super::visit::{OpenVisit, Visit};
use crate::errors::WebError;
use crate::page::{Page, show};

pub use super::save::post;

/// The page.
#[derive(Template)]
#[template(path = "respond/section.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "parts of the page that are there or not, each for a reason of its own"
)]
pub(super) struct Section {
    page: Page,
    back: String,
    progress: String,
    number: usize,
    total: usize,
    part: String,
    intro: String,
    has_more: bool,
    /// The text of the button that saves and goes on.
    onward: &'static str,
    has_required: bool,
    confirmed: Vec<String>,
    questions: Vec<QuestionView>,
    /// What the page shows of its questions, for the next save.
    was: Vec<String>,
    /// Where the form is posted if it can bring files.
    to_files: String,
    /// Whether what is typed is saved while the page stays open: a preview saves nothing.
    keeps: bool,
    /// Whether the visitor may hand the section to a colleague.
    hands_over: bool,
    /// What is said when the round closes while the page is open.
    end: Option<Ending>,
}

/// How one came to the page, in its query.
#[derive(Debug, Default, Deserialize)]
pub struct Way {
    /// Go back there afterwards: to the page with this address.
    then: Option<String>,
    /// Answers just saved have brought up more questions on this page.
    more: Option<String>,
    /// The group that gets one more item.
    add: Option<String>,
}

impl Way {
    /// Where one goes back to afterwards, if it is a page.
    pub(super) fn returns(&self, route: &Route<'_>) -> Option<&str> {
        self.then.as_deref().filter(|then| *then == "check" || route.sheet(then).is_some())
    }
}

/// Shows the page with what was answered so far.
pub async fn get(
    Path((_, address)): Path<(String, String)>,
    Query(way): Query<Way>,
    OpenVisit(visit): OpenVisit,
    page: Page,
) -> Result<Answer, WebError> {
    let page = visit.page(page);
    let draft = &visit.response.draft;
    let route = Route::new(&visit, draft);
    let sheet = route.sheet(&address).ok_or(WebError::NotFound)?;
    if route.place(&address).is_none() {
        let next = route.after(&address).unwrap_or_else(|| visit.end().into());
        return Ok(Redirect::to(&visit.address(&next)).into_response());
    }
    let answered = sheet.questions.iter().filter_map(|question| Some((question, draft.get(question.code.as_str())?)));
    let filled = answered.flat_map(|(question, answer)| fields(question, answer, &page.spoken)).collect();
    let look = Look {
        visit: &visit,
        route: &route,
        sheet,
        way: &way,
        extended: way.add.as_deref(),
        shown: &Shown::new(),
        stored: draft,
    };
    Ok(show(&look.view(page, &filled, vec![])))
}

/// What a page is made from.
pub(super) struct Look<'l> {
    /// Who answers.
    pub visit: &'l Visit,
    /// The way through the questionnaire.
    pub route: &'l Route<'l>,
    /// The page.
    pub sheet: &'l Sheet<'l>,
    /// How one came here.
    pub way: &'l Way,
    /// The group that gets one more item.
    pub extended: Option<&'l str>,
    /// What it showed when it was opened, of the questions for which that still counts.
    pub shown: &'l Shown,
    /// What is stored by now.
    pub stored: &'l Answers,
}

impl Look<'_> {
    /// The page with what is filled in; doubts about the questions in `confirmed` are not raised again.
    pub fn view(&self, page: Page, filled: &Filled, confirmed: Vec<String>) -> Section {
        let nowhere = Place { number: 1, total: 1, part: 1, parts: 1 };
        let place = self.route.place(&self.sheet.address()).unwrap_or(nowhere);
        let questions = self.questions(&page, filled);
        let voice = self.visit.voice(&page, self.route.counted());
        let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let of = |key: &str, one: usize, all: usize| {
            page.words.with(key, &[("one", number(one).into()), ("all", number(all).into())]).into_owned()
        };
        let section = self.sheet.section;
        Section {
            back: self.back().map_or(String::new(), |back| self.visit.address(&back)),
            progress: of("respond-progress", place.number, place.total),
            number: place.number,
            total: place.total,
            part: if place.parts > 1 { of("respond-part", place.part, place.parts) } else { String::new() },
            intro: section.intro.as_ref().filter(|_| self.sheet.is_first()).map_or(String::new(), |it| voice.say(it)),
            has_more: self.way.more.is_some() && page.problems.is_empty() && page.warnings.is_empty(),
            onward: match self.way.returns(self.route) {
                None => "respond-continue",
                Some("check") => "respond-return",
                Some(_) => "respond-return-there",
            },
            has_required: questions.iter().any(QuestionView::holds_required),
            confirmed,
            was: self.was(&questions),
            to_files: self.to_files(&questions),
            keeps: !matches!(self.visit.hat, Hat::Staff(_)),
            hands_over: self.visit.hands_over(),
            end: Ending::of(self.visit, &page),
            questions,
            page: page.titled_as(voice.say(&section.title)).sending("answers"),
        }
    }

    fn was(&self, on_page: &[QuestionView]) -> Vec<String> {
        let is_here = |question: &&&Question| on_page.iter().any(|view| view.name == question.code.as_str());
        let here = self.sheet.questions.iter().filter(is_here);
        here.map(|question| conflict::was(question, self.stored, self.shown)).collect()
    }

    fn to_files(&self, on_page: &[QuestionView]) -> String {
        if !on_page.iter().any(|view| matches!(view.kind, Kind::Upload(_))) {
            return String::new();
        }
        let there = self.visit.address(&format!("{}/files", self.sheet.address()));
        self.way.returns(self.route).map_or_else(|| there.clone(), |then| format!("{there}?then={then}"))
    }

    fn back(&self) -> Option<String> {
        let returns = self.way.returns(self.route).map(str::to_owned);
        returns.or_else(|| self.route.before(&self.sheet.address()))
    }

    fn questions(&self, page: &Page, filled: &Filled) -> Vec<QuestionView> {
        let voice = self.visit.voice(page, self.route.counted());
        let here = self.sheet.address();
        let change = |code: &Code| {
            let there = self.route.page_of(code.as_str()).unwrap_or_else(|| here.clone());
            format!("{}?then={here}#{code}-question", self.visit.address(&there))
        };
        let maker = Maker {
            voice: &voice,
            respondent: self.visit.response.id,
            counted: self.route.counted(),
            circumstances: self.visit.circumstances(),
            filled,
            stored: self.stored,
            file: &|file| {
                let there = || self.visit.address(&format!("{here}/files/{}", file.id));
                if self.visit.is_preview() { String::new() } else { there() }
            },
            extended: self.extended,
            remarked: &|field| page.remark(field).is_some(),
            change: &change,
            item: None,
        };
        let reveals = Reveals::new(self.visit, self.route, self.sheet);
        let is_shown = |question: &&&Question| self.route.asks(question) || reveals.number(question) != 0;
        let make = |question: &&Question| {
            maker.make(question, reveals.number(question), &|option| reveals.classes(question, option))
        };
        self.sheet.questions.iter().filter(is_shown).map(make).collect()
    }
}
