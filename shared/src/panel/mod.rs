//! The panel: the standing list of companies an organisation asks, and the contacts at them.

mod attributes;
mod contact;
pub mod import;
mod region;
mod sector;
mod size;
pub mod store;

use chrono::{DateTime, Utc};

use crate::email::EmailAddress;
use crate::id::{CompanyId, ContactId};
use crate::language::Language;
use crate::name::Name;

pub use attributes::{AttributeError, Reference, parse_attribute};
pub use contact::{ContactState, NotAState};
pub use region::{NotARegion, Region};
pub use sector::{NotASector, Sector};
pub use size::{Employees, NotANumber, NotASize, SizeClass};

/// The attributes of a panel beside those every company has, by name.
pub type Attributes = std::collections::BTreeMap<String, String>;

/// A company: the unit of observation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Its id.
    pub id: CompanyId,
    /// The organisation's own number for it: what a re-import recognises it by.
    pub reference: Reference,
    /// Its name.
    pub name: Name,
    /// The enterprise group it belongs to.
    pub group: Option<Name>,
    /// What it does, by NACE Rev. 2.
    pub sector: Sector,
    /// How large it is.
    pub size_class: SizeClass,
    /// How many people work there, where it is known.
    pub employees: Option<i64>,
    /// Where it is.
    pub region: Region,
    /// The cluster it belongs to.
    pub cluster: Option<Name>,
    /// What else the panel knows.
    pub attributes: Attributes,
    /// When it came into the panel.
    pub created_at: DateTime<Utc>,
    /// When something about it changed.
    pub updated_at: DateTime<Utc>,
}

/// A person at a company with an address and a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The contact's id.
    pub id: ContactId,
    /// The company.
    pub company: CompanyId,
    /// The person's name.
    pub name: Name,
    /// Where mails go.
    pub email: EmailAddress,
    /// The language of mails and pages.
    pub language: Language,
    /// Whether mails may go there.
    pub state: ContactState,
    /// Whether the address is on the list of those that get no mail from the organisation at all.
    pub suppressed: bool,
}
