//! Personal links and cookies: what they open, and what they do not.

use rundfrage_shared::invitation::InvitationState;
use rundfrage_shared::invitation::store::lookup;
use rundfrage_shared::query;
use rundfrage_shared::response::store::Counts;
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::{BUSINESS, Ground};

on_both_engines!(
    looking_at_a_link_changes_nothing,
    the_start_page_speaks_the_contacts_language_until_another_is_chosen,
    a_link_that_leads_nowhere_gets_one_and_the_same_page,
    a_round_that_is_not_open_yet_says_when,
    a_closed_round_says_so_and_stores_nothing,
    a_response_opens_only_with_its_cookie,
    a_colleague_on_another_device_goes_on_where_it_was_left,
    two_rounds_in_two_tabs_do_not_get_in_each_others_way,
);

async fn looking_at_a_link_changes_nothing(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let link = ground.link(0).await;
    let start = ground.app.browser().get(&link).await.expect(200);
    let _ = ground.app.browser().head(&link).await.expect(200);
    assert_eq!(start.headers["cache-control"], "no-store");
    assert!(!start.headers.contains_key("set-cookie"));
    assert_eq!(ground.counts().await, Counts::default());
    let invitation = lookup(&ground.app.db, ground.invitation(0).await).await.unwrap().unwrap();
    assert_eq!(invitation.state, InvitationState::Planned);
}

async fn the_start_page_speaks_the_contacts_language_until_another_is_chosen(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    query!(&ground.app.db => execute, "UPDATE contacts SET language = 'en'").unwrap();
    let link = ground.link(0).await;
    let browser = ground.app.browser();
    let start = browser.get(&link).await.expect(200);
    assert!(start.body.contains("<html lang=\"en\""), "the browser asks for German, the panel says English");
    browser.post("/language", &[("language", "de"), ("return", &link)]).await;
    assert!(browser.get(&link).await.expect(200).body.contains("<html lang=\"de\""));
}

async fn a_link_that_leads_nowhere_gets_one_and_the_same_page(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let genuine = ground.link(0).await;
    let mut tampered = genuine.clone().into_bytes();
    let place = tampered.len() - 2;
    tampered[place] = if tampered[place] == b'A' { b'B' } else { b'A' };
    let tampered = String::from_utf8(tampered).unwrap();
    let unknown = format!("/r/{}", "A".repeat(43));
    query!(&ground.app.db => execute, "UPDATE invitations SET state = 'excluded' WHERE id = $1", ground.invitation(1).await)
        .unwrap();
    let excluded = ground.link(1).await;
    let revoked = ground.link(2).await;
    query!(&ground.app.db => execute, "UPDATE invitations SET link_serial = 1 WHERE id = $1", ground.invitation(2).await)
        .unwrap();
    let mut bodies = Vec::new();
    for link in [tampered.as_str(), &unknown, &excluded, &revoked, "/r/x", &genuine.replace("/r/", "/r/-")] {
        for answer in [ground.app.browser().get(link).await, ground.app.browser().post(link, &[]).await] {
            assert_eq!(answer.status, 404, "{link}");
            bodies.push(answer.body.replace(link, "LINK"));
        }
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "{bodies:#?}");
    assert_eq!(ground.counts().await, Counts::default());
}

async fn a_round_that_is_not_open_yet_says_when(fresh: Fresh) {
    let ground = Ground::launched(fresh, BUSINESS).await;
    let link = ground.link(0).await;
    let early = ground.app.browser().get(&link).await.expect(200);
    assert!(early.says("noch nicht geöffnet") && early.says("01.12.2026, 09:00 Uhr"), "{}", early.text());
    let _ = ground.app.browser().post(&link, &[]).await.expect(200);
    assert_eq!(ground.counts().await, Counts::default());
}

async fn a_closed_round_says_so_and_stores_nothing(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let browser = ground.app.browser();
    let start = browser.get(&ground.link(0).await).await;
    let first = browser.submit(&start.form("main form")).await.expect(200);
    let answered = first.form("#answers").with("situation", "good").press("continue");
    ground.close().await;
    let late = browser.submit(&answered).await.expect(410);
    assert!(late.says("Diese Runde ist geschlossen") && late.says("22.12.2026, 18:00 Uhr"), "{}", late.text());
    let _ = browser.get(&first.path).await.expect(410);
    browser.post(&first.path.replace("/s1", "/submit"), &[("key", "0123456789abcdef")]).await;
    let _ = browser.get(&ground.link(1).await).await.expect(410);
    let _ = browser.post(&ground.link(1).await, &[]).await.expect(410);
    assert_eq!(ground.counts().await, Counts { drafts: 1, submitted: 0 });
    let (draft,) =
        query!(&ground.app.db => fetch_one::<(sqlx::types::Json<serde_json::Value>,)>, "SELECT draft FROM responses")
            .unwrap();
    assert_eq!(draft.0, serde_json::json!({}));
}

async fn a_response_opens_only_with_its_cookie(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (mine, other) = (ground.app.browser(), ground.app.browser());
    let first = mine.submit(&mine.get(&ground.link(0).await).await.form("main form")).await.expect(200);
    let others = other.submit(&other.get(&ground.link(1).await).await.form("main form")).await.expect(200);
    for page in ["s1", "check", "receipt", "answers", "later"] {
        let foreign = other.get(&first.path.replace("s1", page)).await;
        assert!(foreign.status == 404 && foreign.says("Dieser Link ist nicht gültig"), "{page}: {}", foreign.text());
    }
    let form = others.form("#answers").with("situation", "good");
    let _ = other.post(&first.path, &[("situation", "good")]).await.expect(404);
    let _ = other.submit(&form.press("continue")).await.expect(200);
    let drafts = query!(&ground.app.db => fetch_all::<(sqlx::types::Json<serde_json::Value>,)>,
        "SELECT draft FROM responses ORDER BY id")
    .unwrap();
    assert_eq!(drafts.iter().filter(|(draft,)| draft.0 == serde_json::json!({})).count(), 1, "{drafts:?}");
}

async fn a_colleague_on_another_device_goes_on_where_it_was_left(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let link = ground.link(0).await;
    let (phone, desk) = (ground.app.browser(), ground.app.english_browser());
    desk.post("/language", &[("language", "en"), ("return", &link)]).await;
    let first = phone.submit(&phone.get(&link).await.form("main form")).await.expect(200);
    let form = first.form("#answers").with("situation", "good").with("expectation", "same");
    let later = phone.submit(&form.press("Speichern und später fortfahren")).await.expect(200);
    assert!(later.path.ends_with("/later") && later.says("sind gespeichert"), "{}", later.text());
    let start = desk.get(&link).await.expect(200);
    assert!(start.says("begun already"), "{}", start.text());
    let page = desk.submit(&start.form("main form").press("Continue")).await.expect(200);
    let form = page.form("#answers");
    assert_eq!(
        (page.path.as_str(), form.value("situation"), form.value("predictability")),
        (first.path.as_str(), Some("good"), None)
    );
    let _ = desk.submit(&form.with("predictability", "neither").press("continue")).await.expect(200);
    let start = phone.get(&link).await.expect(200);
    let page = phone.submit(&start.form("main form").press("Weiter ausfüllen")).await.expect(200);
    assert!(page.path.ends_with("/s2"), "everything on the first page is answered: {}", page.path);
    assert_eq!(ground.counts().await, Counts { drafts: 1, submitted: 0 });
}

async fn two_rounds_in_two_tabs_do_not_get_in_each_others_way(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let browser = ground.app.browser();
    let one = browser.submit(&browser.get(&ground.link(0).await).await.form("main form")).await.expect(200);
    let two = browser.submit(&browser.get(&ground.link(1).await).await.form("main form")).await.expect(200);
    assert_ne!(one.path, two.path);
    let _ = browser.submit(&one.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    let _ = browser.submit(&two.form("#answers").with("situation", "poor").press("continue")).await.expect(200);
    assert_eq!(browser.get(&one.path).await.form("#answers").value("situation"), Some("good"));
    assert_eq!(browser.get(&two.path).await.form("#answers").value("situation"), Some("poor"));
}
