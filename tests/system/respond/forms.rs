//! What the pages do with what is posted, good and bad.

use futures::future::join_all;
use rundfrage_shared::query;
use rundfrage_shared::response::store::Counts;
use rundfrage_tests::page::Page;
use rundfrage_tests::{Browser, Fresh, on_both_engines};
use serde_json::{Value, json};

use super::ground::{BUSINESS, Ground};

on_both_engines!(
    what_does_not_fit_is_refused_and_nothing_is_saved,
    what_was_typed_is_shown_again_with_the_complaint,
    a_text_of_a_million_characters_is_refused,
    an_answer_to_a_hidden_question_never_enters_the_response,
    an_answer_can_be_taken_back,
    an_exclusive_option_is_resolved_on_the_server,
    a_change_from_the_summary_comes_back_to_it,
    nothing_answered_cannot_be_submitted,
    fifty_submits_at_once_are_one_response,
    a_submit_without_a_key_is_refused,
    a_submit_after_the_close_is_refused,
    changed_answers_count_once_they_are_submitted_again,
    a_change_of_language_keeps_the_answers,
);

/// A visitor on the first page.
async fn begun(ground: &Ground, company: usize) -> (Browser, Page) {
    let browser = ground.app.browser();
    let start = browser.get(&ground.link(company).await).await.expect(200);
    let first = browser.submit(&start.form("main form")).await.expect(200);
    (browser, first)
}

async fn drafts(ground: &Ground) -> Vec<Value> {
    let rows =
        query!(&ground.app.db => fetch_all::<(sqlx::types::Json<Value>,)>, "SELECT draft FROM responses ORDER BY id");
    rows.unwrap().into_iter().map(|(draft,)| draft.0).collect()
}

async fn answers(ground: &Ground) -> Value {
    let row =
        query!(&ground.app.db => fetch_one::<(Option<sqlx::types::Json<Value>>,)>, "SELECT answers FROM responses");
    row.unwrap().0.map_or(Value::Null, |answers| answers.0)
}

async fn what_does_not_fit_is_refused_and_nothing_is_saved(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let page = |page: &str| first.path.replace("/s1", page);
    for (path, name, value, complaint) in [
        ("/s1", "situation", "splendid", "eine der angebotenen Antworten"),
        ("/s1", "situation", "<script>alert(1)</script>", "eine der angebotenen Antworten"),
        ("/s1", "utilisation", "85", "gehört nicht auf diese Seite"),
        ("/s1", "made_up", "1", "gehört nicht auf diese Seite"),
        ("/s2.2", "next_quarter.activity_next", "explode", "eine der angebotenen Antworten"),
        ("/s2.2", "next_quarter.prices_next", "dk", "eine der angebotenen Antworten"),
        ("/s2.3", "utilisation", "151", "von 0 bis 150"),
        ("/s2.3", "utilisation", "-1", "von 0 bis 150"),
        ("/s2.3", "utilisation", "NaN", "eine Zahl ein"),
        ("/s2.3", "utilisation", "1e99", "eine Zahl in % ein"),
        ("/s2.3", "utilisation", "85,5", "eine ganze Zahl"),
        ("/s2.3", "order_reach", "2,25", "höchstens eine Stelle nach dem Komma"),
        ("/s4", "recommend", "11", "eine der angebotenen Antworten"),
    ] {
        let refused = browser.post(&page(path), &[(name, value)]).await.expect(422);
        assert!(refused.says(complaint), "{name}={value}: {}", refused.text());
        assert!(refused.title().starts_with("Fehler:"), "{}", refused.title());
        assert!(!refused.body.contains("<script>alert"), "{name}");
    }
    assert_eq!(drafts(&ground).await, [json!({})]);
}

async fn what_was_typed_is_shown_again_with_the_complaint(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let page = browser.get(&first.path.replace("/s1", "/s2.3")).await.expect(200);
    let form = page.form("#answers").with("utilisation", "viel").with("order_reach", "3");
    let again = browser.submit(&form.press("continue")).await.expect(422);
    let form = again.form("#answers");
    assert_eq!((form.value("utilisation"), form.value("order_reach")), (Some("viel"), Some("3")));
    assert_eq!(again.links("#utilisation"), ["#utilisation"], "the summary leads to the field");
    assert_eq!(again.attributes("#utilisation", "aria-invalid"), ["true"]);
    assert_eq!(again.attributes("#utilisation", "aria-describedby"), ["utilisation-problem"]);
    let next = browser.submit(&form.with("utilisation", "1 20").press("continue")).await;
    assert_eq!(next.status, 422, "a space groups thousands and nothing else");
    let next = browser.submit(&next.form("#answers").with("utilisation", "120 %").press("continue")).await.expect(200);
    assert!(next.path.ends_with("/s3"), "{}", next.path);
    assert_eq!(drafts(&ground).await, [json!({"order_reach": {"number": 3.0}, "utilisation": {"number": 120.0}})]);
}

async fn a_text_of_a_million_characters_is_refused(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let path = first.path.replace("/s1", "/s4");
    let _ = browser.post(&path, &[("comment", "x".repeat(1_000_000).as_str())]).await.expect(413);
    let long = browser.post(&path, &[("comment", "ä".repeat(2_001).as_str())]).await.expect(422);
    assert!(long.says("auf 2.000 Zeichen; es sind 2.001"), "{}", long.text());
    assert_eq!(drafts(&ground).await, [json!({})]);
}

async fn an_answer_to_a_hidden_question_never_enters_the_response(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    // Section E: no stocks are asked.
    let (browser, first) = begun(&ground, 2).await;
    let refused = browser.post(&first.path.replace("/s1", "/s2"), &[("stocks", "adequate")]).await.expect(422);
    assert!(refused.says("gehört nicht auf diese Seite"), "{}", refused.text());
    // Hidden by an answer of the same page: kept, for the mind may change, but never submitted.
    let fields = [("hampered", "no"), ("obstacles", "staff"), ("vacancies", "0"), ("vacancy_time", "gt6")];
    let next = browser.post(&first.path.replace("/s1", "/s3"), &fields).await.expect(200);
    assert!(next.path.ends_with("/s4"), "{}", next.path);
    let check = browser.get(&first.path.replace("/s1", "/check")).await.expect(200);
    assert!(!check.says("Was hat Sie behindert"), "{}", check.text());
    let _ = browser.submit(&check.form("main form").press("Antworten absenden")).await.expect(200);
    assert_eq!(answers(&ground).await, json!({"hampered": {"choice": "no"}, "vacancies": {"number": 0.0}}));
    assert_eq!(drafts(&ground).await[0]["obstacles"]["choices"]["codes"], json!(["staff"]));
}

async fn an_answer_can_be_taken_back(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let form = first.form("#answers").with("situation", "good").with("expectation", "same");
    let _ = browser.submit(&form.press("continue")).await.expect(200);
    let again = browser.get(&first.path).await.expect(200);
    let cleared =
        browser.submit(&again.form("#answers").with("predictability", "neither").press("situation")).await.expect(200);
    assert_eq!(cleared.path, first.path, "the page stays");
    let form = cleared.form("#answers");
    assert_eq!((form.value("situation"), form.value("expectation")), (None, Some("same")));
    assert_eq!(form.value("predictability"), Some("neither"), "what was chosen besides is saved");
}

async fn an_exclusive_option_is_resolved_on_the_server(fresh: Fresh) {
    let ground = Ground::open(fresh, super::ground::LOCATION).await;
    let (browser, first) = begun(&ground, 0).await;
    let path = first.path.replace("/l1", "/l2");
    let _ =
        browser.post(&path, &[("skills_measures", "training"), ("skills_measures", "automation")]).await.expect(200);
    // Ticked afterwards, without JavaScript to untick the others.
    let both = [("skills_measures", "training"), ("skills_measures", "automation"), ("skills_measures", "nothing")];
    let _ = browser.post(&path, &both).await.expect(200);
    assert_eq!(drafts(&ground).await[0]["skills_measures"]["choices"]["codes"], json!(["nothing"]));
    let many = ["training", "upskilling", "abroad", "older", "parttime"].map(|code| ("skills_measures", code));
    let refused = browser.post(&path, &many).await.expect(422);
    assert!(refused.says("höchstens 4 Antworten"), "{}", refused.text());
}

async fn a_change_from_the_summary_comes_back_to_it(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let check = browser.get(&first.path.replace("/s1", "/check")).await.expect(200);
    let change = check.links("#hampered-question").pop().expect("a link to change it");
    let page = browser.get(change.split('#').next().unwrap_or_default()).await.expect(200);
    let form = page.form("#answers").with("vacancies", "3");
    let more = browser.submit(&form.press("Speichern und zurück zur Übersicht")).await.expect(200);
    assert!(more.path.contains("/s3?then=check&more=1"), "{}", more.path);
    let form = more.form("#answers").with("vacancy_time", "lt1");
    let back = browser.submit(&form.press("Speichern und zurück zur Übersicht")).await.expect(200);
    assert!(back.path.ends_with("/check") && back.says("unter einem Monat"), "{} {}", back.path, back.text());
}

async fn nothing_answered_cannot_be_submitted(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let check = browser.get(&first.path.replace("/s1", "/check")).await.expect(200);
    let refused = browser.submit(&check.form("main form").press("Antworten absenden")).await.expect(422);
    assert!(refused.says("mindestens eine Frage"), "{}", refused.text());
    assert_eq!(ground.counts().await, Counts { drafts: 1, submitted: 0 });
}

async fn fifty_submits_at_once_are_one_response(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let _ = browser.post(&first.path, &[("situation", "good")]).await.expect(200);
    let check = browser.get(&first.path.replace("/s1", "/check")).await.expect(200);
    let form = check.form("main form").press("Antworten absenden");
    let receipts = join_all((0..50).map(|_| browser.submit(&form))).await;
    let mut texts: Vec<String> = receipts.into_iter().map(|receipt| receipt.expect(200).text()).collect();
    texts.dedup();
    assert_eq!(texts.len(), 1, "one and the same receipt");
    assert_eq!(ground.counts().await, Counts { drafts: 0, submitted: 1 });
}

async fn a_submit_without_a_key_is_refused(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let _ = browser.post(&first.path, &[("situation", "good")]).await.expect(200);
    let submit = first.path.replace("/s1", "/submit");
    for fields in [vec![], vec![("key", "short")], vec![("key", "0123456789abcdef"), ("state", "submitted")]] {
        assert_eq!(browser.post(&submit, &fields).await.status, 400, "{fields:?}");
    }
    assert_eq!(ground.counts().await.submitted, 0);
}

async fn a_submit_after_the_close_is_refused(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let _ = browser.post(&first.path, &[("situation", "good")]).await.expect(200);
    let check = browser.get(&first.path.replace("/s1", "/check")).await.expect(200);
    ground.app.clock.set(ground.round.fieldwork.closes_at());
    let late = browser.submit(&check.form("main form").press("Antworten absenden")).await.expect(410);
    assert!(late.says("Diese Runde ist geschlossen") && late.says("keine Antwort eingegangen"), "{}", late.text());
    ground.close().await;
    let _ = browser.submit(&check.form("main form").press("Antworten absenden")).await.expect(410);
    assert_eq!(ground.counts().await, Counts { drafts: 1, submitted: 0 });
}

async fn changed_answers_count_once_they_are_submitted_again(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let (check, receipt) = (first.path.replace("/s1", "/check"), first.path.replace("/s1", "/receipt"));
    let _ = browser.post(&first.path, &[("situation", "good")]).await.expect(200);
    let submit =
        async || browser.submit(&browser.get(&check).await.form("main form").press("Antworten absenden")).await;
    let number = submit().await.expect(200).texts(".code");
    let _ = browser.post(&first.path, &[("situation", "poor")]).await.expect(200);
    assert_eq!(answers(&ground).await, json!({"situation": {"choice": "good"}}));
    let pending = browser.get(&receipt).await.expect(200);
    assert!(pending.says("Noch nicht abgesendete Änderungen"), "{}", pending.text());
    let print = browser.get(&first.path.replace("/s1", "/answers")).await.expect(200);
    assert!(print.says("gut") && !print.says("schlecht"), "{}", print.text());
    let again = submit().await.expect(200);
    assert_eq!(again.texts(".code"), number, "the number stays");
    assert!(!again.says("Noch nicht abgesendete"), "{}", again.text());
    assert_eq!(answers(&ground).await, json!({"situation": {"choice": "poor"}}));
    let start = browser.get(&ground.link(0).await).await.expect(200);
    assert!(start.says("bereits geantwortet"), "{}", start.text());
    let back = browser.submit(&start.form("main form")).await.expect(200);
    assert!(back.path.ends_with("/receipt"), "{}", back.path);
}

async fn a_change_of_language_keeps_the_answers(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, first) = begun(&ground, 0).await;
    let german = browser.get(&first.path.replace("/s1", "/s2.3")).await.expect(200);
    // Typed and not saved yet: the button saves it before the page changes its language.
    let typed = german.form("#answers").with("order_reach", "2,5");
    let english = browser.submit(&typed.press("en")).await.expect(200);
    assert_eq!(
        (english.path.as_str(), english.attributes("html", "lang")),
        (german.path.as_str(), vec!["en".to_owned()])
    );
    assert!(english.says("Orders and activity"), "{}", english.text());
    assert_eq!(english.form("#answers").value("order_reach"), Some("2.5"));
    let wrong = english.form("#answers").with("order_reach", "soon").press("de");
    let again = browser.submit(&wrong).await.expect(422);
    assert!(again.says("Bitte geben Sie eine Zahl ein"), "{}", again.text());
    assert_eq!(again.form("#answers").value("order_reach"), Some("soon"));
    assert_eq!(browser.get(&first.path).await.attributes("html", "lang"), ["de"], "and it lasts");
}
