//! What every operation needs at hand.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::db::Db;
use crate::entropy::Entropy;
use crate::keys::Keys;
use crate::settings::Settings;

/// Database, time, randomness, keys and settings of one running program. Cloning it is cheap.
#[derive(Clone, Debug)]
pub struct Context {
    /// The open, migrated database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// The randomness.
    pub entropy: Entropy,
    /// Keys derived from the installation's secret.
    pub keys: Keys,
    /// What the operator set.
    pub settings: Arc<Settings>,
}

impl Context {
    /// The present instant.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// An address of this installation for people to open; `path` begins with `/`.
    #[must_use]
    pub fn public_address(&self, path: &str) -> String {
        format!("{}{path}", self.settings.public_url)
    }
}
