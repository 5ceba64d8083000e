//! Exact-enough arithmetic over counts and numbers.

/// `part` of `whole` as a share; 0 of nothing.
#[must_use]
pub fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { real(part) / real(whole) }
}

/// A count as a real number, exact up to 2⁵³.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "no panel has 2⁵³ companies")]
pub const fn real(count: u64) -> f64 {
    count as f64
}

/// The arithmetic mean of sorted numbers, summed with Neumaier's correction (STATISTICS §0): sorted, so that the order in
/// which responses were read changes no bit of it. 0 of nothing.
#[must_use]
pub fn mean(sorted: &[f64]) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for &number in sorted {
        let next = sum + number;
        lost += if sum.abs() >= number.abs() { (sum - next) + number } else { (number - next) + sum };
        sum = next;
    }
    if sorted.is_empty() { 0.0 } else { (sum + lost) / real(sorted.len() as u64) }
}

/// The middle of sorted numbers, or the mean of the middle two (STATISTICS §6). 0 of nothing.
#[must_use]
pub fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => 0.0,
        even if even % 2 == 0 => f64::midpoint(sorted[middle - 1], sorted[middle]),
        _ => sorted[middle],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_and_medians_of_few_numbers() {
        assert!((mean(&[1.0, 2.0, 6.0]) - 3.0).abs() < 1e-15);
        assert!((median(&[1.0, 2.0, 6.0]) - 2.0).abs() < 1e-15);
        assert!((median(&[1.0, 2.0, 6.0, 100.0]) - 4.0).abs() < 1e-15);
        assert!((share(1, 3) - 1.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn a_sum_keeps_what_a_plain_sum_loses() {
        assert!((mean(&[-1e100, 1.0, 1.0, 1e100]) - 0.5).abs() < 1e-15);
    }
}
