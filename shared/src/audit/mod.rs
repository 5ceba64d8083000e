//! The audit log: what was done, by whom, to what. Append-only, each entry chained to the one before it by its hash.
//!
//! The chain proves that nothing was edited, removed from the middle or swapped. What it cannot show by itself is that the
//! newest entries were cut off, or that everything was written anew by somebody who can compute hashes: against both,
//! note the [`Head`] somewhere else from time to time and hand it to [`verify`].

mod chain;
mod store;
mod verify;

use std::fmt;

use serde_json::Value;

use crate::id::StaffId;

pub use chain::Head;
pub use store::{append, list};
pub use verify::{Fault, Verdict, verify};

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A staff member in the console.
    Staff(StaffId),
    /// The operator at a command line; the name of the command.
    Command(&'static str),
    /// The platform itself; the name of the job.
    System(&'static str),
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Staff(id) => write!(f, "staff:{id}"),
            Self::Command(name) => write!(f, "command:{name}"),
            Self::System(name) => write!(f, "system:{name}"),
        }
    }
}

/// What is to be recorded.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Who did it.
    pub actor: Actor,
    /// What was done: noun and verb, such as `panel.imported`.
    pub action: &'a str,
    /// To what: kind and id, such as `round:0199…`; of the organisation itself, nothing.
    pub subject: String,
    /// What else matters: numbers and ids; never answers, addresses or tokens.
    pub details: Value,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Record {
    /// Its place in the organisation's log, from 1 without a gap.
    pub sequence: i64,
    /// When.
    pub at: chrono::DateTime<chrono::Utc>,
    /// Who, as [`Actor`] is written.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub subject: String,
    /// What else matters, as JSON.
    pub details: String,
    /// The hash of the entry before, 32 bytes; zeros for the first.
    pub previous_hash: Vec<u8>,
    /// The hash of this entry, 32 bytes.
    pub hash: Vec<u8>,
}
