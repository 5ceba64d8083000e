//! What a page says when the round closes while it is open. Nothing else ends by itself: the cookie lasts as long as the browser.

use super::visit::Visit;
use crate::page::Page;

/// When the round closes, and what is said then.
#[derive(Debug)]
pub struct Ending {
    /// The server's time, in milliseconds of 1970: the visitor's clock may be wrong.
    pub now: i64,
    /// When the round closes, likewise.
    pub at: i64,
    /// What is said ten minutes before.
    pub soon: String,
    /// What is said at the end.
    pub over: String,
}

impl Ending {
    /// That of a visit; trying a questionnaire out has none.
    pub fn of(visit: &Visit, page: &Page) -> Option<Self> {
        if visit.is_preview() {
            return None;
        }
        let at = visit.occasion.closes_at;
        let time = at.with_timezone(&visit.occasion.zone).format("%H:%M").to_string();
        let said = |key: &str| page.t1(key, "time", &time).into_owned();
        let soon = if visit.submits() { "respond-closing" } else { "respond-closing-part" };
        Some(Self {
            now: visit.now.timestamp_millis(),
            at: at.timestamp_millis(),
            soon: said(soon),
            over: said("respond-closing-over"),
        })
    }
}
