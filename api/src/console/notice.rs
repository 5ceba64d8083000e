//! What was done, told once on the next page.

use std::borrow::Borrow;

use rundfrage_shared::text::Words;
use serde::{Deserialize, Serialize};
use tower_sessions::Session;

use crate::errors::WebError;

const KEY: &str = "notice";

/// A sentence of the interface for the next page: the name of a text, and a number or a name put into it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Notice {
    key: String,
    value: Option<String>,
    is_warning: bool,
}

impl Notice {
    /// Something was done.
    #[must_use]
    pub fn done(key: &str) -> Self {
        Self { key: key.into(), value: None, is_warning: false }
    }

    /// Something could not be done, and nothing has changed.
    #[must_use]
    pub fn refused(key: &str) -> Self {
        Self { key: key.into(), value: None, is_warning: true }
    }

    /// With a value for `$value`.
    #[must_use]
    pub fn with(mut self, value: &impl ToString) -> Self {
        self.value = Some(value.to_string());
        self
    }

    /// Keeps it for the next page of this session.
    pub async fn leave(self, session: &Session) -> Result<(), WebError> {
        session.insert(KEY, self).await.map_err(|error| WebError::Internal(error.into()))
    }

    /// Takes it, if there is one.
    pub(super) async fn take(session: &Session) -> Option<Self> {
        // Looked at first: removing marks the session as changed, and then it is written.
        session.get_value(KEY).await.ok()??;
        session.remove(KEY).await.ok()?
    }

    /// The sentence.
    #[must_use]
    pub fn text(&self, words: impl Borrow<Words>) -> String {
        words.borrow().with_one(&self.key, "value", self.value.clone().unwrap_or_default()).into_owned()
    }

    /// Whether it says that something was not done.
    #[must_use]
    pub const fn is_warning(&self) -> bool {
        self.is_warning
    }
}
