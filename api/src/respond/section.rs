//! `/respond/{response}/{section}`: one page of the questionnaire, saved page by page.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::form::{self, SHOWN, fields, read_section};
use rundfrage_shared::questionnaire::model::Question;
use rundfrage_shared::response::save::{PageAnswers, save_page};
use serde::Deserialize;

use super::question::{Filled, Kind, Maker, QuestionView};
use super::reveal::Reveals;
use super::route::{Place, Route};
use super::sheets::Sheet;
use super::visit::Visit;
use super::voice::Voice;
use super::{complaint, notice};
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

/// More fields than any page has.
const MOST_FIELDS: usize = 4_000;

#[derive(Template)]
#[template(path = "respond/section.html")]
struct Section {
    page: Page,
    back: String,
    progress: String,
    number: usize,
    total: usize,
    part: String,
    has_more: bool,
    returns: bool,
    questions: Vec<QuestionView>,
}

/// How one came to the page, in its query.
#[derive(Debug, Default, Deserialize)]
pub struct Way {
    /// `check`: go back there afterwards.
    then: Option<String>,
    /// Answers just saved have brought up more questions on this page.
    more: Option<String>,
}

impl Way {
    fn returns(&self) -> bool {
        self.then.as_deref() == Some("check")
    }
}

/// Shows the page with what was answered so far.
pub async fn get(
    State(app): State<App>,
    Path((_, address)): Path<(String, String)>,
    Query(way): Query<Way>,
    visit: Visit,
    page: Page,
) -> Result<Answer, WebError> {
    let page = visit.page(page);
    if !visit.occasion.takes_answers(app.context.now()) {
        return Ok(notice::closed_to(&app, &visit, page));
    }
    let draft = &visit.response.draft;
    let route = Route::new(&visit, draft);
    let sheet = route.sheet(&address).ok_or(WebError::NotFound)?;
    let Some(place) = route.place(&address) else {
        let next = route.after(&address).unwrap_or_else(|| "check".into());
        return Ok(Redirect::to(&visit.address(&next)).into_response());
    };
    let language = page.words.language();
    let answered = sheet.questions.iter().filter_map(|question| Some((question, draft.get(question.code.as_str())?)));
    let filled = answered.flat_map(|(question, answer)| fields(question, answer, &language)).collect();
    Ok(show(&view(page, &visit, &route, (sheet, place), &way, &filled)))
}

/// Saves the page and goes on, or shows it again with what is to be mended; then nothing is saved.
pub async fn post(
    State(app): State<App>,
    Path((_, address)): Path<(String, String)>,
    Query(way): Query<Way>,
    visit: Visit,
    page: Page,
    Form(posted): Form<Vec<(String, String)>>,
) -> Result<Answer, WebError> {
    let mut page = visit.page(page);
    if !visit.occasion.takes_answers(app.context.now()) {
        return Ok(notice::closed_to(&app, &visit, page));
    }
    if posted.len() > MOST_FIELDS {
        return Err(WebError::BadForm("more fields than any page has".into()));
    }
    let route = Route::new(&visit, &visit.response.draft);
    let sheet = route.sheet(&address).ok_or(WebError::NotFound)?;
    let wish = Wish::read(&posted);
    let posted = wish.without_cleared(posted);
    let read = read(&visit, sheet, &page, &posted);
    if !read.problems.is_empty() {
        let voice = Voice::new(page.words, &visit.questionnaire);
        complaint::refuse(&mut page, &voice, &read.problems);
        let place = route.place(&address).unwrap_or(Place { number: 1, total: 1, part: 1, parts: 1 });
        let page = page.titled_as("");
        return Ok(show_invalid(&view(page, &visit, &route, (sheet, place), &way, &posted.into_iter().collect())));
    }
    let language = page.words.language();
    let changes = changes(sheet, &visit.response.draft, &read.answers);
    let Some(draft) = save_page(&app.context, visit.response.id, changes, &language).await? else {
        return Ok(notice::closed_to(&app, &visit, page));
    };
    Ok(Redirect::to(&wish.target(&visit, &draft, sheet, &way, &posted)).into_response())
}

fn read(visit: &Visit, sheet: Sheet<'_>, page: &Page, posted: &[(String, String)]) -> form::Posted {
    let language = page.words.language();
    let shown = form::Page {
        questionnaire: &visit.questionnaire,
        section: sheet.section,
        known: &visit.response.draft,
        circumstances: visit.circumstances(),
        language: &language,
    };
    read_section(shown, posted)
}

/// What the page changes, so that a colleague's answers to other pages stay.
fn changes(sheet: Sheet<'_>, before: &Answers, after: &Answers) -> PageAnswers {
    let questions = sheet.section.questions.iter().map(|question| &question.code);
    let changed = questions.filter(|code| before.get(code.as_str()) != after.get(code.as_str()));
    changed.map(|code| (code.clone(), after.get(code.as_str()).cloned())).collect::<BTreeMap<_, _>>()
}

/// Which button was pressed.
enum Wish {
    GoOn,
    Later,
    Clear(String),
}

impl Wish {
    fn read(posted: &[(String, String)]) -> Self {
        let value = |name: &str| posted.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        match (value(".clear"), value(".do")) {
            (Some(question), _) => Self::Clear(question.chars().take(64).collect()),
            (None, Some("later")) => Self::Later,
            _ => Self::GoOn,
        }
    }

    /// The fields without those of the question whose answer is taken back.
    fn without_cleared(&self, posted: Vec<(String, String)>) -> Vec<(String, String)> {
        let Self::Clear(question) = self else { return posted };
        posted.into_iter().filter(|(name, _)| name.split('.').next() != Some(question)).collect()
    }

    /// Where to go after saving.
    fn target(
        &self,
        visit: &Visit,
        draft: &Answers,
        sheet: Sheet<'_>,
        way: &Way,
        posted: &[(String, String)],
    ) -> String {
        let here = visit.address(&sheet.address());
        let then = if way.returns() { "then=check&" } else { "" };
        match self {
            Self::Later => return visit.address("later"),
            Self::Clear(question) if sheet.asks(question) => {
                let then = if way.returns() { "?then=check" } else { "" };
                return format!("{here}{then}#{question}-question");
            }
            _ => {}
        }
        let route = Route::new(visit, draft);
        match brought_up(&route, sheet, posted) {
            Some(question) => format!("{here}?{then}more=1#{}-question", question.code),
            None if way.returns() => visit.address("check"),
            None => visit.address(&route.after(&sheet.address()).unwrap_or_else(|| "check".into())),
        }
    }
}

/// The first question that the answers just saved have brought up on this page. A post that does not say what its page showed comes
/// from a page that showed everything.
fn brought_up<'q>(route: &Route<'_>, sheet: Sheet<'q>, posted: &[(String, String)]) -> Option<&'q Question> {
    let shown: Vec<&str> = posted.iter().filter(|(name, _)| name == SHOWN).map(|(_, code)| code.as_str()).collect();
    let is_new = |question: &&Question| route.asks(question) && !shown.contains(&question.code.as_str());
    sheet.questions.iter().find(is_new).filter(|_| !shown.is_empty())
}

fn view(
    page: Page,
    visit: &Visit,
    route: &Route<'_>,
    (sheet, place): (Sheet<'_>, Place),
    way: &Way,
    filled: &Filled,
) -> Section {
    let voice = Voice::new(page.words, &visit.questionnaire);
    let maker = Maker {
        voice: &voice,
        questionnaire: &visit.questionnaire,
        respondent: visit.response.id,
        answers: &visit.response.draft,
        filled,
    };
    let reveals = Reveals::new(visit, route, sheet);
    let shown = sheet.questions.iter().filter(|question| route.asks(question) || reveals.number(question) != 0);
    let make = |question: &Question| {
        maker.make(question, reveals.number(question), &|option| reveals.classes(question, option))
    };
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let of = |key: &str, one: usize, all: usize| {
        page.words.with(key, &[("one", number(one).into()), ("all", number(all).into())]).into_owned()
    };
    let back = route.before(&sheet.address());
    Section {
        back: if way.returns() {
            visit.address("check")
        } else {
            back.map_or(String::new(), |back| visit.address(&back))
        },
        progress: of("respond-progress", place.number, place.total),
        number: place.number,
        total: place.total,
        part: if place.parts > 1 { of("respond-part", place.part, place.parts) } else { String::new() },
        has_more: way.more.is_some(),
        returns: way.returns(),
        questions: shown.map(make).collect(),
        page: page.titled_as(voice.say(&sheet.section.title)),
    }
}
