//! Where mails go, read from one URL.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Where mails are handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum MailTransport {
    /// Each mail becomes an .eml file in this folder.
    Folder(PathBuf),
    /// Mails are handed to an SMTP server.
    Smtp(SmtpServer),
}

/// An SMTP server and how to speak to it.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpServer {
    /// Its name.
    pub host: String,
    /// Its port; 25 for `smtp:`, 465 for `smtps:`.
    pub port: u16,
    /// Encryption.
    pub tls: SmtpTls,
    /// User and password.
    pub credentials: Option<(String, String)>,
    url: String,
}

/// How a connection to an SMTP server is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    /// Not at all; for a relay on the same machine.
    None,
    /// By STARTTLS if the server offers it; only without a password, which never goes over in clear unless told to.
    Opportunistic,
    /// By STARTTLS, or nothing is sent.
    Required,
    /// From the first byte (`smtps:`).
    Wrapper,
}

/// The URL names no transport.
#[derive(Debug, Error)]
#[error(
    "{0}; write file:FOLDER, smtp://USER:PASSWORD@HOST:PORT?tls=none|opportunistic|required, or smtps://USER:PASSWORD@HOST:PORT"
)]
pub struct NotATransport(String);

impl std::fmt::Debug for SmtpServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SmtpServer({}:{}, {:?})", self.host, self.port, self.tls)
    }
}

impl MailTransport {
    /// Reads the URL.
    pub fn parse(url: &str) -> Result<Self, NotATransport> {
        if let Some(folder) = url.strip_prefix("file:") {
            let folder = folder.strip_prefix("//").unwrap_or(folder);
            return if folder.is_empty() {
                Err(NotATransport("the folder is missing".into()))
            } else {
                Ok(Self::Folder(folder.into()))
            };
        }
        SmtpServer::parse(url).map(Self::Smtp)
    }
}

impl SmtpServer {
    fn parse(url: &str) -> Result<Self, NotATransport> {
        let wrong = |what: &str| NotATransport(what.to_owned());
        let parsed = url::Url::parse(url).map_err(|_| wrong("this is not a URL of a mail transport"))?;
        let host = parsed.host_str().filter(|host| !host.is_empty()).ok_or_else(|| wrong("the host is missing"))?;
        let tls = parsed.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value.into_owned());
        if let Some((other, _)) = parsed.query_pairs().find(|(name, _)| name != "tls") {
            return Err(NotATransport(format!("\"{other}\" is not a parameter of a mail transport")));
        }
        if !matches!(parsed.path(), "" | "/") || parsed.fragment().is_some() {
            return Err(wrong("behind the host stands a path"));
        }
        if parsed.username().is_empty() != parsed.password().is_none_or(str::is_empty) {
            return Err(wrong("of user and password one is missing"));
        }
        let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
        let credentials = parsed.password().map(|password| (decoded(parsed.username()), decoded(password)));
        let (tls, port) = match (parsed.scheme(), tls.as_deref()) {
            ("smtps", None) => (SmtpTls::Wrapper, 465),
            // Whoever stands in between can take STARTTLS out of the offer: a password demands it.
            ("smtp", None | Some("opportunistic")) if credentials.is_some() => (SmtpTls::Required, 25),
            ("smtp", None | Some("opportunistic")) => (SmtpTls::Opportunistic, 25),
            ("smtp", Some("none")) => (SmtpTls::None, 25),
            ("smtp", Some("required")) => (SmtpTls::Required, 25),
            ("smtp" | "smtps", Some(_)) => return Err(wrong("tls is none, opportunistic or required")),
            _ => return Err(wrong("the scheme is unknown")),
        };
        Ok(Self { host: host.into(), port: parsed.port().unwrap_or(port), tls, credentials, url: url.into() })
    }
}

impl TryFrom<String> for MailTransport {
    type Error = NotATransport;
    fn try_from(url: String) -> Result<Self, Self::Error> {
        Self::parse(&url)
    }
}

impl From<MailTransport> for String {
    fn from(transport: MailTransport) -> Self {
        match transport {
            MailTransport::Folder(folder) => format!("file:{}", folder.display()),
            MailTransport::Smtp(server) => server.url,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_goes_over_in_clear_only_if_told_to() {
        let tls = |url| match MailTransport::parse(url) {
            Ok(MailTransport::Smtp(server)) => server.tls,
            other => panic!("{other:?}"),
        };
        assert_eq!(tls("smtp://user:sesame@mail.example"), SmtpTls::Required);
        assert_eq!(tls("smtp://user:sesame@mail.example?tls=opportunistic"), SmtpTls::Required);
        assert_eq!(tls("smtp://user:sesame@mail.example?tls=none"), SmtpTls::None);
        assert_eq!(tls("smtps://user:sesame@mail.example"), SmtpTls::Wrapper);
        assert_eq!(tls("smtp://mail.example"), SmtpTls::Opportunistic);
    }

    #[test]
    fn half_of_an_address_is_refused() {
        for good in ["smtp://h", "smtps://u:p@h:465/", "smtp://h:25?tls=none", "file:mailbox"] {
            assert!(MailTransport::parse(good).is_ok(), "{good}");
        }
        for wrong in ["smtp://u@h", "smtp://:p@h", "smtp://h/path", "smtp://h#part", "smtp://h:abc", "smtp://", "file:"]
        {
            assert!(MailTransport::parse(wrong).is_err(), "{wrong}");
        }
    }
}
