//! What a test begins with, and how it is run.

use std::future::Future;
use std::ops::Deref;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Termination};
use std::sync::Arc;

use anyhow::Result;
use chrono::{DateTime, TimeZone as _, Utc};
use futures::FutureExt as _;
use rundfrage_shared::Context;
use rundfrage_shared::clock::Clock;
use rundfrage_shared::db::Db;
use rundfrage_shared::entropy::Entropy;
use rundfrage_shared::keys::Keys;
use rundfrage_shared::settings::Settings;
use tempfile::TempDir;

use crate::cluster::Cluster;
use crate::database::Engine;

/// A migrated, empty database with a [`Context`] around it, whose clock stands at [`start_of_time`] and whose randomness is
/// the same in every run. Dereferences to its context.
#[derive(Clone, Debug)]
pub struct Fresh {
    context: Context,
    engine: Engine,
    folder: PathBuf,
}

/// A Monday morning in Hessen, 09:00 local time, in winter: when a test's clock begins.
#[must_use]
pub fn start_of_time() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 8, 0, 0).single().unwrap_or_default()
}

impl Fresh {
    /// A new database on `engine`; all files below `folder`.
    pub async fn new(engine: Engine, folder: &Path) -> Result<Self> {
        let database_url = engine.new_database(folder).await?;
        let db = Db::connect(&database_url, 8).await?;
        db.migrate().await?;
        let context = Context {
            db,
            clock: Clock::manual(start_of_time()),
            entropy: Entropy::seeded(2026),
            keys: Keys::new(&[7; 32]),
            settings: Arc::new(Settings { database_url, ..Settings::in_folder(folder) }),
        };
        Ok(Self { context, engine, folder: folder.into() })
    }

    /// The engine this test runs on.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A folder that goes when the test ends.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The context, for what wants one of its own.
    #[must_use]
    pub fn context(&self) -> Context {
        self.context.clone()
    }
}

impl Deref for Fresh {
    type Target = Context;

    fn deref(&self) -> &Context {
        &self.context
    }
}

/// Runs `body` with a fresh database on `engine`, and throws the database away however it ends.
///
/// # Panics
/// As the body does, and if the ground cannot be laid.
pub fn run<F, T>(engine: Engine, body: impl FnOnce(Fresh) -> F)
where
    F: Future<Output = T>,
    T: Termination,
{
    if engine == Engine::Postgres {
        Cluster::shared();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap_or_else(|error| panic!("no runtime: {error}"));
    let folder = TempDir::with_prefix("rundfrage-test-").unwrap_or_else(|error| panic!("no temporary folder: {error}"));
    let outcome = runtime.block_on(async {
        let fresh = Fresh::new(engine, folder.path()).await.unwrap_or_else(|error| panic!("no database: {error:#}"));
        let url = fresh.settings.database_url.clone();
        let outcome = AssertUnwindSafe(body(fresh)).catch_unwind().await;
        if let Err(error) = engine.drop_database(&url).await {
            eprintln!("{url} is left over: {error:#}");
        }
        outcome
    });
    runtime.shutdown_background();
    match outcome {
        Ok(value) => assert!(value.report() == ExitCode::SUCCESS, "the test returned an error"),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
