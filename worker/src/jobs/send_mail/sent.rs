//! How hand-overs ended, counted.

use rundfrage_shared::message::Outcome;

/// Numbers of hand-overs by how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Taken.
    pub accepted: usize,
    /// Refused for the moment.
    pub deferred: usize,
    /// Refused for good, or impossible to write.
    pub failed: usize,
    /// Nobody knows.
    pub unknown: usize,
    /// Not begun after all: held back, left or answered since the claim.
    pub released: usize,
}

impl Sent {
    /// Counts one more, here and for the operator.
    pub fn count(&mut self, outcome: &Outcome) {
        let (number, word) = match outcome {
            Outcome::Accepted(_) => (&mut self.accepted, "accepted"),
            Outcome::Deferred(..) => (&mut self.deferred, "deferred"),
            Outcome::Failed(_) | Outcome::NoSuchAddress(_) => (&mut self.failed, "failed"),
            Outcome::Unknown(_) => (&mut self.unknown, "unknown"),
            Outcome::Released => (&mut self.released, "released"),
        };
        *number += 1;
        metrics::counter!("rundfrage_messages_total", "outcome" => word).increment(1);
    }
}

impl Sent {
    /// How many hand-overs ended.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.accepted + self.deferred + self.failed + self.unknown
    }
}

impl std::ops::AddAssign for Sent {
    fn add_assign(&mut self, other: Self) {
        self.accepted += other.accepted;
        self.deferred += other.deferred;
        self.failed += other.failed;
        self.unknown += other.unknown;
        self.released += other.released;
    }
}
