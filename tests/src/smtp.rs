//! A real SMTP server (Nodemailer's, run by Node) that a test can script, and the mails it received.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::mail::Mail;

/// How long a test waits for mails before it gives up: generous, since it only bounds a failure.
const PATIENCE: Duration = Duration::from_mins(4);

/// A listening server; it ends with this value.
#[derive(Debug)]
pub struct SmtpServer {
    port: u16,
    orders: Mutex<ChildStdin>,
    received: Arc<Mutex<Vec<Mail>>>,
    count: watch::Receiver<usize>,
    ruled: watch::Receiver<usize>,
    child: Child,
}

impl SmtpServer {
    /// Starts a server on a free port of the loopback.
    pub fn start() -> Result<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("node");
        ensure!(
            folder.join("node_modules/smtp-server").is_dir(),
            "the SMTP server of the tests is not installed: run tests/run, or npm ci in tests/node"
        );
        let mut child = Command::new("node")
            .arg(folder.join("smtp-server.mjs"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("node cannot be started")?;
        let orders = child.stdin.take().context("no input")?;
        let mut events = BufReader::new(child.stdout.take().context("no output")?);
        let mut first = String::new();
        events.read_line(&mut first)?;
        let first: Value = serde_json::from_str(&first).context("the SMTP server did not start")?;
        let port = u16::try_from(first["port"].as_u64().context("no port")?)?;
        let (received, (counted, count), (orders_taken, ruled)) =
            (Arc::default(), watch::channel(0), watch::channel(0));
        let shelf = Arc::clone(&received);
        std::thread::spawn(move || read_events(events, &shelf, &counted, &orders_taken));
        Ok(Self { port, orders: Mutex::new(orders), received, count, ruled, child })
    }

    /// The URL to set as `smtp_url`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// All mails received so far, in the order they arrived.
    #[must_use]
    pub fn mails(&self) -> Vec<Mail> {
        lock(&self.received).clone()
    }

    /// Waits until at least `count` mails have arrived.
    ///
    /// # Panics
    /// If they do not.
    pub async fn wait_for(&self, count: usize) -> Vec<Mail> {
        self.wait_until(|mails| mails.len() >= count).await
    }

    /// Waits until the mails that have arrived are what a test waits for.
    ///
    /// # Panics
    /// If they do not come.
    pub async fn wait_until(&self, is_enough: impl Fn(&[Mail]) -> bool) -> Vec<Mail> {
        let mut seen = self.count.clone();
        let outcome = tokio::time::timeout(PATIENCE, seen.wait_for(|_| is_enough(&lock(&self.received)))).await;
        let mails = self.mails();
        assert!(matches!(outcome, Ok(Ok(_))), "only {} mails arrived", mails.len());
        mails
    }

    /// Answers `code` to `RCPT` for `recipient` (`*` for everybody), the next `times` times.
    pub async fn refuse(&self, recipient: &str, code: u16, times: u32) {
        self.rule(&json!({"at": "rcpt", "to": recipient, "code": code, "times": times})).await;
    }

    /// Takes the next mail to `recipient` whole, then breaks the connection without an answer.
    pub async fn hang_up_after_data(&self, recipient: &str) {
        self.rule(&json!({"at": "data", "to": recipient, "close": true, "times": 1})).await;
    }

    /// Waits before the answer to every mail, so that a test can catch a sender in the middle.
    pub async fn take_time(&self, millis: u32) {
        self.rule(&json!({"at": "data", "to": "*", "delay": millis})).await;
    }

    /// Gives the server a rule in its own words (see `smtp-server.mjs`) and waits until it holds.
    ///
    /// # Panics
    /// If the server has gone.
    pub async fn rule(&self, rule: &Value) {
        let mut ruled = self.ruled.clone();
        let before = *ruled.borrow_and_update();
        writeln!(lock(&self.orders), "{rule}").unwrap_or_else(|error| panic!("the SMTP server has gone: {error}"));
        let taken = tokio::time::timeout(PATIENCE, ruled.wait_for(|ruled| *ruled > before)).await;
        assert!(matches!(taken, Ok(Ok(_))), "the SMTP server did not take {rule}");
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_events(
    events: BufReader<ChildStdout>,
    shelf: &Mutex<Vec<Mail>>,
    counted: &watch::Sender<usize>,
    rules: &watch::Sender<usize>,
) {
    for event in events.lines().map_while(Result::ok).filter_map(|line| serde_json::from_str::<Value>(&line).ok()) {
        if event["event"] == "ruled" {
            rules.send_modify(|rules| *rules += 1);
        } else if let Some(mail) = Mail::from_event(&event) {
            lock(shelf).push(mail);
            counted.send_modify(|count| *count += 1);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
