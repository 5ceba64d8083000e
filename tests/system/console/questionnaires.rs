//! `/console/questionnaires`: uploads and versions.

use rundfrage_shared::questionnaire::store::list_versions;
use rundfrage_shared::staff::Role;
use rundfrage_tests::seed::QUESTIONNAIRE;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};

use super::ground::Ground;

on_both_engines!(both_examples_are_taken, a_bad_file_is_told_line_by_line, a_change_makes_a_version_and_shows_it);

const BUSINESS: &str = include_str!("../../../shared/examples/questionnaires/business_situation.yaml");
const LOCATION: &str = include_str!("../../../shared/examples/questionnaires/location_and_society.yaml");

async fn upload(browser: &Browser, bytes: impl Into<Vec<u8>>) -> Page {
    let form = browser.get("/console/questionnaires/upload").await.expect(200).form("main form");
    browser.submit(&form.with_file("file", "fragebogen.yaml", bytes)).await
}

async fn both_examples_are_taken(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    for source in [BUSINESS, LOCATION] {
        let page = upload(&editor, source).await.expect(200);
        assert!(page.says("Version 1 ist gespeichert"), "{}", page.text());
    }
    let list = editor.get("/console/questionnaires").await.expect(200);
    assert_eq!(list.texts("tbody tr").len(), 3, "with the one that was there");
}

async fn a_bad_file_is_told_line_by_line(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let wrong = QUESTIONNAIRE.replace("type: single", "type: <b>crystal ball</b>");
    let line = wrong.lines().position(|line| line.contains("crystal")).unwrap() + 1;
    let page = upload(&editor, wrong).await.expect(422);
    let told = page.texts("tbody tr");
    assert!(told.iter().any(|row| row.starts_with(&line.to_string()) && row.contains("situation")), "{told:?}");
    assert!(!page.body.contains("<b>crystal") && page.title().starts_with("Fehler:"));
    for bad in [&b"\xff\xfe\x00"[..], b"", b"&a [*a, *a]", b"[]", b"id: x\n"] {
        let page = upload(&editor, bad).await.expect(422);
        assert!(page.title().starts_with("Fehler:"), "{bad:?}");
    }
    assert_eq!(upload(&editor, vec![b'x'; 1_000_001]).await.status, 422);
    assert_eq!(upload(&editor, vec![b'x'; 3_000_000]).await.status, 413);
    let versions = list_versions(&ground.app.db, ground.seed.organisation, ground.seed.questionnaire).await.unwrap();
    assert_eq!(versions.len(), 1, "nothing was stored");
}

async fn a_change_makes_a_version_and_shows_it(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let _ = upload(&editor, BUSINESS).await.expect(200);
    let same = upload(&editor, BUSINESS).await.expect(200);
    assert!(same.says("bereits Version 1"), "{}", same.text());
    let changed = upload(
        &editor,
        BUSINESS.replace("id: vacancies", "id: open_posts").replace("question: vacancies", "question: open_posts"),
    );
    let changed = changed.await.expect(200);
    assert!(changed.says("Version 2 ist gespeichert"), "{}", changed.text());
    let rows = changed.texts("section tbody tr");
    assert!(rows.contains(&"open_posts Frage neu vergleichbar".to_owned()), "{rows:?}");
    assert!(rows.contains(&"vacancies Frage entfernt nicht vergleichbar".to_owned()), "{rows:?}");
    assert!(changed.says("bricht die Vergleichbarkeit"), "{}", changed.text());
}
