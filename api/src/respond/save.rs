//! Saving one page of the questionnaire: it goes on, or is shown again as [`again`] says.

use std::collections::BTreeMap;

use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::file::File;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::fault::FieldProblem;
use rundfrage_shared::questionnaire::form::{self, read_section};
use rundfrage_shared::questionnaire::model::Code;
use rundfrage_shared::response::save::{PageAnswers, Saved, Shown};

use super::route::Route;
use super::section::{Look, Way};
use super::sheets::Sheet;
use super::visit::Visit;
use super::wish::{Fields, Wish};
use super::{again, conflict, keep, notice};
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show};

/// More fields than any page has.
pub const MOST_FIELDS: usize = 4_000;

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
    let stored = &visit.response.draft;
    let shown = own(&visit, sheet, &page.spoken, &posted);
    let mut read = read((&visit, stored), sheet, &page.spoken, &posted, &files);
    if wish.keeps() {
        return keep::keep(app, &visit, &page, sheet, &read, &shown).await;
    }
    read.refuse(sent.refused);
    let (jar, page) = wish.translated(app, jar, page);
    let look = Look { visit: &visit, route: &route, sheet, way: &way, extended: wish.extends(), shown: &shown, stored };
    let post = Post { app, wish: &wish, look, page, posted, read, files };
    Ok((jar, post.take().await?).into_response())
}

/// A post at work: what it says, and the page that it belongs to. What that showed at first stays known where something is to be
/// mended, for somebody else may have answered since.
struct Post<'p> {
    app: &'p App,
    wish: &'p Wish,
    look: Look<'p>,
    page: Page,
    posted: Fields,
    read: form::Posted,
    files: Vec<File>,
}

impl Post<'_> {
    async fn take(self) -> Result<Answer, WebError> {
        let wrong = self.wrong();
        if !wrong.is_empty() {
            return self.mend(&wrong).await;
        }
        let Look { visit, sheet, stored, shown, .. } = self.look;
        let changes = changes(sheet, stored, &self.read.answers, shown);
        match visit.save(self.app, changes, shown, &self.files, &self.page.spoken).await? {
            Saved::Closed => Ok(notice::closed_to(self.app, visit, self.page)),
            Saved::NoRoom => Ok(again::invalid(&self.look, self.page, self.posted, &again::no_room(&self.files))),
            Saved::Conflict(theirs, questions) => {
                let mine = conflict::Mine { answers: &self.read.answers, shown, posted: &self.posted };
                again::conflicting(self.page, &self.look, theirs, &questions, &mine)
            }
            Saved::Done(draft) => Ok(self.go_on(&draft)),
        }
    }

    /// What is to be mended first. Where a group only gets one item more or less, that is said once one wants to go on.
    fn wrong(&self) -> Vec<FieldProblem> {
        if self.wish.reshapes().is_some() {
            return vec![];
        }
        let missing: &[FieldProblem] = if self.wish.goes_on() { &self.read.missing } else { &[] };
        in_order(self.look.sheet, &self.read.problems, missing)
    }

    async fn mend(self, wrong: &[FieldProblem]) -> Result<Answer, WebError> {
        let Self { app, look, read, files, page, .. } = &self;
        let kept = keep_files(app, look, &read.answers, files, wrong, &page.spoken).await?;
        let (stored, shown) = kept.unwrap_or_else(|| (look.stored.clone(), look.shown.clone()));
        let look = Look { stored: &stored, shown: &shown, ..*look };
        Ok(again::invalid(&look, self.page, self.posted, wrong))
    }

    fn go_on(self, draft: &Answers) -> Answer {
        let Look { visit, sheet, way, shown, .. } = self.look;
        if !self.read.problems.is_empty() {
            let shown = conflict::still_open(shown, &self.read.problems);
            let look = Look { shown: &shown, stored: draft, ..self.look };
            return show(&look.view(self.page, &self.posted.into_iter().collect(), vec![]));
        }
        let again = || again::doubtful(visit, draft, (sheet, way), &self.page, &self.posted);
        let onward = || Redirect::to(&self.wish.target(visit, draft, sheet, way, &self.posted)).into_response();
        self.wish.goes_on().then(again).flatten().unwrap_or_else(onward)
    }
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

fn value<'p>(posted: &'p [(String, String)], name: &str) -> Option<&'p str> {
    posted.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// What the page showed, its own earlier posts included.
fn own(visit: &Visit, sheet: &Sheet<'_>, spoken: &Language, posted: &[(String, String)]) -> Shown {
    let shown = conflict::shown(posted);
    // Only what those posts say themselves counts, not what was there already.
    let mut others = visit.response.draft.clone();
    others.0.retain(|code, _| !shown.contains_key(code));
    let before = conflict::sent_before(posted);
    let before = before.iter().map(|posted| read((visit, &others), sheet, spoken, posted, &[]).answers);
    conflict::own(shown, &visit.response.draft, &before.collect::<Vec<_>>())
}

fn read(
    (visit, known): (&Visit, &Answers),
    sheet: &Sheet<'_>,
    spoken: &Language,
    posted: &[(String, String)],
    files: &[File],
) -> form::Posted {
    let written_in = value(posted, ".in").and_then(|tag| Language::parse(tag).ok());
    let arrived: Vec<_> = files.iter().map(|file| file.told.clone()).collect();
    let shown = form::Page {
        questionnaire: &visit.questionnaire,
        section: sheet.section,
        known,
        circumstances: visit.circumstances(),
        language: written_in.as_ref().unwrap_or(spoken),
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

/// What the page changes, so that a colleague's answers to other pages stay. What the page says it showed goes along unchanged, too:
/// whether it is a change is decided against what is stored by then.
pub(super) fn changes(sheet: &Sheet<'_>, before: &Answers, after: &Answers, shown: &Shown) -> PageAnswers {
    let questions = sheet.section.questions.iter().map(|question| &question.code);
    let is_change = |code: &&Code| shown.contains_key(*code) || before.get(code.as_str()) != after.get(code.as_str());
    let changed = questions.filter(is_change);
    changed.map(|code| (code.clone(), after.get(code.as_str()).cloned())).collect::<BTreeMap<_, _>>()
}
