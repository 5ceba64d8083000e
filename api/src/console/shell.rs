//! What surrounds every page of the console: the navigation, and what was just done.

use std::borrow::Borrow;

use rundfrage_shared::staff::Role;
use rundfrage_shared::text::Words;

use super::notice::Notice;
use crate::page::Way;

/// The entries of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Running rounds.
    Overview,
    /// Companies and contacts.
    Panel,
    /// Questionnaires and their versions.
    Questionnaires,
    /// Surveys and their rounds.
    Surveys,
    /// What was done.
    Audit,
    /// Who signs in.
    People,
}

impl Place {
    const ALL: [Self; 6] =
        [Self::Overview, Self::Panel, Self::Questionnaires, Self::Surveys, Self::People, Self::Audit];

    /// The ways through the console for somebody with this role who is here.
    #[must_use]
    pub fn ways(self, role: Role, words: Words) -> Vec<Way> {
        let may = |place: &Self| !matches!(place, Self::Audit | Self::People) || role.may(Role::Owner);
        let way = |place: Self| Way {
            label: words.text(place.key()).into_owned(),
            href: place.path().into(),
            is_here: place == self,
        };
        Self::ALL.into_iter().filter(may).map(way).collect()
    }

    /// Its address.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Overview => "/console",
            Self::Panel => "/console/panel",
            Self::Questionnaires => "/console/questionnaires",
            Self::Surveys => "/console/surveys",
            Self::Audit => "/console/audit",
            Self::People => "/console/people",
        }
    }

    /// The text that names it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "console-nav-overview",
            Self::Panel => "console-nav-panel",
            Self::Questionnaires => "console-nav-questionnaires",
            Self::Surveys => "console-nav-surveys",
            Self::Audit => "console-nav-audit",
            Self::People => "console-nav-people",
        }
    }
}

/// The text that names a role.
#[must_use]
pub fn role_key(role: impl Borrow<Role>) -> &'static str {
    match role.borrow() {
        Role::Owner => "console-role-owner",
        Role::Editor => "console-role-editor",
        Role::Analyst => "console-role-analyst",
        Role::Viewer => "console-role-viewer",
    }
}

/// What the templates of the console ask besides the page itself.
#[derive(Clone, Debug)]
pub struct Shell {
    /// What the person may do.
    pub role: Role,
    /// What was done on the page before.
    pub notice: Option<Notice>,
}

impl Shell {
    /// Whether the person may change things.
    #[must_use]
    pub fn may_edit(&self) -> bool {
        self.role.may(Role::Editor)
    }

    /// Whether the person may see results.
    #[must_use]
    pub fn may_analyse(&self) -> bool {
        self.role.may(Role::Analyst)
    }
}
