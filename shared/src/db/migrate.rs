//! Bringing a database to the schema of this program, and refusing one that is newer.

use sqlx::migrate::Migrator;
use thiserror::Error;

use super::{Db, DbError, DbResult, SqlitePools};
use crate::query;

static SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

/// Where the job runtime notes its own migrations, apart from ours.
const RUNTIME_TABLE: &str = "_apalis_migrations";

/// Why the database could not be brought to this program's schema.
#[derive(Debug, Error)]
pub enum MigrateError {
    /// The database has a migration that this program does not know.
    #[error("the database is newer than this program (migration {0} is unknown here): install the newer program")]
    Newer(i64),
    /// An applied migration differs from the one in this program.
    #[error("migration {0} was applied in another form than this program's: the database belongs to another build")]
    Changed(i64),
    /// A migration could not be applied.
    #[error("migration failed: {0}")]
    Failed(#[source] sqlx::migrate::MigrateError),
}

impl Db {
    /// Applies what is missing; safe to run at every start and from several nodes at once.
    pub async fn migrate(&self) -> Result<(), MigrateError> {
        let outcome = match self {
            Self::Sqlite(pools) => run_on_sqlite(&SQLITE, pools).await,
            Self::Postgres(pool) => POSTGRES.run(pool).await,
        };
        outcome.map_err(MigrateError::from)?;
        self.migrate_runtime().await.map_err(MigrateError::from)
    }

    /// The tables of the job runtime. Its own `setup()` is not used: on SQLite it switches off that commits reach the disk.
    async fn migrate_runtime(&self) -> Result<(), sqlx::migrate::MigrateError> {
        match self {
            Self::Sqlite(pools) => {
                let mut runtime = apalis_sqlite::SqliteStorage::migrations();
                runtime.dangerous_set_table_name(RUNTIME_TABLE);
                run_on_sqlite(&runtime, pools).await
            }
            Self::Postgres(pool) => {
                let mut runtime = apalis_postgres::PostgresStorage::migrations();
                runtime.dangerous_set_table_name(RUNTIME_TABLE);
                runtime.run(pool).await
            }
        }
    }

    /// Whether the database answers and has exactly the schema of this program.
    pub async fn is_ready(&self) -> DbResult<bool> {
        let (newest,): (Option<i64>,) = query!(self => fetch_one::<(Option<i64>,)>,
            "SELECT MAX(version) FROM _sqlx_migrations WHERE success")?;
        Ok(newest == SQLITE.iter().map(|migration| migration.version).max())
    }
}

impl From<sqlx::migrate::MigrateError> for MigrateError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        match error {
            sqlx::migrate::MigrateError::VersionMissing(version) => Self::Newer(version),
            sqlx::migrate::MigrateError::VersionMismatch(version) => Self::Changed(version),
            other => Self::Failed(other),
        }
    }
}

/// SQLite knows no lock for migrators: one transaction that holds the write lock from its beginning makes other programs wait
/// and leaves nothing half done.
async fn run_on_sqlite(migrator: &Migrator, pools: &SqlitePools) -> Result<(), sqlx::migrate::MigrateError> {
    let mut tx = pools.write.begin_with("BEGIN IMMEDIATE").await?;
    migrator.run(&mut *tx).await?;
    Ok(tx.commit().await?)
}

impl From<MigrateError> for DbError {
    fn from(error: MigrateError) -> Self {
        Self::other(error)
    }
}
