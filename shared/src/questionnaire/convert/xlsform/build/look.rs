//! Appearances: a few say what a question is, the others only how it looks.

use super::super::heading::Field;
use super::Builder;

impl Builder<'_, '_> {
    /// The appearances of a line, in lower case.
    pub(super) fn looks(&self, line: usize) -> Vec<String> {
        self.get(line, &Field::Appearance).split_whitespace().map(str::to_lowercase).collect()
    }

    /// Whether a line has one of these appearances.
    pub(super) fn looks_like(&self, line: usize, names: &[&str]) -> bool {
        self.looks(line).iter().any(|look| names.contains(&look.as_str()))
    }

    /// Tells the appearances of a line that nothing was made of; `used` are those that say what it is.
    pub(super) fn tell_looks(&mut self, line: usize, used: &[&str]) {
        for look in self.looks(line).into_iter().filter(|look| !used.contains(&look.as_str())) {
            let begins = |names: &[&str]| names.iter().any(|name| look.starts_with(name));
            let reason = if begins(&["ex:", "intent"]) {
                Some("it opens another program, which nothing here does; the answer is typed in")
            } else if begins(&["image-map", "map"]) {
                Some("choices are not picked on a map or a picture")
            } else if begins(&["signature", "draw", "annotate"]) {
                Some("nothing is drawn here; a file is sent")
            } else if begins(&["search("]) {
                Some("choices do not come from a file beside the form; those of the sheet stand")
            } else if ["ethiopian", "coptic", "islamic", "bikram-sambat", "myanmar", "persian"].contains(&look.as_str())
            {
                Some("dates are of the common calendar")
            } else {
                None
            };
            match reason {
                Some(reason) => {
                    let place = self.place(line, &Field::Appearance);
                    self.report.dropped(place, format!("{look}: {reason}"));
                }
                None => *self.told.looks.entry(look.chars().take(60).collect()).or_default() += 1,
            }
        }
    }
}
