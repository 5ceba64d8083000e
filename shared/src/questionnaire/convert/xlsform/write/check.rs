//! Rules of a question: a form has one for all, with one message.

use super::super::super::formula::{fold, ours, print};
use super::Writer;
use super::bounds::rules;
use super::grid::{Cells, Key};
use super::names::Holds;
use crate::questionnaire::format::{Check, Question, Texts};

impl Writer<'_, '_> {
    /// The rule of a question and what is said if it is broken.
    pub(super) fn constraint(&mut self, question: &Question, this: Holds, more: Vec<String>, cells: &mut Cells) {
        let mut rules = rules(question);
        rules.extend(more);
        let mut messages: Vec<&Texts> = Vec::new();
        for check in &question.checks {
            let place = format!("{}.checks", question.id);
            if check.soft {
                self.report.dropped(place, "a form has no rules that only ask again");
                continue;
            }
            if !cells.iter().any(|(key, _)| *key == Key::Required)
                && let Some(condition) = needed_if(check)
                && let Ok(condition) = self.xpath(&condition, Some(this))
            {
                cells.push((Key::Required, condition));
                let texts = self.texts(&check.message, &question.id);
                cells.extend(
                    texts.into_iter().enumerate().map(|(language, text)| (Key::RequiredMessage(language), text)),
                );
                continue;
            }
            match self.xpath(&check.rule, Some(this)) {
                Ok(rule) => {
                    rules.push(if question.checks.len() > 1 { format!("({rule})") } else { rule });
                    messages.push(&check.message);
                }
                Err(reason) => self.report.dropped(place, format!("a form cannot say this rule: {reason}")),
            }
        }
        if rules.len() > 1 && !messages.is_empty() {
            let reason = "a form has one rule for each question, with one message";
            self.report.replaced(format!("{}.checks", question.id), reason, "all rules in one");
            rules =
                rules.into_iter().map(|rule| if rule.contains(" or ") { format!("({rule})") } else { rule }).collect();
        }
        cells.push((Key::Constraint, rules.join(" and ")));
        let Some(first) = messages.first() else { return };
        let texts = self.texts(first, &question.id);
        cells.extend(texts.into_iter().enumerate().map(|(language, text)| (Key::ConstraintMessage(language), text)));
    }
}

/// The condition of a rule that only says when an answer is needed.
fn needed_if(check: &Check) -> Option<String> {
    fold::needed_if(&ours::read(&check.rule).ok()?).map(|condition| print(&condition))
}
