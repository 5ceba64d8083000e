//! Questions with choices: one, several, or ranked.

use std::rc::Rc;

use super::super::super::lists::NotOurs;
use super::super::heading::Field;
use super::super::kind::Select;
use super::super::scope::Type;
use super::Builder;
use super::choices::NoOffer;
use super::question::Made;
use crate::questionnaire::format::{Question, QuestionType};

/// Appearances that make one of many options be found by typing.
const TYPED: [&str; 6] =
    ["minimal", "autocomplete", "autocomplete_chars", "autocomplete_noedit", "search", "quicksearch"];

impl Builder<'_, '_> {
    pub(super) fn one(&mut self, line: usize, select: &Select, mut question: Question) -> Result<Made, String> {
        let offered = match self.offered(line, select) {
            Ok(offered) => offered,
            Err(why) => return self.text_instead(line, why, false, question),
        };
        let is_typed =
            self.looks(line).iter().any(|look| TYPED.contains(&look.as_str()) || look.starts_with("search("));
        question.question_type = if is_typed { QuestionType::Dropdown } else { QuestionType::Single };
        question.randomise = self.is_randomised(line);
        let codes = Rc::clone(&offered.codes);
        match self.shared(&select.list, &offered) {
            Some(scale) => question.scale = Some(scale),
            None => question.options = Some(offered.options),
        }
        self.tell_looks(line, &TYPED);
        self.tell_parameters(line, &["randomize"]);
        Ok(Made { questions: vec![question], path: None, ty: Some(Type::Choice(codes)), is_replaced: false })
    }

    pub(super) fn several(&mut self, line: usize, select: &Select, mut question: Question) -> Result<Made, String> {
        let offered = match self.offered(line, select) {
            Ok(offered) => offered,
            Err(why) => return self.text_instead(line, why, true, question),
        };
        question.question_type = QuestionType::MultiSelect;
        question.randomise = self.is_randomised(line);
        question.options = Some(offered.options);
        self.tell_looks(line, &[]);
        self.tell_parameters(line, &["randomize"]);
        Ok(Made { questions: vec![question], path: None, ty: Some(Type::Choices(offered.codes)), is_replaced: false })
    }

    pub(super) fn rank(&mut self, line: usize, list: &str, mut question: Question) -> Result<Made, String> {
        let offered = match self.offered(line, &Select { list: list.to_owned(), or_other: false }) {
            Ok(offered) => offered,
            Err(why) => return self.text_instead(line, why, true, question),
        };
        question.question_type = QuestionType::Ranking;
        question.options = Some(offered.options);
        if self.is_randomised(line) {
            let place = self.place(line, &Field::Parameters);
            self.report.dropped(place, "the options of a ranking stand in their order");
        }
        self.tell_looks(line, &[]);
        self.tell_parameters(line, &["randomize"]);
        Ok(Made { questions: vec![question], path: None, ty: Some(Type::Choices(offered.codes)), is_replaced: false })
    }

    /// One or several choices of a list that is not in the form.
    pub(super) fn of_file(&mut self, line: usize, several: bool, question: Question) -> Result<Made, String> {
        self.tell_looks(line, &TYPED);
        let list = NoOffer::List(NotOurs::Elsewhere("in a file beside the form"));
        self.text_instead(line, list, several, question)
    }

    /// Choices that cannot be ours are typed in.
    fn text_instead(&mut self, line: usize, why: NoOffer, several: bool, question: Question) -> Result<Made, String> {
        let list = match why {
            NoOffer::List(list) => list,
            NoOffer::Because(reason) => return Err(reason),
        };
        let place = self.place(line, &Field::Type);
        let question_type = list.tell(self.report, place, several);
        self.tell_parameters(line, &["randomize"]);
        let question = Question { question_type, ..question };
        Ok(Made { questions: vec![question], path: None, ty: None, is_replaced: true })
    }
}
