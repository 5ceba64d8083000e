//! Migrations are twins: the same names in both folders, and the same tables and columns when they have run.

use std::collections::BTreeSet;
use std::path::Path;

use rundfrage_shared::db::Db;
use rundfrage_shared::query;
use rundfrage_tests::{Engine, Fresh, run};

type Columns = BTreeSet<(String, String, bool)>;

fn names(engine: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations").join(engine);
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// Table or view, column and whether it takes NULL. A primary key takes none on either engine, whatever SQLite's catalogue says.
async fn columns(db: &Db) -> Columns {
    query!(db => fetch_all::<(String, String, bool)>, {
        sqlite: "SELECT tables.name, columns.name, columns.\"notnull\" = 0 AND columns.pk = 0
                 FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
                 WHERE tables.type IN ('table', 'view') AND tables.name NOT LIKE 'sqlite%' AND tables.name NOT LIKE '\\_%' ESCAPE '\\'",
        postgres: "SELECT table_name::text, column_name::text, is_nullable = 'YES' FROM information_schema.columns
                   WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'"
    })
    .unwrap()
    .into_iter()
    .collect()
}

fn columns_on(engine: Engine) -> Columns {
    let (found, read) = std::sync::mpsc::channel();
    run(engine, |fresh: Fresh| async move { found.send(columns(&fresh.db).await).unwrap() });
    read.recv().unwrap()
}

#[test]
fn both_folders_hold_the_same_names() {
    let sqlite = names("sqlite");
    assert!(sqlite.len() > 5, "the folder is found");
    assert_eq!(sqlite, names("postgres"));
}

#[test]
fn names_are_stamps_and_words() {
    for name in names("sqlite") {
        let (stamp, words) = name.split_once('_').unwrap();
        assert!(stamp.len() == 14 && stamp.bytes().all(|byte| byte.is_ascii_digit()), "{name}");
        assert!(Path::new(words).extension().is_some_and(|extension| extension == "sql"), "{name}");
    }
}

#[test]
fn both_engines_end_with_the_same_tables_and_columns() {
    let sqlite = columns_on(Engine::Sqlite);
    let postgres = columns_on(Engine::Postgres);
    assert!(sqlite.iter().any(|(table, column, _)| table == "responses" && column == "draft"));
    // The queue's own tables lie in a schema of their own on PostgreSQL.
    let is_ours = |table: &str| !["Jobs", "Workers"].contains(&table);
    let differing: Vec<_> = sqlite.symmetric_difference(&postgres).filter(|(table, ..)| is_ours(table)).collect();
    assert!(differing.is_empty(), "not the same on both engines: {differing:?}");
}

#[test]
fn every_table_carries_its_organisation() {
    let columns = columns_on(Engine::Sqlite);
    let tables: BTreeSet<_> = columns.iter().map(|(table, ..)| table.as_str()).collect();
    let owned: BTreeSet<_> =
        columns.iter().filter(|(_, column, _)| column == "organisation_id").map(|(table, ..)| table.as_str()).collect();
    // Attempts are counted before anybody is known.
    let without: Vec<_> = tables.difference(&owned).copied().filter(|table| !is_without(table)).collect();
    assert!(without.is_empty(), "{without:?}");
}

fn is_without(table: &str) -> bool {
    // The queue's own tables belong to the runtime of the jobs, not to the domain.
    ["organisations", "attempts", "Jobs", "Workers"].contains(&table)
}
