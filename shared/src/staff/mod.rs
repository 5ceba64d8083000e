//! Staff: the people who sign in, what they may do, and how they prove who they are.

mod account;
mod hashing;
pub mod password;
mod role;
pub mod sign_in;
pub mod store;

use chrono::{DateTime, Utc};

use crate::email::EmailAddress;
use crate::id::{OrganisationId, StaffId};
use crate::language::Language;
use crate::name::Name;

pub use account::{AccountError, add, issue_link, set_password_by_link};
pub use hashing::HashingError;
pub use password::{Password, WeakPassword};
pub use role::{NotARole, Role};
pub use sign_in::{SignInError, sign_in};

/// A person who signs in. An address signs in to one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffMember {
    /// The person's id.
    pub id: StaffId,
    /// The organisation the person works for.
    pub organisation: OrganisationId,
    /// The address the person signs in with, in lower case.
    pub email: EmailAddress,
    /// The person's name.
    pub name: Name,
    /// What the person may do.
    pub role: Role,
    /// The language of the console for this person.
    pub language: Language,
    /// Whether a password has been set; until then only a one-time link signs in.
    pub has_password: bool,
    /// When the person was added.
    pub created_at: DateTime<Utc>,
}

/// What is needed to add a staff member.
#[derive(Clone, Debug)]
pub struct NewStaff {
    /// The address to sign in with.
    pub email: EmailAddress,
    /// The person's name.
    pub name: Name,
    /// What the person may do.
    pub role: Role,
    /// The language of the console.
    pub language: Language,
}
