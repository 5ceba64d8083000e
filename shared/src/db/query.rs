//! The macro that expands one query for both engines.

/// Runs one query on whichever engine is open.
///
/// ```text
/// query!(db => fetch_optional::<Company>, "SELECT … WHERE id = $1", id)       // reads
/// query!(db => execute, "UPDATE … SET name = $1", name)                        // one write of its own: rows affected
/// query!(in tx => fetch_one::<Round>, "UPDATE … RETURNING …", id)              // inside a transaction
/// query!(in tx => execute, {both: "…"}, id)                   // where the dialects differ
/// query!(db => fetch_all::<Round>, {both: select_rounds!("WHERE …")}, id)        // one text, put together by a macro
/// query!(whole db => fetch_all::<Row>, {sqlite: "UPDATE …; UPDATE …", postgres: "WITH …"}, id)   // one write to several tables
/// ```
///
/// `fetch_one`, `fetch_optional` and `fetch_all` take any type that derives `sqlx::FromRow`, or a tuple. On SQLite a
/// `fetch_*` outside a transaction uses a connection for readers, so `INSERT … RETURNING` belongs into a transaction.
/// `whole` fetches all, for no statement may be left out, and is all or nothing without a transaction's turns: PostgreSQL runs one statement, which costs one way to the server
/// instead of one each for beginning, writing and committing; SQLite runs the statements in a transaction. What returns is on disk.
///
/// The text is a literal: no SQL is ever built from parts. The result is a [`DbResult`](crate::db::DbResult).
#[macro_export]
macro_rules! query {
    (in $tx:expr => execute, $sql:tt $(, $arg:expr)* $(,)?) => {
        match &mut *$tx {
            $crate::db::Tx::Sqlite(tx) => ::sqlx::query($crate::query!(@sqlite $sql))$(.bind($arg))*
                .execute(&mut **tx).await.map(|done| done.rows_affected()),
            $crate::db::Tx::Postgres(tx) => ::sqlx::query($crate::query!(@postgres $sql))$(.bind($arg))*
                .execute(&mut **tx).await.map(|done| done.rows_affected()),
        }
        .map_err($crate::db::DbError::from)
    };
    (in $tx:expr => $fetch:ident::<$row:ty>, $sql:tt $(, $arg:expr)* $(,)?) => {
        match &mut *$tx {
            $crate::db::Tx::Sqlite(tx) => ::sqlx::query_as::<_, $row>($crate::query!(@sqlite $sql))$(.bind($arg))*
                .$fetch(&mut **tx).await,
            $crate::db::Tx::Postgres(tx) => ::sqlx::query_as::<_, $row>($crate::query!(@postgres $sql))$(.bind($arg))*
                .$fetch(&mut **tx).await,
        }
        .map_err($crate::db::DbError::from)
    };
    (whole $db:expr => fetch_all::<$row:ty>, $sql:tt $(, $arg:expr)* $(,)?) => {
        match $db {
            $crate::db::Db::Sqlite(pools) => async {
                let mut tx = pools.write.begin_with("BEGIN IMMEDIATE").await?;
                let rows = ::sqlx::query_as::<_, $row>($crate::query!(@sqlite $sql))$(.bind($arg))*.fetch_all(&mut *tx).await?;
                tx.commit().await.map(|()| rows)
            }
            .await,
            $crate::db::Db::Postgres(pool) => ::sqlx::query_as::<_, $row>($crate::query!(@postgres $sql))$(.bind($arg))*
                .fetch_all(pool).await,
        }
        .map_err($crate::db::DbError::from)
    };
    ($db:expr => execute, $sql:tt $(, $arg:expr)* $(,)?) => {
        match $db {
            $crate::db::Db::Sqlite(pools) => ::sqlx::query($crate::query!(@sqlite $sql))$(.bind($arg))*
                .execute(&pools.write).await.map(|done| done.rows_affected()),
            $crate::db::Db::Postgres(pool) => ::sqlx::query($crate::query!(@postgres $sql))$(.bind($arg))*
                .execute(pool).await.map(|done| done.rows_affected()),
        }
        .map_err($crate::db::DbError::from)
    };
    ($db:expr => $fetch:ident::<$row:ty>, $sql:tt $(, $arg:expr)* $(,)?) => {
        match $db {
            $crate::db::Db::Sqlite(pools) => ::sqlx::query_as::<_, $row>($crate::query!(@sqlite $sql))$(.bind($arg))*
                .$fetch(&pools.read).await,
            $crate::db::Db::Postgres(pool) => ::sqlx::query_as::<_, $row>($crate::query!(@postgres $sql))$(.bind($arg))*
                .$fetch(pool).await,
        }
        .map_err($crate::db::DbError::from)
    };
    (@sqlite {both: $sql:expr}) => { $sql };
    (@postgres {both: $sql:expr}) => { $sql };
    (@sqlite {sqlite: $sqlite:expr, postgres: $postgres:expr}) => { $sqlite };
    (@postgres {sqlite: $sqlite:expr, postgres: $postgres:expr}) => { $postgres };
    (@sqlite $sql:literal) => { $sql };
    (@postgres $sql:literal) => { $sql };
}
