//! The whole application, served for one test on a port of its own.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rundfrage::App;
use rundfrage_shared::Context;
use rundfrage_shared::query;
use rundfrage_shared::settings::{MailTransport, Settings};
use rundfrage_worker::Summary;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::browser::Browser;
use crate::fresh::Fresh;
use crate::mail::Mail;
use crate::smtp::SmtpServer;

/// The served application; dereferences to its [`Context`].
///
/// When it goes, it fails the test if due jobs are left over: a test says what became of everything it set off, with
/// [`TestApp::run_pending_jobs`], or that it does not care, with [`TestApp::leave_jobs`].
#[derive(Debug)]
pub struct TestApp {
    context: Context,
    origin: String,
    smtp: Option<SmtpServer>,
    accepted: AtomicUsize,
    stop: CancellationToken,
    ignores_jobs: bool,
    _fresh: Fresh,
}

impl TestApp {
    /// Serves with mails written to files.
    pub async fn start(fresh: Fresh) -> Self {
        Self::serve(fresh, None).await
    }

    /// Serves with mails handed to a real SMTP server of its own.
    ///
    /// # Panics
    /// If that server cannot be started.
    pub async fn with_smtp(fresh: Fresh) -> Self {
        let smtp = SmtpServer::start().unwrap_or_else(|error| panic!("{error:#}"));
        Self::serve(fresh, Some(smtp)).await
    }

    async fn serve(fresh: Fresh, smtp: Option<SmtpServer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap_or_else(|error| panic!("no port: {error}"));
        let address = listener.local_addr().unwrap_or_else(|error| panic!("no address: {error}"));
        let origin = format!("http://{address}");
        let mut settings = Settings { public_url: origin.clone(), ..(*fresh.settings).clone() };
        if let Some(smtp) = &smtp {
            settings.smtp_url = MailTransport::parse(&smtp.url()).unwrap_or_else(|error| panic!("{error}"));
        }
        let context = Context { settings: Arc::new(settings), ..fresh.context() };
        let stop = CancellationToken::new();
        tokio::spawn(rundfrage::serve(App::new(context.clone()), listener, stop.clone()));
        Self { context, origin, smtp, accepted: AtomicUsize::new(0), stop, ignores_jobs: false, _fresh: fresh }
    }

    /// A new visitor who prefers German.
    #[must_use]
    pub fn browser(&self) -> Browser {
        Browser::new(&self.origin, "de-DE,de;q=0.9,en;q=0.5")
    }

    /// A new visitor who prefers English.
    #[must_use]
    pub fn english_browser(&self) -> Browser {
        Browser::new(&self.origin, "en-GB,en;q=0.9")
    }

    /// The context, for what wants one of its own.
    #[must_use]
    pub fn context(&self) -> Context {
        self.context.clone()
    }

    /// The SMTP server of [`TestApp::with_smtp`].
    ///
    /// # Panics
    /// If mails go to files.
    #[must_use]
    pub fn smtp(&self) -> &SmtpServer {
        self.smtp.as_ref().unwrap_or_else(|| panic!("this application writes its mails to files"))
    }

    /// All mails that went out so far, to files or to the server.
    ///
    /// # Panics
    /// If a file is no mail.
    #[must_use]
    pub fn mails(&self) -> Vec<Mail> {
        match (&self.smtp, &self.context.settings.smtp_url) {
            (Some(smtp), _) => smtp.mails(),
            (None, MailTransport::Folder(folder)) => mails_in(folder),
            (None, MailTransport::Smtp(_)) => Vec::new(),
        }
    }

    /// Runs everything that is due by this application's clock, until nothing is left and every accepted mail can be read.
    ///
    /// # Panics
    /// If a job fails.
    pub async fn run_pending_jobs(&self) -> Summary {
        let summary = rundfrage_worker::run_due(&self.context).await.unwrap_or_else(|error| panic!("{error}"));
        let accepted = self.accepted.fetch_add(summary.mails.accepted, Ordering::SeqCst) + summary.mails.accepted;
        if let Some(smtp) = &self.smtp {
            // The server tells of a mail on another way than it answers on.
            smtp.wait_until(|mails| mails.iter().filter(|mail| mail.answered).count() >= accepted).await;
        }
        summary
    }

    /// Lets due jobs be when the test ends.
    pub fn leave_jobs(&mut self) {
        self.ignores_jobs = true;
    }

    async fn overdue(&self) -> i64 {
        let now = self.context.now();
        let counted = query!(&self.context.db => fetch_one::<(i64,)>,
            "SELECT COUNT(*) FROM messages WHERE state = 'sending' OR (state = 'due' AND due_at <= $1)", now);
        counted.map_or(0, |(count,)| count)
    }
}

fn mails_in(folder: &std::path::Path) -> Vec<Mail> {
    let entries = std::fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
    let mut files: Vec<std::path::PathBuf> = entries.unwrap_or_default();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "eml"));
    files.sort();
    files.iter().map(|file| Mail::read(file).unwrap_or_else(|error| panic!("{error:#}"))).collect()
}

impl Deref for TestApp {
    type Target = Context;

    fn deref(&self) -> &Context {
        &self.context
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.stop.cancel();
        if self.ignores_jobs || std::thread::panicking() {
            return;
        }
        let left = tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(self.overdue()));
        assert_eq!(left, 0, "messages are due and nobody ran them");
    }
}
