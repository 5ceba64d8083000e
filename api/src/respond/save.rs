//! Saving one page of the questionnaire: it goes on, or is shown again with what is to be mended or looked at twice.

use std::collections::BTreeMap;

use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::file::{File, FileFault};
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::fault::{Fault, FieldProblem};
use rundfrage_shared::questionnaire::form::{self, SHOWN, read_section};
use rundfrage_shared::questionnaire::model::Code;
use rundfrage_shared::questionnaire::validate::warnings;
use rundfrage_shared::response::save::{PageAnswers, Saved, Shown};

use super::route::Route;
use super::section::{Look, Way};
use super::sheets::Sheet;
use super::visit::Visit;
use super::wish::{Fields, Wish};
use super::{complaint, conflict, keep, notice};
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show, show_as, show_invalid};

/// More fields than any page has.
pub const MOST_FIELDS: usize = 4_000;
/// The field that names a question whose answer was looked at twice.
const CONFIRMED: &str = ".confirmed";

/// A page that is posted: where, by whom.
pub struct Coming {
    /// Its address.
    pub address: String,
    /// How one came to it.
    pub way: Way,
    /// Who answers.
    pub visit: Visit,
    /// What it is shown on.
    pub page: Page,
    /// The cookies.
    pub jar: CookieJar,
}

/// What is posted.
pub struct Sent {
    /// The fields; the id of every file that came is among them.
    pub fields: Fields,
    /// The files that came and can be taken.
    pub files: Vec<File>,
    /// What is wrong with those that cannot.
    pub refused: Vec<FieldProblem>,
}

/// Saves a page without files.
pub async fn post(
    State(app): State<App>,
    Path((_, address)): Path<(String, String)>,
    Query(way): Query<Way>,
    visit: Visit,
    page: Page,
    jar: CookieJar,
    Form(fields): Form<Fields>,
) -> Result<Answer, WebError> {
    let sent = Sent { fields, files: vec![], refused: vec![] };
    take(&app, Coming { address, way, visit, page, jar }, sent).await
}

/// Saves the page and goes on, or shows it again with what is to be mended; then nothing is saved but files that came with it.
pub async fn take(app: &App, coming: Coming, sent: Sent) -> Result<Answer, WebError> {
    let Coming { address, way, visit, page, jar } = coming;
    let page = visit.page(page);
    let wish = Wish::read(&sent.fields);
    if !visit.occasion.takes_answers(app.context.now()) {
        return Ok(if wish.keeps() { keep::closed(&page) } else { notice::closed_to(app, &visit, page) });
    }
    if sent.fields.len() > MOST_FIELDS {
        return Err(WebError::BadForm("more fields than any page has".into()));
    }
    let route = Route::new(&visit, &visit.response.draft);
    let sheet = route.sheet(&address).ok_or(WebError::NotFound)?;
    let files = sent.files;
    let posted = wish.without_taken_back(sent.fields);
    let written_in = value(&posted, ".in").and_then(|tag| Language::parse(tag).ok());
    let mut read = read(&visit, sheet, &written_in.unwrap_or_else(|| page.spoken.clone()), &posted, &files);
    if wish.keeps() {
        return keep::keep(app, &visit, &page, sheet, &read, &conflict::shown(&posted)).await;
    }
    read.refuse(sent.refused);
    let (jar, page) = wish.translated(app, jar, page);
    let (stored, shown) = (&visit.response.draft, conflict::shown(&posted));
    // What is to be mended keeps what the page showed at first: somebody else may have answered since.
    let look = Look { visit: &visit, route: &route, sheet, way: &way, extended: wish.extends(), shown: &shown, stored };
    if wish.reshapes().is_none() {
        let missing: &[FieldProblem] = if wish.goes_on() { &read.missing } else { &[] };
        if !read.problems.is_empty() || !missing.is_empty() {
            let wrong = in_order(sheet, &read.problems, missing);
            let kept = keep_files(app, &look, &read.answers, &files, &wrong, &page.spoken).await?;
            let (stored, shown) = kept.unwrap_or_else(|| (stored.clone(), shown.clone()));
            let look = Look { stored: &stored, shown: &shown, ..look };
            return Ok((jar, invalid(&look, page, posted, &wrong)).into_response());
        }
    }
    let changes = changes(sheet, stored, &read.answers, &shown);
    let draft = match visit.save(app, changes, &shown, &files, &page.spoken).await? {
        Saved::Closed => return Ok(notice::closed_to(app, &visit, page)),
        Saved::Done(draft) => draft,
        Saved::NoRoom => return Ok((jar, invalid(&look, page, posted, &no_room(&files))).into_response()),
        Saved::Conflict(theirs, questions) => {
            let mine = conflict::Mine { answers: &read.answers, shown: &shown, posted: &posted };
            let both = conflicting(page, visit.clone(), (&address, &way), (theirs, &questions), &mine)?;
            return Ok((jar, both).into_response());
        }
    };
    if !read.problems.is_empty() {
        // One item more or less: what is wrong so far is said once one wants to go on.
        let shown = conflict::still_open(&shown, &read.problems);
        let look = Look { shown: &shown, stored: &draft, ..look };
        return Ok((jar, show(&look.view(page, &posted.into_iter().collect(), vec![]))).into_response());
    }
    if wish.goes_on()
        && let Some(again) = doubtful(&visit, &draft, (sheet, &way), &page, &posted)
    {
        return Ok((jar, again).into_response());
    }
    Ok((jar, Redirect::to(&wish.target(&visit, &draft, sheet, &way, &posted))).into_response())
}

/// Saves the files that came with a page on which something else is to be mended: no browser sends them a second time by itself.
/// Returns what is stored then, and what the page showed of all other questions.
async fn keep_files(
    app: &App,
    look: &Look<'_>,
    after: &Answers,
    files: &[File],
    wrong: &[FieldProblem],
    language: &Language,
) -> Result<Option<(Answers, Shown)>, WebError> {
    let is_wrong = |code: &Code| wrong.iter().any(|problem| problem.question.as_ref() == Some(code));
    let mut changes = changes(look.sheet, look.stored, after, look.shown);
    changes.retain(|code, _| files.iter().any(|file| file.question == *code) && !is_wrong(code));
    if changes.is_empty() {
        return Ok(None);
    }
    let others = look.shown.iter().filter(|(code, _)| !changes.contains_key(*code));
    let others = others.map(|(code, mark)| (code.clone(), mark.clone())).collect();
    match look.visit.save(app, changes, look.shown, files, language).await? {
        Saved::Done(stored) => Ok(Some((stored, others))),
        // What is in the way is told once everything else is right.
        Saved::Closed | Saved::NoRoom | Saved::Conflict(..) => Ok(None),
    }
}

/// The response is full: told at the first file that came.
fn no_room(files: &[File]) -> Vec<FieldProblem> {
    let problem = |file: &File| FieldProblem {
        field: file.question.to_string(),
        question: Some(file.question.clone()),
        fault: Fault::File { name: file.told.name.to_string(), fault: FileFault::NoRoom },
    };
    files.iter().take(1).map(problem).collect()
}

fn value<'p>(posted: &'p [(String, String)], name: &str) -> Option<&'p str> {
    posted.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

fn values<'p>(posted: &'p [(String, String)], name: &str) -> Vec<&'p str> {
    posted.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
}

fn read(
    visit: &Visit,
    sheet: &Sheet<'_>,
    language: &Language,
    posted: &[(String, String)],
    files: &[File],
) -> form::Posted {
    let arrived: Vec<_> = files.iter().map(|file| file.told.clone()).collect();
    let shown = form::Page {
        questionnaire: &visit.questionnaire,
        section: sheet.section,
        known: &visit.response.draft,
        circumstances: visit.circumstances(),
        language,
        arrived: &arrived,
    };
    read_section(shown, posted)
}

/// The problems in the order in which the page shows its questions; those that belong to none come last.
fn in_order(sheet: &Sheet<'_>, problems: &[FieldProblem], missing: &[FieldProblem]) -> Vec<FieldProblem> {
    let place = |problem: &FieldProblem| {
        let code = problem.question.as_ref();
        sheet.questions.iter().position(|question| Some(&question.code) == code).unwrap_or(usize::MAX)
    };
    let mut all: Vec<FieldProblem> = problems.iter().chain(missing).cloned().collect();
    all.sort_by_key(place);
    all
}

/// The page with what was typed, and what is to be mended.
fn invalid(look: &Look<'_>, mut page: Page, posted: Fields, problems: &[FieldProblem]) -> Answer {
    let voice = look.visit.voice(&page, look.route.counted());
    complaint::refuse(&mut page, &voice, problems);
    let confirmed = values(&posted, CONFIRMED).into_iter().map(str::to_owned).collect();
    show_invalid(&look.view(page, &posted.into_iter().collect(), confirmed))
}

/// The page again, once, with what asks for a second look; it is saved already.
fn doubtful(
    visit: &Visit,
    draft: &Answers,
    (sheet, way): (&Sheet<'_>, &Way),
    page: &Page,
    posted: &[(String, String)],
) -> Option<Answer> {
    let route = Route::new(visit, draft);
    let (confirmed, shown) = (values(posted, CONFIRMED), values(posted, SHOWN));
    let was_shown = |code: &str| shown.is_empty() || shown.contains(&code);
    let is_new = |code: &str| was_shown(code) && !confirmed.contains(&code);
    let questions = sheet.questions.iter().copied().filter(|question| is_new(question.code.as_str()));
    let doubts = warnings(&visit.questionnaire, route.way(), questions, visit.circumstances());
    if doubts.is_empty() {
        return None;
    }
    let mut page = page.clone();
    let voice = visit.voice(&page, route.counted());
    complaint::doubt(&mut page, &voice, &doubts);
    let doubted = doubts.iter().filter_map(|doubt| doubt.question.as_ref()).map(ToString::to_string);
    let mut confirmed: Vec<String> = confirmed.into_iter().map(str::to_owned).chain(doubted).collect();
    confirmed.dedup();
    let sheet = route.sheet(&sheet.address())?;
    let look = Look { visit, route: &route, sheet, way, extended: None, shown: &Shown::new(), stored: draft };
    Some(show(&look.view(page, &posted.iter().cloned().collect(), confirmed)))
}

/// The page with what two people answered differently: both answers, and nothing saved.
fn conflicting(
    mut page: Page,
    mut visit: Visit,
    (address, way): (&str, &Way),
    (theirs, questions): (Answers, &[Code]),
    mine: &conflict::Mine<'_>,
) -> Result<Answer, WebError> {
    visit.response.draft = theirs;
    let stored = &visit.response.draft;
    let route = Route::new(&visit, stored);
    let sheet = route.sheet(address).ok_or(WebError::NotFound)?;
    conflict::refuse(&mut page, &visit, &route, sheet, questions);
    let filled = conflict::filled(stored, sheet, &page.spoken, mine);
    let confirmed = values(mine.posted, CONFIRMED).into_iter().map(str::to_owned).collect();
    let look = Look { visit: &visit, route: &route, sheet, way, extended: None, shown: &Shown::new(), stored };
    Ok(show_as(StatusCode::CONFLICT, &look.view(page, &filled, confirmed)))
}

/// What the page changes, so that a colleague's answers to other pages stay. What the page says it showed goes along unchanged, too:
/// whether it is a change is decided against what is stored by then.
pub(super) fn changes(sheet: &Sheet<'_>, before: &Answers, after: &Answers, shown: &Shown) -> PageAnswers {
    let questions = sheet.section.questions.iter().map(|question| &question.code);
    let is_change = |code: &&Code| shown.contains_key(*code) || before.get(code.as_str()) != after.get(code.as_str());
    let changed = questions.filter(is_change);
    changed.map(|code| (code.clone(), after.get(code.as_str()).cloned())).collect::<BTreeMap<_, _>>()
}
