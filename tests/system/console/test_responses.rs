//! `/console/rounds/{id}/test-responses`: staff answer for a trial; it is marked, counts nowhere, and can be deleted.

use rundfrage_shared::response::store::Counts;
use rundfrage_shared::staff::Role;
use rundfrage_shared::{audit, open_link, query};
use rundfrage_tests::ground::{BUSINESS, Ground};
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::signed_in;

on_both_engines!(
    a_test_response_is_marked_counts_nowhere_and_is_deleted,
    nobody_else_begins_one_and_none_begins_before_the_round_opens_or_after_its_end,
);

async fn a_test_response_is_marked_counts_nowhere_and_is_deleted(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let organisation = ground.seed.organisation;
    let editor = signed_in(&ground.app, organisation, Role::Editor).await;
    let address = format!("/console/rounds/{}", ground.round.id);
    let round = editor.get(&address).await.expect(200);
    let page = editor.submit(&round.form("form[action$='/test-responses']")).await.expect(200);
    assert!(page.path.ends_with("/s1") && page.says("Testantwort – sie zählt nirgends mit"), "{}", page.text());
    assert_eq!(page.links(&address), [address.as_str()]);
    let form = page.form("#answers").with("situation", "good");
    let _ = editor.submit(&form.press("continue")).await.expect(200);
    let check = editor.get(&page.path.replace("/s1", "/check")).await.expect(200);
    let receipt = editor.submit(&check.form("main form").press("Antworten absenden")).await.expect(200);
    assert!(receipt.path.ends_with("/receipt") && receipt.says("Testantwort"), "{}", receipt.text());

    assert_eq!(ground.counts().await, Counts::default());
    let open = open_link::store::count(&ground.app.db, organisation, ground.round.id).await.unwrap();
    assert_eq!(open, Counts::default());
    let first = rundfrage_shared::results::store::nth_submitted(&ground.app.db, organisation, ground.round.id, 1);
    assert_eq!(first.await.unwrap(), None);
    let listed =
        rundfrage_shared::response::store::list_submitted(&ground.app.db, organisation, ground.round.id, None, 9);
    assert_eq!(listed.await.unwrap(), []);

    let round = editor.get(&address).await.expect(200);
    assert!(round.says("Es gibt eine Testantwort."), "{}", round.text());
    let round = editor.submit(&round.form("form[action$='/delete']")).await.expect(200);
    assert!(round.says("Die Testantworten sind gelöscht.") && !round.says("Es gibt eine"), "{}", round.text());
    let (left,) = query!(&ground.app.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM responses").unwrap();
    assert_eq!(left, 0);
    let log = audit::list(&ground.app.db, organisation, None, 10).await.unwrap();
    let actions: Vec<&str> = log.iter().map(|record| record.action.as_str()).collect();
    assert!(actions.contains(&"test-response.begun") && actions.contains(&"test-responses.deleted"), "{actions:?}");
}

async fn nobody_else_begins_one_and_none_begins_before_the_round_opens_or_after_its_end(fresh: Fresh) {
    let ground = Ground::launched(fresh, BUSINESS).await;
    let address = format!("/console/rounds/{}/test-responses", ground.round.id);
    let viewer = signed_in(&ground.app, ground.seed.organisation, Role::Viewer).await;
    let _ = viewer.post(&address, &[]).await.expect(403);
    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let early = editor.post(&address, &[]).await.expect(200);
    assert!(early.says("noch nicht geöffnet"), "{}", early.text());
    ground.app.clock.set(ground.round.fieldwork.closes_at());
    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let late = editor.post(&address, &[]).await.expect(200);
    assert!(late.says("nimmt keine Antworten mehr an"), "{}", late.text());
    let (left,) = query!(&ground.app.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM responses").unwrap();
    assert_eq!(left, 0);
}
