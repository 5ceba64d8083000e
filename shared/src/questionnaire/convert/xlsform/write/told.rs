//! What a form has no place for, counted by key.

use super::Writer;
use super::names::Counts;

/// Keys that were left out, and how often.
#[derive(Default)]
pub struct Told {
    keys: Counts,
}

impl Writer<'_, '_> {
    /// Counts a key that was left out.
    pub(super) fn left_out(&mut self, key: &'static str, is_there: bool) {
        if is_there {
            *self.told.keys.entry(key).or_default() += 1;
        }
    }

    /// Tells what was counted.
    pub(super) fn tell(&mut self) {
        for (key, count) in std::mem::take(&mut self.told.keys) {
            self.report.dropped(key, format!("a form has no place for it; it stands {count} times"));
        }
    }
}
