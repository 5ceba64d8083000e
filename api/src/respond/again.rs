//! A page that is shown again after it was posted: with what is to be mended, looked at twice, or settled with somebody else.

use axum::http::StatusCode;
use axum::response::Response as Answer;
use rundfrage_shared::file::{File, FileFault};
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::fault::{Fault, FieldProblem};
use rundfrage_shared::questionnaire::form::SHOWN;
use rundfrage_shared::questionnaire::model::Code;
use rundfrage_shared::questionnaire::validate::warnings;
use rundfrage_shared::response::save::Shown;

use super::route::Route;
use super::section::{Look, Way};
use super::sheets::Sheet;
use super::visit::Visit;
use super::wish::Fields;
use super::{complaint, conflict};
use crate::errors::WebError;
use crate::page::{Page, show, show_as, show_invalid};

/// The field that names a question whose answer was looked at twice.
const CONFIRMED: &str = ".confirmed";

/// The page with what was typed, and what is to be mended.
pub fn invalid(look: &Look<'_>, mut page: Page, posted: Fields, problems: &[FieldProblem]) -> Answer {
    let voice = look.visit.voice(&page, look.route.counted());
    complaint::refuse(&mut page, &voice, problems);
    let confirmed = values(&posted, CONFIRMED).into_iter().map(str::to_owned).collect();
    show_invalid(&look.view(page, &posted.into_iter().collect(), confirmed))
}

/// The response is full: told at the first file that came.
pub fn no_room(files: &[File]) -> Vec<FieldProblem> {
    let problem = |file: &File| {
        let fault = Fault::File { name: file.told.name.to_string(), fault: FileFault::NoRoom };
        FieldProblem::of(&file.question, None, fault)
    };
    files.iter().take(1).map(problem).collect()
}

/// The page again, once, with what asks for a second look; it is saved already.
pub fn doubtful(
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
pub fn conflicting(
    mut page: Page,
    look: &Look<'_>,
    theirs: Answers,
    questions: &[Code],
    mine: &conflict::Mine<'_>,
) -> Result<Answer, WebError> {
    let mut visit = look.visit.clone();
    visit.response.draft = theirs;
    let stored = &visit.response.draft;
    let route = Route::new(&visit, stored);
    let sheet = route.sheet(&look.sheet.address()).ok_or(WebError::NotFound)?;
    conflict::refuse(&mut page, &visit, &route, sheet, questions);
    let filled = conflict::filled(stored, sheet, &page.spoken, mine);
    let confirmed = values(mine.posted, CONFIRMED).into_iter().map(str::to_owned).collect();
    let look =
        Look { visit: &visit, route: &route, sheet, way: look.way, extended: None, shown: &Shown::new(), stored };
    Ok(show_as(StatusCode::CONFLICT, &look.view(page, &filled, confirmed)))
}

fn values<'p>(posted: &'p [(String, String)], name: &str) -> Vec<&'p str> {
    posted.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
}
