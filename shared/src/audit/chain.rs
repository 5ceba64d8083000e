//! The hash that ties an entry to the one before it.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

use super::Record;
use crate::id::OrganisationId;

/// The hash before the first entry.
pub(super) const START: [u8; 32] = [0; 32];

/// SHA-256 over everything an entry says and the hash before it; each part is preceded by its length, so that parts
/// cannot run together.
pub(super) fn hash(organisation: OrganisationId, record: &Record) -> [u8; 32] {
    let (sequence, at) = (record.sequence.to_be_bytes(), record.at.timestamp_micros().to_be_bytes());
    let parts: [&[u8]; 8] = [
        organisation.as_bytes(),
        &sequence,
        &at,
        record.actor.as_bytes(),
        record.action.as_bytes(),
        record.subject.as_bytes(),
        record.details.as_bytes(),
        &record.previous_hash,
    ];
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// The newest entry of a log, to be noted outside the database. Written `SEQUENCE:HASH`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its place.
    pub sequence: i64,
    /// Its hash.
    pub hash: Vec<u8>,
}

/// The text is no head of a log.
#[derive(Debug, thiserror::Error)]
#[error("write SEQUENCE:HASH as an earlier check printed it")]
pub struct NotAHead;

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.sequence, hex::encode(&self.hash))
    }
}

impl FromStr for Head {
    type Err = NotAHead;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (sequence, hash) = text.split_once(':').ok_or(NotAHead)?;
        let hash = hex::decode(hash).map_err(|_| NotAHead)?;
        let sequence = sequence.parse().map_err(|_| NotAHead)?;
        if hash.len() == 32 && sequence >= 1 { Ok(Self { sequence, hash }) } else { Err(NotAHead) }
    }
}
