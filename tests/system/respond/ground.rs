//! An open round of a real questionnaire, with personal links.

pub use rundfrage_tests::ground::{BUSINESS, CATALOGUE, Ground, LOCATION};
