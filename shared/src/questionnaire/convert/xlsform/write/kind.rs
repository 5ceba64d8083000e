//! What each type of question becomes.

use super::super::kind::PICTURES;
use super::Writer;
use super::grid::Key;
use crate::questionnaire::format::{Bound, Look, Question, QuestionType};

impl Writer<'_, '_> {
    /// Writes a question by its type. `Some(true)`: as it is; `Some(false)`: in another form; `None`: not at all.
    pub(super) fn kind(&mut self, question: &Question) -> Option<bool> {
        use QuestionType as T;
        Some(match question.question_type {
            T::Single | T::Dropdown if question.list.is_some() => self.listed(question),
            T::Single => self.select(question, "select_one", ""),
            T::Dropdown => self.select(question, "select_one", "minimal"),
            T::MultiSelect => self.select(question, "select_multiple", ""),
            T::ThreePoint | T::FivePoint | T::YesNo => {
                self.select(question, "select_one", "");
                self.instead(question, "select_one")
            }
            T::Ranking => return self.ranking(question),
            T::Matrix => self.matrix(question),
            T::Amounts | T::Table => self.table(question),
            T::Group => self.group(question),
            T::Rating | T::Slider => self.range(question),
            T::Nps => {
                self.range(question);
                self.instead(question, "a range from 0 to 10")
            }
            T::Consent => self.consent(question),
            T::Calculated => return self.calculated(question),
            T::Summary => {
                let reason = "a form does not show answers again and ask whether they are right";
                self.report.dropped(question.id.as_str(), reason);
                return None;
            }
            _ => self.typed(question),
        })
    }

    /// What is typed in, sent or only shown: one row.
    fn typed(&mut self, question: &Question) -> bool {
        use QuestionType as T;
        let (kind, appearance, instead) = match question.question_type {
            T::Numeric => (number(question), "", ""),
            T::Currency | T::Percentage => (number(question), "", "a number"),
            T::Duration => ("integer", "", "the minutes as a number"),
            T::Date => ("date", "", ""),
            T::Month => ("date", "month-year", ""),
            T::Year => ("date", "year", ""),
            T::Time => ("time", "", ""),
            T::OpenText => ("text", "multiline", ""),
            T::Url => ("text", "url", ""),
            T::Phone => ("text", "numbers", "a text"),
            T::Email | T::Quarter => ("text", "", "a text"),
            T::Upload => (sent(question), "", if question.max_files.unwrap_or(1) > 1 { "one file" } else { "" }),
            T::Note => ("note", "", ""),
            _ => ("text", "", ""),
        };
        self.row(question, kind, appearance);
        instead.is_empty() || self.instead(question, instead)
    }

    /// Tells that a type has no like.
    fn instead(&mut self, question: &Question, by: &str) -> bool {
        let reason = format!("a form has no type {:?}", question.question_type);
        self.report.replaced(question.id.as_str(), reason, by);
        false
    }

    /// Options that come from a list of ours.
    fn listed(&mut self, question: &Question) -> bool {
        self.row(question, "text", "");
        let list = question.list.as_deref().unwrap_or_default();
        self.report.replaced(question.id.as_str(), format!("a form does not know the list {list}"), "a text");
        false
    }

    fn ranking(&mut self, question: &Question) -> Option<bool> {
        if question.options_from.is_some() {
            self.report.dropped(question.id.as_str(), "the ranks of a form are of a list, not of an earlier answer");
            return None;
        }
        Some(self.select(question, "rank", ""))
    }

    /// A number on a line; ratings are told from it by their appearance.
    fn range(&mut self, question: &Question) -> bool {
        let is_rating = question.question_type == QuestionType::Rating;
        let bound = |bound: &Option<Bound>, otherwise: f64| {
            if let Some(Bound::Number(number)) = bound { *number } else { otherwise }
        };
        let (min, max) = match question.question_type {
            QuestionType::Nps => (0.0, 10.0),
            QuestionType::Rating => (bound(&question.min, 1.0), bound(&question.max, 5.0)),
            _ => (bound(&question.min, 0.0), bound(&question.max, 100.0)),
        };
        let step = question.step.unwrap_or(1.0);
        let mut cells = self.cells(question, "range");
        cells.push((Key::Parameters, format!("start={min} end={max} step={step}")));
        let look = if question.look == Some(Look::Stars) { "rating" } else { "picker" };
        cells.push((Key::Appearance, if is_rating { look.into() } else { String::new() }));
        self.constraint(question, super::names::Holds::Number, vec![], &mut cells);
        self.survey.add(cells);
        true
    }

    fn consent(&mut self, question: &Question) -> bool {
        let mut row = question.clone();
        let mut is_same = true;
        if let Some(statement) = question.statement.as_ref().filter(|statement| **statement != question.text) {
            is_same = false;
            for (tag, text) in &mut row.text {
                if let Some(statement) = statement.get(tag) {
                    *text = format!("{text}\n{statement}");
                }
            }
            self.report.replaced(
                question.id.as_str(),
                "a form has one text to agree to",
                "the question with the statement below it",
            );
        }
        self.row(&row, "acknowledge", "");
        is_same
    }

    fn calculated(&mut self, question: &Question) -> Option<bool> {
        let value = question.value.as_deref().unwrap_or_default();
        match self.xpath(value, None) {
            Ok(value) => {
                let mut cells = self.cells(question, if question.shown { "text" } else { "calculate" });
                cells.push((Key::Calculation, value));
                cells.push((Key::ReadOnly, if question.shown { "yes".into() } else { String::new() }));
                self.survey.add(cells);
                Some(true)
            }
            Err(reason) => {
                self.report.dropped(question.id.as_str(), format!("a form cannot compute this: {reason}"));
                None
            }
        }
    }
}

/// Whole numbers and others have types of their own.
pub fn number(question: &Question) -> &'static str {
    if question.decimals.unwrap_or(0) > 0 { "decimal" } else { "integer" }
}

/// What is sent: a picture, where nothing else is taken.
fn sent(question: &Question) -> &'static str {
    let is_picture = |kind: &String| PICTURES.contains(&kind.as_str());
    if !question.kinds.is_empty() && question.kinds.iter().all(is_picture) { "image" } else { "file" }
}
