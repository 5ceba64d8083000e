//! The real programs, as an operator starts them: for what only a process can show (exit codes, signals, sudden death).

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A program of the workspace with nothing of this machine's settings, to run in `folder`.
///
/// # Panics
/// If the programs cannot be built.
#[must_use]
pub fn command(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(built().join(program));
    command.current_dir(folder).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("RUNDFRAGE_") || name == "DATABASE_URL" || name == "SMTP_URL" {
            command.env_remove(name);
        }
    }
    command
}

/// What a program that ended left behind.
#[derive(Clone, Debug)]
pub struct Ended {
    /// The exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs `rundfrage` to its end in `folder`.
///
/// # Panics
/// If it cannot be started.
#[must_use]
pub fn rundfrage<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> Ended {
    end(command("rundfrage", folder).args(arguments))
}

/// Runs a command to its end.
///
/// # Panics
/// If it cannot be started.
#[must_use]
pub fn end(command: &mut Command) -> Ended {
    let Output { status, stdout, stderr } =
        command.output().unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"));
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ended { code: status.code(), out: text(stdout), err: text(stderr) }
}

/// A program that goes on, until it is killed or this value goes.
#[derive(Debug)]
pub struct Running {
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
    told: tokio::sync::watch::Receiver<usize>,
}

impl Running {
    /// Starts a command and listens to its standard output and standard error.
    ///
    /// # Panics
    /// If it cannot be started.
    #[must_use]
    pub fn start(command: &mut Command) -> Self {
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"));
        let lines = Arc::default();
        let (tell, told) = tokio::sync::watch::channel(0);
        let tell = Arc::new(tell);
        listen(child.stdout.take(), &lines, &tell);
        listen(child.stderr.take(), &lines, &tell);
        Self { child, lines, told }
    }

    /// Waits for the first line that contains `words`.
    ///
    /// # Panics
    /// If the program ends before it says so.
    pub async fn line_with(&self, words: &str) -> String {
        let found = || self.said().into_iter().find(|line| line.contains(words));
        let mut told = self.told.clone();
        loop {
            if let Some(line) = found() {
                return line;
            }
            if told.changed().await.is_err() {
                return found().unwrap_or_else(|| panic!("it ended without saying {words:?}: {:#?}", self.said()));
            }
        }
    }

    /// All lines so far.
    #[must_use]
    pub fn said(&self) -> Vec<String> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether it still goes on.
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// `kill -9`: no chance to clean up.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// `kill -TERM`, and its exit code once it has ended.
    ///
    /// # Panics
    /// If it cannot be told to stop.
    pub fn terminate(&mut self) -> Option<i32> {
        self.tell_to_stop();
        self.exit_code()
    }

    /// `kill -TERM`; does not wait for what comes of it.
    ///
    /// # Panics
    /// If it cannot be told to stop.
    pub fn tell_to_stop(&self) {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(told.is_ok_and(|told| told.success()), "it cannot be told to stop");
    }

    /// Waits for its end; its exit code.
    pub fn exit_code(&mut self) -> Option<i32> {
        self.child.wait().ok()?.code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

fn listen(
    source: Option<impl std::io::Read + Send + 'static>,
    lines: &Arc<Mutex<Vec<String>>>,
    tell: &Arc<tokio::sync::watch::Sender<usize>>,
) {
    let Some(source) = source else { return };
    let (lines, tell) = (Arc::clone(lines), Arc::clone(tell));
    std::thread::spawn(move || {
        for line in BufReader::new(source).lines().map_while(Result::ok) {
            lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            tell.send_modify(|count| *count += 1);
        }
    });
}

/// The folder with the programs, built from the present sources once per test process.
fn built() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let here = std::env::current_exe().unwrap_or_else(|error| panic!("where am I: {error}"));
        let profile = here.parent().and_then(Path::parent).unwrap_or_else(|| panic!("{} is nowhere", here.display()));
        let target = profile.parent().unwrap_or(profile);
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--workspace", "--bins", "--quiet", "--target-dir"]).arg(target);
        // What cargo tells the tests about their package would make it build some dependencies again.
        for name in std::env::vars_os().map(|(name, _)| name) {
            if ["CARGO_MANIFEST", "CARGO_PKG"].iter().any(|told| name.to_string_lossy().starts_with(told)) {
                cargo.env_remove(name);
            }
        }
        let built = cargo.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).status();
        assert!(built.is_ok_and(|built| built.success()), "the programs cannot be built");
        target.join("debug")
    })
}
