//! `rundfrage staff` and `rundfrage verify-audit`: the first owner comes in, and a touched log is noticed.

use rundfrage_shared::query;
use rundfrage_tests::program::{self, Ended, rundfrage};
use rundfrage_tests::{Fresh, on_both_engines};

on_both_engines!(
    the_first_owner_gets_a_link_and_a_second_of_the_same_address_does_not,
    without_a_name_no_organisation_is_set_up,
    a_touched_log_ends_with_a_line_a_fault,
    the_console_speaks_german_and_english_only,
);

fn run(fresh: &Fresh, arguments: &[&str]) -> Ended {
    let mut command = program::command("rundfrage", fresh.folder());
    program::end(command.args(arguments).env("DATABASE_URL", &fresh.settings.database_url))
}

fn add_owner(fresh: &Fresh) -> Ended {
    let organisation = ["--organisation", "hessen", "--organisation-name", "Industriedialog"];
    run(fresh, &[&["staff", "add", "--email", "anna@amt.example"][..], &organisation].concat())
}

async fn the_first_owner_gets_a_link_and_a_second_of_the_same_address_does_not(fresh: Fresh) {
    let ended = add_owner(&fresh);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let token = ended.out.trim().strip_prefix("http://localhost:8080/sign-in/link/").expect("an address");
    assert_eq!(token.len(), 32);
    let again = add_owner(&fresh);
    assert_eq!((again.code, again.out.as_str()), (Some(1), ""));
    assert!(again.err.contains("signs in already"), "{}", again.err);
    let link = run(&fresh, &["staff", "link", "--email", "ANNA@amt.example"]);
    assert_eq!(link.code, Some(0));
    assert_ne!(link.out, ended.out);
}

async fn without_a_name_no_organisation_is_set_up(fresh: Fresh) {
    let ended = run(&fresh, &["staff", "add", "--email", "anna@amt.example", "--organisation", "hessen"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.contains("--organisation-name"), "{}", ended.err);
    let (organisations,) = query!(&fresh.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM organisations").unwrap();
    assert_eq!(organisations, 0);
}

async fn a_touched_log_ends_with_a_line_a_fault(fresh: Fresh) {
    add_owner(&fresh);
    let intact = run(&fresh, &["verify-audit"]);
    assert_eq!((intact.code, intact.err.as_str()), (Some(0), ""));
    let head = intact.out.trim().rsplit_once("head ").expect("a head").1.to_owned();
    query!(&fresh.db => execute, "UPDATE audit_log SET subject = 'staff:else' WHERE sequence = 2").unwrap();
    let touched = run(&fresh, &["verify-audit"]);
    assert_eq!(touched.code, Some(1));
    assert!(touched.err.contains("hessen: entry 2:") && touched.out.contains("NOT intact"), "{touched:?}");
    query!(&fresh.db => execute, "DELETE FROM audit_log WHERE sequence >= 2").unwrap();
    assert_eq!(run(&fresh, &["verify-audit"]).code, Some(0), "a log that only ends earlier is intact in itself");
    let noted = run(&fresh, &["verify-audit", "--organisation", "hessen", "--head", &head]);
    assert_eq!(noted.code, Some(1), "{noted:?}");
    query!(&fresh.db => execute, "DELETE FROM audit_log").unwrap();
    let empty = run(&fresh, &["verify-audit"]);
    assert_eq!(empty.code, Some(1), "every log begins with an entry: {empty:?}");
}

async fn the_console_speaks_german_and_english_only(fresh: Fresh) {
    let person = ["staff", "add", "--email", "anna@amt.example", "--organisation", "hessen", "--language", "fr"];
    let ended = run(&fresh, &person);
    assert_eq!((ended.code, ended.err.lines().count()), (Some(1), 1), "{ended:?}");
    assert!(ended.err.contains("--language"), "{}", ended.err);
}

#[test]
fn a_database_that_is_not_there_is_not_made_to_be_checked() {
    let folder = tempfile::TempDir::new().unwrap();
    let ended = rundfrage(folder.path(), &["verify-audit"]);
    assert_eq!((ended.code, ended.err.lines().count()), (Some(2), 1), "{ended:?}");
    assert!(ended.err.contains("data/rundfrage.db"), "{}", ended.err);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
