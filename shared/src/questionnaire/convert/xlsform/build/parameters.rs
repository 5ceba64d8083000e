//! Parameters of a row: `start=1 end=10 step=1`, `randomize=true`.

use super::super::heading::Field;
use super::super::survey::truth;
use super::Builder;

impl Builder<'_, '_> {
    /// The parameters of a line by name.
    pub(super) fn parameters(&self, line: usize) -> Vec<(String, String)> {
        let text = self.get(line, &Field::Parameters);
        let text = text.replace(" =", "=").replace("= ", "=");
        let one = |part: &str| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (name.trim().to_lowercase(), value.trim().to_owned())
        };
        text.split([' ', ';', ',', '\n', '\t']).filter(|part| !part.is_empty()).map(one).collect()
    }

    /// Tells the parameters of a line that nothing was made of.
    pub(super) fn tell_parameters(&mut self, line: usize, used: &[&str]) {
        let others =
            self.parameters(line).into_iter().map(|(name, _)| name).filter(|name| !used.contains(&name.as_str()));
        let others: Vec<String> = others.collect();
        if !others.is_empty() {
            let place = self.place(line, &Field::Parameters);
            self.report.dropped(place, format!("parameters without a meaning here: {}", others.join(", ")));
        }
    }

    /// Whether the choices come in a drawn order.
    pub(super) fn is_randomised(&self, line: usize) -> bool {
        self.parameters(line).iter().any(|(name, value)| name == "randomize" && truth(value) == Some(true))
    }

    /// A number among the parameters.
    pub(super) fn parameter(&self, line: usize, name: &str, otherwise: f64) -> Option<f64> {
        match self.parameters(line).into_iter().find(|(known, _)| known == name) {
            None => Some(otherwise),
            Some((_, value)) => value.parse().ok().filter(|number: &f64| number.is_finite() && number.abs() < 1e15),
        }
    }
}
