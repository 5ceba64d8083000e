//! The program `rundfrage-worker`: the worker alone, for more nodes on one PostgreSQL.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use rundfrage_shared::settings::SettingsError;
use rundfrage_worker::program;

/// Opens, reminds and closes rounds and sends their mails, beside any number of `rundfrage serve --no-worker`.
#[derive(Debug, Parser)]
#[command(name = "rundfrage-worker", version)]
struct Cli {
    /// The file with the settings (TOML); without it, rundfrage.toml in the working folder, if there is one
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    match program::run_worker(cli.config.as_deref()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rundfrage-worker: {}", program::one_line(&error));
            ExitCode::from(if error.is::<SettingsError>() { 2 } else { 1 })
        }
    }
}
