//! How numbers spread: classes of equal width in the middle, open at both ends.
//!
//! The least and the greatest number belong to one company each. So a class at an end is open unless it ends where the
//! question itself sets a bound, and it holds at least [`END_MINIMUM`] numbers.

use super::number::{real, share};

/// A class at either end holds at least so many numbers.
pub const END_MINIMUM: usize = 3;
/// About so many classes are aimed at.
const AIM: f64 = 8.0;
/// Never more than these.
const MOST: usize = 24;

/// Numbers from `from` (inclusive) up to `to` (exclusive); without a bound the class is open there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// The lower bound.
    pub from: Option<f64>,
    /// The upper bound.
    pub to: Option<f64>,
    /// How many numbers.
    pub count: u64,
    /// Their share of all numbers.
    pub share: f64,
}

/// The bounds and the precision of a numeric question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The least number allowed.
    pub min: Option<f64>,
    /// The greatest number allowed.
    pub max: Option<f64>,
    /// Digits after the decimal sign.
    pub decimals: u8,
}

/// Classes of sorted numbers; none if fewer than two would be left.
#[must_use]
pub fn classes(sorted: &[f64], bounds: Bounds) -> Vec<Class> {
    if sorted.len() < 2 * END_MINIMUM {
        return Vec::new();
    }
    let cuts = cuts(sorted, bounds.decimals);
    let mut edges = vec![0];
    edges.extend(cuts.iter().map(|cut| sorted.partition_point(|number| number < cut)));
    edges.push(sorted.len());
    // Cuts that leave too few at an end are dropped.
    let first = (1..edges.len()).find(|&at| edges[at] >= END_MINIMUM).unwrap_or(edges.len());
    let last = (0..edges.len() - 1).rev().find(|&at| sorted.len() - edges[at] >= END_MINIMUM).unwrap_or(0);
    if first > last {
        return Vec::new();
    }
    let mut bounds_of = vec![(0, bounds.min.filter(|&min| first == 1 && closes(min, &cuts, 0)))];
    bounds_of.extend((first..=last).map(|at| (edges[at], Some(cuts[at - 1]))));
    bounds_of.push((sorted.len(), None));
    bounds_of
        .windows(2)
        .map(|pair| {
            let count = (pair[1].0 - pair[0].0) as u64;
            Class { from: pair[0].1, to: pair[1].1, count, share: share(count, sorted.len() as u64) }
        })
        .collect()
}

/// Whether `min` is the natural lower bound of the first class: not farther below the first cut than one class is wide.
fn closes(min: f64, cuts: &[f64], at: usize) -> bool {
    cuts.len() > at + 1 && cuts[at] - min <= (cuts[at + 1] - cuts[at]) * 1.000_001
}

/// Round numbers that cut the middle nine tenths into about [`AIM`] classes of equal width.
fn cuts(sorted: &[f64], decimals: u8) -> Vec<f64> {
    let at = |tenths: usize| sorted[(sorted.len() - 1) * tenths / 20];
    let (low, high) = (at(1), at(19));
    let finest = 10_f64.powi(-i32::from(decimals));
    let width = round_width(((high - low) / AIM).max(finest));
    let begin = (low / width).floor();
    (1..=MOST).map(|step| (begin + real(step as u64)) * width).take_while(|&cut| cut <= high).collect()
}

/// The next of 1, 2, 5, 10, 20, 50 … that is not smaller.
fn round_width(width: f64) -> f64 {
    let power = 10_f64.powf(width.log10().floor());
    let [one, two, five, ten] = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    [one, two, five].into_iter().find(|&step| step >= width * 0.999_999).unwrap_or(ten)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PERCENT: Bounds = Bounds { min: Some(0.0), max: Some(150.0), decimals: 0 };

    #[test]
    fn a_hundred_numbers_from_one_to_a_hundred_fall_into_round_classes() {
        let numbers: Vec<f64> = (1..=100).map(f64::from).collect();
        let classes = classes(&numbers, PERCENT);
        let told: Vec<_> = classes.iter().map(|class| (class.from, class.to, class.count)).collect();
        assert_eq!(told[0], (Some(0.0), Some(20.0), 19));
        assert_eq!(told[1], (Some(20.0), Some(40.0), 20));
        assert_eq!(told.last(), Some(&(Some(80.0), None, 21)));
    }

    #[test]
    fn numbers_that_are_all_the_same_have_no_classes() {
        assert_eq!(classes(&[7.0; 50], PERCENT), Vec::new());
    }

    #[test]
    fn one_giant_is_not_seen() {
        let mut numbers = vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
        numbers.push(9_000_000.0);
        for class in classes(&numbers, Bounds { min: None, max: None, decimals: 0 }) {
            assert!(class.to.is_none_or(|to| to < 1000.0) && class.from.is_none_or(|from| from < 1000.0), "{class:?}");
        }
    }

    proptest! {
        #[test]
        fn every_number_is_in_one_class(mut numbers in prop::collection::vec(0.0..1e7_f64, 0..200), decimals in 0_u8..3) {
            numbers.sort_by(f64::total_cmp);
            let classes = classes(&numbers, Bounds { min: Some(0.0), max: None, decimals });
            if let (Some(first), Some(last)) = (classes.first(), classes.last()) {
                prop_assert_eq!(classes.iter().map(|class| class.count).sum::<u64>(), numbers.len() as u64);
                prop_assert!((classes.iter().map(|class| class.share).sum::<f64>() - 1.0).abs() < 1e-9);
                prop_assert!(first.count >= END_MINIMUM as u64 && last.count >= END_MINIMUM as u64);
                prop_assert!(last.to.is_none() && classes.len() <= MOST + 1);
                for class in &classes {
                    let inside = |number: f64| class.from.is_none_or(|from| from <= number) && class.to.is_none_or(|to| number < to);
                    prop_assert_eq!(numbers.iter().filter(|&&number| inside(number)).count() as u64, class.count);
                }
            }
        }
    }
}
