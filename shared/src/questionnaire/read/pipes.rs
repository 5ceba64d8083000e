//! Expressions inside texts, between `{{` and `}}`.

use super::Reading;
use crate::language::LocalText;
use crate::questionnaire::expression::Wanted;
use crate::questionnaire::pipe::inner;

impl Reading {
    /// Checks the expressions in `text` against what stands before this place, and keeps them.
    pub fn pipes_of(&mut self, line: usize, path: &str, text: &LocalText) {
        for source in text.0.values().flat_map(|text| inner(text)) {
            let Some(source) = source else {
                self.problems.add(line, path, "a \"{{\" is not closed; write }} behind the expression");
                continue;
            };
            if let Some(expression) = self.checked(line, path, source, Wanted::Printable) {
                self.pipes.insert(source.to_owned(), expression);
            }
        }
    }
}
