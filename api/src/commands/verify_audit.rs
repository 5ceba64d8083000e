//! `rundfrage verify-audit`: checks the audit logs against their hashes.

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use rundfrage_shared::Context;
use rundfrage_shared::audit::{self, Head, Verdict};
use rundfrage_shared::db::check_url;
use rundfrage_shared::organisation::{self, Organisation};
use rundfrage_shared::settings::{Settings, SettingsError};

/// More organisations than one installation has.
const ALL: i64 = 10_000;

/// Which logs to check.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The organisation's short name or id; without it, every organisation
    #[arg(long, value_name = "SLUG")]
    organisation: Option<String>,
    /// What an earlier check printed as head: finds entries cut off at the end too
    #[arg(long, value_name = "SEQUENCE:HASH", requires = "organisation")]
    head: Option<Head>,
}

/// Prints a line a log and a line on standard error a fault; exit code 1 if anything is wrong.
pub async fn run(args: Args, settings: Settings) -> anyhow::Result<ExitCode> {
    if let Some(file) = check_url(&settings.database_url)?.filter(|file| !file.is_file()) {
        return Err(SettingsError(format!("database_url: {}: there is no such database", file.display())).into());
    }
    let context = super::open(settings).await?;
    let outcome = check_all(&context, &args).await;
    context.db.close().await;
    Ok(if outcome? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn check_all(context: &Context, args: &Args) -> anyhow::Result<bool> {
    let organisations = match &args.organisation {
        Some(named) => Vec::from_iter(organisation::store::find(&context.db, named).await?),
        None => organisation::store::list(&context.db, ALL).await?,
    };
    if let (Some(named), true) = (&args.organisation, organisations.is_empty()) {
        bail!("--organisation: there is no \"{named}\"");
    }
    let mut good = true;
    for organisation in organisations {
        let verdict = audit::verify(&context.db, organisation.id, args.head.as_ref()).await;
        let verdict = verdict.with_context(|| format!("the log of {} cannot be read", organisation.slug))?;
        good &= verdict.faults.is_empty();
        report(&organisation, &verdict)?;
    }
    Ok(good)
}

fn report(organisation: &Organisation, verdict: &Verdict) -> std::io::Result<()> {
    for fault in &verdict.faults {
        writeln!(std::io::stderr(), "{}: {fault}", organisation.slug)?;
    }
    let outcome = if verdict.faults.is_empty() { "intact" } else { "NOT intact" };
    let head = verdict.head.as_ref().map_or_else(|| "none".into(), ToString::to_string);
    writeln!(std::io::stdout(), "{}: {outcome}, entries {}, head {head}", organisation.slug, verdict.entries)
}
