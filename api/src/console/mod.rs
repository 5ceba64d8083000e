//! The console of the staff.
//!
//! To add a page: a file in the room of its noun with a page struct that holds `page: Page` and `shell: Shell` (both from
//! [`Staff::open`](staff::Staff::open)), a template below `templates/console/` that extends `console/shell.html`, and a line in
//! [`routes`](crate::routes). A handler says who may by its first argument: [`Staff`](staff::Staff) (everybody who signed
//! in), [`Analyst`](staff::Analyst), [`Editor`](staff::Editor) or [`Owner`](staff::Owner). Ids come by
//! [`Id`](id::Id), forms by `axum_extra`'s `Form` with `deny_unknown_fields`. What changes something writes the audit log in
//! the same transaction, leaves a [`Notice`](notice::Notice) and redirects.

pub mod audit;
pub mod id;
pub mod notice;
pub mod overview;
pub mod panel;
pub mod people;
pub mod questionnaires;
pub mod results;
pub mod rounds;
pub mod session;
pub mod shell;
pub mod sign_in;
pub mod staff;
pub mod surveys;
