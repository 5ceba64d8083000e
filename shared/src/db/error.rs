//! What can go wrong in the database, without naming the engine.

use thiserror::Error;

/// An error of the database.
#[derive(Debug, Error)]
pub enum DbError {
    /// The database URL cannot be read.
    #[error("the database URL cannot be used: {0}")]
    Url(String),
    /// A row with this key exists already.
    #[error("this exists already")]
    Exists,
    /// A row that this one refers to does not exist, or is still referred to.
    #[error("a row that this one refers to is missing")]
    Reference,
    /// No connection could be had, or it was lost: try again later.
    #[error("the database cannot be reached: {0}")]
    Unavailable(#[source] sqlx::Error),
    /// A stored value is not what its column may hold.
    #[error("the database holds a value that cannot be read: {0}: {1}")]
    Unreadable(&'static str, String),
    /// Anything else: a defect of ours or of the disk.
    #[error("database: {0}")]
    Other(#[source] sqlx::Error),
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => Self::Unavailable(error),
            sqlx::Error::Database(cause) if cause.is_unique_violation() => Self::Exists,
            sqlx::Error::Database(cause) if cause.is_foreign_key_violation() => Self::Reference,
            _ => Self::Other(error),
        }
    }
}
