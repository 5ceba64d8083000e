//! `/sign-in` and `/console/…`: what staff see and do.

mod ground;
mod launch;
mod panel;
mod questionnaires;
mod results;
mod sign_in;
mod surveys;
mod tenancy;
