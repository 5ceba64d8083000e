//! What a staff member may do.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A role in one organisation; each may do what the ones below it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Sees rounds and published figures.
    Viewer,
    /// Sees results and exports them.
    Analyst,
    /// Keeps panel and questionnaires, launches rounds.
    Editor,
    /// Adds people and reads the audit log.
    Owner,
}

/// The text names no role.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("\"{0}\" is not a role; write owner, editor, analyst or viewer")]
pub struct NotARole(String);

impl Role {
    /// All roles, the most powerful first.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Editor, Self::Analyst, Self::Viewer];

    /// The role as it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Editor => "editor",
            Self::Analyst => "analyst",
            Self::Viewer => "viewer",
        }
    }

    /// Whether this role may do what `needed` may.
    #[must_use]
    pub fn may(self, needed: Self) -> bool {
        self >= needed
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = NotARole;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|role| role.as_str() == text);
        found.ok_or_else(|| NotARole(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for Role {
    type Error = NotARole;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_may_what_the_ones_below_it_may() {
        assert!(Role::Owner.may(Role::Editor) && Role::Editor.may(Role::Analyst) && Role::Analyst.may(Role::Viewer));
        assert!(!Role::Viewer.may(Role::Analyst) && !Role::Analyst.may(Role::Editor) && !Role::Editor.may(Role::Owner));
        assert!(Role::ALL.into_iter().all(|role| role.as_str().parse() == Ok(role)));
    }
}
