//! `rundfrage panel import`: what can be read comes in, what cannot is named by row, column and reason.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use rundfrage_shared::query;
use rundfrage_tests::program::{self, Ended};
use rundfrage_tests::{Fresh, on_both_engines, seed};

on_both_engines!(
    the_example_panel_comes_in_whole_and_again_unchanged,
    of_a_messy_file_exactly_the_bad_rows_are_refused,
    a_dry_run_reports_the_same_and_changes_nothing,
    what_is_not_csv_is_refused,
    an_unknown_organisation_is_refused,
    two_million_rows_change_nothing,
    a_file_of_200_mb_that_is_one_line_changes_nothing,
);

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/examples/panel").join(name)
}

fn import(fresh: &Fresh, file: &Path, more: &[&str]) -> Ended {
    let mut command = program::command("rundfrage", fresh.folder());
    command.args(["panel", "import", "--organisation", "ihk"]).args(more).arg(file);
    program::end(command.env("DATABASE_URL", &fresh.settings.database_url))
}

async fn companies(fresh: &Fresh) -> i64 {
    query!(&fresh.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM companies").unwrap().0
}

async fn contacts(fresh: &Fresh) -> i64 {
    query!(&fresh.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM contacts").unwrap().0
}

/// Row → column word of what must be refused.
fn expected() -> BTreeMap<u64, String> {
    let text = std::fs::read_to_string(example("messy_excel.csv.expected.txt")).unwrap();
    let row = |line: &str| line.split_once('\t').map(|(row, column)| (row.parse().unwrap(), column.to_owned()));
    text.lines().filter_map(row).collect()
}

/// Row → column word of the lines `row N: column: reason`.
fn refused(ended: &Ended) -> BTreeMap<u64, String> {
    let read = |line: &str| {
        let (row, rest) = line.strip_prefix("row ")?.split_once(": ")?;
        let (column, reason) = rest.split_once(": ")?;
        assert!(reason.len() > 5, "{line}");
        Some((row.parse().ok()?, column.to_owned()))
    };
    ended.err.lines().map(|line| read(line).unwrap_or_else(|| panic!("not row N: column: reason: {line}"))).collect()
}

async fn the_example_panel_comes_in_whole_and_again_unchanged(fresh: Fresh) {
    seed::organisation(&fresh, "ihk").await;
    let first = import(&fresh, &example("hessen_400.csv"), &[]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""), "{first:?}");
    let count = (companies(&fresh).await, contacts(&fresh).await);
    assert_eq!(count.0, 400);
    let again = import(&fresh, &example("hessen_400.csv"), &[]);
    assert_eq!(again.code, Some(0));
    assert!(again.out.contains("0 created, 0 updated"), "{}", again.out);
    assert_eq!((companies(&fresh).await, contacts(&fresh).await), count);
}

async fn of_a_messy_file_exactly_the_bad_rows_are_refused(fresh: Fresh) {
    seed::organisation(&fresh, "ihk").await;
    let ended = import(&fresh, &example("messy_excel.csv"), &[]);
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert_eq!(refused(&ended), expected());
    assert!(companies(&fresh).await > 100);
}

async fn a_dry_run_reports_the_same_and_changes_nothing(fresh: Fresh) {
    seed::organisation(&fresh, "ihk").await;
    let dry = import(&fresh, &example("messy_excel.csv"), &["--dry-run"]);
    assert_eq!(companies(&fresh).await, 0);
    let real = import(&fresh, &example("messy_excel.csv"), &[]);
    assert_eq!((dry.code, &dry.err), (real.code, &real.err));
}

async fn what_is_not_csv_is_refused(fresh: Fresh) {
    seed::organisation(&fresh, "ihk").await;
    let not_csv: [(&str, &[u8]); 5] = [
        ("empty.csv", b""),
        ("workbook.xlsx", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00"),
        ("page.html", b"<!doctype html><html><body>Not found</body></html>\n"),
        ("letter.txt", b"Dear colleagues,\nplease find the list attached.\n"),
    ];
    for (name, bytes) in not_csv {
        let file = fresh.folder().join(name);
        std::fs::write(&file, bytes).unwrap();
        let ended = import(&fresh, &file, &[]);
        assert_eq!((ended.code, ended.err.lines().count()), (Some(1), 1), "{name}: {ended:?}");
        assert!(ended.err.contains(name), "{}", ended.err);
    }
    let folder = import(&fresh, fresh.folder(), &[]);
    assert!(folder.code == Some(1) && folder.err.contains("this is a folder"), "{folder:?}");
    assert_eq!(companies(&fresh).await, 0);
}

async fn an_unknown_organisation_is_refused(fresh: Fresh) {
    let ended = import(&fresh, &example("hessen_400.csv"), &[]);
    assert_eq!((ended.code, ended.err.lines().count()), (Some(1), 1), "{ended:?}");
    assert!(ended.err.contains("ihk"), "{}", ended.err);
}

async fn two_million_rows_change_nothing(fresh: Fresh) {
    seed::organisation(&fresh, "ihk").await;
    let file = fresh.folder().join("many.csv");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&file).unwrap());
    out.write_all(b"company_id,company,sector,size_class,region,email\n").unwrap();
    for _ in 0..2_000_000 {
        out.write_all(b"A,B,C,D,E,F\n").unwrap();
    }
    out.flush().unwrap();
    drop(out);
    let ended = import(&fresh, &file, &[]);
    assert_eq!(ended.code, Some(1), "{} {}", ended.out, ended.err.len());
    assert!(ended.err.len() < 3_000_000, "the report is bounded");
    assert!(ended.err.lines().last().unwrap().contains("1,000,000"), "{:?}", ended.err.lines().last());
    assert_eq!(companies(&fresh).await, 0);
}

async fn a_file_of_200_mb_that_is_one_line_changes_nothing(fresh: Fresh) {
    seed::organisation(&fresh, "ihk").await;
    let file = fresh.folder().join("large.csv");
    // A sparse file: 200 MB of zeros that take no room on the disk.
    std::fs::File::create(&file).unwrap().set_len(200_000_000).unwrap();
    let ended = import(&fresh, &file, &[]);
    assert_eq!((ended.code, ended.err.lines().count()), (Some(1), 1), "{ended:?}");
    assert_eq!(companies(&fresh).await, 0);
}
