//! The promises of `shared/src/db/doorbell.rs`.

use rundfrage_shared::db::doorbell::{QUEUE, prune};
use rundfrage_shared::db::{Bell, Db};
use rundfrage_shared::query;
use rundfrage_tests::{Fresh, on_both_engines};

on_both_engines!(
    a_bell_rings_with_the_commit_and_not_without,
    answered_bells_are_removed_and_waiting_ones_are_kept,
    commits_still_reach_the_disk,
);

async fn waiting(db: &Db) -> i64 {
    let (count,) = query!(db => fetch_one::<(i64,)>, {
        sqlite: "SELECT COUNT(*) FROM Jobs WHERE job_type = $1",
        postgres: "SELECT COUNT(*) FROM apalis.jobs WHERE job_type = $1"
    }, QUEUE)
    .unwrap();
    count
}

async fn ring(db: &Db, bell: Bell) {
    let mut tx = db.begin().await.unwrap();
    tx.ring(bell).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_bell_rings_with_the_commit_and_not_without(fresh: Fresh) {
    let mut tx = fresh.db.begin().await.unwrap();
    tx.ring(Bell::SendMail).await.unwrap();
    drop(tx);
    assert_eq!(waiting(&fresh.db).await, 0);
    ring(&fresh.db, Bell::SendMail).await;
    ring(&fresh.db, Bell::SendMail).await;
    assert_eq!(waiting(&fresh.db).await, 2, "ringing twice is no error");
}

async fn answered_bells_are_removed_and_waiting_ones_are_kept(fresh: Fresh) {
    ring(&fresh.db, Bell::SendMail).await;
    query!(&fresh.db => execute, {
        sqlite: "UPDATE Jobs SET status = 'Done'", postgres: "UPDATE apalis.jobs SET status = 'Done'"
    })
    .unwrap();
    ring(&fresh.db, Bell::OpenRounds).await;
    assert_eq!(prune(&fresh.db).await.unwrap(), 1);
    assert_eq!(waiting(&fresh.db).await, 1);
}

/// The job runtime's own set-up would switch this off on SQLite.
async fn commits_still_reach_the_disk(fresh: Fresh) {
    let mut tx = fresh.db.begin().await.unwrap();
    let (setting,) = query!(in &mut tx => fetch_one::<(String,)>, {
        sqlite: "SELECT CASE synchronous WHEN 2 THEN 'on' ELSE 'off' END FROM pragma_synchronous",
        postgres: "SELECT current_setting('synchronous_commit')"
    })
    .unwrap();
    assert_eq!(setting, "on");
}
