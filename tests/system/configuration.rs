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
    assert_one_line(&ended, &["databse_url: there is no such setting", " database_url, "]);
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
    assert_one_line(&ended, &["database_url", "refused"]);
    assert!(!ended.err.contains("sesam"), "{}", ended.err);
}

#[test]
fn a_database_file_that_cannot_be_opened_is_named() {
    let (folder, ended) = migrate_with("database_url = \"sqlite:nowhere/rundfrage.db\"\n");
    assert_eq!(ended.code, Some(2));
    assert_one_line(&ended, &["database_url", "nowhere/rundfrage.db"]);
    std::fs::write(folder.path().join("letter.txt"), "Sehr geehrte Damen und Herren,\n".repeat(99)).unwrap();
    let ended = program::end(
        program::command("rundfrage", folder.path()).arg("migrate").env("DATABASE_URL", "sqlite:letter.txt"),
    );
    assert_eq!(ended.code, Some(2));
    assert_one_line(&ended, &["database_url", "letter.txt", "not a database"]);
}

#[test]
fn a_database_without_a_file_is_refused() {
    for url in ["sqlite::memory:", "sqlite:", "sqlite:x.db?mode=memory"] {
        let (folder, ended) = migrate_with(&format!("database_url = \"{url}\"\n"));
        assert_eq!(ended.code, Some(2), "{url}");
        assert_one_line(&ended, &["database_url", "sqlite:PATH"]);
        assert!(is_untouched(folder.path()));
    }
}

#[test]
fn a_line_that_cannot_be_read_is_told_by_its_place_and_not_shown() {
    for line in ["database_url = postgres://rundfrage:sesam@db/rundfrage", "database_url = \"postgres://r:sesam@db"] {
        let (folder, ended) = migrate_with(&format!("log = \"info\"\n{line}\n"));
        assert_eq!(ended.code, Some(2));
        assert_one_line(&ended, &["rundfrage.toml", "line 2, column "]);
        assert!(!ended.err.contains("sesam"), "{}", ended.err);
        assert!(is_untouched(folder.path()));
    }
}

#[test]
fn what_was_written_is_not_repeated() {
    for (setting, value) in [
        ("mail_parallel", "\"sesam\""),
        ("database_connections", "\"sesam\""),
        ("public_url", "\"https://a:sesam@b\""),
        ("smtp_url", "\"smtp://a:sesam@b/c\""),
        ("smtp_url", "[\"sesam\"]"),
    ] {
        let (_folder, ended) = migrate_with(&format!("{setting} = {value}\n"));
        assert_eq!(ended.code, Some(2), "{}", ended.err);
        assert_one_line(&ended, &[setting]);
        assert!(!ended.err.contains("sesam"), "{}", ended.err);
    }
}

#[test]
fn half_an_address_and_a_bad_filter_are_refused_by_name() {
    for (setting, value) in [
        ("smtp_url", "smtp://user@host"),
        ("smtp_url", "smtp://host/path"),
        ("public_url", "https://x:abc"),
        ("log", "info,=,="),
        ("trusted_proxies", "10.0.0.0/99"),
        ("database_url", "postgres://h:abc/x"),
        ("database_url", "nonsense"),
    ] {
        let (folder, ended) = migrate_with(&format!("{setting} = \"{value}\"\n"));
        assert_eq!(ended.code, Some(2), "{setting} {value}: {ended:?}");
        assert_one_line(&ended, &[setting]);
        assert!(is_untouched(folder.path()), "{setting}");
    }
}

#[cfg(unix)]
#[test]
fn the_data_folder_takes_everything_along_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    let mut command = program::command("rundfrage", folder.path());
    let ended = program::end(command.arg("migrate").env("RUNDFRAGE_DATA_DIR", "2024"));
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    for file in ["2024/rundfrage.db", "2024/secret.key"] {
        let mode = std::fs::metadata(folder.path().join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    assert!(!folder.path().join("data").exists());
}

#[test]
fn a_file_with_settings_that_is_not_there_is_refused_by_every_command() {
    let folder = TempDir::new().unwrap();
    for command in [&["migrate"][..], &["demo"], &["questionnaire", "check", "x.yaml"], &["verify-audit"]] {
        let ended = rundfrage(folder.path(), &[&["--config", "nowhere.toml"], command].concat());
        assert_eq!(ended.code, Some(2), "{command:?}");
        assert_one_line(&ended, &["nowhere.toml"]);
    }
    assert!(is_untouched(folder.path()));
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
