//! What goes into the database at once, and what became of it.

use std::ops::AddAssign;

use serde::Serialize;

use crate::panel::Attributes;

/// How many rows of a table were created, updated and left as they were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// New rows.
    pub created: u64,
    /// Rows that are different now.
    pub updated: u64,
    /// Rows that were like this already.
    pub unchanged: u64,
}

impl AddAssign for Changes {
    fn add_assign(&mut self, other: Self) {
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
    }
}

/// Good rows in the form that the database reads: JSON, ids in hexadecimal digits. No company and no contact twice.
#[derive(Debug, Default)]
pub(in crate::panel) struct Batch {
    pub companies: Vec<CompanyLine>,
    pub contacts: Vec<ContactLine>,
    pub columns: OptionalColumns,
}

/// Which optional columns the file has: what it does not speak of stays as it is.
#[derive(Clone, Debug, Default)]
pub(in crate::panel) struct OptionalColumns {
    pub group: bool,
    pub employees: bool,
    pub cluster: bool,
    /// The free attributes, each with nothing: laid over the stored ones it clears them.
    pub attributes: std::collections::BTreeMap<String, Option<String>>,
}

#[derive(Debug, Serialize)]
pub(in crate::panel) struct CompanyLine {
    pub line: u64,
    pub id: String,
    pub reference: String,
    pub name: String,
    pub enterprise_group: Option<String>,
    pub sector: String,
    pub section: &'static str,
    pub size_class: &'static str,
    pub employees: Option<i64>,
    pub region: &'static str,
    pub cluster: Option<String>,
    pub attributes: Attributes,
}

#[derive(Debug, Serialize)]
pub(in crate::panel) struct ContactLine {
    pub line: u64,
    pub id: String,
    pub reference: String,
    pub name: String,
    pub email: String,
    pub language: String,
}
