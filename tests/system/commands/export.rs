//! `rundfrage export responses`: whole, logged, and with columns that stay where they are from version to version.

use std::path::Path;

use rundfrage_shared::audit;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_tests::answered::{about_the_situation, close, code, submit};
use rundfrage_tests::fieldwork::{BUSINESS_SITUATION, next, open};
use rundfrage_tests::program::{self, Ended};
use rundfrage_tests::{Fresh, on_both_engines};

on_both_engines!(two_versions_stand_in_one_file, what_may_not_leave_stays);

fn export(fresh: &Fresh, out: &Path, which: [&str; 2]) -> Ended {
    let mut command = program::command("rundfrage", fresh.folder());
    command.args(["export", "responses", "--organisation", "ihk"]).args(which).arg("--out").arg(out);
    program::end(command.env("DATABASE_URL", &fresh.settings.database_url))
}

async fn two_versions_stand_in_one_file(fresh: Fresh) {
    let first = open(&fresh, 8).await;
    let evil = Answers([(code("comment"), Answer::Text("=HYPERLINK(\"x\")".into()))].into());
    submit(&fresh, &first.round, [about_the_situation("good", 2), vec![evil]].concat()).await;
    close(&fresh, &first.round).await;
    let changed = BUSINESS_SITUATION
        .replace("id: vacancies", "id: open_posts")
        .replace("question: vacancies", "question: open_posts");
    let second = next(&fresh, &first, &changed).await;
    submit(&fresh, &second, about_the_situation("poor", 1)).await;

    let out = fresh.folder().join("all.csv");
    let ended = export(&fresh, &out, ["--survey", "lage"]);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(ended.err.contains("2027-Q1 stay"), "it is open still: {ended:?}");
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 4);
    let again = export(&fresh, &out, ["--survey", "lage"]);
    assert!(again.code == Some(1) && again.err.contains("exists already"), "{again:?}");

    close(&fresh, &second).await;
    let out = fresh.folder().join("both.csv");
    let ended = export(&fresh, &out, ["--survey", "lage"]);
    assert_eq!((ended.code, ended.err.contains("4 responses")), (Some(0), true), "{ended:?}");
    let mut file = csv::Reader::from_path(&out).unwrap();
    let head = file.headers().unwrap().clone();
    let place =
        |name: &str| head.iter().position(|column| column == name).unwrap_or_else(|| panic!("{name}: {head:?}"));
    assert!(place("open_posts") < place("vacancies"), "the new one stands behind its predecessor, the old one stays");
    let rows: Vec<_> = file.records().map(Result::unwrap).collect();
    let of = |row: &csv::StringRecord| [".round", ".version", "situation"].map(|name| row[place(name)].to_owned());
    let mut said: Vec<_> = rows.iter().map(of).collect();
    said.sort();
    let expected = [["2026-Q4", "1", ""], ["2026-Q4", "1", "good"], ["2026-Q4", "1", "good"], ["2027-Q1", "2", "poor"]];
    assert_eq!(said, expected.map(|row| row.map(str::to_owned)));
    assert!(rows.iter().any(|row| row[place("comment")] == *"'=HYPERLINK(\"x\")"));
    let log = audit::list(&fresh.db, first.round.organisation, None, 50).await.unwrap();
    assert_eq!(log.iter().filter(|record| record.action == "responses.exported").count(), 2);
}

async fn what_may_not_leave_stays(fresh: Fresh) {
    let fieldwork = open(&fresh, 4).await;
    submit(&fresh, &fieldwork.round, about_the_situation("good", 2)).await;
    let out = fresh.folder().join("open.csv");
    let id = fieldwork.round.id.to_string();
    for which in [["--round", id.as_str()], ["--survey", "lage"], ["--survey", "none"]] {
        let ended = export(&fresh, &out, which);
        assert_eq!(ended.code, Some(1), "{ended:?}");
    }
    assert!(!out.exists());
    let log = audit::list(&fresh.db, fieldwork.round.organisation, None, 50).await.unwrap();
    assert!(log.iter().all(|record| record.action != "responses.exported"));
}
