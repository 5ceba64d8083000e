//! `/respond/…/check` and the submit behind it: what cannot be submitted is told at its answer, and where it stands.

use rundfrage_shared::query;
use rundfrage_tests::fieldwork::{links, open_with};
use rundfrage_tests::{Browser, Fresh, Page, TestApp, on_both_engines};

on_both_engines!(
    an_answer_that_does_not_fit_any_more_is_named,
    a_matrix_that_must_be_answered_is_answered_row_by_row,
    a_question_without_anything_to_choose_is_not_asked,
);

const COSTS: &str = "
id: costs
languages: [de]
default_language: de
title: {de: Kosten}
sections:
  - id: one
    title: {de: Umsatz}
    questions:
      - {id: turnover, type: numeric, text: {de: Wie hoch ist der Umsatz?}}
  - id: two
    title: {de: Ausgaben}
    questions:
      - {id: costs, type: numeric, text: {de: Wie hoch sind die Kosten?}, checks: [{rule: this <= turnover, message: {de: 'Mehr als der Umsatz von {{ turnover }}.'}}]}
";

const ROWS: &str = "
id: rows
languages: [de]
default_language: de
title: {de: Zeilen}
sections:
  - id: one
    title: {de: Vorher}
    questions:
      - {id: exports, type: yes_no, text: {de: Führen Sie aus?}}
  - id: two
    title: {de: Erwartung}
    questions:
      - id: outlook
        type: matrix
        required: hard
        text: {de: Was erwarten Sie?}
        rows: [{id: orders, de: Aufträge}, {id: jobs, de: Stellen}, {id: abroad, show_if: 'exports == \"yes\"', de: Ausland}]
        options: [{code: up, de: mehr}, {code: down, de: weniger}]
  - id: three
    title: {de: Ausfuhr}
    questions:
      - id: where
        type: matrix
        required: hard
        text: {de: Wohin führen Sie aus?}
        rows: [{id: eu, show_if: 'exports == \"yes\"', de: Europa}]
        options: [{code: much, de: viel}, {code: little, de: wenig}]
";

/// Somebody of a company, on the first page.
async fn begin(fresh: Fresh, questionnaire: &str) -> (TestApp, Browser, Page) {
    let mut app = TestApp::start(fresh).await;
    app.leave_jobs();
    let ground = open_with(&app, 1, questionnaire).await;
    let link = links(&app, &ground.round).await.remove(0);
    let browser = app.browser();
    let start = browser.get(&link).await.expect(200);
    let first = browser.submit(&start.form("main form")).await.expect(200);
    (app, browser, first)
}

async fn states(app: &TestApp) -> Vec<String> {
    let states = query!(&app.db => fetch_all::<(String,)>, "SELECT state FROM responses").unwrap();
    states.into_iter().map(|(state,)| state).collect()
}

async fn an_answer_that_does_not_fit_any_more_is_named(fresh: Fresh) {
    let (app, browser, first) = begin(fresh, COSTS).await;
    let go = |page: &Page, field: &str, value: &str| page.form("#answers").with(field, value).press("continue");
    let second = browser.submit(&go(&first, "turnover", "100")).await.expect(200);
    let check = browser.submit(&go(&second, "costs", "80")).await.expect(200);
    assert!(!check.says("Mehr als der Umsatz"), "{}", check.text());
    // The first answer is changed; the second was right when it was given.
    let first = browser.get(&first.path).await.expect(200);
    let _ = browser.submit(&go(&first, "turnover", "50")).await.expect(200);
    let check = browser.get(&check.path).await.expect(200);
    assert!(
        check.says("Mehr als der Umsatz von 50.") && check.says("Eine Antwort passt so noch nicht"),
        "{}",
        check.text()
    );
    let refused = browser.submit(&check.form("main form")).await.expect(422);
    assert!(refused.title().starts_with("Fehler:"));
    let told = refused.texts(".error-summary a");
    assert_eq!(told, ["Wie hoch sind die Kosten? – Mehr als der Umsatz von 50."]);
    assert_eq!(refused.attributes(".error-summary a", "href"), ["#costs-answer"]);
    assert_eq!(refused.attributes("#costs-answer", "tabindex"), ["-1"]);
    assert_eq!(states(&app).await, ["draft"]);
    let second = browser.get(&second.path).await.expect(200);
    let check = browser.submit(&go(&second, "costs", "40")).await.expect(200);
    let _ = browser.submit(&check.form("main form")).await.expect(200);
    assert_eq!(states(&app).await, ["submitted"]);
}

async fn a_matrix_that_must_be_answered_is_answered_row_by_row(fresh: Fresh) {
    let (app, browser, first) = begin(fresh, ROWS).await;
    let second = browser.submit(&first.form("#answers").with("exports", "yes").press("continue")).await.expect(200);
    let some = second.form("#answers").with("outlook.orders", "up").with("outlook.abroad", "down");
    let refused = browser.submit(&some.clone().press("continue")).await.expect(422);
    assert_eq!(refused.texts(".error-summary a"), ["Bitte antworten Sie auch in der Zeile „Stellen“."]);
    assert_eq!(refused.attributes(".error-summary a", "href"), ["#outlook.jobs"]);
    // What is there is kept for another time.
    let _ = browser.submit(&some.press("later")).await.expect(200);
    let check = browser.get(&first.path.replace("/one", "/check")).await.expect(200);
    assert!(check.says("Nicht alle Zeilen sind beantwortet."), "{}", check.text());
    let refused = browser.submit(&check.form("main form")).await.expect(422);
    assert!(refused.says("Was erwarten Sie? – Nicht alle Zeilen sind beantwortet."), "{}", refused.text());
    assert_eq!(states(&app).await, ["draft"]);
}

async fn a_question_without_anything_to_choose_is_not_asked(fresh: Fresh) {
    let (app, browser, first) = begin(fresh, ROWS).await;
    let second = browser.submit(&first.form("#answers").with("exports", "no").press("continue")).await.expect(200);
    let all = second.form("#answers").with("outlook.orders", "up").with("outlook.jobs", "down");
    let check = browser.submit(&all.press("continue")).await.expect(200);
    assert!(check.path.ends_with("/check") && !check.says("Wohin führen Sie aus?"), "{}", check.text());
    let _ = browser.submit(&check.form("main form")).await.expect(200);
    assert_eq!(states(&app).await, ["submitted"]);
}
