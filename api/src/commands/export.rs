//! `rundfrage export responses`: the answers of a round, or of all rounds of a survey, as a file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use clap::Subcommand;
use rundfrage_shared::audit::Actor;
use rundfrage_shared::id::{OrganisationId, RoundId};
use rundfrage_shared::microdata::Leaving;
use rundfrage_shared::round::{self, Round};
use rundfrage_shared::settings::Settings;
use rundfrage_shared::{Context, organisation, survey};

use crate::microdata::{Microdata, gather};

/// What to export.
#[derive(Debug, Subcommand)]
pub enum Args {
    /// Write the answers of single companies to a CSV file; the audit log says so
    Responses(ResponsesArgs),
}

/// Which answers, and where to.
#[derive(Debug, clap::Args)]
pub struct ResponsesArgs {
    /// The organisation's short name or id
    #[arg(long, value_name = "SLUG")]
    organisation: String,
    /// The id of a round
    #[arg(long, value_name = "ID", required_unless_present = "survey", conflicts_with = "survey")]
    round: Option<RoundId>,
    /// The code of a survey: all its rounds whose answers may leave
    #[arg(long, value_name = "CODE")]
    survey: Option<String>,
    /// The file; it must not exist
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Begin the file with the mark by which spreadsheets know UTF-8
    #[arg(long)]
    bom: bool,
}

/// Writes the file, whole or not at all.
pub async fn run(args: Args, settings: Settings) -> anyhow::Result<ExitCode> {
    let Args::Responses(args) = args;
    let context = super::open(settings).await?;
    let outcome = export(&context, &args).await;
    context.db.close().await;
    let data = outcome?;
    eprintln!("{}: {} responses", args.out.display(), data.responses);
    Ok(ExitCode::SUCCESS)
}

async fn export(context: &Context, args: &ResponsesArgs) -> anyhow::Result<Microdata> {
    ensure!(!args.out.exists(), "{}: the file exists already", args.out.display());
    let organisation = organisation::store::find(&context.db, &args.organisation).await?;
    let organisation =
        organisation.with_context(|| format!("--organisation: there is no \"{}\"", args.organisation))?.id;
    let (rounds, subject) = match (args.round, &args.survey) {
        (Some(id), _) => (vec![one(context, organisation, id).await?], format!("round:{id}")),
        (None, code) => of_survey(context, organisation, code.as_deref().unwrap_or_default()).await?,
    };
    let data = gather(context, organisation, &rounds, args.bom).await?;
    // Whatever happens then, the log knows; the file is there in full or not at all.
    data.record(context, organisation, Actor::Command("export responses"), subject).await?;
    write(&args.out, &data.bytes).with_context(|| args.out.display().to_string())?;
    Ok(data)
}

async fn one(context: &Context, organisation: OrganisationId, id: RoundId) -> anyhow::Result<Round> {
    let round = round::store::lookup(&context.db, organisation, id).await?;
    round.with_context(|| format!("--round: there is no \"{id}\""))
}

/// The rounds of a survey whose answers may leave, oldest first; what stays is told.
async fn of_survey(
    context: &Context,
    organisation: OrganisationId,
    code: &str,
) -> anyhow::Result<(Vec<Round>, String)> {
    let surveys = survey::store::list(&context.db, organisation).await?;
    let survey = surveys.into_iter().find(|survey| survey.plan.code.as_str() == code);
    let survey = survey.with_context(|| format!("--survey: there is no \"{code}\""))?;
    let mut rounds = round::store::list(&context.db, organisation, survey.id).await?;
    rounds.sort_by_key(|round| round.fieldwork.opens_at());
    rounds.retain(|round| {
        let stays = Leaving::of(round).err();
        if let Some(why) = &stays {
            eprintln!("the answers of the round {} stay: {why}", round.name);
        }
        stays.is_none()
    });
    Ok((rounds, format!("survey:{}", survey.id)))
}

/// Writes beside the place and moves there, so that a file that is there is whole; for its owner's eyes.
fn write(out: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = out.with_file_name(name);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&part)?;
    file.write_all(bytes).and_then(|()| file.sync_all())?;
    std::fs::rename(&part, out)
}
