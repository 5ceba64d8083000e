//! What happens by itself: jobs, clock and mail.
//!
//! What must never be lost or done twice is decided in our own tables; a job only looks for what is due there and does it, and
//! is safe to run twice, at once, and after a crash at any step.
//!
//! [`run_due`] runs everything that is due until nothing is left; [`start`] goes on doing so until it is stopped.
//!
//! **To add a job**: one file in [`jobs`] with `run`, and a line in [`jobs::Job`].

pub mod folder;
pub mod jobs;
pub mod ledger;
pub mod mail;
pub mod smtp;
pub mod transport;
pub mod worker;

pub use jobs::{JobError, Sent, Summary, run_due};
pub use worker::Worker;
