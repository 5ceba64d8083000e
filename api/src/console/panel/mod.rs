//! The panel: companies, their contacts, and imports.

pub mod company;
pub mod import;
pub mod list;
pub mod upload;

use rundfrage_shared::panel::{Contact, ContactState};

/// How a contact's state looks: kind of badge, and the text in it.
#[must_use]
pub fn contact_badge(contact: &Contact) -> (&'static str, &'static str) {
    match (contact.state, contact.suppressed) {
        (ContactState::Active, true) => ("warning", "console-contact-suppressed"),
        (ContactState::Active, false) => ("success", "console-contact-active"),
        (ContactState::Unreachable, _) => ("danger", "console-contact-unreachable"),
        (ContactState::Left, _) => ("neutral", "console-contact-left"),
    }
}
