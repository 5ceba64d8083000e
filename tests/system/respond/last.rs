//! The round before: its figures are recalled, and rules compare with them.

use rundfrage_shared::query;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_tests::answered::{close, code, submit};
use rundfrage_tests::fieldwork::{links, next, open_with};
use rundfrage_tests::{Fresh, TestApp, on_both_engines};
use serde_json::{Value, json};

on_both_engines!(figures_of_the_round_before_are_recalled_and_compared_with);

const TURNOVER: &str = "
id: growth
languages: [de]
default_language: de
title: {de: Wachstum}
sections:
  - id: figures
    title: {de: Zahlen}
    questions:
      - {id: hint, type: note, show_if: last.mood < 8, text: {de: 'Zuletzt war die Stimmung bei {{ last.mood }} von 10.'}}
      - id: turnover
        type: numeric
        unit: EUR
        text: {de: Wie hoch war der Umsatz?}
        checks: [{rule: this >= last.turnover / 2, message: {de: Weniger als die Hälfte der letzten Runde}}]
      - {id: why, type: open_text, show_if: turnover > last.turnover * 2, text: {de: Was hat den Umsatz verdoppelt?}}
      - {id: mood, type: nps, text: {de: Wie ist die Stimmung?}}
";

fn figures(turnover: f64) -> Answers {
    Answers([(code("turnover"), Answer::Number(turnover)), (code("mood"), Answer::Number(7.0))].into())
}

async fn figures_of_the_round_before_are_recalled_and_compared_with(fresh: Fresh) {
    let mut app = TestApp::start(fresh).await;
    app.leave_jobs();
    let first = open_with(&app, 2, TURNOVER).await;
    submit(&app, &first.round, vec![figures(1200.0)]).await;
    close(&app, &first.round).await;
    let second = next(&app, &first, TURNOVER).await;
    let (answered,) = query!(&app.db => fetch_one::<(String,)>,
        "SELECT c.email FROM responses r JOIN contacts c ON c.company_id = r.company_id")
    .unwrap();
    let emails = query!(&app.db => fetch_all::<(String,)>, "SELECT email FROM contacts ORDER BY email").unwrap();
    let place = emails.iter().position(|(email,)| *email == answered).unwrap();
    let links = links(&app, &second).await;

    let browser = app.browser();
    let start = browser.get(&links[place]).await.expect(200);
    let page = browser.submit(&start.form("main form")).await.expect(200);
    assert!(page.says("In der letzten Runde: 1.200"), "{}", page.text());
    assert!(page.says("Zuletzt war die Stimmung bei 7 von 10."), "a later question is named: {}", page.text());
    assert!(!page.says("In der letzten Runde: 7"), "opinions are not recalled: {}", page.text());
    assert_eq!(page.form("#answers").value("turnover"), Some(""), "nothing is filled in ahead");
    let few = browser.submit(&page.form("#answers").with("turnover", "500").press("continue")).await.expect(422);
    assert!(few.says("Weniger als die Hälfte der letzten Runde"), "{}", few.text());
    let much = few.form("#answers").with("turnover", "3.000").with("mood", "9");
    let asked = browser.submit(&much.press("continue")).await.expect(200);
    assert!(asked.says("Was hat den Umsatz verdoppelt?"), "{}", asked.text());
    let why = asked.form("#answers").with("why", "Ein neues Werk");
    let check = browser.submit(&why.press("continue")).await.expect(200);
    let _ = browser.submit(&check.form("main form")).await.expect(200);
    let (stored,) = query!(&app.db => fetch_one::<(sqlx::types::Json<Value>,)>,
        "SELECT answers FROM responses WHERE round_id = $1", second.id)
    .unwrap();
    assert_eq!(stored.0["why"], json!({"text": "Ein neues Werk"}));

    // Whoever did not answer then is asked nothing that compares.
    let browser = app.browser();
    let start = browser.get(&links[1 - place]).await.expect(200);
    let page = browser.submit(&start.form("main form")).await.expect(200);
    assert!(!page.says("In der letzten Runde") && !page.says("Zuletzt"), "{}", page.text());
    let typed = page.form("#answers").with("turnover", "1");
    let check = browser.submit(&typed.press("continue")).await.expect(200);
    assert!(!check.says("Was hat den Umsatz verdoppelt?"), "{}", check.text());
}
