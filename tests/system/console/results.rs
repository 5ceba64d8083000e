//! `/console/rounds/{id}/results`: who sees which figures.

use rundfrage_shared::round::Round;
use rundfrage_shared::staff::Role;
use rundfrage_tests::answered::{about_the_situation, close, make_personal, submit};
use rundfrage_tests::fieldwork::open;
use rundfrage_tests::{Browser, Fresh, TestApp, on_both_engines};

use super::ground::signed_in;

on_both_engines!(
    an_analyst_sees_results_and_a_viewer_does_not,
    two_answers_are_nowhere_on_the_page_nor_in_the_file,
    answers_with_names_are_for_personal_rounds,
    a_round_without_answers_says_so,
);

struct Closed {
    app: TestApp,
    round: Round,
    analyst: Browser,
}

/// A closed confidential round with so many answers.
async fn closed(fresh: Fresh, answers: usize) -> Closed {
    let mut app = TestApp::start(fresh).await;
    app.leave_jobs();
    let round = open(&app, 8).await.round;
    submit(&app, &round, about_the_situation("good", answers)).await;
    let round = close(&app, &round).await;
    let analyst = signed_in(&app, round.organisation, Role::Analyst).await;
    Closed { app, round, analyst }
}

impl Closed {
    fn path(&self, below: &str) -> String {
        format!("/console/rounds/{}/results{below}", self.round.id)
    }
}

async fn an_analyst_sees_results_and_a_viewer_does_not(fresh: Fresh) {
    let closed = closed(fresh, 4).await;
    let page = closed.analyst.get(&closed.path("")).await.expect(200);
    assert!(page.says("4 abgeschickte Antworten") && page.says("+100,0") && page.says("comment 3"), "{}", page.text());
    assert!(!page.attributes("svg[role=img]", "class").is_empty());
    let file = closed.analyst.get(&closed.path(".csv")).await.expect(200);
    assert!(file.body.contains(";Anzahl;good;gut;4;"), "{}", file.body);
    let viewer = signed_in(&closed.app, closed.round.organisation, Role::Viewer).await;
    for below in ["", ".csv", "/answers"] {
        viewer.get(&closed.path(below)).await.expect(403);
    }
}

async fn two_answers_are_nowhere_on_the_page_nor_in_the_file(fresh: Fresh) {
    let closed = closed(fresh, 2).await;
    let page = closed.analyst.get(&closed.path("")).await.expect(200);
    assert!(page.says("zu wenige") && !page.says("+100,0") && !page.says("comment 1"), "{}", page.text());
    assert!(page.attributes("svg[role=img]", "class").is_empty(), "no picture tells it either");
    let file = closed.analyst.get(&closed.path(".csv")).await.expect(200);
    assert!(!file.body.contains(";good;") && !file.body.contains("Saldo"), "{}", file.body);
}

async fn answers_with_names_are_for_personal_rounds(fresh: Fresh) {
    let closed = closed(fresh, 2).await;
    closed.analyst.get(&closed.path("/answers")).await.expect(404);
    make_personal(&closed.app, &closed.round).await;
    let page = closed.analyst.get(&closed.path("/answers")).await.expect(200);
    assert!(page.says("Company ") && page.says("comment 1") && page.says("gut"), "{}", page.text());
    closed.analyst.get(&closed.path("/answers?after=nonsense")).await.expect(400);
}

async fn a_round_without_answers_says_so(fresh: Fresh) {
    let closed = closed(fresh, 0).await;
    let page = closed.analyst.get(&closed.path("")).await.expect(200);
    assert!(page.says("Noch keine Ergebnisse"), "{}", page.text());
}
