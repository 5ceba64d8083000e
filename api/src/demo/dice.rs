//! Draws that come out the same for the same words.

use rundfrage_shared::entropy::Entropy;

use super::SEED;

/// A sequence of draws of its own.
#[derive(Debug)]
pub struct Dice(Entropy);

impl Dice {
    /// The draws that belong to these words: the same in every run, others for other words.
    #[must_use]
    pub fn of(words: &[&str]) -> Self {
        Self(Entropy::seeded(hash(words)))
    }

    /// Between 0 and 1.
    #[must_use]
    pub fn unit(&self) -> f64 {
        f64::from(u32::from_be_bytes(self.0.bytes())) / (f64::from(u32::MAX) + 1.0)
    }

    /// Around 0, mostly between −2 and 2 (the sum of twelve, less six).
    #[must_use]
    pub fn normal(&self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// True in `probability` of all draws.
    #[must_use]
    pub fn chance(&self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A place in a list of `length`.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ unit < 1")]
    pub fn place(&self, length: usize) -> usize {
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        (self.unit() * f64::from(length)) as usize
    }

    /// A place among these weights, likelier where the weight is greater.
    #[must_use]
    pub fn weighted(&self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        let place = weights.iter().position(|weight| {
            left -= weight;
            left < 0.0
        });
        place.unwrap_or(weights.len().saturating_sub(1))
    }
}

/// Between 0 and 1, fixed for these words.
#[must_use]
pub fn trait_of(words: &[&str]) -> f64 {
    Dice::of(words).unit()
}

/// FNV-1a over the seed and the words.
fn hash(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325 ^ SEED, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
