//! What each type of row becomes.

use std::rc::Rc;

use super::super::heading::Field;
use super::super::kind::{Kind, PICTURES};
use super::super::scope::{Codes, Type};
use super::Builder;
use super::question::Made;
use crate::questionnaire::format::{Bound, Look, Question, QuestionType};

impl Builder<'_, '_> {
    /// The question, once its text is there.
    pub(super) fn of_kind(&mut self, line: usize, kind: &Kind, mut question: Question) -> Result<Made, String> {
        if let Some(made) = self.computed(line, kind, &mut question)? {
            return Ok(made);
        }
        let (question_type, ty, is_replaced) = match kind {
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
            Kind::Phone => (QuestionType::Phone, Some(Type::Text), false),
            Kind::Time => (QuestionType::Time, Some(Type::Date(10)), false),
            Kind::Point | Kind::Barcode => (QuestionType::ShortText, Some(Type::Text), true),
            Kind::Trace => return Err("a line or an area on the earth cannot be drawn here".into()),
            Kind::FromFile { several } => return self.of_file(line, *several, question),
            Kind::Data => return Err("data from a file beside the form are not loaded".into()),
            Kind::Row => return Err("a row that belongs to a group of another kind".into()),
            Kind::Hidden => return Err("a hidden value that nothing gives".into()),
            Kind::Calculate | Kind::Metadata | Kind::Begin(_) | Kind::End(_) => return Err("it is no question".into()),
        };
        if is_replaced {
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
        Ok(Made { questions: vec![Question { question_type, ..question }], path: None, ty, is_replaced })
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
