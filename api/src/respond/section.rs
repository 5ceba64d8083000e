//! `/respond/{response}/{section}`: one page of the questionnaire, saved page by page.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::form::{self, fields, read_section};
use rundfrage_shared::questionnaire::model::Question;
use rundfrage_shared::response::save::{PageAnswers, save_page};
use rundfrage_shared::text::Words;
use serde::Deserialize;

use super::question::{Filled, Kind, Maker, QuestionView};
use super::reveal::Reveals;
use super::route::{Place, Route};
use super::sheets::Sheet;
use super::visit::Visit;
use super::voice::Voice;
use super::wish::Wish;
use super::{complaint, notice};
use crate::app::App;
use crate::errors::WebError;
use crate::language::by_tag;
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
    /// Whether one goes back to the summary afterwards.
    pub(super) fn returns(&self) -> bool {
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
    jar: CookieJar,
    Form(posted): Form<Vec<(String, String)>>,
) -> Result<Answer, WebError> {
    let page = visit.page(page);
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
    let written_in = language_of(&posted).unwrap_or(page.words);
    let (jar, page) = wish.translated(&app, jar, page);
    let read = read(&visit, sheet, &written_in.language(), &posted);
    if !read.problems.is_empty() {
        let invalid = invalid(page, &visit, &route, sheet, &way, (posted, &read));
        return Ok((jar, show_invalid(&invalid)).into_response());
    }
    let changes = changes(sheet, &visit.response.draft, &read.answers);
    let Some(draft) = save_page(&app.context, visit.response.id, changes, &page.words.language()).await? else {
        return Ok(notice::closed_to(&app, &visit, page));
    };
    Ok((jar, Redirect::to(&wish.target(&visit, &draft, sheet, &way, &posted))).into_response())
}

/// The language the page was in: it says how numbers were meant.
fn language_of(posted: &[(String, String)]) -> Option<Words> {
    let (_, tag) = posted.iter().find(|(name, _)| name == ".in")?;
    by_tag(tag).map(Words)
}

fn read(visit: &Visit, sheet: Sheet<'_>, language: &Language, posted: &[(String, String)]) -> form::Posted {
    let shown = form::Page {
        questionnaire: &visit.questionnaire,
        section: sheet.section,
        known: &visit.response.draft,
        circumstances: visit.circumstances(),
        language,
    };
    read_section(shown, posted)
}

/// The page with what was typed, and what is to be mended.
fn invalid(
    mut page: Page,
    visit: &Visit,
    route: &Route<'_>,
    sheet: Sheet<'_>,
    way: &Way,
    (posted, read): (Vec<(String, String)>, &form::Posted),
) -> Section {
    let voice = Voice::new(page.words, &visit.questionnaire);
    complaint::refuse(&mut page, &voice, &read.problems);
    let nowhere = Place { number: 1, total: 1, part: 1, parts: 1 };
    let place = route.place(&sheet.address()).unwrap_or(nowhere);
    view(page, visit, route, (sheet, place), way, &posted.into_iter().collect())
}

/// What the page changes, so that a colleague's answers to other pages stay.
fn changes(sheet: Sheet<'_>, before: &Answers, after: &Answers) -> PageAnswers {
    let questions = sheet.section.questions.iter().map(|question| &question.code);
    let changed = questions.filter(|code| before.get(code.as_str()) != after.get(code.as_str()));
    changed.map(|code| (code.clone(), after.get(code.as_str()).cloned())).collect::<BTreeMap<_, _>>()
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
        page: page.titled_as(voice.say(&sheet.section.title)).sending("answers"),
    }
}
