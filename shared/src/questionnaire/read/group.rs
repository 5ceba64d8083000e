//! Repeating groups: questions that are answered once a site, a product, a person.

use super::Reading;
use super::entry::Fields;
use crate::questionnaire::model::QuestionKind;

/// Questions of one group, and how often it can be filled in.
const MOST_QUESTIONS: usize = 30;
const MOST_ITEMS: usize = 50;
/// How often a group can be filled in that says nothing of it.
const ITEMS: usize = 10;

impl Reading {
    pub fn group(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        if self.item.is_some() {
            self.problems.add(fields.line, fields.path.clone(), "a group cannot stand inside a group; take it out");
            fields.rest();
            return None;
        }
        let (mut min, mut max, mut label) = (0, ITEMS, None);
        if let Some(repeat) = fields.take("repeat")
            && let Some(mut repeat) = repeat.fields(&mut self.problems)
        {
            let count = |entry: super::Entry<'_>, problems: &mut _| entry.whole(problems, 0, MOST_ITEMS);
            min = repeat.take("min").and_then(|min| count(min, &mut self.problems)).unwrap_or(0);
            max = repeat.take("max").and_then(|max| count(max, &mut self.problems)).unwrap_or(ITEMS.max(min));
            label = repeat.take("label").and_then(|label| self.text(&label));
            repeat.finish(&mut self.problems);
        }
        if max == 0 || min > max {
            self.problems.add(
                fields.line,
                fields.path.clone(),
                "a group is filled in at least once: \"max\" is too low",
            );
        }
        let entries = fields.need("questions", &mut self.problems)?.list(&mut self.problems, MOST_QUESTIONS)?;
        let current = self.current.clone();
        self.item = Some(vec![]);
        let questions: Vec<_> = entries.iter().map(|entry| self.question(entry)).collect();
        self.item = None;
        self.scope.items([]);
        self.current = current;
        Some(QuestionKind::Group { min, max, label, questions: questions.into_iter().collect::<Option<_>>()? })
    }
}
