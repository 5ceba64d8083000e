//! What numbers come to, told by the decimals that people see and not by the binary fractions behind them.

/// So many smallest steps a binary number counts exactly; of more it may miss a few.
const TELLABLE: f64 = 4e15;

/// The sum of numbers with at most so many decimals.
#[must_use]
pub fn sum(numbers: impl Iterator<Item = f64>, decimals: u8) -> f64 {
    numbers.map(|number| steps(number, decimals)).sum::<f64>() / scale(decimals)
}

/// The nearest to `total` that numbers with so many decimals can come to: a third of 100 is 33.3 where one is allowed.
#[must_use]
pub fn reachable(total: f64, decimals: u8) -> f64 {
    steps(total, decimals) / scale(decimals)
}

/// Whether numbers with so many decimals that come to `given` come to `wanted`.
#[must_use]
pub fn is_reached(given: f64, wanted: f64, decimals: u8) -> bool {
    let wanted = steps(wanted, decimals);
    (steps(given, decimals) - wanted).abs() <= (wanted.abs() / TELLABLE).max(0.5)
}

/// How many of the smallest steps a number is: a whole number, so that sums of them are exact.
fn steps(number: f64, decimals: u8) -> f64 {
    (number * scale(decimals)).round()
}

fn scale(decimals: u8) -> f64 {
    10_f64.powi(decimals.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact_to_their_decimals() {
        assert!(is_reached(sum([0.1, 0.2].into_iter(), 1), 0.3, 1));
        assert!(is_reached(sum([99.9; 10].into_iter(), 1), 999.0, 1));
        assert!(is_reached(sum([999_999_999_999.99, 0.01].into_iter(), 2), 1e12, 2));
        for (given, decimals) in [(999_999.0, 0), (999_999.99, 2), (999_999.999_999, 6), (1_000_001.0, 0)] {
            assert!(!is_reached(given, 1e6, decimals), "{given}");
        }
    }

    #[test]
    fn a_total_between_two_steps_is_reached_by_the_nearer_one() {
        assert!(is_reached(33.3, reachable(100.0 / 3.0, 1), 1));
        assert!(!is_reached(33.4, reachable(100.0 / 3.0, 1), 1));
        assert!(is_reached(33.0, reachable(100.0 / 3.0, 0), 0));
    }
}
