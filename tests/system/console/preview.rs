//! `/console/questionnaires/versions/…/preview`: the pages of the respondents without a response.

use rundfrage_shared::query;
use rundfrage_shared::staff::Role;
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::{self, Ground};

on_both_engines!(a_preview_goes_through_every_page_and_stores_nothing, a_preview_begins_at_its_beginning);

async fn a_preview_goes_through_every_page_and_stores_nothing(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let address = format!("/console/questionnaires/versions/{}/preview", ground.seed.version);
    let form = editor.get(&address).await.expect(200).form("main form");
    let wrong = editor.submit(&form.clone().with("round", "ein Name")).await.expect(422);
    assert!(wrong.title().starts_with("Fehler:"));
    let page = editor.submit(&form.with("language", "en").with("round", "2026-Q4")).await.expect(200);
    assert_eq!(page.path, format!("{address}/s1"));
    assert!(page.says("How are things?") && page.says("Preview – nothing is stored."), "{}", page.text());
    let check = editor.submit(&page.form("#answers").with("situation", "good")).await.expect(200);
    assert!(check.path.ends_with("/preview/check") && check.says("good"), "{}: {}", check.path, check.text());
    let again = editor.get(&format!("{address}/s1")).await.expect(200);
    assert_eq!(again.form("#answers").value("situation"), Some("good"), "the session keeps what was typed");
    let end = editor.submit(&check.form("form.submit")).await.expect(200);
    assert!(end.says("Ende der Vorschau"), "{}", end.text());
    let (responses,) = query!(&ground.app.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM responses").unwrap();
    assert_eq!(responses, 0);
}

async fn a_preview_begins_at_its_beginning(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let address = format!("/console/questionnaires/versions/{}/preview", ground.seed.version);
    assert_eq!(editor.get(&format!("{address}/s1")).await.expect(200).path, address);
    let other = rundfrage_tests::seed::organisation(&ground.app, "andere").await;
    let foreign = ground::signed_in(&ground.app, other.organisation, Role::Owner).await;
    assert_eq!(foreign.get(&address).await.status, 404);
    assert_eq!(foreign.get(&format!("{address}/s1")).await.status, 404);
    assert_ne!(ground.app.browser().get(&format!("{address}/s1")).await.path, format!("{address}/s1"));
}
