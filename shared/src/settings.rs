//! What the operator sets: a TOML file and `RUNDFRAGE_*` environment variables, with defaults that need neither.

mod complaint;
mod mail_transport;
mod secret;
mod sources;
mod trusted_proxies;

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use tracing_subscriber::EnvFilter;
use url::Url;

use crate::db::check_url;
use crate::email::EmailAddress;

pub use mail_transport::{MailTransport, SmtpServer, SmtpTls};
pub use secret::load_keys;
pub use trusted_proxies::TrustedProxies;

/// The settings of one running program. Their `Debug` shows no password.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// `sqlite:PATH` or `postgres://…`; also read from `DATABASE_URL`.
    pub database_url: String,
    /// At most so many connections to the database.
    pub database_connections: u32,
    /// `smtp://…`, `smtps://…` or `file:FOLDER`; also read from `SMTP_URL`. A password goes over encrypted, or by
    /// `tls=none` in clear.
    pub smtp_url: MailTransport,
    /// The address mails come from.
    pub mail_from: EmailAddress,
    /// How many mails are handed over at once by one worker.
    pub mail_parallel: usize,
    /// Where the web side listens; port 0 picks a free one.
    pub listen: SocketAddr,
    /// How people reach the web side: scheme, host and port without a slash at the end.
    pub public_url: String,
    /// The reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: TrustedProxies,
    /// Where metrics are served for Prometheus; without it they are not.
    pub metrics_listen: Option<SocketAddr>,
    /// The folder for what the program keeps beside the database.
    pub data_dir: PathBuf,
    /// The file with the installation's secret; without it, `secret.key` in the data folder, made at the first start.
    pub secret_file: Option<PathBuf>,
    /// What is logged, in the words of `tracing`'s filters.
    pub log: String,
    /// How it is written.
    pub log_format: LogFormat,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// A setting is wrong; the message is one line that names it.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct SettingsError(pub String);

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let engine = self.database_url.split(':').next().unwrap_or_default();
        f.debug_struct("Settings")
            .field("engine", &engine)
            .field("smtp_url", &self.smtp_url)
            .field("listen", &self.listen)
            .field("public_url", &self.public_url)
            .field("data_dir", &self.data_dir)
            .finish_non_exhaustive()
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::in_folder(Path::new("data"))
    }
}

impl Settings {
    /// The defaults, with everything that is kept below `folder`.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            database_url: format!("sqlite:{}", folder.join("rundfrage.db").display()),
            database_connections: 8,
            smtp_url: MailTransport::Folder(folder.join("mailbox")),
            mail_from: EmailAddress::parse("rundfrage@rundfrage.example")
                .unwrap_or_else(|_| unreachable!("a constant address")),
            mail_parallel: 4,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: "http://localhost:8080".into(),
            trusted_proxies: TrustedProxies::default(),
            metrics_listen: None,
            data_dir: folder.into(),
            secret_file: None,
            log: "info,sqlx=warn".into(),
            log_format: LogFormat::Text,
        }
    }

    /// Reads `file` (or `rundfrage.toml` in the working folder, if there is one), then the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, SettingsError> {
        Self::check_file(file)?;
        sources::read(file)?.checked()
    }

    /// Whether there is the file that was named.
    pub fn check_file(file: Option<&Path>) -> Result<(), SettingsError> {
        match file {
            Some(file) if !file.is_file() => {
                Err(SettingsError(format!("{}: there is no such file; check --config", file.display())))
            }
            _ => Ok(()),
        }
    }

    fn checked(mut self) -> Result<Self, SettingsError> {
        self.public_url = self.public_url.trim_end_matches('/').into();
        if !is_origin(&self.public_url) {
            let told = "public_url: this is not an address such as https://umfrage.example.org (no path, no password)";
            return Err(SettingsError(told.into()));
        }
        check_url(&self.database_url).map_err(|error| SettingsError(format!("database_url: {error}")))?;
        if self.database_connections == 0 || self.mail_parallel == 0 {
            return Err(SettingsError("database_connections and mail_parallel: at least 1".into()));
        }
        EnvFilter::try_new(&self.log).map_err(|error| SettingsError(format!("log: {error}")))?;
        Ok(self)
    }

    /// Whether people reach the web side over TLS, so that cookies can insist on it.
    #[must_use]
    pub fn is_public_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// Scheme, host and port, and nothing else.
fn is_origin(address: &str) -> bool {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '\\', '?', '#', '@', ' ', '\t', '\n', '\r']))
        && Url::parse(address).is_ok_and(|url| url.host_str().is_some_and(|host| !host.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_an_origin() {
        for good in ["http://localhost:8080", "https://umfrage.example.org", "http://[::1]:80"] {
            assert!(is_origin(good), "{good}");
        }
        for wrong in
            ["https://x:abc", "https://", "x", "https://a/b", "https://u:p@x", "https://x?y", "ftp://x", "https://:1"]
        {
            assert!(!is_origin(wrong), "{wrong}");
        }
    }

    #[test]
    fn no_password_is_shown() {
        let settings = Settings {
            database_url: "postgres://rundfrage:sesam@db/rundfrage".into(),
            smtp_url: MailTransport::parse("smtps://rundfrage:sesam@mail.example").unwrap(),
            ..Settings::default()
        };
        assert!(!format!("{settings:?}").contains("sesam"));
    }
}
