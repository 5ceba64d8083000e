//! The commands, run as an operator runs them.

mod demo;
mod panel;
mod questionnaire;
mod staff;
