//! Lists of texts as XLIFF 1.2, the exchange format of translators' tools.
//!
//! Version 1.2 and not 2.x: every tool reads and writes it, among them those that never learnt the later one, and nothing that came
//! with it is needed here.

mod parse;
mod read;
mod write;

pub use read::read;
pub use write::write;

/// The namespace of version 1.2.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:1.2";
