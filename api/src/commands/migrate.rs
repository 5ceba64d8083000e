//! `rundfrage migrate`: brings the database to this program's schema and ends.

use std::io::Write as _;
use std::process::ExitCode;

use rundfrage_shared::settings::Settings;

/// Takes no arguments.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Applies the migrations that are missing.
pub async fn run(_: Args, settings: Settings) -> anyhow::Result<ExitCode> {
    let context = super::open(settings).await?;
    writeln!(std::io::stdout(), "the {} database has this program's schema", context.db.engine())?;
    context.db.close().await;
    Ok(ExitCode::SUCCESS)
}
