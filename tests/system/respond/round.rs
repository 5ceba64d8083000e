//! What a questionnaire says of its round, whatever the round is called.

use rundfrage_shared::query;
use rundfrage_shared::staff::Role;
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::Ground;
use crate::console::ground::signed_in;

on_both_engines!(a_round_that_is_no_period_is_called_by_its_name_on_every_page);

const ASKED: &str = "
id: special
languages: [de]
default_language: de
title: {de: 'Umfrage {{ round.name }}'}
intro: {de: 'Zur Runde {{ round.name }}.'}
sections:
  - id: one
    title: {de: 'Teil von {{ round.name }}'}
    questions:
      - {id: mood, type: yes_no, text: {de: 'Nehmen Sie an {{ round.name }} gern teil?'}}
      - {id: why, type: short_text, show_if: round.name == \"Sonderrunde\", text: {de: 'Was ist an {{ round.name }} anders?'}}
      - {id: when, type: short_text, show_if: round.year > 0, text: {de: Nie gefragt}}
";

async fn a_round_that_is_no_period_is_called_by_its_name_on_every_page(fresh: Fresh) {
    let ground = Ground::open(fresh, ASKED).await;
    query!(&ground.app.db => execute, "UPDATE rounds SET name = 'Sonderrunde'").unwrap();
    let browser = ground.app.browser();
    let start = browser.get(&ground.link(0).await).await.expect(200);
    assert!(start.says("Umfrage Sonderrunde") && start.says("Zur Runde Sonderrunde."), "{}", start.text());
    let page = browser.submit(&start.form("main form")).await.expect(200);
    for text in ["Teil von Sonderrunde", "Nehmen Sie an Sonderrunde gern teil?", "Was ist an Sonderrunde anders?"] {
        assert!(page.says(text), "{text}: {}", page.text());
    }
    assert!(!page.says("Nie gefragt"), "{}", page.text());
    let form = page.form("#answers").with("mood", "yes").with("why", "Die Fragen");
    let check = browser.submit(&form.press("continue")).await.expect(200);
    assert!(check.says("Was ist an Sonderrunde anders? Die Fragen"), "{}", check.text());
    let receipt = browser.submit(&check.form("form[action$='/submit']")).await.expect(200);
    let print = browser.get(&receipt.path.replace("/receipt", "/answers")).await.expect(200);
    assert!(print.says("Was ist an Sonderrunde anders? Die Fragen"), "it counts: {}", print.text());

    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let address = format!("/console/questionnaires/versions/{}/preview", ground.seed.version);
    let form = editor.get(&address).await.expect(200).form("main form").with("round", "Sonderrunde");
    let page = editor.submit(&form.with("language", "de")).await.expect(200);
    assert!(page.says("Was ist an Sonderrunde anders?"), "{}", page.text());
}
