//! The promises of `shared/src/db`.

use chrono::{DateTime, TimeDelta, Utc};
use rundfrage_shared::db::{Db, DbError, MigrateError};
use rundfrage_shared::query;
use rundfrage_tests::{Fresh, on_both_engines};
use uuid::Uuid;

on_both_engines!(
    a_transaction_dropped_without_commit_leaves_nothing,
    a_transaction_that_the_database_ended_by_itself_spoils_no_connection,
    a_committed_transaction_is_there_for_a_new_connection,
    a_second_row_with_the_same_key_exists_already,
    a_reference_to_nothing_is_told_apart,
    instants_keep_their_microseconds,
    a_fresh_database_is_ready,
    migrating_twice_changes_nothing,
    programs_that_start_at_once_all_find_the_schema,
    a_newer_database_is_refused,
    a_database_without_tables_is_not_ready,
    the_engine_of_the_url_is_used,
);

async fn insert(db: &Db, slug: &str, at: DateTime<Utc>) -> Result<u64, DbError> {
    query!(db => execute,
        "INSERT INTO organisations (id, slug, name, language, zone, created_at) VALUES ($1, $2, $2, 'de', 'Europe/Berlin', $3)",
        Uuid::from_u128(u128::from(slug.len() as u64)), slug, at)
}

async fn slugs(db: &Db) -> Vec<(String,)> {
    query!(db => fetch_all::<(String,)>, "SELECT slug FROM organisations ORDER BY slug").unwrap()
}

/// SQLite ends a transaction by itself when the disk is full or fails; a trigger makes it do the same.
async fn a_transaction_that_the_database_ended_by_itself_spoils_no_connection(fresh: Fresh) {
    query!(&fresh.db => execute, {
        sqlite: "CREATE TRIGGER full BEFORE INSERT ON organisations WHEN NEW.slug = 'b'
                 BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END",
        postgres: "ALTER TABLE organisations ADD CONSTRAINT full_disk CHECK (slug <> 'b')"
    })
    .unwrap();
    for _ in 0..2 {
        let mut tx = fresh.db.begin().await.unwrap();
        let failed = query!(in &mut tx => execute,
            "INSERT INTO organisations (id, slug, name, language, zone, created_at) VALUES ($1, 'b', 'B', 'de', 'UTC', $2)",
            Uuid::from_u128(2), fresh.now());
        assert!(failed.is_err());
        drop(tx);
    }
    insert(&fresh.db, "c", fresh.now()).await.unwrap();
    let tx = fresh.db.begin().await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(slugs(&fresh.db).await, [("c".to_owned(),)]);
}

async fn a_transaction_dropped_without_commit_leaves_nothing(fresh: Fresh) {
    let mut tx = fresh.db.begin().await.unwrap();
    let id = Uuid::from_u128(1);
    query!(in &mut tx => execute,
        "INSERT INTO organisations (id, slug, name, language, zone, created_at) VALUES ($1, 'a', 'A', 'de', 'UTC', $2)",
        id, fresh.now())
    .unwrap();
    let (inside,) = query!(in &mut tx => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM organisations").unwrap();
    assert_eq!(inside, 1);
    drop(tx);
    assert!(slugs(&fresh.db).await.is_empty());
    insert(&fresh.db, "b", fresh.now()).await.expect("the connection is of use afterwards");
}

async fn a_committed_transaction_is_there_for_a_new_connection(fresh: Fresh) {
    let mut tx = fresh.db.begin().await.unwrap();
    let stored = query!(in &mut tx => fetch_one::<(String,)>,
        "INSERT INTO organisations (id, slug, name, language, zone, created_at) VALUES ($1, 'a', 'A', 'de', 'UTC', $2) RETURNING slug",
        Uuid::from_u128(1), fresh.now())
    .unwrap();
    tx.commit().await.unwrap();
    fresh.db.close().await;
    let again = Db::connect(&fresh.settings.database_url, 2).await.unwrap();
    assert_eq!(slugs(&again).await, [stored]);
}

async fn a_second_row_with_the_same_key_exists_already(fresh: Fresh) {
    insert(&fresh.db, "a", fresh.now()).await.unwrap();
    let second = insert(&fresh.db, "a", fresh.now()).await;
    assert!(matches!(second, Err(DbError::Exists)), "{second:?}");
}

async fn a_reference_to_nothing_is_told_apart(fresh: Fresh) {
    let orphan = query!(&fresh.db => execute,
        "INSERT INTO questionnaires (id, organisation_id, code, created_at) VALUES ($1, $1, 'orphan', $2)",
        Uuid::from_u128(9), fresh.now());
    assert!(matches!(orphan, Err(DbError::Reference)), "{orphan:?}");
}

async fn instants_keep_their_microseconds(fresh: Fresh) {
    let at = fresh.now() + TimeDelta::microseconds(123_457);
    insert(&fresh.db, "a", at).await.unwrap();
    let (stored,) =
        query!(&fresh.db => fetch_one::<(DateTime<Utc>,)>, "SELECT created_at FROM organisations WHERE created_at = $1", at)
            .unwrap();
    assert_eq!(stored, at);
    let later = query!(&fresh.db => fetch_all::<(String,)>,
        "SELECT slug FROM organisations WHERE created_at > $1", at - TimeDelta::microseconds(1));
    assert_eq!(later.unwrap().len(), 1, "instants compare as instants");
}

async fn a_fresh_database_is_ready(fresh: Fresh) {
    assert!(fresh.db.is_ready().await.unwrap());
}

async fn migrating_twice_changes_nothing(fresh: Fresh) {
    insert(&fresh.db, "a", fresh.now()).await.unwrap();
    fresh.db.migrate().await.unwrap();
    assert_eq!(slugs(&fresh.db).await.len(), 1);
}

async fn programs_that_start_at_once_all_find_the_schema(fresh: Fresh) {
    let url = fresh.engine().empty_database(fresh.folder()).await.unwrap();
    let start = async || {
        let db = Db::connect(&url, 1).await.unwrap();
        db.migrate().await.unwrap();
        assert!(db.is_ready().await.unwrap());
        db.close().await;
    };
    futures::future::join_all((0..6).map(|_| start())).await;
    fresh.engine().drop_database(&url).await.unwrap();
}

async fn a_newer_database_is_refused(fresh: Fresh) {
    query!(&fresh.db => execute, {
        sqlite: "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ($1, 'future', TRUE, x'00', 0)",
        postgres: "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ($1, 'future', TRUE, '\\x00', 0)"
    }, 29_991_231_000_001_i64)
    .unwrap();
    let refused = fresh.db.migrate().await;
    assert!(matches!(refused, Err(MigrateError::Newer(29_991_231_000_001))), "{refused:?}");
    assert!(!fresh.db.is_ready().await.unwrap());
}

async fn a_database_without_tables_is_not_ready(fresh: Fresh) {
    let url = fresh.engine().empty_database(fresh.folder()).await.unwrap();
    let db = Db::connect(&url, 1).await.unwrap();
    assert!(!matches!(db.is_ready().await, Ok(true)));
    db.migrate().await.unwrap();
    assert!(db.is_ready().await.unwrap());
    db.close().await;
    fresh.engine().drop_database(&url).await.unwrap();
}

async fn the_engine_of_the_url_is_used(fresh: Fresh) {
    let expected = format!("{:?}", fresh.engine()).to_lowercase();
    assert_eq!(fresh.db.engine(), expected);
}
