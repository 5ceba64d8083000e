//! Made-up numbers: by size and mood where the question is known, else anything within its bounds.

use super::mood::Mood;

/// A number within the bounds, with the decimals the question takes.
#[must_use]
pub fn number(mood: &Mood, question: &str, (min, max, decimals): (Option<f64>, Option<f64>, u8)) -> f64 {
    let (low, high) = (min.unwrap_or(0.0), max.unwrap_or(1e6));
    let spread = |sigma: f64| (sigma * mood.dice.normal()).exp();
    let number = match question {
        "utilisation" => 83.0 + 8.0 * mood.business + 9.0 * mood.dice.normal(),
        "order_reach" => 2.6 * spread(0.6) * (0.3 * mood.business).exp(),
        "vacancies" if mood.dice.chance(0.3) => 0.0,
        "vacancies" => mood.people * 0.03 * spread(0.8),
        "investment" => to_two_digits(mood.people * 7.0 * spread(0.9)),
        "trainees_num" => mood.people * 0.045 * spread(0.6),
        "energy_share" if mood.section == "C" => 6.0 * spread(0.7),
        "energy_share" => 3.0 * spread(0.7),
        "admin_hours" => 3.0 + mood.people.powf(0.6) * spread(0.6),
        _ => low + (high.min(low + 100.0) - low) * mood.dice.unit(),
    };
    let power = 10_f64.powi(i32::from(decimals));
    (number * power).round().clamp(low * power, high * power) / power
}

/// People round large amounts.
fn to_two_digits(amount: f64) -> f64 {
    let power = 10_f64.powf(amount.max(1.0).log10().floor() - 1.0);
    (amount / power).round() * power
}
