//! The promises of `shared/src/audit`.

use futures::future::join_all;
use rundfrage_shared::audit::{self, Actor, Entry, Fault, verify};
use rundfrage_shared::db::{Db, DbResult};
use rundfrage_shared::id::OrganisationId;
use rundfrage_shared::query;
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::organisation;

on_both_engines!(
    entries_follow_each_other_and_organisations_do_not_mix,
    parallel_appends_leave_neither_gap_nor_fork,
    a_rolled_back_entry_leaves_no_gap,
    edits_deletions_and_swaps_are_found,
    entries_cut_off_at_the_end_are_found_with_a_noted_head,
);

async fn append(db: &Db, organisation: OrganisationId, fresh: &Fresh, subject: &str) -> DbResult<()> {
    let mut tx = db.begin().await?;
    let entry = Entry {
        actor: Actor::System("test"),
        action: "thing.done",
        subject: subject.into(),
        details: serde_json::json!({ "ä": [1, "NUL \u{0} too"] }),
    };
    audit::append(&mut tx, organisation, &entry, fresh.now()).await?;
    tx.commit().await
}

async fn log_of_five(fresh: &Fresh) -> OrganisationId {
    let organisation = organisation(fresh, "hessen").await.id;
    for n in 1..=5 {
        append(&fresh.db, organisation, fresh, &format!("thing:{n}")).await.unwrap();
    }
    organisation
}

async fn entries_follow_each_other_and_organisations_do_not_mix(fresh: Fresh) {
    let (one, other) = (log_of_five(&fresh).await, organisation(&fresh, "other").await.id);
    append(&fresh.db, other, &fresh, "thing:\0").await.unwrap();
    let verdict = verify(&fresh.db, one, None).await.unwrap();
    assert_eq!((verdict.entries, verdict.faults), (5, vec![]));
    assert_eq!(verify(&fresh.db, other, None).await.unwrap().entries, 1);
    let newest = audit::list(&fresh.db, one, None, 2).await.unwrap();
    assert_eq!(newest.iter().map(|record| record.sequence).collect::<Vec<_>>(), [5, 4]);
    let older = audit::list(&fresh.db, one, Some(4), 10).await.unwrap();
    assert_eq!(
        older.iter().map(|record| record.subject.as_str()).collect::<Vec<_>>(),
        ["thing:3", "thing:2", "thing:1"]
    );
    assert_eq!(verdict.head.map(|head| (head.sequence, head.hash)), Some((5, newest[0].hash.clone())));
}

async fn parallel_appends_leave_neither_gap_nor_fork(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await.id;
    let appends = (0..40).map(|n| {
        let fresh = fresh.clone();
        tokio::spawn(async move { append(&fresh.db, organisation, &fresh, &format!("thing:{n}")).await })
    });
    for outcome in join_all(appends).await {
        outcome.unwrap().unwrap();
    }
    let verdict = verify(&fresh.db, organisation, None).await.unwrap();
    assert_eq!((verdict.entries, verdict.faults), (40, vec![]));
}

async fn a_rolled_back_entry_leaves_no_gap(fresh: Fresh) {
    let organisation = log_of_five(&fresh).await;
    let mut tx = fresh.db.begin().await.unwrap();
    let entry = Entry { actor: Actor::System("test"), action: "a", subject: String::new(), details: 1.into() };
    audit::append(&mut tx, organisation, &entry, fresh.now()).await.unwrap();
    drop(tx);
    append(&fresh.db, organisation, &fresh, "thing:6").await.unwrap();
    let verdict = verify(&fresh.db, organisation, None).await.unwrap();
    assert_eq!((verdict.entries, verdict.faults), (6, vec![]));
}

async fn edits_deletions_and_swaps_are_found(fresh: Fresh) {
    let organisation = log_of_five(&fresh).await;
    let faults = async || verify(&fresh.db, organisation, None).await.unwrap().faults;
    query!(&fresh.db => execute, "UPDATE audit_log SET actor = 'staff:else' WHERE sequence = 2").unwrap();
    assert_eq!(faults().await, [Fault::Edited(2)]);
    query!(&fresh.db => execute, "UPDATE audit_log SET actor = 'system:test' WHERE sequence = 2").unwrap();
    assert_eq!(faults().await, []);
    for (from, to) in [(3, 30), (4, 3), (30, 4)] {
        query!(&fresh.db => execute, "UPDATE audit_log SET sequence = $2 WHERE sequence = $1", i64::from(from), i64::from(to))
            .unwrap();
    }
    assert!(faults().await.contains(&Fault::Edited(3)), "swapped");
    query!(&fresh.db => execute, "DELETE FROM audit_log WHERE sequence IN (3, 4)").unwrap();
    assert_eq!(faults().await, [Fault::Missing { expected: 3, found: 5 }, Fault::Unlinked(5)]);
}

async fn entries_cut_off_at_the_end_are_found_with_a_noted_head(fresh: Fresh) {
    let organisation = log_of_five(&fresh).await;
    let noted = verify(&fresh.db, organisation, None).await.unwrap().head.unwrap();
    append(&fresh.db, organisation, &fresh, "thing:6").await.unwrap();
    assert_eq!(verify(&fresh.db, organisation, Some(&noted)).await.unwrap().faults, []);
    query!(&fresh.db => execute, "DELETE FROM audit_log WHERE sequence >= 5").unwrap();
    let faults = verify(&fresh.db, organisation, Some(&noted)).await.unwrap().faults;
    assert_eq!(faults, [Fault::HeadMissing(5)]);
}
