//! `/console/panel`: importing, searching, looking at a company.

use rundfrage_shared::panel::store::counts;
use rundfrage_shared::staff::Role;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};

use super::ground::Ground;

on_both_engines!(
    a_file_is_checked_first_and_taken_over_by_a_second_button,
    exactly_the_bad_rows_are_refused_and_told,
    what_is_no_table_is_told_and_changes_nothing,
    a_checked_file_belongs_to_who_checked_it,
    companies_are_found_by_name_and_filtered,
);

const GOOD: &[u8] = include_bytes!("../../../shared/examples/panel/hessen_400.csv");
const MESSY: &[u8] = include_bytes!("../../../shared/examples/panel/messy_excel.csv");
const EXPECTED: &str = include_str!("../../../shared/examples/panel/messy_excel.csv.expected.txt");

async fn check(browser: &Browser, name: &str, bytes: &[u8]) -> Page {
    let form = browser.get("/console/panel/import").await.expect(200).form("main form");
    browser.submit(&form.with_file("file", name, bytes)).await
}

async fn companies(ground: &Ground) -> i64 {
    counts(&ground.app.db, ground.seed.organisation).await.unwrap().companies
}

async fn a_file_is_checked_first_and_taken_over_by_a_second_button(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let checked = check(&editor, "hessen_400.csv", GOOD).await.expect(200);
    assert!(checked.says("400 Zeilen werden übernommen"), "{}", checked.text());
    assert_eq!(companies(&ground).await, 0, "checking changes nothing");
    let confirm = checked.form("form[action$=confirm]");
    let done = editor.submit(&confirm).await.expect(200);
    assert!(done.says("Import abgeschlossen"));
    assert_eq!(companies(&ground).await, 400);
    let again = editor.submit(&confirm).await.expect(200);
    assert!(again.says("nicht mehr da") && again.path == "/console/panel/import", "{}", again.text());
    let log = ground.owner().await.get("/console/audit").await;
    assert!(log.says("Panel importiert") && log.says("Anna Muster"));
}

async fn exactly_the_bad_rows_are_refused_and_told(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let checked = check(&editor, "messy_excel.csv", MESSY).await.expect(200);
    let told = checked.texts("section table tbody tr");
    let rows: Vec<&str> = EXPECTED.lines().filter(|line| !line.trim().is_empty()).collect();
    assert_eq!(told.len(), rows.len());
    for (told, expected) in told.iter().zip(&rows) {
        let (row, column) = expected.split_once('\t').unwrap();
        assert!(told.starts_with(&format!("{row} {} ", column.trim())), "{told} instead of {expected}");
    }
    let _ = editor.submit(&checked.form("form[action$=confirm]")).await.expect(200);
    assert_eq!(companies(&ground).await, 250 - i64::try_from(rows.len()).unwrap());
}

async fn what_is_no_table_is_told_and_changes_nothing(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    for (name, bytes, words) in [
        ("panel.xlsx", &b"PK\x03\x04\x14\x00\x06\x00"[..], "Excel-Arbeitsmappe"),
        ("panel.csv", &b""[..], "Wählen Sie eine Datei"),
        ("panel.csv", &b"<!doctype html><html></html>"[..], "Webseite"),
        ("panel.csv", &b"\x7fELF\x00\x01\x02\x03\x00\x00\x00"[..], "keine Textdatei"),
        ("panel.csv", &b"Name;Ort\nA;B\n"[..], "Es fehlen"),
    ] {
        let page = check(&editor, name, bytes).await.expect(422);
        assert!(page.says(words) && page.title().starts_with("Fehler:"), "{name}: {}", page.text());
    }
    assert_eq!(companies(&ground).await, 0);
}

async fn a_checked_file_belongs_to_who_checked_it(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let (editor, other) = (ground.signed_in(Role::Editor).await, ground.signed_in(Role::Editor).await);
    let token = check(&editor, "hessen_400.csv", GOOD).await.form("form[action$=confirm]");
    let token = token.value("token").unwrap().to_owned();
    for wrong in [token.as_str(), "../../rundfrage.db", "", "A"] {
        let page = other.post("/console/panel/import/confirm", &[("token", wrong)]).await.expect(200);
        assert!(page.says("nicht mehr da"), "{wrong}: {}", page.text());
    }
    assert_eq!(companies(&ground).await, 0);
}

async fn companies_are_found_by_name_and_filtered(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let checked = check(&editor, "hessen_400.csv", GOOD).await;
    let _ = editor.submit(&checked.form("form[action$=confirm]")).await.expect(200);
    let all = editor.get("/console/panel").await.expect(200);
    assert!(all.says("400 Unternehmen") && all.says("Seite 1 von 8"), "{}", all.text());
    let name = all.texts("tbody th a").remove(0);
    let found = editor.submit(&all.form("form[role=search]").with("q", &name)).await.expect(200);
    assert!(found.texts("tbody th a").contains(&name));
    let nothing = editor.submit(&all.form("form[role=search]").with("q", "gibt es nicht %_'\"\u{0}")).await.expect(200);
    assert!(nothing.says("0 Unternehmen"));
    let company = editor.get(&found.links("/console/panel/companies/")[0]).await.expect(200);
    assert!(company.says("Ansprechpersonen") && company.says("Noch nie eingeladen"));
    let large = editor.get("/console/panel?size=250%2B&page=99").await.expect(200);
    assert!(large.texts("tbody tr").iter().all(|row| row.contains("250+")));
}
