//! Questionnaires: the list, uploads with every problem at its place, and versions to look at.

pub mod change;
pub mod list;
pub mod upload;
pub mod version;

use std::borrow::Borrow;

use rundfrage_shared::id::VersionId;

/// The address of a version.
#[must_use]
pub fn address(id: impl Borrow<VersionId>) -> String {
    format!("/console/questionnaires/versions/{}", id.borrow())
}
