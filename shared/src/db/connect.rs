//! Opening the database that a URL names.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::Connection as _;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use super::{DbError, DbResult, Tx};

/// The database of the platform.
#[derive(Clone, Debug)]
pub enum Db {
    /// One file in WAL mode; durable at every commit (`synchronous=FULL`).
    Sqlite(SqlitePools),
    /// A PostgreSQL server.
    Postgres(PgPool),
}

/// SQLite has one writer: it gets one connection, and waiting for it is a fair queue instead of a busy loop.
#[derive(Clone, Debug)]
pub struct SqlitePools {
    /// Connections for `SELECT`; they refuse everything else.
    pub read: SqlitePool,
    /// The one connection for everything else.
    pub write: SqlitePool,
}

/// How long a caller waits for a free connection before it gets [`DbError::Unavailable`].
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

impl Db {
    /// Opens `url` (`sqlite:PATH` or `postgres://…`) with at most `connections` connections.
    pub async fn connect(url: &str, connections: u32) -> DbResult<Self> {
        check_url(url)?;
        if is_postgres(url) { connect_postgres(url, connections).await } else { connect_sqlite(url, connections).await }
    }

    /// Begins a transaction. On SQLite it takes the write lock at once, so that it cannot fail half-way for want of it.
    pub async fn begin(&self) -> DbResult<Tx> {
        Ok(match self {
            Self::Sqlite(pools) => Tx::Sqlite(pools.write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// The engine's name, for logs and metrics.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "sqlite",
            Self::Postgres(_) => "postgres",
        }
    }

    /// Waits until every connection is given back, then closes them.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(pools) => {
                pools.read.close().await;
                pools.write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres:") || url.starts_with("postgresql:")
}

/// Whether `url` can name a database at all; nothing is opened. Returns the file if it names one.
pub fn check_url(url: &str) -> DbResult<Option<PathBuf>> {
    if is_postgres(url) {
        return postgres_options(url).map(|_| None);
    }
    if url.starts_with("sqlite:") {
        return sqlite_options(url).map(|options| Some(options.get_filename().to_owned()));
    }
    Err(DbError::Url("write sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE".into()))
}

async fn connect_postgres(url: &str, connections: u32) -> DbResult<Db> {
    let options = postgres_options(url)?;
    let options = options.options([("synchronous_commit", "on"), ("timezone", "UTC")]);
    let pool = PgPoolOptions::new().max_connections(connections).acquire_timeout(ACQUIRE_TIMEOUT);
    match pool.connect_with(options.clone()).await {
        Ok(pool) => Ok(Db::Postgres(pool)),
        // The pool tries again and again, and in the end only tells that its time is over.
        Err(sqlx::Error::PoolTimedOut) => Err(refusal(&options).await),
        Err(error) => Err(error.into()),
    }
}

/// Why the server does not let us in.
async fn refusal(options: &PgConnectOptions) -> DbError {
    let tried = tokio::time::timeout(ACQUIRE_TIMEOUT, PgConnection::connect_with(options)).await;
    tried.ok().and_then(Result::err).unwrap_or(sqlx::Error::PoolTimedOut).into()
}

fn postgres_options(url: &str) -> DbResult<PgConnectOptions> {
    PgConnectOptions::from_str(url).map_err(|error| DbError::Url(error.to_string()))
}

fn sqlite_options(url: &str) -> DbResult<SqliteConnectOptions> {
    let options = SqliteConnectOptions::from_str(url).map_err(|error| DbError::Url(error.to_string()))?;
    if options.get_filename().as_os_str().is_empty() || url.contains(":memory:") || url.contains("mode=memory") {
        return Err(DbError::Url("a database without a file forgets everything; write sqlite:PATH".into()));
    }
    Ok(options)
}

async fn connect_sqlite(url: &str, connections: u32) -> DbResult<Db> {
    let options = sqlite_options(url)?;
    let file = options.get_filename().to_owned();
    make_private(&file);
    let options = options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .optimize_on_close(true, None)
        .busy_timeout(Duration::from_secs(10));
    let pool = |size| SqlitePoolOptions::new().max_connections(size).acquire_timeout(ACQUIRE_TIMEOUT);
    // The writer first: it creates the file and sets WAL before any reader opens it.
    // Large imports and launches need room for the indices they write, and their journal need not stay as large as they were.
    let writing = options.clone().pragma("cache_size", "-65536").pragma("journal_size_limit", "67108864");
    // A full disk makes SQLite end a transaction by itself; sqlx then takes the connection for one inside a transaction for ever.
    let write = pool(1)
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        .connect_with(writing)
        .await
        .map_err(|error| cannot_open(&file, error))?;
    let read = pool(connections.max(1))
        .connect_with(options.optimize_on_close(false, None).pragma("query_only", "on"))
        .await?;
    Ok(Db::Sqlite(SqlitePools { read, write }))
}

/// Makes the file for its owner alone if it is not there; SQLite gives its companions the same rights. If it cannot be
/// made, opening it tells why.
fn make_private(file: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(file));
}

/// Names the file if it cannot be opened or is none of SQLite's.
fn cannot_open(file: &Path, error: sqlx::Error) -> DbError {
    const CANNOT_OPEN: u32 = 14;
    const NOT_A_DATABASE: u32 = 26;
    let code = error.as_database_error().and_then(|cause| cause.code()?.parse::<u32>().ok()).map(|code| code & 0xFF);
    match code {
        Some(CANNOT_OPEN) => DbError::Url(format!(
            "{} cannot be opened or made; is there its folder, and may we write there?",
            file.display()
        )),
        Some(NOT_A_DATABASE) => DbError::Url(format!("{} is not a database of SQLite", file.display())),
        _ => error.into(),
    }
}
