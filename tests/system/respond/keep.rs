//! `/respond/…` with `.do=keep`: what the page's script has kept while the page stays open.

use rundfrage_tests::form::Form;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};

use super::ground::{BUSINESS, Ground};

on_both_engines!(
    what_is_kept_is_there_again_and_the_page_goes_on_with_new_marks,
    what_is_not_right_yet_is_left_and_the_rest_is_kept,
    a_colleagues_answer_is_never_overwritten,
    two_windows_of_one_person_are_not_told_as_two_people,
    after_the_end_nothing_is_kept,
    ones_own_save_whose_answer_was_lost_is_no_conflict,
);

/// One of a company's people on the first page.
async fn somebody(ground: &Ground) -> (Browser, Page) {
    let browser = ground.app.browser();
    let start = browser.get(&ground.link(0).await).await.expect(200);
    let first = browser.submit(&start.form("main form")).await.expect(200);
    (browser, first)
}

/// Posts the form as the script does; returns what it says.
async fn keep(browser: &Browser, form: &Form, status: u16) -> (String, Form) {
    let answer = browser.submit(&form.clone().tampered(".do", "keep")).await.expect(status);
    assert_eq!(answer.headers["cache-control"], "no-store");
    let told: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    let marks = told["was"].as_array().unwrap().iter().map(|mark| mark.as_str().unwrap());
    let mut next = form.clone();
    for mark in marks {
        let code = &mark[..=mark.find(':').unwrap()];
        let field = next.fields.iter_mut().find(|(name, value)| name == ".was" && value.starts_with(code)).unwrap();
        mark.clone_into(&mut field.1);
    }
    (told["said"].as_str().unwrap().to_owned(), next)
}

async fn stored(browser: &Browser, page: &Page, field: &str) -> Option<String> {
    browser.get(&page.path).await.expect(200).form("#answers").value(field).map(str::to_owned)
}

async fn what_is_kept_is_there_again_and_the_page_goes_on_with_new_marks(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (one, first) = somebody(&ground).await;
    let (said, next) = keep(&one, &first.form("#answers").with("situation", "good"), 200).await;
    assert!(said.starts_with("Gespeichert um "), "{said}");
    assert_eq!(stored(&one, &first, "situation").await.as_deref(), Some("good"));
    // One changes one's mind twice: what oneself has kept is no conflict, by the script or by the button.
    let (_, next) = keep(&one, &next.with("situation", "poor"), 200).await;
    let _ = one.submit(&next.with("situation", "satisfactory").press("continue")).await.expect(200);
    assert_eq!(stored(&one, &first, "situation").await.as_deref(), Some("satisfactory"));
}

async fn what_is_not_right_yet_is_left_and_the_rest_is_kept(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (one, first) = somebody(&ground).await;
    let numbers = one.get(&first.path.replace("/s1", "/s2.3")).await.expect(200);
    let (_, form) = keep(&one, &numbers.form("#answers").with("utilisation", "70"), 200).await;
    let (said, form) = keep(&one, &form.with("utilisation", "viel"), 200).await;
    assert!(said.contains("noch nicht vollständig"), "{said}");
    assert_eq!(stored(&one, &numbers, "utilisation").await.as_deref(), Some("70"), "what was there stays");
    let (_, _) = keep(&one, &form.with("utilisation", "80"), 200).await;
    assert_eq!(stored(&one, &numbers, "utilisation").await.as_deref(), Some("80"));
}

async fn a_colleagues_answer_is_never_overwritten(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let ((one, first), (two, second)) = (somebody(&ground).await, somebody(&ground).await);
    keep(&one, &first.form("#answers").with("situation", "good"), 200).await;
    // Another question of the same page goes in, and what only the colleague has answered stays unseen and untouched.
    let (_, next) = keep(&two, &second.form("#answers").with("expectation", "same"), 200).await;
    let (_, next) = keep(&two, &next, 200).await;
    assert_eq!(stored(&two, &second, "situation").await.as_deref(), Some("good"));
    // Where both answered, and otherwise, the button will show both; everything else of the page is kept nevertheless.
    let mine = next.with("situation", "poor").with("expectation", "better");
    let (said, next) = keep(&two, &mine, 409).await;
    assert!(
        said.contains("von jemand anderem") && said.contains("„Wie beurteilen Sie") && said.contains("“: gut"),
        "{said}"
    );
    assert_eq!(stored(&two, &second, "situation").await.as_deref(), Some("good"));
    assert_eq!(stored(&two, &second, "expectation").await.as_deref(), Some("better"));
    let (_, next) = keep(&two, &next.with("expectation", "worse"), 409).await;
    assert_eq!(stored(&two, &second, "expectation").await.as_deref(), Some("worse"));
    let both = two.submit(&next.press("continue")).await.expect(409);
    assert!(both.says("in einem anderen Fenster: gut"), "{}", both.text());
    assert_eq!(both.form("#answers").value("expectation"), Some("worse"));
}

async fn two_windows_of_one_person_are_not_told_as_two_people(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (one, first) = somebody(&ground).await;
    let second = one.get(&first.path).await.expect(200).form("#answers");
    keep(&one, &first.form("#answers").with("situation", "good"), 200).await;
    // Nobody knows who it was: that it may have been oneself is said, too.
    let (said, next) = keep(&one, &second.with("situation", "poor"), 409).await;
    assert!(said.contains("in einem anderen Fenster: „Wie beurteilen Sie"), "{said}");
    let both = one.submit(&next.press("continue")).await.expect(409);
    assert!(both.says("in einem anderen Fenster: gut"), "{}", both.text());
    let mine = one.submit(&both.form("#answers").press("continue")).await.expect(200);
    assert_eq!(stored(&one, &first, "situation").await.as_deref(), Some("poor"), "{}", mine.text());
}

async fn after_the_end_nothing_is_kept(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (one, first) = somebody(&ground).await;
    ground.close().await;
    let (said, _) = keep(&one, &first.form("#answers").with("situation", "good"), 410).await;
    assert!(said.contains("geschlossen"), "{said}");
}

async fn ones_own_save_whose_answer_was_lost_is_no_conflict(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (one, first) = somebody(&ground).await;
    let page = first.form("#answers");
    let lost = page.clone().with("situation", "good");
    let (_, _) = keep(&one, &lost, 200).await;
    // The page still has its first marks, and says what it sent.
    let sent = serde_json::to_string(&lost.fields).unwrap();
    let again = page.clone().with("situation", "poor").tampered(".sent", &sent);
    let (said, _) = keep(&one, &again, 200).await;
    assert!(said.starts_with("Gespeichert um "), "{said}");
    assert_eq!(stored(&one, &first, "situation").await.as_deref(), Some("poor"));
    // What somebody else has put there is not excused by it, nor by something that is no list of fields.
    for sent in [sent.as_str(), "[", "{}", "[[\".was\",\"situation:\"]]"] {
        let other = page.clone().with("situation", "satisfactory").tampered(".sent", sent);
        let (said, _) = keep(&one, &other, 409).await;
        assert!(said.contains("von jemand anderem"), "{sent}: {said}");
    }
    assert_eq!(stored(&one, &first, "situation").await.as_deref(), Some("poor"));
}
