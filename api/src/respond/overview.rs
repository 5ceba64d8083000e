//! `/respond/{response}/overview`: the sections of a questionnaire that can be answered in any order, and how far each is.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::questionnaire::answer::Answers;

use super::route::Route;
use super::sheets::Sheet;
use super::visit::{OpenVisit, Visit};
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "respond/overview.html")]
struct Overview {
    page: Page,
    tasks: Vec<Task>,
    done: usize,
    check: String,
    later: String,
    /// Where something can be handed to a colleague; empty for a visitor who may not.
    colleague: String,
}

/// A section to answer.
struct Task {
    title: String,
    address: String,
    state: Stage,
}

/// How far a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Open,
    Begun,
    Done,
}

impl Task {
    /// The kind of its badge, and the words in it.
    const fn badge(&self) -> (&'static str, &'static str) {
        match self.state {
            Stage::Open => ("neutral", "respond-section-open"),
            Stage::Begun => ("info", "respond-section-begun"),
            Stage::Done => ("success", "respond-section-done"),
        }
    }
}

/// Lists the sections; a questionnaire without such a list is summed up instead.
pub async fn get(OpenVisit(visit): OpenVisit, page: Page) -> Answer {
    let page = visit.page(page);
    if !visit.questionnaire.hub || !visit.submits() {
        return Redirect::to(&visit.address(visit.end())).into_response();
    }
    let tasks = tasks(&visit, &page);
    show(&Overview {
        done: tasks.iter().filter(|task| task.state == Stage::Done).count(),
        tasks,
        check: visit.address("check"),
        later: visit.address("later"),
        colleague: if visit.hands_over() { visit.address("colleague") } else { String::new() },
        page: page.titled("respond-overview-title"),
    })
}

fn tasks(visit: &Visit, page: &Page) -> Vec<Task> {
    let draft = &visit.response.draft;
    let route = Route::new(visit, draft);
    let voice = visit.voice(page, route.counted());
    let visible: Vec<&Sheet<'_>> = route.visible().collect();
    let sections = visible.chunk_by(|one, other| one.section.code == other.section.code);
    let task = |sheets: &[&Sheet<'_>]| Task {
        title: voice.say(&sheets[0].section.title),
        address: visit.address(&sheets[0].address()),
        state: state(&route, sheets, draft),
    };
    sections.map(task).collect()
}

fn state(route: &Route<'_>, sheets: &[&Sheet<'_>], draft: &Answers) -> Stage {
    let progress = sheets.iter().map(|sheet| route.progress(sheet, draft));
    let (asked, answered) = progress.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    match answered {
        _ if asked == answered => Stage::Done,
        0 => Stage::Open,
        _ => Stage::Begun,
    }
}
