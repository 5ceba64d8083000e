//! What happens by itself: jobs, clock and mail.

pub mod mail;
