//! Figures in words: numbers by the reader's language, withheld ones as a dot.

use rundfrage_shared::language::{Language, LocalText};
use rundfrage_shared::results::disclosure::Count;
use rundfrage_shared::text::Words;

/// Stands for a figure that is withheld.
pub const DOT: &str = "•";
/// Stands for a figure that nothing is behind.
pub const NOTHING: &str = "–";

/// A figure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure(pub String);

impl Figure {
    /// Whether it stands for one that is withheld.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        self.0 == DOT
    }
}

/// How figures and labels are told to one reader.
#[derive(Clone, Debug)]
pub struct Wording {
    /// The words of the interface.
    pub words: Words,
    /// The questionnaire's language to fall back to.
    pub fallback: Language,
}

impl Wording {
    /// A text of the questionnaire.
    #[must_use]
    pub fn label(&self, text: &LocalText) -> String {
        text.get(&self.words.language(), &self.fallback).to_owned()
    }

    /// A text of the interface.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.words.text(key).into_owned()
    }

    /// A text of the interface with one value.
    #[must_use]
    pub fn with(&self, key: &str, name: &str, value: &impl ToString) -> String {
        self.words.with_one(key, name, value.to_string()).into_owned()
    }

    /// A share of `n`: whole per cent below a hundred answers, one decimal from there on. More would feign precision.
    #[must_use]
    pub fn percent(&self, share: f64, n: u64) -> String {
        format!("{}\u{a0}%", self.words.decimal(share * 100.0, usize::from(n >= 100)))
    }

    /// A share in whole per cent, for narrow places beside a table that is exact.
    #[must_use]
    pub fn short_percent(&self, share: f64) -> String {
        self.percent(share, 0)
    }

    /// A balance, with its sign: `+12,5`, `−3,0`, `0,0`.
    #[must_use]
    pub fn balance(&self, balance: f64) -> String {
        let text = self.words.decimal(balance, 1);
        let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.' | b','));
        if balance > 0.0 && !is_zero { format!("+{text}") } else { text }
    }

    /// A count.
    #[must_use]
    pub fn whole(&self, count: u64) -> String {
        self.words.integer(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A count as far as it may be known.
    #[must_use]
    pub fn count(&self, count: Count) -> String {
        count.known().map_or_else(|| DOT.to_owned(), |number| self.whole(number))
    }

    /// A number with as many decimals as it was asked with.
    #[must_use]
    pub fn number(&self, number: f64, decimals: u8) -> String {
        self.words.decimal(number, usize::from(decimals))
    }
}
