//! Handing mails to an SMTP server, step by step, so that after every failure it is known whether the mail was taken.
//!
//! Before the final dot a mail is surely not taken. After it, until the answer has come, nobody can know.

mod connection;
mod reply;

use std::time::Duration;

use lettre::transport::smtp::authentication::Mechanism;
use rundfrage_shared::settings::SmtpServer;
use tokio_util::sync::CancellationToken;

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
pub struct Server {
    settings: SmtpServer,
    stop: CancellationToken,
}

impl Server {
    /// The server of the settings; once `stop` is cancelled nobody waits for it to be reached.
    #[must_use]
    pub const fn new(settings: SmtpServer, stop: CancellationToken) -> Self {
        Self { settings, stop }
    }
}

#[cfg(test)]
mod tests {
    use rundfrage_shared::settings::MailTransport;

    use super::*;

    #[tokio::test]
    async fn a_stop_signal_ends_the_wait_for_a_server() {
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", silent.local_addr().unwrap());
        let Ok(MailTransport::Smtp(settings)) = MailTransport::parse(&url) else { panic!("{url}") };
        let stop = CancellationToken::new();
        let server = Server::new(settings, stop.clone());
        // The signal comes once the connection stands and its greeting is waited for.
        let signal = async {
            let connected = silent.accept().await.unwrap();
            stop.cancel();
            connected
        };
        let (opened, _connected) = tokio::join!(Connection::open(&server), signal);
        assert!(opened.unwrap_err().0.contains("stopping"));
    }
}
