//! What both programs do around their work: settings, log, metrics, signals.

pub mod metrics;
pub mod telemetry;

use std::path::Path;

use rundfrage_shared::Context;
use rundfrage_shared::clock::Clock;
use rundfrage_shared::db::{Db, DbError};
use rundfrage_shared::entropy::Entropy;
use rundfrage_shared::settings::{Settings, SettingsError, load_keys};
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// Opens the database the settings name, brings it to this program's schema and reads the installation's keys.
pub async fn open(settings: Settings) -> anyhow::Result<Context> {
    let keys = load_keys(&settings)?;
    let db = Db::connect(&settings.database_url, settings.database_connections).await.map_err(cannot_open)?;
    db.migrate().await?;
    Ok(Context { db, clock: Clock::System, entropy: Entropy::system(), keys, settings: settings.into() })
}

/// A database that is away may come back; everything else is a wrong setting.
fn cannot_open(error: DbError) -> anyhow::Error {
    match error {
        DbError::Unavailable(_) => anyhow::Error::from(error).context("database_url"),
        error => SettingsError(format!("database_url: {error}")).into(),
    }
}

/// Cancelled by the first SIGTERM or SIGINT.
pub fn stop_on_signal() -> anyhow::Result<CancellationToken> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let stop = CancellationToken::new();
    let cancelled = stop.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        cancelled.cancel();
    });
    Ok(stop)
}

/// Runs the worker alone until it is told to stop; `config` as `rundfrage serve` takes it.
pub async fn run_worker(config: Option<&Path>) -> anyhow::Result<()> {
    let settings = Settings::load(config)?;
    telemetry::start(&settings)?;
    let stop = stop_on_signal()?;
    let context = open(settings).await?;
    let metrics = metrics::start(&context, &stop).await?;
    crate::start(context.clone(), stop).await?;
    metrics.wait().await;
    context.db.close().await;
    Ok(())
}

/// An error with its causes on one line; people and scripts read lines.
#[must_use]
pub fn one_line(error: &anyhow::Error) -> String {
    let mut parts: Vec<String> = Vec::new();
    for cause in error.chain().map(ToString::to_string) {
        // Many errors tell their cause in their own text already.
        if !parts.iter().any(|part| part.contains(&cause)) {
            parts.push(cause);
        }
    }
    parts.join(": ").split_whitespace().collect::<Vec<_>>().join(" ")
}
