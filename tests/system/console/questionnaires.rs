//! `/console/questionnaires`: uploads and versions.

use rundfrage_shared::questionnaire::store::list_versions;
use rundfrage_shared::staff::Role;
use rundfrage_tests::seed::QUESTIONNAIRE;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};

use super::ground::Ground;

on_both_engines!(
    both_examples_are_taken,
    a_bad_file_is_told_line_by_line,
    a_change_makes_a_version_and_shows_it,
    a_questionnaire_of_another_tool_is_looked_at_and_stored,
    what_a_file_became_is_still_told_after_a_save_that_failed,
    a_questionnaire_of_the_same_id_is_compared_or_gets_an_id_of_its_own,
    a_broken_file_of_another_tool_is_told_with_its_place,
);

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
    assert_eq!(upload(&editor, vec![b'x'; 22_000_000]).await.status, 413);
    let versions = list_versions(&ground.app.db, ground.seed.organisation, ground.seed.questionnaire).await.unwrap();
    assert_eq!(versions.len(), 1, "nothing was stored");
}

async fn a_change_makes_a_version_and_shows_it(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let _ = upload(&editor, BUSINESS).await.expect(200);
    let same = upload(&editor, BUSINESS).await.expect(200);
    assert!(same.says("bereits Version 1"), "{}", same.text());
    let reworded = upload(&editor, BUSINESS.replace("Wie beurteilen Sie", "Wie sehen Sie")).await.expect(200);
    assert!(reworded.says("Version 2 ist gespeichert"), "what stays comparable is stored at once: {}", reworded.text());
    let _ = upload(&editor, BUSINESS).await.expect(200);
    let breaking =
        BUSINESS.replace("id: vacancies", "id: open_posts").replace("question: vacancies", "question: open_posts");
    let told = upload(&editor, breaking).await.expect(200);
    assert!(told.says("nicht mehr durchweg mit denen zu Version 3 vergleichen"), "{}", told.text());
    assert!(told.texts("details tbody tr").contains(&"vacancies Frage entfernt nicht vergleichbar".to_owned()));
    let list = editor.get("/console/questionnaires").await.expect(200);
    assert!(!list.text().contains("Version 4"), "nothing is stored yet: {}", list.text());
    let changed = editor.submit(&told.form("main form")).await.expect(200);
    assert!(changed.says("Version 4 ist gespeichert"), "{}", changed.text());
    let rows = changed.texts("section tbody tr");
    assert!(rows.contains(&"open_posts Frage neu vergleichbar".to_owned()), "{rows:?}");
    assert!(rows.contains(&"vacancies Frage entfernt nicht vergleichbar".to_owned()), "{rows:?}");
    assert!(changed.says("bricht die Vergleichbarkeit"), "{}", changed.text());
}

const THEIRS: &str = r#"{"title": "Fuhrpark", "locale": "de", "pages": [{"name": "cars", "elements": [
    {"type": "text", "name": "cars", "title": "Wie viele Fahrzeuge haben Sie?", "inputType": "number"},
    {"type": "signaturepad", "name": "sign", "title": "Unterschrift"}]}]}"#;

async fn a_questionnaire_of_another_tool_is_looked_at_and_stored(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let form = editor.get("/console/questionnaires/upload").await.expect(200).form("main form");
    let page = editor.submit(&form.with_file("file", "fuhrpark.json", THEIRS)).await.expect(200);
    assert!(page.says("fuhrpark.json stammt aus SurveyJS") && page.says("2 Fragen in der Datei"), "{}", page.text());
    assert!(page.texts("tbody tr").iter().any(|row| row.contains("a field to sign in")), "{}", page.text());
    let list = || async { editor.get("/console/questionnaires").await.expect(200).texts("tbody tr").len() };
    assert_eq!(list().await, 1, "nothing is stored yet");

    let made = page.form("main form");
    let source = made.value("source").unwrap().to_owned();
    let file = editor.submit(&made.clone().press("to_file")).await.expect(200);
    assert!(file.body.contains("Wie viele Fahrzeuge"), "{}", file.body);
    assert_eq!(file.headers["content-disposition"], "attachment; filename=\"questionnaire.yaml\"");
    let wrong = source.replace("type: numeric", "type: kristallkugel");
    let told = editor.submit(&made.clone().with("source", &wrong)).await.expect(422);
    assert!(told.title().starts_with("Fehler:") && told.says("kristallkugel"), "{}", told.text());
    let changed = source.replace("Wie viele Fahrzeuge", "Wie viele Wagen").replace('\n', "\r\n");
    let stored = editor.submit(&told.form("main form").with("source", &changed)).await.expect(200);
    assert!(stored.says("Version 1 ist gespeichert") && stored.says("Wie viele Wagen"), "{}", stored.text());
    assert_eq!(list().await, 2);
    let form = editor.get("/console/questionnaires/upload").await.expect(200).form("main form");
    let again = editor.submit(&form.with_file("file", "fuhrpark.json", THEIRS)).await.expect(200);
    let known = "Den Fragebogen „fuhrpark“ gibt es schon";
    assert!(!page.says(known) && again.says(known), "{}", again.text());
}

/// What the file `name` of another tool becomes.
async fn taken_over(editor: &Browser, name: &str, content: &str) -> Page {
    let form = editor.get("/console/questionnaires/upload").await.expect(200).form("main form");
    editor.submit(&form.with_file("file", name, content)).await.expect(200)
}

async fn what_a_file_became_is_still_told_after_a_save_that_failed(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let made = taken_over(&editor, "fuhr&park.json", THEIRS).await;
    let source = made.form("main form").value("source").unwrap().replace("type: numeric", "type: kristallkugel");
    let told = editor.submit(&made.form("main form").with("source", &source)).await.expect(422);
    let again = editor.submit(&told.form("main form")).await.expect(422);
    for page in [&told, &again] {
        assert!(page.says("fuhr&park.json stammt aus SurveyJS") && page.says("kristallkugel"), "{}", page.text());
        assert!(page.texts("tbody tr").iter().any(|row| row.contains("a field to sign in")), "{}", page.text());
    }
    // What the page carries is shown, not believed.
    for odd in ["", "{", "[]", "{\"notices\": 5}"] {
        let page = editor.submit(&told.form("main form").with("told", odd)).await.expect(422);
        assert!(page.says("kristallkugel") && !page.says("stammt aus"), "{odd}: {}", page.text());
    }
}

async fn a_questionnaire_of_the_same_id_is_compared_or_gets_an_id_of_its_own(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let first = taken_over(&editor, "a.json", THEIRS).await;
    let _ = editor.submit(&first.form("main form")).await.expect(200);
    let same = taken_over(&editor, "a.json", THEIRS).await;
    assert!(same.says("Gegenüber Version 1 ist nichts anders"), "{}", same.text());
    let reworded = taken_over(&editor, "a.json", &THEIRS.replace("Fahrzeuge haben", "Wagen haben")).await;
    assert!(reworded.says("bleiben mit denen zu Version 1 vergleichbar"), "{}", reworded.text());
    assert_eq!(reworded.texts("details tbody tr"), ["cars Text geändert vergleichbar"]);

    // Another survey of the same title.
    let other = taken_over(&editor, "b.json", &THEIRS.replace("\"cars\", \"title", "\"vans\", \"title")).await;
    assert!(other.says("nicht mehr durchweg mit denen zu Version 1 vergleichen"), "{}", other.text());
    let form = other.form("main form");
    let own = editor.submit(&form.clone().press("own")).await.expect(200);
    assert!(own.says("Version 1 ist gespeichert") && own.says("fuhrpark_2"), "{}", own.text());
    let third = taken_over(&editor, "b.json", THEIRS).await;
    assert!(third.says("„fuhrpark_3“ ist noch frei"), "{}", third.text());
    // What was changed by hand can be looked at before it is stored.
    let source = form.value("source").unwrap().replace("id: fuhrpark", "id: fuhrpark_2");
    let looked = editor.submit(&form.clone().with("source", &source).press("look")).await.expect(200);
    assert!(looked.says("Gegenüber Version 1 ist nichts anders") && looked.says("„fuhrpark_2“ gibt es schon"));
    assert_eq!(editor.submit(&form.tampered("own", "<b>")).await.status, 400);
}

async fn a_broken_file_of_another_tool_is_told_with_its_place(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let form = || async { editor.get("/console/questionnaires/upload").await.expect(200).form("main form") };
    for (name, bytes, line, part) in [
        ("a.lss", &b"<?xml version=\"1.0\"?>\n<document>\n<LimeSurveyDocType>Survey"[..], "3", "ends"),
        ("a.xlsx", b"PK\x03\x04", "", "the file is cut off"),
        ("a.json", b"{\n\"pages\": [", "2", "the file ends too early"),
        ("a.docx", b"PK\n\x03\x04\xff", "2", ".lss"),
    ] {
        let page = editor.submit(&form().await.with_file("file", name, bytes)).await.expect(422);
        let rows = page.texts("tbody tr");
        let told = rows.concat();
        assert!(page.title().starts_with("Fehler:") && told.contains(part), "{name}: {told}");
        assert_eq!(page.texts("tbody td.number"), [line], "{name}: {told}");
    }
}
