//! Several of the options: multiple choice, with comments too, and rankings.

use std::rc::Rc;

use super::super::formula::{Formula, Operator, print};
use super::check::bounded;
use super::making::{Making, plain};
use super::names::Shape;
use super::question::Made;
use super::survey::Question as Theirs;
use super::value::{among, answered, decimal};
use crate::questionnaire::convert::formula::fold::size_of;
use crate::questionnaire::format::{Check, Choice, Column, Condition, Question, QuestionType, Required, Row};

impl<'r> Making<'r, '_> {
    pub(super) fn multiple(&mut self, theirs: &'r Theirs<'r>, id: &str, place: &str) -> Option<Made> {
        let filters = self.filters(place, &theirs.settings);
        let (mut choices, mut known) = self.choices(place, &theirs.parts[0], &filters);
        let other = self.other(theirs, "other", &mut choices, &mut known);
        let randomise = self.order(theirs, place, &mut choices);
        if choices.is_empty() {
            self.report.dropped(place, "it has no options");
            return None;
        }
        let exclusive: Vec<_> = theirs.settings.get("exclude_all_others").split([';', ',']).map(str::trim).collect();
        for option in known.iter().filter(|option| exclusive.contains(&option.theirs.as_str())) {
            choices.iter_mut().filter(|choice| choice.code == option.ours).for_each(|choice| choice.exclusive = true);
        }
        let mut question = Question { randomise, ..Question::default() };
        self.how_many(theirs, place, choices.len(), &mut question);
        let comments = (theirs.kind == 'P').then(|| self.further_name(&format!("{id}_comments")));
        let is_answered = answered(Formula::Ours(id.to_owned()));
        let further = comments.iter().map(|name| (self.comments(id, name, &choices, place), is_answered.clone()));
        let further = further.collect();
        let question = Question { question_type: QuestionType::MultiSelect, options: Some(choices), ..question };
        Some(Made { question, further, shape: Shape::Several { options: Rc::new(known), other, comments } })
    }

    /// How many options may be ticked or ranked.
    fn how_many(&mut self, theirs: &Theirs<'r>, place: &str, options: usize, question: &mut Question) {
        let (least, most) = (theirs.settings.get("min_answers"), theirs.settings.get("max_answers"));
        question.min_choices = whole(least).filter(|least| (1..=options).contains(least));
        question.max_choices = whole(most).filter(|most| (1..=options).contains(most));
        if question.max_choices < question.min_choices && question.max_choices.is_some() {
            self.report.dropped(place, format!("at least {least} and at most {most} options rule each other out"));
            (question.min_choices, question.max_choices) = (None, None);
        }
        // Theirs refuses fewer also if nothing was ticked.
        question.required = question.min_choices.map(|_| Required::Hard);
        for (source, sign) in [(least, Operator::AtLeast), (most, Operator::AtMost)] {
            match whole(source) {
                None if !source.is_empty() => self.size_rule(place, sign, source, &mut question.checks),
                Some(number) if number > options && sign == Operator::AtLeast => {
                    self.report.dropped(place, format!("at least {number} of {options} options cannot be chosen"));
                }
                _ => {}
            }
        }
    }

    /// A number of options that follows from other answers.
    fn size_rule(&mut self, place: &str, sign: Operator, source: &str, checks: &mut Vec<Check>) {
        let size = size_of(Formula::Ours("this".into()));
        let rule = self.context().number(source).and_then(|number| bounded(size, sign, number));
        let message = self.bound_words("choose-", sign, source);
        self.check(place, source, rule, message, checks);
    }

    /// The table that takes a comment for each option that is ticked.
    fn comments(&mut self, id: &str, name: &str, choices: &[Choice], place: &str) -> Question {
        self.report.replaced(place, "a comment stands beside each option", "a table of comments behind it");
        let ticked = |code: &str| print(&among(code, Formula::Ours(id.into())));
        let row = |choice: &Choice| Row {
            id: choice.code.clone(),
            label: choice.label.clone(),
            show_if: Some(Condition::Expression(ticked(&choice.code))),
            ..Row::default()
        };
        let label = self.built_in("convert-comment");
        let column = Column { id: "comment".into(), column_type: QuestionType::ShortText, label, ..Column::default() };
        Question {
            question_type: QuestionType::Table,
            rows: choices.iter().map(row).collect(),
            columns: vec![Column { max_length: Some(super::entry::LONGEST_LINE), ..column }],
            ..plain(name.to_owned(), self.built_in("convert-comment"))
        }
    }

    pub(super) fn ranking(&mut self, theirs: &'r Theirs<'r>, _id: &str, place: &str) -> Option<Made> {
        let filters = self.filters(place, &theirs.settings);
        let parts = if theirs.answers[0].is_empty() { &theirs.parts[0] } else { &theirs.answers[0] };
        let (mut choices, known) = self.choices(place, parts, &filters);
        let randomise = self.order(theirs, place, &mut choices);
        if choices.is_empty() {
            self.report.dropped(place, "it has no options");
            return None;
        }
        if randomise {
            self.report.replaced(place, "its options come in an order drawn", "they come in the order written");
        }
        let mut question = Question { question_type: QuestionType::Ranking, ..Question::default() };
        self.how_many(theirs, place, choices.len(), &mut question);
        let places = whole(theirs.settings.get("max_subquestions")).filter(|most| (1..choices.len()).contains(most));
        let max_ranks = question.max_choices.into_iter().chain(places).min();
        if let Some(least) = question.min_choices {
            let rule = format!("{} >= {least}", print(&size_of(Formula::Ours("this".into()))));
            let message = self.bound_words("choose-", Operator::AtLeast, &least.to_string());
            self.check(place, "min_answers", Ok(rule), message, &mut question.checks);
        }
        let question = Question { options: Some(choices), max_ranks, min_choices: None, max_choices: None, ..question };
        Some(Made { question, further: vec![], shape: Shape::Ranking(Rc::new(known)) })
    }
}

/// A whole number.
pub fn whole(text: &str) -> Option<usize> {
    let number = decimal(text)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole and between the bounds")]
    (number.fract() == 0.0 && (0.0..1e9).contains(&number)).then_some(number as usize)
}
