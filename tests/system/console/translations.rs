//! `/console/questionnaires/versions/…/translations`: lists go to translators and come back as a new version.

use rundfrage_shared::id::VersionId;
use rundfrage_shared::questionnaire::store::{list_versions, lookup_source};
use rundfrage_shared::questionnaire::translation::{Catalogue, workbook, xliff};
use rundfrage_shared::staff::Role;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};

use super::ground::Ground;

on_both_engines!(
    a_list_comes_back_as_a_new_version_and_the_language_is_offered,
    a_list_that_does_not_fit_changes_nothing,
    who_may_only_look_changes_nothing,
);

fn address(version: VersionId) -> String {
    format!("/console/questionnaires/versions/{version}/translations")
}

async fn list(browser: &Browser, version: VersionId) -> Catalogue {
    let file = browser.get(&format!("{}/file?from=de&to=fr&format=xlf", address(version))).await.expect(200);
    let mut list = xliff::read(file.body.as_bytes()).unwrap();
    for line in &mut list.lines {
        line.target = format!("fr {}", line.source);
    }
    list
}

async fn bring(browser: &Browser, version: VersionId, bytes: Vec<u8>) -> Page {
    let form = browser.get(&address(version)).await.expect(200).form("form[enctype]");
    browser.submit(&form.with_file("file", "liste", bytes)).await
}

async fn a_list_comes_back_as_a_new_version_and_the_language_is_offered(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let version = ground.seed.version;
    let list = list(&editor, version).await;
    let page = bring(&editor, version, workbook::write(&list, ground.app.now()).unwrap()).await.expect(200);
    assert!(page.says("Übernommen: 5 Texte"), "{}", page.text());
    let offered = editor.submit(&page.form("form[action$=offer]")).await.expect(200);
    assert!(offered.says("Die Sprache fr wird angeboten"), "{}", offered.text());
    let versions = list_versions(&ground.app.db, ground.seed.organisation, ground.seed.questionnaire).await.unwrap();
    assert_eq!(versions.len(), 3);
    let source = lookup_source(&ground.app.db, ground.seed.organisation, versions[0].id).await.unwrap().unwrap();
    assert!(source.contains("fr Wie ist die Lage?"), "{source}");
    let late = bring(&editor, version, xliff::write(&list, "tiny").unwrap()).await.expect(200);
    assert!(late.says("Inzwischen gibt es eine neuere Version"), "{}", late.text());
}

async fn a_list_that_does_not_fit_changes_nothing(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let version = ground.seed.version;
    let mut list = list(&editor, version).await;
    list.lines[1].key = "nowhere.text".into();
    list.lines[2].source = "anders".into();
    let page = bring(&editor, version, xliff::write(&list, "tiny").unwrap()).await.expect(422);
    let told = page.texts("tbody tr");
    assert!(told.iter().any(|row| row.contains("nowhere.text") && row.contains("line ")), "{told:?}");
    assert!(told.iter().any(|row| row.contains("has changed meanwhile")), "{told:?}");
    for bad in [&b""[..], b"PK", b"<!DOCTYPE a []><xliff version='1.2'/>", b"\xff", b"key,de,fr"] {
        let page = bring(&editor, version, bad.to_vec()).await.expect(422);
        assert!(page.title().starts_with("Fehler:"), "{bad:?}");
    }
    let same = editor.get(&format!("{}/file?from=de&to=de&format=xlsx", address(version))).await.expect(422);
    assert!(same.title().starts_with("Fehler:"));
    let versions = list_versions(&ground.app.db, ground.seed.organisation, ground.seed.questionnaire).await.unwrap();
    assert_eq!(versions.len(), 1);
}

async fn who_may_only_look_changes_nothing(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let viewer = ground.signed_in(Role::Viewer).await;
    let form = editor.get(&address(ground.seed.version)).await.expect(200).form("form[enctype]");
    assert_eq!(viewer.get(&address(ground.seed.version)).await.status, 200);
    assert_eq!(viewer.submit(&form.with_file("file", "liste", b"PK".to_vec())).await.status, 403);
}
