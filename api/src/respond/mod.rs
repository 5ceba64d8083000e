//! What respondents see: the personal link, the pages of the questionnaire, the receipt.
//!
//! A request finds its [`visit::Visit`] by the response in its address and the cookie that belongs to it. The questionnaire is cut
//! into [`sheets`], [`route`] says which come next, [`question`] turns a question into what its template shows, and
//! [`spoken`] turns an answer into words.
//!
//! To add a kind of question: its fields in `shared/src/questionnaire/form`, a variant of [`question::Kind`] with its macro in
//! `templates/respond/question.html`, and its words in [`spoken`].

pub mod answers;
pub mod check;
mod claim;
mod complaint;
pub mod later;
mod notice;
mod question;
pub mod receipt;
mod reveal;
mod route;
pub mod section;
mod sheets;
mod spoken;
pub mod start;
pub mod submit;
pub mod unsubscribe;
mod visit;
mod voice;
mod wish;
