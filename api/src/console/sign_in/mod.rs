//! Signing in and out.

pub mod link;
pub mod out;
pub mod password;
