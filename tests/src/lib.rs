//! The house the tests live in: both engines, a manual clock, seeded randomness, a served application, a browser.
//!
//! A test is one async function that takes a [`Fresh`] and is named in [`on_both_engines!`]; it then runs as two tests,
//! `name::sqlite` and `name::postgres`, each with a database of its own:
//!
//! ```text
//! on_both_engines!(a_company_is_found_by_its_reference);
//!
//! async fn a_company_is_found_by_its_reference(fresh: Fresh) {
//!     let found = company::lookup(&fresh.db, …).await.unwrap();
//! }
//! ```
//!
//! Pages are tested through a [`TestApp`] and a [`Browser`], which fills in the forms it finds, as a visitor without JavaScript:
//!
//! ```text
//! async fn a_respondent_begins(fresh: Fresh) {
//!     let app = TestApp::start(fresh).await;
//!     let start = app.browser().get("/r/…").await.expect(200);
//!     let first = app.browser().submit(&start.form("main form")).await;
//! }
//! ```
//!
//! To add a room: `system/contract/<room>.rs` for its store, `system/<address>/…` for its pages.

pub mod answered;
pub mod app;
pub mod browser;
pub mod cluster;
pub mod database;
pub mod fieldwork;
pub mod form;
pub mod fresh;
pub mod ground;
pub mod mail;
pub mod page;
pub mod program;
pub mod respondent;
pub mod seed;
pub mod smtp;
pub mod staff;
pub mod suppressed;

pub use app::TestApp;
pub use browser::Browser;
pub use database::Engine;
pub use form::Form;
pub use fresh::{Fresh, run};
pub use mail::Mail;
pub use page::Page;
pub use smtp::SmtpServer;

/// Turns each named `async fn(Fresh)` into two tests, one an engine.
#[macro_export]
macro_rules! on_both_engines {
    ($($body:ident),+ $(,)?) => {
        $(
            mod $body {
                #[test]
                fn sqlite() {
                    $crate::run($crate::Engine::Sqlite, super::$body);
                }

                #[test]
                fn postgres() {
                    $crate::run($crate::Engine::Postgres, super::$body);
                }
            }
        )+
    };
}
