//! How much work and memory one file may take: no file made to harm holds anybody up.

use std::cell::Cell;

/// Bytes of expressions that are translated; more is no questionnaire but an attack.
pub const MOST: usize = 3_000_000;
/// What each expression takes besides its length.
const EACH: usize = 10;

/// What is left of it.
pub struct Budget(Cell<usize>);

/// Why something is left out where nothing is left.
pub const SPENT: &str = "there are too many expressions in this file";

impl Default for Budget {
    fn default() -> Self {
        Self(Cell::new(MOST))
    }
}

impl Budget {
    /// Takes an expression of so many bytes off it; `false`: there was not enough.
    pub fn can_afford(&self, bytes: usize) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(bytes + EACH));
        left >= bytes
    }
}
