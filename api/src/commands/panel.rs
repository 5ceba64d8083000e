//! `rundfrage panel import`: brings a file of companies and contacts into an organisation's panel.

use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use clap::Subcommand;
use rundfrage_shared::Context;
use rundfrage_shared::audit::Actor;
use rundfrage_shared::organisation;
use rundfrage_shared::panel::import::{Changes, Mode, Report, import};
use rundfrage_shared::settings::Settings;

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Bring a CSV file of companies and contacts into the panel; exit code 0 if all rows were taken, 2 if some, 1 if none
    Import(ImportArgs),
}

#[derive(Debug, clap::Args)]
struct ImportArgs {
    /// The file: CSV with semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252
    file: PathBuf,
    /// The organisation's short name or id
    #[arg(long, value_name = "SLUG")]
    organisation: String,
    /// Do everything but change the panel
    #[arg(long)]
    dry_run: bool,
}

/// Imports the file: a line on standard error for every refused row, a summary on standard output.
pub async fn run(args: Args, settings: Settings) -> anyhow::Result<ExitCode> {
    let Command::Import(args) = args.command;
    let context = super::open(settings).await?;
    let outcome = import_file(&context, &args).await;
    context.db.close().await;
    let report = outcome?;
    print(&report, args.dry_run)?;
    Ok(match (report.accepted(), report.refused_count) {
        (0, _) => ExitCode::FAILURE,
        (_, 0) => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    })
}

async fn import_file(context: &Context, args: &ImportArgs) -> anyhow::Result<Report> {
    let organisation = organisation::store::find(&context.db, &args.organisation).await?;
    let organisation =
        organisation.with_context(|| format!("--organisation: there is no \"{}\"", args.organisation))?;
    let file = File::open(&args.file).with_context(|| args.file.display().to_string())?;
    ensure!(!file.metadata()?.is_dir(), "{}: this is a folder; name a file", args.file.display());
    let mode = if args.dry_run { Mode::DryRun } else { Mode::Apply };
    let report = import(context, &organisation, file, mode, Actor::Command("panel import")).await;
    report.with_context(|| args.file.display().to_string())
}

fn print(report: &Report, dry_run: bool) -> std::io::Result<()> {
    let mut errors = std::io::BufWriter::new(std::io::stderr().lock());
    for refusal in &report.refused {
        writeln!(errors, "{refusal}")?;
    }
    let untold = report.refused_count - report.refused.len() as u64;
    if untold > 0 {
        writeln!(errors, "and {untold} more refused rows")?;
    }
    errors.flush()?;
    let mut out = std::io::stdout().lock();
    let dry = if dry_run { " (dry run: nothing was changed)" } else { "" };
    writeln!(out, "rows: {} read, {} accepted, {} refused{dry}", report.read, report.accepted(), report.refused_count)?;
    print_changes(&mut out, "companies", report.companies)?;
    print_changes(&mut out, "contacts", report.contacts)
}

fn print_changes(out: &mut impl std::io::Write, what: &str, changes: Changes) -> std::io::Result<()> {
    let Changes { created, updated, unchanged } = changes;
    writeln!(out, "{what}: {created} created, {updated} updated, {unchanged} unchanged")
}
