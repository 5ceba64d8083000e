//! One throw-away PostgreSQL for all tests of a process.
//!
//! It listens on a socket in a folder of its own only. A small shell child watches over it: when its standard input closes,
//! which it does however this process ends, it stops the server and removes the folder.

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use anyhow::{Context as _, Result, bail};

const MISSING: &str =
    "PostgreSQL is not installed, and the tests need its server: on Debian, apt-get install postgresql";

/// A running server, for as long as this value lives.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    /// Its open standard input keeps the server alive.
    _watchdog: Child,
}

/// Whether a commit waits for the disk: only tests of durability pay for it.
#[derive(Clone, Copy, Debug)]
pub enum Sync {
    /// Survives the death of the machine.
    On,
    /// Survives the death of the server process only.
    Off,
}

impl Cluster {
    /// The server that the tests of this process share, started at first use.
    ///
    /// # Panics
    /// If PostgreSQL is not installed or cannot be started: a test never skips.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Result<Cluster>> = OnceLock::new();
        match SHARED.get_or_init(|| Self::start(Sync::Off)) {
            Ok(cluster) => cluster,
            Err(error) => panic!("{error:#}"),
        }
    }

    /// Starts a server of its own.
    pub fn start(sync: Sync) -> Result<Self> {
        let programs = programs().context(MISSING)?;
        let mut watchdog = as_ordinary_user()
            .args(["bash", "-c", include_str!("cluster.sh"), "cluster"])
            .arg(programs)
            .arg(if matches!(sync, Sync::On) { "on" } else { "off" })
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("the watchdog of PostgreSQL cannot be started")?;
        let mut line = String::new();
        BufReader::new(watchdog.stdout.take().context("no output")?).read_line(&mut line)?;
        match line.trim() {
            "" => bail!("PostgreSQL did not start and said nothing"),
            line if line.starts_with("failed:") => bail!("PostgreSQL did not start; {line}"),
            folder => Ok(Self { folder: folder.into(), _watchdog: watchdog }),
        }
    }

    /// The URL of one of its databases.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.display())
    }
}

/// The folder with `initdb` and `pg_ctl`: in `PATH`, or Debian's newest.
fn programs() -> Option<PathBuf> {
    let in_path = std::env::var_os("PATH").unwrap_or_default();
    let mut debian: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
        .unwrap_or_default();
    debian.sort_by_key(|folder| std::cmp::Reverse(version(folder)));
    std::env::split_paths(&in_path)
        .chain(debian)
        .find(|folder| ["initdb", "pg_ctl", "postgres"].iter().all(|program| folder.join(program).is_file()))
}

/// 15 for `/usr/lib/postgresql/15/bin`.
fn version(folder: &Path) -> u32 {
    let number = folder.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// PostgreSQL refuses to run as root: root hands it to the user that Debian's package made for it.
fn as_ordinary_user() -> Command {
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|owner| std::os::unix::fs::MetadataExt::uid(&owner) == 0);
    if is_root {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]);
        command
    } else {
        Command::new("env")
    }
}
