//! What each type of row becomes.

use std::rc::Rc;

use super::super::super::formula::Formula;
use super::super::super::lists::NotOurs;
use super::super::formula::{Failure, Typed, written};
use super::super::heading::Field;
use super::super::kind::{Kind, PICTURES, Select};
use super::super::scope::{Codes, Type};
use super::super::survey::truth;
use super::Builder;
use super::choices::NoOffer;
use super::question::Made;
use crate::questionnaire::format::{Bound, Look, Question, QuestionType};

/// Appearances that make one of many options be found by typing.
const TYPED: [&str; 6] =
    ["minimal", "autocomplete", "autocomplete_chars", "autocomplete_noedit", "search", "quicksearch"];

impl Builder<'_, '_> {
    /// The question, once its text is there.
    pub(super) fn of_kind(&mut self, line: usize, kind: &Kind, mut question: Question) -> Result<Made, String> {
        if let Some(made) = self.computed(line, kind, &mut question)? {
            return Ok(made);
        }
        let (question_type, ty, used) = match kind {
            Kind::Text => return Ok(self.text(line, question)),
            Kind::One(select) => return self.one(line, select, question),
            Kind::Several(select) => return self.several(line, select, question),
            Kind::Rank(list) => return self.rank(line, list, question),
            Kind::Range => return self.range(line, question),
            Kind::Date => return Ok(self.date(line, question)),
            Kind::DateTime => return Ok(self.moment(line, question)),
            Kind::File(what) => return self.file(line, what, question),
            Kind::Acknowledge => {
                question.statement = Some(question.text.clone());
                let codes = Codes(vec![("OK".into(), "yes".into()), ("yes".into(), "yes".into())]);
                (QuestionType::Consent, Some(Type::Choice(Rc::new(codes))), false)
            }
            Kind::Integer => (QuestionType::Numeric, Some(Type::Number), false),
            Kind::Decimal => {
                question.decimals = Some(6);
                (QuestionType::Numeric, Some(Type::Number), false)
            }
            Kind::Note => (QuestionType::Note, None, false),
            Kind::Time => (QuestionType::Time, Some(Type::Date(10)), false),
            Kind::Point | Kind::Barcode => (QuestionType::ShortText, Some(Type::Text), true),
            Kind::Trace => return Err("a line or an area on the earth cannot be drawn here".into()),
            Kind::FromFile { several } => {
                self.tell_looks(line, &TYPED);
                let list = NoOffer::List(NotOurs::Elsewhere("in a file beside the form"));
                return self.text_instead(line, list, *several, question);
            }
            Kind::Data => return Err("data from a file beside the form are not loaded".into()),
            Kind::Hidden => return Err("a hidden value that nothing gives".into()),
            Kind::Calculate | Kind::Metadata | Kind::Begin(_) | Kind::End(_) => return Err("it is no question".into()),
        };
        if used {
            let place = self.place(line, &Field::Type);
            let what = if *kind == Kind::Point {
                "a point on the earth cannot be picked here"
            } else {
                "nothing is scanned here"
            };
            self.report.replaced(place, what, "a line of text");
        }
        self.tell_looks(line, &[]);
        self.tell_parameters(line, &[]);
        Ok(Made { questions: vec![Question { question_type, ..question }], path: None, ty, is_replaced: used })
    }

    /// Values that follow from answers, and questions that nobody can answer.
    fn computed(&mut self, line: usize, kind: &Kind, question: &mut Question) -> Result<Option<Made>, String> {
        let has_value = !self.get(line, &Field::Calculation).is_empty();
        let is_fixed = truth(self.get(line, &Field::ReadOnly)) == Some(true);
        let is_silent = matches!(kind, Kind::Calculate | Kind::Hidden);
        if *kind == Kind::Calculate && !has_value {
            let place = self.place(line, &Field::Calculation);
            self.faults.add(place, "this row has no calculation; write one, or give it another type");
            return Err("it has no calculation".into());
        }
        if has_value && (is_silent || is_fixed || *kind == Kind::Note) {
            return self.calculated(line, is_silent, question).map(Some);
        }
        if has_value {
            // Its faults count, its value does not.
            let reason = match self.calculation(line) {
                Err(Failure::Broken(reason)) => {
                    let place = self.place(line, &Field::Calculation);
                    self.faults.add(place, reason);
                    return Err("its calculation is wrong".into());
                }
                _ => "nothing is filled in beforehand here",
            };
            let place = self.place(line, &Field::Calculation);
            self.report.dropped(place, reason);
        }
        if is_fixed && !matches!(kind, Kind::Note | Kind::Acknowledge) && !is_silent {
            let place = self.place(line, &Field::ReadOnly);
            self.report.replaced(place, "an answer that nobody can give", "a note with its text");
            let note = Question { question_type: QuestionType::Note, ..std::mem::take(question) };
            return Ok(Some(Made { questions: vec![note], path: None, ty: None, is_replaced: true }));
        }
        if truth(self.get(line, &Field::ReadOnly)).is_none() {
            let place = self.place(line, &Field::ReadOnly);
            self.report.dropped(place, "an answer can always be changed here");
        }
        Ok(None)
    }

    fn calculated(&mut self, line: usize, is_silent: bool, question: &mut Question) -> Result<Made, String> {
        if is_silent && let Some(Typed { formula: Formula::Name(path), ty }) = self.shown_choice(line) {
            let place = self.place(line, &Field::Calculation);
            self.report.replaced(place, "the label of a choice", "the choice itself, which texts show by its label");
            return Ok(Made { questions: vec![], path: Some(path), ty: Some(ty), is_replaced: true });
        }
        let found = self.calculation(line).and_then(|value| Ok((written(&value.formula)?, value.ty)));
        let (value, ty) = found.map_err(|failure| match failure {
            Failure::Broken(reason) => {
                let place = self.place(line, &Field::Calculation);
                self.faults.add(place, reason.clone());
                reason
            }
            Failure::Cannot(reason) => format!("its calculation has no equivalent: {reason}"),
        })?;
        if matches!(ty, Type::Repeat) {
            return Err("its calculation gives no value".into());
        }
        self.made += value.len();
        self.tell_looks(line, &[]);
        let decimals = (ty == Type::Number && !is_silent).then_some(2);
        let question = Question {
            question_type: QuestionType::Calculated,
            value: Some(value),
            shown: !is_silent,
            decimals,
            ..std::mem::take(question)
        };
        Ok(Made { questions: vec![question], path: None, ty: Some(ty), is_replaced: false })
    }

    fn text(&mut self, line: usize, question: Question) -> Made {
        let used = ["multiline", "url"];
        let question_type = match self.looks(line).iter().find(|look| used.contains(&look.as_str())).map(String::as_str)
        {
            Some("multiline") => QuestionType::OpenText,
            Some(_) => QuestionType::Url,
            None => QuestionType::ShortText,
        };
        self.tell_looks(line, &used);
        self.tell_parameters(line, &[]);
        Made {
            questions: vec![Question { question_type, ..question }],
            path: None,
            ty: Some(Type::Text),
            is_replaced: false,
        }
    }

    fn one(&mut self, line: usize, select: &Select, mut question: Question) -> Result<Made, String> {
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

    fn several(&mut self, line: usize, select: &Select, mut question: Question) -> Result<Made, String> {
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

    fn rank(&mut self, line: usize, list: &str, mut question: Question) -> Result<Made, String> {
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

    /// A number on a line; with stars or a picker it is a rating.
    fn range(&mut self, line: usize, mut question: Question) -> Result<Made, String> {
        let place = self.place(line, &Field::Parameters);
        let numbers =
            (self.parameter(line, "start", 1.0), self.parameter(line, "end", 10.0), self.parameter(line, "step", 1.0));
        let (Some(start), Some(end), Some(step)) = numbers else {
            self.faults.add(place, "start, end and step of a range are numbers, as in start=1 end=10 step=1");
            return Err("its parameters are wrong".into());
        };
        let is_short =
            [start, end].iter().all(|end| end.fract() == 0.0 && (0.0..=100.0).contains(end)) && end - start <= 20.0;
        let looks_rated = self.looks_like(line, &["rating", "picker"]);
        let has_stars = self.looks_like(line, &["rating"]);
        self.tell_looks(line, &["rating", "picker"]);
        self.tell_parameters(line, &["start", "end", "step"]);
        let exact = |number: f64| {
            u8::try_from(number.to_string().split_once('.').map_or(0, |(_, rest)| rest.len().min(6))).unwrap_or(6)
        };
        let mut is_replaced = false;
        question.question_type = if end <= start || step <= 0.0 || step > end - start {
            is_replaced = true;
            self.report.replaced(place, "its ends and its step do not fit together", "a number");
            QuestionType::Numeric
        } else if looks_rated && is_short && (step - 1.0).abs() < f64::EPSILON {
            question.look = Some(if has_stars { Look::Stars } else { Look::Numbers });
            QuestionType::Rating
        } else {
            question.step = Some(step);
            QuestionType::Slider
        };
        if question.question_type != QuestionType::Rating {
            question.decimals = Some(exact(step).max(exact(start))).filter(|decimals| *decimals > 0);
        }
        (question.min, question.max) = (Some(Bound::Number(start.min(end))), Some(Bound::Number(start.max(end))));
        Ok(Made { questions: vec![question], path: None, ty: Some(Type::Number), is_replaced })
    }

    fn date(&mut self, line: usize, question: Question) -> Made {
        let used = ["month-year", "year"];
        let (question_type, length) =
            match self.looks(line).iter().find(|look| used.contains(&look.as_str())).map(String::as_str) {
                Some("month-year") => (QuestionType::Month, 7),
                Some(_) => (QuestionType::Year, 4),
                None => (QuestionType::Date, 10),
            };
        self.tell_looks(line, &used);
        Made {
            questions: vec![Question { question_type, ..question }],
            path: None,
            ty: Some(Type::Date(length)),
            is_replaced: false,
        }
    }

    /// A date and a time.
    fn moment(&mut self, line: usize, question: Question) -> Made {
        let place = self.place(line, &Field::Type);
        self.report.replaced(
            place,
            "a moment is not one answer here",
            "a date and a time; expressions look at the date",
        );
        self.tell_looks(line, &[]);
        let date = Question { question_type: QuestionType::Date, ..question };
        let time = self.time_of(&date);
        Made { questions: vec![date, time], path: None, ty: Some(Type::Date(10)), is_replaced: true }
    }

    fn file(&mut self, line: usize, what: &str, question: Question) -> Result<Made, String> {
        let kinds: &[&str] = match what {
            "file" => &[],
            "image" => &PICTURES,
            _ => return Err("neither sound nor film is taken here".into()),
        };
        self.tell_looks(line, &[]);
        self.tell_parameters(line, &[]);
        let kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
        let question = Question { question_type: QuestionType::Upload, max_files: Some(1), kinds, ..question };
        Ok(Made { questions: vec![question], path: None, ty: None, is_replaced: false })
    }
}
