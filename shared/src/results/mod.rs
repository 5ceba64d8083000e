//! Results of a round: what its submitted responses add up to, question by question, as far as it may be shown.
//!
//! [`Tally`] takes in one response after the other and keeps counts only; figures leave it through a [`Disclosure`] rule and
//! in no other way, so that what is withheld is in no page, table or download. [`of_round`](of_round()) reads the responses of a
//! stored round in pages. Figures are unweighted here: one company, one voice.
//!
//! To add a kind of question: a counter in `counter`, its figures in [`figures`], and a chart and a table in `api`.

pub mod classes;
mod counter;
pub mod disclosure;
pub mod figures;
pub mod number;
pub mod of_round;
pub mod store;
pub mod tally;

#[cfg(test)]
mod examples;

pub use counter::rankable;
pub use disclosure::Disclosure;
pub use figures::{Figures, Item, QuestionResult};
pub use of_round::{RoundResults, of_round};
pub use tally::{Tally, Unit, tally};
