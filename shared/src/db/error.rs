//! What can go wrong in the database, without naming the engine.

use std::error::Error as StdError;

use thiserror::Error;

/// What lies behind an error of the database, for the log: to look at, not to decide by.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct Cause(Box<dyn StdError + Send + Sync>);

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
    Unavailable(#[source] Cause),
    /// Another transaction was in the way; the same again succeeds.
    #[error("another transaction was in the way: {0}")]
    Conflict(#[source] Cause),
    /// A stored value is not what its column may hold.
    #[error("the database holds a value that cannot be read: {0}: {1}")]
    Unreadable(&'static str, String),
    /// Anything else: a defect of ours or of the disk.
    #[error("database: {0}")]
    Other(#[source] Cause),
}

impl DbError {
    /// The database cannot be reached at the moment.
    pub fn unavailable(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Unavailable(Cause(cause.into()))
    }

    /// A defect.
    pub fn other(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Other(Cause(cause.into()))
    }
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::WorkerCrashed => Self::unavailable(error),
            sqlx::Error::Database(cause) if cause.is_unique_violation() => Self::Exists,
            sqlx::Error::Database(cause) if cause.is_foreign_key_violation() => Self::Reference,
            sqlx::Error::Database(cause) if cause.code().is_some_and(|code| is_conflict(&code)) => {
                Self::Conflict(Cause(error.into()))
            }
            sqlx::Error::Database(cause) if cause.code().is_some_and(|code| is_passing(&code)) => {
                Self::unavailable(error)
            }
            _ => Self::other(error),
        }
    }
}

/// Whether somebody else held what this transaction needed: a conflict, a dead end between two, a lock; busy, locked.
fn is_conflict(code: &str) -> bool {
    is_among(code, &["40", "55P03"], &[5, 6])
}

/// Whether the same statement may succeed a moment later: connections, resources, shutdown, a node that only reads after a
/// fail-over; an error of the disk, full.
fn is_passing(code: &str) -> bool {
    is_among(code, &["08", "53", "57P", "25006"], &[10, 13])
}

/// PostgreSQL's codes have five characters, SQLite's are numbers whose lowest byte tells the kind.
fn is_among(code: &str, postgres: &[&str], sqlite: &[u32]) -> bool {
    match code.len() {
        5 => postgres.iter().any(|class| code.starts_with(class)),
        _ => code.parse().is_ok_and(|code: u32| sqlite.contains(&(code & 0xFF))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_by_itself_is_told_apart_from_defects() {
        for code in ["10", "778", "13", "08006", "53100", "53300", "57P01", "25006"] {
            assert!(is_passing(code) && !is_conflict(code), "{code}");
        }
        for code in ["5", "517", "6", "40001", "40P01", "55P03"] {
            assert!(is_conflict(code) && !is_passing(code), "{code}");
        }
        for code in ["1", "11", "14", "19", "2067", "42P01", "23505", "22021", "57014", "XX000", ""] {
            assert!(!is_passing(code) && !is_conflict(code), "{code}");
        }
    }
}
