//! What people see: respondents' pages, the console of the staff, public pages and the commands.
//!
//! **To add a page**: one file in the room of its noun with a page struct that derives `askama::Template` and holds a
//! [`page::Page`] named `page`, and functions `get` and `post`; a template of the same name in `templates/<room>/` that
//! extends `partials/layout.html`; a line in [`routes`]; its words in `shared/locales/{de,en}/<room>.ftl`. A page that is
//! right ends in [`page::show`], a form to be mended in [`page::show_invalid`] with its complaints in `page.refuse(…)`,
//! everything else in a [`errors::WebError`]. The parts that templates share are told in `templates/partials/README.md`.
//!
//! **To add a command**: one file in [`commands`] with `Args` and `run`, and a line in the enum there.

pub mod app;
pub mod assets;
pub mod chart;
pub mod client;
pub mod codebook;
pub mod commands;
pub mod console;
pub mod cookie;
pub mod demo;
pub mod download;
pub mod errors;
pub mod headers;
pub mod health;
pub mod language;
pub mod listen;
pub mod mailbox;
pub mod metrics;
pub mod microdata;
pub mod observe;
pub mod page;
pub mod public;
mod qr;
pub mod respond;
pub mod routes;
pub mod spreadsheet;
pub mod surround;

pub use app::{App, serve};
