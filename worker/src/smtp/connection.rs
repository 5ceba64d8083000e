//! One connection, for one mail after the other.

use std::future::Future;
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use rundfrage_shared::settings::{SmtpServer, SmtpTls};
use tokio::net::TcpStream;

use super::reply::{Failure, Step};
use super::{COMMAND, CONNECT, FINAL_DOT, MECHANISMS, Server};
use crate::transport::{HandOver, Parcel, Unreachable};

/// An open connection.
pub struct Connection {
    server: Server,
    /// `None` once it is of no use any more.
    smtp: Option<AsyncSmtpConnection>,
    /// How many mails went over it.
    used: u64,
}

impl std::fmt::Debug for Connection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Connection({:?}, {} mails)", self.server, self.used)
    }
}

impl Connection {
    /// Connects, encrypts and signs in as the settings say.
    pub async fn open(server: &Server) -> Result<Self, Unreachable> {
        let smtp = tokio::select! {
            biased;
            () = server.stop.cancelled() => return Err(Unreachable("the worker is stopping".into())),
            connected = tokio::time::timeout(CONNECT, connect(&server.settings)) => match connected {
                Ok(connected) => connected.map_err(Unreachable)?,
                Err(_) => return Err(Unreachable(format!("no answer within {} seconds", CONNECT.as_secs()))),
            },
        };
        Ok(Self { server: server.clone(), smtp: Some(smtp), used: 0 })
    }

    /// Whether another mail can go over it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.smtp.is_some()
    }

    /// Hands one mail over. A connection that the server closed while it was idle is opened anew, once.
    pub async fn hand_over(&mut self, parcel: Parcel<'_>) -> HandOver {
        let Ok(from) = parcel.from.as_str().parse::<Address>() else {
            return HandOver::Unreachable("the sender's address cannot be written".into());
        };
        let Ok(to) = parcel.to.parse::<Address>() else {
            return HandOver::Permanent("the recipient's address cannot be written".into());
        };
        let mut began = self.command(Mail::new(Some(from.clone()), vec![])).await;
        if self.used > 0 && began.as_ref().is_err_and(Failure::ends_connection) {
            match Self::open(&self.server).await {
                Ok(anew) => *self = anew,
                Err(unreachable) => return HandOver::Unreachable(unreachable.0),
            }
            began = self.command(Mail::new(Some(from), vec![])).await;
        }
        self.used += 1;
        match began {
            Ok(_) => self.transfer(to, parcel.bytes).await,
            Err(failure) => self.refused(failure, Step::Sender).await,
        }
    }

    async fn transfer(&mut self, to: Address, bytes: &[u8]) -> HandOver {
        if let Err(failure) = self.command(Rcpt::new(to, vec![])).await {
            return self.refused(failure, Step::Recipient).await;
        }
        if let Err(failure) = self.command(Data).await {
            return self.refused(failure, Step::Data).await;
        }
        let Some(smtp) = &mut self.smtp else { return HandOver::Temporary("the connection is closed".into()) };
        match within(FINAL_DOT, smtp.message(bytes)).await {
            Ok(response) => HandOver::Accepted(words(&response)),
            Err(failure) => {
                if failure.ends_connection() {
                    self.smtp = None;
                }
                failure.at(Step::FinalDot)
            }
        }
    }

    /// What a refusal before the final dot means; the connection is made ready for the next mail.
    async fn refused(&mut self, failure: Failure, step: Step) -> HandOver {
        if failure.ends_connection() || self.command(Rset).await.is_err() {
            self.smtp = None;
        }
        failure.at(step)
    }

    async fn command(&mut self, command: impl std::fmt::Display) -> Result<Response, Failure> {
        match &mut self.smtp {
            Some(smtp) => within(COMMAND, smtp.command(command)).await,
            None => Err(Failure::Lost("the connection is closed".into())),
        }
    }

    /// Takes leave, without insisting on an answer.
    pub async fn close(self) {
        if let Some(mut smtp) = self.smtp {
            let _ = tokio::time::timeout(Duration::from_secs(5), smtp.quit()).await;
        }
    }
}

async fn within<T>(
    limit: Duration,
    step: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
) -> Result<T, Failure> {
    match tokio::time::timeout(limit, step).await {
        Ok(done) => done.map_err(Failure::from),
        Err(_) => Err(Failure::Lost(format!("no answer within {} seconds", limit.as_secs()))),
    }
}

fn words(response: &Response) -> String {
    let text: Vec<&str> = response.message().collect();
    format!("{} {}", response.code(), text.join(" "))
}

async fn connect(server: &SmtpServer) -> Result<AsyncSmtpConnection, String> {
    let hello = ClientId::default();
    let address = (server.host.as_str(), server.port);
    let failed = |error: lettre::transport::smtp::Error| error.to_string();
    if server.tls == SmtpTls::Wrapper {
        let tls = Some(tls(server)?);
        let smtp = AsyncSmtpConnection::connect_tokio1(address, Some(CONNECT), &hello, tls, None).await;
        return sign_in(smtp.map_err(failed)?, server).await;
    }
    let stream = TcpStream::connect(address).await.map_err(|error| format!("{}: {error}", server.host))?;
    // A mail is written in two parts; without this the second waits for the answer to the first, 40 ms each time.
    stream.set_nodelay(true).map_err(|error| error.to_string())?;
    let mut smtp = AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello).await.map_err(failed)?;
    match server.tls {
        SmtpTls::Required if !smtp.can_starttls() => return Err(format!("{} does not offer STARTTLS", server.host)),
        SmtpTls::Required | SmtpTls::Opportunistic if smtp.can_starttls() => {
            smtp.starttls(tls(server)?, &hello).await.map_err(failed)?;
        }
        _ => {}
    }
    sign_in(smtp, server).await
}

/// The certificate is checked wherever encryption is demanded or a password goes over it.
fn tls(server: &SmtpServer) -> Result<TlsParameters, String> {
    let is_unchecked = server.tls == SmtpTls::Opportunistic && server.credentials.is_none();
    let builder = TlsParameters::builder(server.host.clone()).dangerous_accept_invalid_certs(is_unchecked);
    builder.build().map_err(|error| error.to_string())
}

async fn sign_in(mut smtp: AsyncSmtpConnection, server: &SmtpServer) -> Result<AsyncSmtpConnection, String> {
    if let Some((user, password)) = &server.credentials {
        let credentials = Credentials::new(user.clone(), password.clone());
        smtp.auth(&MECHANISMS, &credentials).await.map_err(|error| format!("sign-in: {error}"))?;
    }
    Ok(smtp)
}
