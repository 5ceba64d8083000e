//! What may be shown: the frequency rule for staff (STATISTICS §12.2, rule R1), and how often a running round may be looked at.

use crate::survey::Anonymity;

/// The least number of answers behind a figure that staff see of a confidential round. Of two companies each could work
/// out the other; publications have stricter rules of their own.
pub const STAFF_MINIMUM: u64 = 3;

/// While a confidential round runs, its results move on in steps of so many responses: whoever looks before and after one
/// response must not learn that response from the difference.
pub const LIVE_STEP: u64 = 5;

/// Which figures leave a tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// All.
    Everything,
    /// Those without an answer behind them, and those with at least so many.
    AtLeast(u64),
}

/// A number of companies, as far as it may be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Known(u64),
    /// Withheld: too few, or it would give away one that is.
    Withheld,
}

impl Disclosure {
    /// What staff see of a round.
    #[must_use]
    pub const fn for_staff(anonymity: Anonymity) -> Self {
        match anonymity {
            Anonymity::Personal => Self::Everything,
            Anonymity::Confidential => Self::AtLeast(STAFF_MINIMUM),
        }
    }

    /// Whether a figure with so many answers behind it is withheld.
    #[must_use]
    pub const fn withholds(self, answers: u64) -> bool {
        match self {
            Self::Everything => false,
            Self::AtLeast(minimum) => 0 < answers && answers < minimum,
        }
    }

    /// A count as far as it may be known.
    #[must_use]
    pub const fn count(self, number: u64) -> Count {
        if self.withholds(number) { Count::Withheld } else { Count::Known(number) }
    }

    /// How many of the `submitted` responses of a running round results may take in: full steps, and always so many fewer
    /// than there are that the step to the final results is not too small either.
    #[must_use]
    pub const fn taken_in_while_open(self, submitted: u64) -> u64 {
        match self {
            Self::Everything => submitted,
            Self::AtLeast(minimum) => submitted.saturating_sub(minimum) / LIVE_STEP * LIVE_STEP,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_two_answers_are_withheld_none_and_three_are_not() {
        let rule = Disclosure::for_staff(Anonymity::Confidential);
        assert_eq!([0, 1, 2, 3].map(|answers| rule.withholds(answers)), [false, true, true, false]);
        assert_eq!((rule.count(2), rule.count(0), rule.count(4)), (Count::Withheld, Count::Known(0), Count::Known(4)));
        assert!(!Disclosure::for_staff(Anonymity::Personal).withholds(1));
    }

    #[test]
    fn a_running_round_never_moves_on_by_fewer_than_the_minimum() {
        let rule = Disclosure::AtLeast(STAFF_MINIMUM);
        for submitted in 0..200 {
            let taken = rule.taken_in_while_open(submitted);
            let next = rule.taken_in_while_open(submitted + 1);
            assert!(next == taken || next - taken >= STAFF_MINIMUM, "{taken} to {next}");
            assert!(submitted == taken || submitted - taken >= STAFF_MINIMUM || taken == 0, "{taken} of {submitted}");
        }
        assert_eq!(rule.taken_in_while_open(8), 5);
        assert_eq!(Disclosure::Everything.taken_in_while_open(1), 1);
    }
}
