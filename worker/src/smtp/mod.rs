//! Handing mails to an SMTP server, step by step, so that after every failure it is known whether the mail was taken.
//!
//! Before the final dot a mail is surely not taken. After it, until the answer has come, nobody can know.

mod connection;
mod reply;

use std::time::Duration;

use lettre::transport::smtp::authentication::Mechanism;
use rundfrage_shared::settings::SmtpServer;

pub use connection::Connection;

/// How long the server may take to be reached.
const CONNECT: Duration = Duration::from_secs(30);
/// How long it may take to answer a command (RFC 5321 §4.5.3.2).
const COMMAND: Duration = Duration::from_mins(5);
/// How long it may take to answer the final dot.
const FINAL_DOT: Duration = Duration::from_mins(10);
/// How we may prove who we are.
const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

/// The server mails are handed to.
#[derive(Clone, Debug)]
pub struct Server(SmtpServer);

impl Server {
    /// The server of the settings.
    #[must_use]
    pub const fn new(settings: SmtpServer) -> Self {
        Self(settings)
    }
}
