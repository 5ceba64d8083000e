//! Organisations: the bodies that run surveys, and the boundary that nothing crosses.

mod slug;
pub mod store;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::id::OrganisationId;
use crate::language::Language;
use crate::name::Name;

pub use slug::{NotASlug, Slug};

/// A body that runs surveys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name in addresses and commands.
    pub slug: Slug,
    /// Its name for people.
    pub name: Name,
    /// The language of its public pages where nothing else is known.
    pub language: Language,
    /// Where its civil hours are.
    pub zone: Tz,
    /// When it was set up.
    pub created_at: DateTime<Utc>,
}

/// What is needed to set up an organisation.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// Its name in addresses and commands; no other organisation has it.
    pub slug: Slug,
    /// Its name for people.
    pub name: Name,
    /// The language of its public pages where nothing else is known.
    pub language: Language,
    /// Where its civil hours are.
    pub zone: Tz,
}

impl NewOrganisation {
    /// An organisation in Germany that writes German.
    #[must_use]
    pub fn german(slug: Slug, name: Name) -> Self {
        Self { slug, name, language: Language::german(), zone: chrono_tz::Europe::Berlin }
    }
}
