//! The commands, run as an operator runs them.

mod demo;
mod export;
mod panel;
mod questionnaire;
mod staff;
