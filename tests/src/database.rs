//! A migrated database of its own for every test, on either engine.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::Result;
use rundfrage_shared::db::Db;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tokio::sync::OnceCell;

use crate::cluster::Cluster;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in the test's folder.
    Sqlite,
    /// A database in the shared server.
    Postgres,
}

const TEMPLATE: &str = "template_rundfrage";

impl Engine {
    /// The URL of a new database: empty on SQLite, already migrated on PostgreSQL, where copying is quicker than migrating.
    pub async fn new_database(self, folder: &Path) -> Result<String> {
        match self {
            Self::Sqlite => Ok(format!("sqlite:{}", folder.join("rundfrage.db").display())),
            Self::Postgres => copy_of_template().await,
        }
    }

    /// The URL of a new database without any table.
    pub async fn empty_database(self, folder: &Path) -> Result<String> {
        match self {
            Self::Sqlite => Ok(format!("sqlite:{}", folder.join("empty.db").display())),
            Self::Postgres => {
                let name = new_name();
                on_server(format!("CREATE DATABASE {name}")).await?;
                Ok(Cluster::shared().url(&name))
            }
        }
    }

    /// Throws a database away, whoever is still connected to it. SQLite's goes with its folder.
    pub async fn drop_database(self, url: &str) -> Result<()> {
        match (self, url.split(['/', '?']).nth(3)) {
            (Self::Postgres, Some(name)) => on_server(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await,
            _ => Ok(()),
        }
    }
}

async fn copy_of_template() -> Result<String> {
    static MADE: OnceCell<()> = OnceCell::const_new();
    MADE.get_or_try_init(make_template).await?;
    let name = new_name();
    on_server(format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}")).await?;
    Ok(Cluster::shared().url(&name))
}

async fn make_template() -> Result<()> {
    on_server(format!("CREATE DATABASE {TEMPLATE}")).await?;
    let db = Db::connect(&Cluster::shared().url(TEMPLATE), 1).await?;
    db.migrate().await?;
    db.close().await;
    Ok(())
}

fn new_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

async fn on_server(sql: String) -> Result<()> {
    let mut connection = PgConnection::connect(&Cluster::shared().url("postgres")).await?;
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await?;
    connection.close().await?;
    Ok(())
}
