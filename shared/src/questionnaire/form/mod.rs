//! Answers to and from form posts.
//!
//! | question | fields |
//! |---|---|
//! | single, three- or five-point | `situation=good` |
//! | nps | `recommend=9` |
//! | multi-select | `obstacles=demand&obstacles=other&obstacles.other=…`: the text of an option under its own code |
//! | matrix | `next_quarter.activity_next=up`: one field a row |
//! | ranking | `worst_obstacle.1=staff&worst_obstacle.2=energy` |
//! | numeric | `utilisation=1.250,5`, read as the page's language writes numbers |
//! | rating | `quality=4` |
//! | text of any kind, date, time | `comment=…`, `founded=2026-11-25` |
//! | duration | `downtime.hours=2&downtime.minutes=30` |
//! | consent, summary | `terms=yes` |
//! | table, amounts | `staff.site_a.women=3`, `costs.energy.amount=40` |
//! | upload | `report=…&report=…`: the ids of the files that are there, and of those that came with the post |
//! | group | `sites.1.name=…&sites.1.employees=25&sites.2.name=…`: the items by number, then as outside a group |
//!
//! "Don't know" is one more value of a single, nps or multi-select question and of a row (`situation=dk`). Where there is
//! nothing to choose (numeric, open text, ranking, a cell of a table) it is a field of its own: `order_reach.dont_know=dk`.
//!
//! A blank field is no answer: skipping is always allowed. Fields whose name begins with a point belong to the page, not to
//! a question, and are passed over, but for [`SHOWN`].

mod choices;
mod fields;
mod fill;
mod group;
pub mod number;
mod reading;
mod section;
mod table;
#[cfg(test)]
mod tests;
mod typed;
mod upload;

pub use fill::{fields, has_way_out_apart};
pub use section::{Page, Posted, read_section};

/// The field that names a question which the page showed, once for each: a question that was shown and has no field in the
/// post was cleared, one that was not shown keeps its answer. Without any such field every question of the section was shown.
pub const SHOWN: &str = ".shown";

/// The part of the field that takes "don't know" where there is nothing to choose.
pub const DONT_KNOW: &str = "dont_know";

/// The parts of the fields that take a duration.
pub const HOURS: &str = "hours";
/// Minutes beside them.
pub const MINUTES: &str = "minutes";
