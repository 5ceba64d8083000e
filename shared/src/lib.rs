//! What is true: the domain of Rundfrage, its rules and its storage. No HTTP and no SMTP in here.
//!
//! One noun of the product, one room with the same name here, in `api`, in `templates` and in the database. In a room, pure
//! types and rules stand apart from `store.rs` or the folder `store/`, which alone talks to the database.
//!
//! To add a noun: a migration of the same name in both folders of `migrations/`, a room here with its `store.rs`, and
//! contract tests of the store in `tests/`, which run on both engines.
#![warn(missing_docs)]

pub mod audit;
pub mod classification;
pub mod clock;
pub mod context;
pub mod db;
pub mod delegation;
pub mod email;
pub mod entropy;
pub mod fieldwork;
pub mod file;
pub mod id;
pub mod invitation;
pub mod keys;
pub mod language;
pub mod message;
pub mod microdata;
pub mod name;
pub mod open_link;
pub mod organisation;
pub mod panel;
pub mod questionnaire;
pub mod response;
pub mod results;
pub mod round;
pub mod schedule;
pub mod settings;
pub mod staff;
pub mod suppression;
pub mod survey;
pub mod text;
pub mod throttle;

pub use context::Context;
