//! Questionnaires: the list, uploads with every problem at its place, and versions to look at.

pub mod codebook;
mod known;
pub mod list;
mod list_upload;
pub mod paper;
pub mod preview;
mod publish;
pub mod take_over;
mod told;
pub mod translations;
pub mod upload;
pub mod version;

use std::borrow::Borrow;

use rundfrage_shared::id::VersionId;
use rundfrage_shared::questionnaire::difference::{Difference, is_comparable};

/// Whether one of these breaks comparability.
#[must_use]
pub fn breaks(differences: &[Difference]) -> bool {
    !is_comparable(differences)
}

/// The address of a version.
#[must_use]
pub fn address(id: impl Borrow<VersionId>) -> String {
    format!("/console/questionnaires/versions/{}", id.borrow())
}
