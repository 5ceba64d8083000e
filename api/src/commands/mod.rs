//! The commands of the program: one file a command, each with its `Args` and its `run`.
//!
//! `run` gets the settings and returns the exit code; an error it returns is printed as one line and ends with 1, a wrong
//! setting with 2. A command that works on the database opens it with [`open`].

pub mod demo;
pub mod export;
pub mod migrate;
pub mod panel;
pub mod questionnaire;
pub mod serve;
pub mod staff;
pub mod verify_audit;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use rundfrage_shared::settings::{Settings, SettingsError};
use rundfrage_worker::program::one_line;

pub use rundfrage_worker::program::open;

/// Rundfrage: a permanent dialogue between industry and society.
#[derive(Debug, Parser)]
#[command(name = "rundfrage", version, arg_required_else_help = true)]
struct Cli {
    /// The file with the settings (TOML); without it, rundfrage.toml in the working folder, if there is one
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the web side, with the worker inside
    Serve(serve::Args),
    /// Make a complete example in a folder of its own, and serve it
    Demo(demo::Args),
    /// Bring the database to this program's schema
    Migrate(migrate::Args),
    /// Check questionnaires in files, and see what they give out
    #[command(subcommand)]
    Questionnaire(questionnaire::Args),
    /// Write data to files
    #[command(subcommand)]
    Export(export::Args),
    /// Keep the panel: the companies an organisation asks
    Panel(panel::Args),
    /// Add people who sign in
    Staff(staff::Args),
    /// Check the audit logs for edits, deletions and swaps
    VerifyAudit(verify_audit::Args),
}

/// Reads the command line and runs the command.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| runtime.block_on(run_command(cli)));
    outcome.unwrap_or_else(|error| {
        eprintln!("rundfrage: {}", one_line(&error));
        ExitCode::from(if error.is::<SettingsError>() { 2 } else { 1 })
    })
}

async fn run_command(cli: Cli) -> anyhow::Result<ExitCode> {
    let settings = || Settings::load(cli.config.as_deref());
    Settings::check_file(cli.config.as_deref())?;
    match cli.command {
        Command::Serve(args) => serve::run(args, settings()?).await,
        Command::Demo(args) => demo::run(args).await,
        Command::Migrate(args) => migrate::run(args, settings()?).await,
        Command::Questionnaire(args) => questionnaire::run(&args),
        Command::Export(args) => export::run(args, settings()?).await,
        Command::Panel(args) => panel::run(args, settings()?).await,
        Command::Staff(args) => staff::run(args, settings()?).await,
        Command::VerifyAudit(args) => verify_audit::run(args, settings()?).await,
    }
}
