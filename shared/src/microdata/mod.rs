//! Micro-data: the answers of single companies, leaving the platform in a file. What may leave is decided here.
//!
//! Of a **personal** round the company goes with its answers. Of every other round nothing leaves that names a company: no id,
//! name or number of its own, no answer that is an address or a telephone number, only what the tables break down by. A response
//! then has a pseudonym and the responses stand in its order: ids and their order would tell when each was given, and who was
//! seen to answer at that time. For the same reason such a round leaves only when it is over.

mod store;

use thiserror::Error;

use crate::id::{ResponseId, VersionId};
use crate::keys::{Keys, Purpose};
use crate::round::Round;
use crate::survey::Anonymity;

pub use store::{MicroResponse, list};

/// The attributes that leave whatever the anonymity: those that tables break down by.
pub const ATTRIBUTES: [&str; 5] = ["sector", "nace", "size", "region", "cluster"];

/// Why the answers of a round do not leave.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Stays {
    /// It was never launched.
    #[error("it was not launched")]
    NotLaunched,
    /// It is confidential and takes answers still.
    #[error("its answers are confidential and it is not over")]
    NotOver,
}

/// What leaves of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// The version its answers belong to.
    pub version: VersionId,
    /// Whether the companies go with their answers.
    pub is_personal: bool,
}

impl Leaving {
    /// What leaves of `round`, if anything does.
    pub fn of(round: &Round) -> Result<Self, Stays> {
        let launch = round.state.launch().ok_or(Stays::NotLaunched)?;
        let is_personal = launch.anonymity == Anonymity::Personal;
        if !is_personal && !round.state.stage().is_over() {
            return Err(Stays::NotOver);
        }
        Ok(Self { version: launch.version, is_personal })
    }

    /// What a response is called in the file.
    #[must_use]
    pub fn name(&self, keys: &Keys, id: ResponseId) -> String {
        if self.is_personal {
            id.to_string()
        } else {
            hex::encode(&keys.tag(Purpose::Pseudonym, &[id.as_bytes()])[..16])
        }
    }
}
