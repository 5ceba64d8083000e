//! What the operator sets: a TOML file and `RUNDFRAGE_*` environment variables, with defaults that need neither.

mod mail_transport;
mod secret;

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format as _, Serialized, Toml};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::email::EmailAddress;

pub use mail_transport::{MailTransport, SmtpServer, SmtpTls};
pub use secret::load_keys;

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
            metrics_listen: None,
            data_dir: folder.into(),
            secret_file: None,
            log: "info,sqlx=warn".into(),
            log_format: LogFormat::Text,
        }
    }

    /// Reads `file` (or `rundfrage.toml` in the working folder, if there is one), then the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, SettingsError> {
        if let Some(file) = file
            && !file.is_file()
        {
            return Err(SettingsError(format!("{}: there is no such file; check --config", file.display())));
        }
        // By its exact path: otherwise figment goes on looking in the folders above.
        let file = file.unwrap_or(Path::new("rundfrage.toml"));
        let defaults = Figment::from(Serialized::defaults(Self::default()));
        let written = if file.exists() { defaults.merge(Toml::file_exact(file)) } else { defaults };
        let settings: Self = written
            .merge(Env::raw().only(&["DATABASE_URL", "SMTP_URL"]))
            .merge(Env::prefixed("RUNDFRAGE_"))
            .extract()
            .map_err(|error| SettingsError(one_line(&error)))?;
        settings.checked()
    }

    fn checked(mut self) -> Result<Self, SettingsError> {
        self.public_url = self.public_url.trim_end_matches('/').into();
        let host = self.public_url.strip_prefix("https://").or_else(|| self.public_url.strip_prefix("http://"));
        if host.is_none_or(|host| host.is_empty() || host.contains(['/', '?', '#', '@', ' '])) {
            let wrong = &self.public_url;
            return Err(SettingsError(format!(
                "public_url: \"{wrong}\" is not an address such as https://umfrage.example.org (no path)"
            )));
        }
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| self.database_url.starts_with(scheme)) {
            return Err(SettingsError(
                "database_url: write sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE".into(),
            ));
        }
        if self.database_connections == 0 || self.mail_parallel == 0 {
            return Err(SettingsError("database_connections and mail_parallel: at least 1".into()));
        }
        Ok(self)
    }

    /// Whether people reach the web side over TLS, so that cookies can insist on it.
    #[must_use]
    pub fn is_public_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// The first complaint of figment, with the setting's name and where it was set.
fn one_line(error: &figment::Error) -> String {
    let error = error.clone().into_iter().next().unwrap_or_else(|| error.clone());
    let setting = error.path.join(".");
    let source = error.metadata.as_ref().map_or(String::new(), |metadata| match &metadata.source {
        Some(file) => format!(" (in {file})"),
        None => format!(" (in {})", metadata.name),
    });
    let separator = if setting.is_empty() { "" } else { ": " };
    format!("{setting}{separator}{}{source}", error.kind)
}

#[cfg(test)]
mod tests {
    use super::*;

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
