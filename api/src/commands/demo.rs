//! `rundfrage demo`: makes a complete example in a folder of its own, and serves it.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use rundfrage_shared::Context;
use rundfrage_shared::settings::Settings;
use rundfrage_worker::program;
use tokio::net::TcpListener;

use super::serve;
use crate::demo;
use crate::demo::folder::Folder;
use crate::demo::summary::{FILE, Summary};

/// What to make, and where to serve it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder the example lives in; kept for the next time
    #[arg(long, default_value = "demo")]
    pub dir: PathBuf,
    /// The port to serve on; 0 picks a free one
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// How many companies the panel has
    #[arg(long, default_value_t = 400, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub companies: u64,
    /// Throw the example in the folder away and begin anew
    #[arg(long)]
    pub fresh: bool,
}

/// Makes the example unless it is there, prints its addresses, and serves it until told to stop.
pub async fn run(args: Args) -> anyhow::Result<ExitCode> {
    let stop = program::stop_on_signal()?;
    let mut folder = Folder::take(&args.dir)?;
    let listener = listen(args.port, folder.path()).await?;
    let settings = settings(folder.path(), listener.local_addr()?);
    program::telemetry::start(&settings)?;
    if args.fresh || !folder.is_complete()? {
        folder.clear()?;
        let context = super::open(settings.clone()).await?;
        // Who is in a hurry may go: the next start begins anew.
        tokio::select! {
            built = demo::build(&context, args.companies, context.now()) => built?,
            () = stop.cancelled() => return Ok(ExitCode::SUCCESS),
        }
        context.db.close().await;
        folder.complete()?;
    }
    let context = super::open(settings).await?;
    tell(&context, folder.path()).await?;
    serve::run_until(&context, listener, true, stop).await?;
    context.db.close().await;
    Ok(ExitCode::SUCCESS)
}

async fn tell(context: &Context, folder: &Path) -> anyhow::Result<()> {
    let summary = Summary::gather(context).await?;
    summary.write(folder)?;
    Ok(summary.print()?)
}

/// The defaults, with everything kept in the folder; neither a file with settings nor the environment changes the example.
fn settings(folder: &Path, listen: SocketAddr) -> Settings {
    Settings {
        listen,
        public_url: format!("http://localhost:{}", listen.port()),
        log: "warn,sqlx=error".into(),
        ..Settings::in_folder(folder)
    }
}

/// Listens on `port`. A free one is the one of the last time if it still is free, so that the links in the mails keep working.
async fn listen(port: u16, folder: &Path) -> anyhow::Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if port == 0
        && let Some(last) = last_port(folder)
        && let Ok(listener) = bind(last).await
    {
        return Ok(listener);
    }
    bind(port).await.with_context(|| format!("--port: {port} cannot be used"))
}

fn last_port(folder: &Path) -> Option<u16> {
    let summary: Summary = serde_json::from_slice(&std::fs::read(folder.join(FILE)).ok()?).ok()?;
    summary.web.trim_end_matches('/').rsplit(':').next()?.parse().ok()
}
