//! `/console/rounds/…` before the launch: what the checklist says of the questionnaire.

use rundfrage_shared::query;
use rundfrage_shared::staff::Role;
use rundfrage_tests::answered::close;
use rundfrage_tests::fieldwork::{next_draft, open_with};
use rundfrage_tests::{Fresh, Page, TestApp, on_both_engines};

use super::ground::signed_in;

on_both_engines!(
    files_in_a_confidential_round_and_what_cannot_be_compared_are_told_and_stop_nothing,
    what_can_be_compared_with_the_round_before_is_in_order,
);

const BEFORE: &str = "
id: papers
languages: [de]
default_language: de
title: {de: Unterlagen}
sections:
  - id: one
    title: {de: Eins}
    questions:
      - {id: jobs, type: numeric, unit: persons, text: {de: Beschäftigte?}}
      - {id: mood, type: yes_no, text: {de: Zufrieden?}}
      - {id: report, type: upload, text: {de: Ihr Bericht?}}
";

/// The page of a draft of the next round, with this questionnaire.
async fn draft(fresh: Fresh, source: &str) -> (TestApp, Page) {
    let mut app = TestApp::start(fresh).await;
    app.leave_jobs();
    let first = open_with(&app, 2, BEFORE).await;
    close(&app, &first.round).await;
    let (round, _) = next_draft(&app, &first, source).await;
    let editor = signed_in(&app, first.seed.organisation, Role::Editor).await;
    let page = editor.get(&format!("/console/rounds/{}", round.id)).await.expect(200);
    (app, page)
}

async fn files_in_a_confidential_round_and_what_cannot_be_compared_are_told_and_stop_nothing(fresh: Fresh) {
    let changed =
        BEFORE.replace("unit: persons", "unit: percent").replace("{id: mood, type: yes_no", "{id: mood, type: nps");
    let (_app, page) = draft(fresh, &changed).await;
    assert!(page.says("Nicht alle Antworten lassen sich mit denen der Runde 2026-Q4"), "{}", page.text());
    assert!(page.says("Es betrifft: jobs, mood."), "{}", page.text());
    assert!(page.says("Der Fragebogen bittet um Dateien (report)"), "{}", page.text());
    assert!(!page.texts("form[action$=launch]").is_empty(), "it can be launched all the same");
}

async fn what_can_be_compared_with_the_round_before_is_in_order(fresh: Fresh) {
    let (app, page) = draft(fresh, &BEFORE.replace("Zufrieden?", "Sind Sie zufrieden?")).await;
    assert!(page.says("Die Antworten lassen sich mit denen der Runde 2026-Q4 vergleichen."), "{}", page.text());
    query!(&app.db => execute, "UPDATE surveys SET anonymity = 'personal'").unwrap();
    let (organisation,) = query!(&app.db => fetch_one::<(_,)>, "SELECT id FROM organisations").unwrap();
    let editor = signed_in(&app, organisation, Role::Editor).await;
    assert!(!editor.get(&page.path).await.expect(200).says("bittet um Dateien"));
}
