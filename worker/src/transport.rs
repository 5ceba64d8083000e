//! Where mails are handed over: to an SMTP server, or into a folder.

use rundfrage_shared::Context;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::settings::MailTransport;
use thiserror::Error;
use tokio_util::sync::CancellationToken;

use crate::folder::Folder;
use crate::smtp;

/// How one hand-over ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOver {
    /// Taken, with the receiver's words.
    Accepted(String),
    /// Surely not taken, and worth another try.
    Temporary(String),
    /// Surely not taken, and never will be.
    Permanent(String),
    /// Surely not taken, because the mailbox does not exist.
    NoSuchAddress(String),
    /// Surely not taken, because a policy of the receiver forbids it: nothing is wrong with the mailbox.
    NotAllowed(String),
    /// Surely not taken, like every other mail at the moment; this one is not to blame.
    Unreachable(String),
    /// The receiver may have taken it or not.
    Unknown(String),
}

/// Nothing can be handed over to anybody at the moment; no mail is to blame.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{0}")]
pub struct Unreachable(pub String);

/// A mail as it goes over.
#[derive(Clone, Copy, Debug)]
pub struct Parcel<'a> {
    /// A name that sorts by time and is the same at every attempt.
    pub name: &'a str,
    /// Where bounces go.
    pub from: &'a EmailAddress,
    /// To whom.
    pub to: &'a str,
    /// Headers and body.
    pub bytes: &'a [u8],
}

/// Where mails go.
#[derive(Clone, Debug)]
pub enum Transport {
    /// To an SMTP server.
    Smtp(smtp::Server),
    /// Into a folder of .eml files.
    Folder(Folder),
}

/// An open way to hand mails over, one after the other.
#[derive(Debug)]
pub enum Line {
    /// A connection to an SMTP server.
    Smtp(Box<smtp::Connection>),
    /// A folder.
    Folder(Folder),
}

impl Transport {
    /// What the settings name. Once `stop` is cancelled no server is waited for that has not answered yet.
    #[must_use]
    pub fn of(ctx: &Context, stop: CancellationToken) -> Self {
        match &ctx.settings.smtp_url {
            MailTransport::Folder(folder) => Self::Folder(Folder::new(folder.clone())),
            MailTransport::Smtp(server) => Self::Smtp(smtp::Server::new(server.clone(), stop)),
        }
    }

    /// Opens a line.
    pub async fn open(&self) -> Result<Line, Unreachable> {
        match self {
            Self::Smtp(server) => Ok(Line::Smtp(Box::new(smtp::Connection::open(server).await?))),
            Self::Folder(folder) => {
                folder.prepare().await?;
                Ok(Line::Folder(folder.clone()))
            }
        }
    }
}

impl Line {
    /// Hands one mail over.
    pub async fn hand_over(&mut self, parcel: Parcel<'_>) -> HandOver {
        match self {
            Self::Smtp(connection) => connection.hand_over(parcel).await,
            Self::Folder(folder) => folder.hand_over(parcel).await,
        }
    }

    /// Whether another mail can be handed over on this line.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Smtp(connection) => connection.is_open(),
            Self::Folder(_) => true,
        }
    }

    /// Takes leave.
    pub async fn close(self) {
        if let Self::Smtp(connection) = self {
            connection.close().await;
        }
    }
}
