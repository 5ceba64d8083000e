//! A wrong setting ends the start with one clear line and changes nothing.

use std::path::Path;

use rundfrage_shared::query;
use rundfrage_tests::program::{self, Ended, rundfrage};
use rundfrage_tests::{Fresh, on_both_engines};
use tempfile::TempDir;

on_both_engines!(a_database_newer_than_the_program_is_refused);

fn migrate_with(settings: &str) -> (TempDir, Ended) {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("rundfrage.toml"), settings).unwrap();
    let ended = rundfrage(folder.path(), &["migrate"]);
    (folder, ended)
}

fn assert_one_line(ended: &Ended, words: &[&str]) {
    assert_eq!(ended.err.lines().count(), 1, "{}", ended.err);
    for word in words {
        assert!(ended.err.contains(word), "{word:?} is not in {}", ended.err);
    }
    assert_eq!(ended.out, "");
}

fn is_untouched(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().all(|entry| entry.unwrap().file_name() == "rundfrage.toml")
}

#[test]
fn an_unknown_setting_is_named() {
    let (folder, ended) = migrate_with("databse_url = \"sqlite:x.db\"\n");
    assert_eq!(ended.code, Some(2));
    assert_one_line(&ended, &["databse_url", "database_url"]);
    assert!(is_untouched(folder.path()));
}

#[test]
fn a_setting_of_the_wrong_kind_is_named() {
    let (folder, ended) = migrate_with("database_connections = \"many\"\n");
    assert_eq!(ended.code, Some(2));
    assert_one_line(&ended, &["database_connections"]);
    assert!(is_untouched(folder.path()));
}

#[test]
fn a_url_of_no_known_engine_is_refused() {
    let (folder, ended) = migrate_with("database_url = \"mysql://localhost/rundfrage\"\n");
    assert_eq!(ended.code, Some(2));
    assert_one_line(&ended, &["database_url", "sqlite:", "postgres:"]);
    assert!(is_untouched(folder.path()));
}

#[test]
fn an_unknown_variable_of_ours_is_named() {
    let folder = TempDir::new().unwrap();
    let ended = program::end(program::command("rundfrage", folder.path()).arg("migrate").env("RUNDFRAGE_LISTN", "x"));
    assert_eq!(ended.code, Some(2));
    assert_one_line(&ended, &["listn"]);
}

#[test]
fn a_database_that_cannot_be_reached_is_one_line_with_the_cause() {
    let (_folder, ended) = migrate_with("database_url = \"postgres://nobody:sesam@127.0.0.1:1/rundfrage\"\n");
    assert_eq!(ended.code, Some(1));
    assert_one_line(&ended, &["database", "refused"]);
    assert!(!ended.err.contains("sesam"), "{}", ended.err);
}

#[test]
fn a_database_file_that_cannot_be_opened_is_named() {
    let (folder, ended) = migrate_with("database_url = \"sqlite:nowhere/rundfrage.db\"\n");
    assert_eq!(ended.code, Some(1));
    assert_one_line(&ended, &["nowhere/rundfrage.db"]);
    std::fs::write(folder.path().join("letter.txt"), "Sehr geehrte Damen und Herren,\n".repeat(99)).unwrap();
    let ended = program::end(
        program::command("rundfrage", folder.path()).arg("migrate").env("DATABASE_URL", "sqlite:letter.txt"),
    );
    assert_eq!(ended.code, Some(1));
    assert_one_line(&ended, &["letter.txt", "not a database"]);
}

#[test]
fn a_database_without_a_file_is_refused() {
    for url in ["sqlite::memory:", "sqlite:", "sqlite:x.db?mode=memory"] {
        let (_folder, ended) = migrate_with(&format!("database_url = \"{url}\"\n"));
        assert_eq!(ended.code, Some(1), "{url}");
        assert_one_line(&ended, &["sqlite:PATH"]);
    }
}

#[test]
fn settings_are_read_in_the_working_folder_and_not_above_it() {
    let (folder, _) = migrate_with("nonsense = 1\n");
    let inner = folder.path().join("inner");
    std::fs::create_dir(&inner).unwrap();
    assert_eq!(rundfrage(&inner, &["migrate"]).code, Some(0));
}

#[test]
fn the_file_with_the_wrong_setting_is_named() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("ministry.toml"), "listen = \n").unwrap();
    let ended = rundfrage(folder.path(), &["--config", "ministry.toml", "migrate"]);
    assert_eq!(ended.code, Some(2));
    assert_one_line(&ended, &["ministry.toml"]);
}

async fn a_database_newer_than_the_program_is_refused(fresh: Fresh) {
    query!(&fresh.db => execute, {
        sqlite: "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ($1, 'future', TRUE, x'00', 0)",
        postgres: "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ($1, 'future', TRUE, '\\x00', 0)"
    }, 29_991_231_000_001_i64)
    .unwrap();
    let mut command = program::command("rundfrage", fresh.folder());
    let ended = program::end(command.arg("serve").env("DATABASE_URL", &fresh.settings.database_url));
    assert_eq!(ended.code, Some(1), "{ended:?}");
    let told = ended.err.lines().last().unwrap_or_default();
    assert!(told.contains("newer") && told.contains("29991231000001"), "{}", ended.err);
}
