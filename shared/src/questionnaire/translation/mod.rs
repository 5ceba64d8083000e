//! Translations: how complete each language is, and lists of texts that go to translators and come back.
//!
//! The rules work on the questionnaire as it is written down ([`Document`](super::format::Document)), so that a text that several questions share
//! is translated once. [`places`] names every text by a key that stays; [`completeness`] counts; [`Catalogue::of`] makes a
//! list for a translator; [`workbook`] and [`xliff`] write and read it; [`take`] puts it back, wholly or not at all.
//!
//! To add a format: a file beside [`xliff`] that writes a [`Catalogue`] and reads one within bounds.

mod catalogue;
mod completeness;
mod places;
mod refusal;
mod take;
#[cfg(test)]
mod tests;
pub mod workbook;
pub mod xliff;

pub use catalogue::{Catalogue, Line, NotAPair, Pair};
pub use completeness::{Completeness, Gap, completeness};
pub use places::Place;
pub use refusal::Refusal;
pub use take::{OnChange, Taken, offer, take};

/// Bytes of the largest list that is taken back.
pub const LARGEST: usize = 10_000_000;
