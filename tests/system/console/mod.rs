//! `/sign-in` and `/console/…`: what staff see and do.

mod checklist;
pub mod ground;
mod launch;
mod letters;
mod panel;
mod preview;
mod questionnaires;
mod responses;
mod results;
mod sign_in;
mod surveys;
mod tenancy;
mod test_responses;
mod translations;
mod version;
