//! `rundfrage staff`: adds people who sign in, and prints the one-time link that lets them in.

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};
use clap::Subcommand;
use rundfrage_shared::Context;
use rundfrage_shared::audit::{self, Actor, Entry};
use rundfrage_shared::db::Tx;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::language::Language;
use rundfrage_shared::name::Name;
use rundfrage_shared::organisation::{self, NewOrganisation, Organisation, Slug};
use rundfrage_shared::settings::Settings;
use rundfrage_shared::staff::{self, NewStaff, Role, StaffMember};

const ACTOR: Actor = Actor::Command("staff");

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Add a person, and the organisation with its first owner if it is new; prints a one-time link to sign in
    Add(AddArgs),
    /// Print a new one-time link for a person; earlier links die
    Link(LinkArgs),
}

/// Whom to add.
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// The organisation's short name or id
    #[arg(long, value_name = "SLUG")]
    pub organisation: String,
    /// The organisation's name for people; sets it up if there is none with this short name
    #[arg(long, value_name = "NAME")]
    pub organisation_name: Option<String>,
    /// The address to sign in with
    #[arg(long, value_name = "ADDRESS")]
    pub email: String,
    /// The person's name; without it, what stands before the @
    #[arg(long)]
    pub name: Option<String>,
    /// owner, editor, analyst or viewer
    #[arg(long, default_value = "owner")]
    pub role: String,
    /// The language of the console: de or en
    #[arg(long, default_value = "de")]
    pub language: String,
}

#[derive(Debug, clap::Args)]
struct LinkArgs {
    /// The address the person signs in with
    #[arg(long, value_name = "ADDRESS")]
    email: String,
}

/// Adds the person or makes the link.
pub async fn run(args: Args, settings: Settings) -> anyhow::Result<ExitCode> {
    let context = super::open(settings).await?;
    let outcome = match args.command {
        Command::Add(args) => add(&context, &args).await,
        Command::Link(args) => link(&context, &args).await,
    };
    context.db.close().await;
    writeln!(std::io::stdout(), "{}", outcome?)?;
    Ok(ExitCode::SUCCESS)
}

/// Adds a person and returns the address of the one-time link.
pub async fn add(context: &Context, args: &AddArgs) -> anyhow::Result<String> {
    let new = new_staff(args)?;
    let known = organisation::store::find(&context.db, &args.organisation).await?;
    let mut tx = context.db.begin().await?;
    let organisation = if let Some(organisation) = known {
        organisation
    } else {
        ensure!(new.role == Role::Owner, "--role: the first person of a new organisation is its owner");
        set_up(context, &mut tx, args).await?
    };
    let member = staff::add(context, &mut tx, organisation.id, &new, ACTOR).await;
    let member = member.with_context(|| format!("{}: use `staff link` for a new link", new.email))?;
    let address = new_link(context, &mut tx, &member).await?;
    tx.commit().await?;
    Ok(address)
}

fn new_staff(args: &AddArgs) -> anyhow::Result<NewStaff> {
    let email = EmailAddress::parse(&args.email).context("--email")?;
    let before_at = email.as_str().split('@').next().unwrap_or_default();
    let name = Name::parse(args.name.as_deref().unwrap_or(before_at)).context("--name")?;
    let role: Role = args.role.parse().context("--role")?;
    let language = Language::parse(&args.language).context("--language")?;
    let spoken = [Language::german(), Language::english()].contains(&language);
    ensure!(spoken, "--language: the console speaks de and en, not \"{language}\"");
    Ok(NewStaff { email, name, role, language })
}

async fn set_up(context: &Context, tx: &mut Tx, args: &AddArgs) -> anyhow::Result<Organisation> {
    let slug = Slug::parse(&args.organisation).context("--organisation")?;
    let Some(name) = &args.organisation_name else {
        bail!("--organisation: there is no \"{slug}\"; give --organisation-name to set it up");
    };
    let name = Name::parse(name).context("--organisation-name")?;
    let now = context.now();
    let new = NewOrganisation::german(slug, name);
    let organisation = organisation::store::create(tx, &new, &context.entropy, now).await?;
    let details = serde_json::json!({ "slug": organisation.slug });
    let entry = Entry { actor: ACTOR, action: "organisation.set-up", subject: String::new(), details };
    audit::append(tx, organisation.id, &entry, now).await?;
    Ok(organisation)
}

async fn link(context: &Context, args: &LinkArgs) -> anyhow::Result<String> {
    let email = EmailAddress::parse(&args.email).context("--email")?;
    let member = staff::store::find_by_email(&context.db, &email).await?;
    let member = member.with_context(|| format!("--email: nobody signs in as {email}"))?;
    let mut tx = context.db.begin().await?;
    let address = new_link(context, &mut tx, &member).await?;
    tx.commit().await?;
    Ok(address)
}

async fn new_link(context: &Context, tx: &mut Tx, member: &StaffMember) -> anyhow::Result<String> {
    let token = staff::issue_link(context, tx, member, ACTOR).await?;
    Ok(context.public_address(&format!("/sign-in/link/{token}")))
}
