//! What can be typed in or sent: numbers, texts, dates and times, files.

use std::ops::RangeInclusive;

use crate::file::FileKind;

/// What a number must be like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberFormat {
    /// The unit's code, such as `percent` or `thousand_eur`; of a currency its three letters in lower case.
    pub unit: Option<String>,
    /// The least number allowed.
    pub min: Option<f64>,
    /// The greatest number allowed.
    pub max: Option<f64>,
    /// How many digits may follow the decimal sign.
    pub decimals: u8,
}

/// Numbers without a bound of their own are not further from zero than this.
const LARGEST_NUMBER: f64 = 1e15;

impl NumberFormat {
    /// The numbers between the bounds.
    #[must_use]
    pub fn range(&self) -> RangeInclusive<f64> {
        self.min.unwrap_or(-LARGEST_NUMBER)..=self.max.unwrap_or(LARGEST_NUMBER)
    }
}

/// What a text must be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// An e-mail address.
    Email,
    /// A web address, http or https.
    Url,
    /// A telephone number.
    Phone,
}

/// How exact a moment is, and how it is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    /// `2026-11-25`
    Day,
    /// `2026-11`
    Month,
    /// `2026-Q4`
    Quarter,
    /// `2026`
    Year,
    /// `14:30`
    Time,
}

/// What a date or a time must be like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// How exact it is.
    pub precision: Precision,
    /// The earliest allowed, written as it is stored.
    pub min: Option<String>,
    /// The latest allowed.
    pub max: Option<String>,
}

/// What files must be like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// At most so many.
    pub max_files: usize,
    /// At most so many bytes each.
    pub max_bytes: usize,
    /// Of these kinds.
    pub kinds: Vec<FileKind>,
}

/// How a rating looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RatingLook {
    /// Numbers side by side.
    #[default]
    Numbers,
    /// Stars.
    Stars,
}
