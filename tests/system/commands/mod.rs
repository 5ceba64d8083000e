//! The commands, run as an operator runs them.

mod panel;
mod questionnaire;
mod staff;
