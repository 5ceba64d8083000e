//! The commands of the program: one file a command, each with its `Args` and its `run`.
//!
//! `run` gets the settings and returns the exit code; an error it returns is printed as one line and ends with 1, a wrong
//! setting with 2. A command that works on the database opens it with [`open`].

pub mod migrate;
pub mod panel;
pub mod questionnaire;
pub mod serve;
pub mod staff;
pub mod verify_audit;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use rundfrage_shared::Context;
use rundfrage_shared::clock::Clock;
use rundfrage_shared::db::Db;
use rundfrage_shared::entropy::Entropy;
use rundfrage_shared::settings::{Settings, SettingsError, load_keys};

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
    /// Bring the database to this program's schema
    Migrate(migrate::Args),
    /// Check questionnaires in files
    #[command(subcommand)]
    Questionnaire(questionnaire::Args),
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
    match cli.command {
        Command::Serve(args) => serve::run(args, settings()?).await,
        Command::Migrate(args) => migrate::run(args, settings()?).await,
        Command::Questionnaire(args) => questionnaire::run(&args),
        Command::Panel(args) => panel::run(args, settings()?).await,
        Command::Staff(args) => staff::run(args, settings()?).await,
        Command::VerifyAudit(args) => verify_audit::run(args, settings()?).await,
    }
}

/// An error with its causes; people and scripts read lines.
fn one_line(error: &anyhow::Error) -> String {
    let mut parts: Vec<String> = Vec::new();
    for cause in error.chain().map(ToString::to_string) {
        // Many errors tell their cause in their own text already.
        if !parts.iter().any(|part| part.contains(&cause)) {
            parts.push(cause);
        }
    }
    parts.join(": ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Opens the database the settings name, brings it to this program's schema and reads the installation's keys.
pub async fn open(settings: Settings) -> anyhow::Result<Context> {
    let keys = load_keys(&settings)?;
    let db = Db::connect(&settings.database_url, settings.database_connections).await?;
    db.migrate().await?;
    Ok(Context { db, clock: Clock::System, entropy: Entropy::system(), keys, settings: settings.into() })
}
