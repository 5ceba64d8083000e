//! Pages for everybody.

pub mod start;
