//! One of several options: lists, five points, yes or no.

use std::rc::Rc;

use super::super::formula::Formula;
use super::grouped::Kind;
use super::making::{Making, plain};
use super::names::Shape;
use super::question::Made;
use super::survey::Question as Theirs;
use super::value::Opt;
use crate::questionnaire::format::{Bound, Look, Question, QuestionType};

/// Characters that an open text may have.
const LONGEST_COMMENT: usize = 10_000;

impl<'r> Making<'r, '_> {
    pub(super) fn five_points(&mut self, theirs: &Theirs<'r>) -> Made {
        let stars = theirs.settings.get("slider_rating");
        if stars == "2" {
            self.grouped.add(Kind::Look, "smileys", theirs.code);
        }
        let look = if stars == "1" { Look::Stars } else { Look::Numbers };
        let bounds = (Some(Bound::Number(1.0)), Some(Bound::Number(5.0)));
        let question = Question { min: bounds.0, max: bounds.1, look: Some(look), ..Question::default() };
        Made::new(QuestionType::Rating, Shape::Number).with(question)
    }

    pub(super) fn gender(&mut self) -> Made {
        let labels = [("F", self.built_in("convert-female")), ("M", self.built_in("convert-male"))];
        let (choices, options) = Self::fixed(&labels);
        let shape = Shape::Choice { options, other: None, comment: None };
        Made::new(QuestionType::Single, shape).with(Question { options: Some(choices), ..Question::default() })
    }

    pub(super) fn yes_no(&mut self) -> Made {
        let option = |theirs: &str, ours: &str, label| Opt { theirs: theirs.into(), ours: ours.into(), label };
        let (yes, no) = (self.built_in("convert-yes"), self.built_in("convert-no"));
        let options = Rc::new(vec![option("Y", "yes", yes), option("N", "no", no)]);
        Made::new(QuestionType::YesNo, Shape::Choice { options, other: None, comment: None })
    }

    /// A list, as buttons or to be opened, perhaps with a comment.
    pub(super) fn list(&mut self, theirs: &'r Theirs<'r>, id: &str, place: &str) -> Option<Made> {
        let filters = self.filters(place, &theirs.settings);
        let (mut choices, mut known) = self.choices(place, &theirs.answers[0], &filters);
        let other = self.other(theirs, "-oth-", &mut choices, &mut known);
        let randomise = self.order(theirs, place, &mut choices);
        let separator = theirs.settings.get("category_separator");
        if !separator.is_empty() {
            self.report.replaced(place, "its options stand under headings", "each label begins with its heading");
        }
        if choices.is_empty() {
            self.report.dropped(place, "it has no options");
            return None;
        }
        let mut further = Vec::new();
        let comment = (theirs.kind == 'O').then(|| {
            let (id, text) = (self.further_name(&format!("{id}_comment")), self.built_in("convert-comment"));
            let max_length = Some(LONGEST_COMMENT);
            let comment = Question { question_type: QuestionType::OpenText, max_length, ..plain(id.clone(), text) };
            further.push((comment, Formula::Bool(true)));
            id
        });
        if comment.is_some() {
            self.report.replaced(place, "a comment stands beside its options", "a question of its own behind it");
        }
        let question_type = if theirs.kind == '!' { QuestionType::Dropdown } else { QuestionType::Single };
        let shape = Shape::Choice { options: Rc::new(known), other, comment };
        let question = Question { question_type, options: Some(choices), randomise, ..Question::default() };
        Some(Made { question, further, shape })
    }
}
