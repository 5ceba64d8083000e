//! Questionnaires of other tools, taken over into ours.
//!
//! Each tool has a room that reads its files into a [`Document`](super::format::Document) and reports every thing that could
//! not be carried over: its place, why, and what stands instead. What was made is then read like any questionnaire; a part
//! that our rules refuse is taken out and reported too (`mend`), so that what comes out can always be used.

pub mod codes;
mod encoding;
mod files;
pub mod formula;
pub mod html;
pub mod limesurvey;
mod lists;
mod mend;
pub mod report;
mod share;
pub mod sheet;
pub mod surveyjs;
mod tool;
pub mod xlsform;

pub use mend::mend;
pub use report::{Notice, Outcome, Report};
pub use tool::{LARGEST, Tool};
