//! Responses as someone might have given them: any kind of question, every rule kept.

use proptest::prelude::Rng;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::model::{
    Cell, Choice, Code, Column, NumberFormat, Precision, Question, QuestionKind, Questionnaire, Required, Row,
    TextFormat,
};
use crate::questionnaire::route::{Circumstances, offered};
use crate::questionnaire::validate::validate_all;

/// What answers are drawn with.
struct Draw<'q> {
    questionnaire: &'q Questionnaire,
    circumstances: Circumstances<'q>,
    draws: ChaCha8Rng,
}

/// A response that can be submitted. What breaks a rule across questions is taken out again.
pub fn made_response(questionnaire: &Questionnaire, circumstances: Circumstances<'_>, seed: u64) -> Answers {
    let mut draw = Draw { questionnaire, circumstances, draws: ChaCha8Rng::seed_from_u64(seed) };
    let mut answers = Answers::default();
    for question in questionnaire.questions() {
        if let Some(answer) = draw.answer(question, &answers) {
            answers.0.insert(question.code.clone(), answer);
        }
    }
    loop {
        match validate_all(questionnaire, &answers, circumstances) {
            Ok(answers) => return answers,
            Err(problems) => {
                let before = answers.0.len();
                answers.0.retain(|code, _| !problems.iter().any(|problem| problem.question.as_ref() == Some(code)));
                assert!(answers.0.len() < before, "nothing mends {problems:?}");
            }
        }
    }
}

impl Draw<'_> {
    fn below(&mut self, limit: usize) -> usize {
        self.draws.next_u32() as usize % limit.max(1)
    }

    fn one(&mut self, options: &[Choice]) -> Code {
        options[self.below(options.len())].code.clone()
    }

    /// An answer that keeps the rules of the question by itself, or none.
    fn answer(&mut self, question: &Question, before: &Answers) -> Option<Answer> {
        if question.required != Required::Hard && self.below(6) == 0 {
            return None;
        }
        if let Some(way_out) = question.dont_know.as_ref().filter(|_| self.below(6) == 0) {
            return Some(Answer::Choice(way_out.code.clone()));
        }
        match &question.kind {
            QuestionKind::Single { options, .. } => Some(self.single(options)),
            QuestionKind::MultiSelect { options, min_choices, max_choices, .. } => {
                self.several(options, min_choices.unwrap_or(1), max_choices.unwrap_or(options.len()))
            }
            QuestionKind::Rating { from, to, .. } => Some(self.whole(*from, *to)),
            QuestionKind::Nps => Some(self.whole(0, 10)),
            QuestionKind::Matrix { rows, options } => {
                Some(Answer::Matrix(rows.iter().map(|row| (row.code.clone(), self.one(options))).collect()))
            }
            QuestionKind::Table { rows, columns } => self.table(rows, columns),
            QuestionKind::Ranking { max_ranks, .. } => {
                let offers = offered(self.questionnaire, question, before, self.circumstances);
                let ranks = 1 + self.below(*max_ranks);
                let ranked: Vec<_> = offers.iter().rev().take(ranks).map(|offer| offer.code.clone()).collect();
                (!ranked.is_empty()).then_some(Answer::Ranking(ranked))
            }
            QuestionKind::Numeric(format) => Some(self.number(format)),
            QuestionKind::Slider { format, step, .. } => Some(self.step(format, *step)),
            QuestionKind::Moment(moment) => Some(self.moment(moment.precision)),
            QuestionKind::Duration { .. } => Some(self.whole(0, 1440)),
            QuestionKind::Text { format, .. } => Some(Answer::Text(text(*format).into())),
            QuestionKind::Consent { .. } => Some(Answer::Choice(Code::parse("yes").unwrap())),
            QuestionKind::Summary { .. } => Some(Answer::Choice(Code::parse(["yes", "no"][self.below(2)]).unwrap())),
            QuestionKind::Group { min, max, questions, .. } => {
                let items = (min + self.below(max - min + 1)).max(1);
                Some(Answer::Group((0..items).map(|_| self.item(questions)).collect()))
            }
            // Files arrive with their page and are tried there.
            QuestionKind::Upload(_) | QuestionKind::Calculated { .. } | QuestionKind::Note => None,
        }
    }

    fn single(&mut self, options: &[Choice]) -> Answer {
        let code = self.one(options);
        let takes_words = options.iter().any(|choice| choice.code == code && choice.other_text);
        if takes_words { Answer::Other { code, text: "Zölle & \"Quoten\" <b>".into() } } else { Answer::Choice(code) }
    }

    fn several(&mut self, options: &[Choice], fewest: usize, most: usize) -> Option<Answer> {
        let ticked: Vec<_> =
            options.iter().filter(|choice| !choice.exclusive && self.below(2) == 0).take(most).collect();
        let other = ticked.iter().any(|choice| choice.other_text).then(|| "Zölle & \"Quoten\" <b>".to_owned());
        let codes: Vec<_> = ticked.iter().map(|choice| choice.code.clone()).collect();
        (codes.len() >= fewest.max(1)).then_some(Answer::Choices { codes, other })
    }

    #[expect(clippy::cast_precision_loss, reason = "the numbers are small")]
    fn whole(&mut self, from: i64, to: i64) -> Answer {
        let span = usize::try_from(to - from).unwrap() + 1;
        Answer::Number((from + i64::try_from(self.below(span)).unwrap()) as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "the numbers are small")]
    fn number(&mut self, format: &NumberFormat) -> Answer {
        let scale = 10_f64.powi(i32::from(format.decimals));
        let most = format.max.unwrap_or(1e6) * scale;
        Answer::Number(((self.below(1_000_000) as f64 % most) / scale).max(format.min.unwrap_or(0.0)))
    }

    #[expect(clippy::cast_precision_loss, reason = "the numbers are small")]
    fn step(&mut self, format: &NumberFormat, step: f64) -> Answer {
        let (min, max) = (format.min.unwrap_or(0.0), format.max.unwrap_or(0.0));
        let places = (0..=1000_u16).take_while(|place| f64::from(*place).mul_add(step, min) <= max).count();
        Answer::Number((self.below(places) as f64).mul_add(step, min))
    }

    fn moment(&mut self, precision: Precision) -> Answer {
        let year = 1950 + self.below(70);
        Answer::Date(match precision {
            Precision::Day => format!("{year}-{:02}-{:02}", 1 + self.below(12), 1 + self.below(28)),
            Precision::Month => format!("{year}-{:02}", 1 + self.below(12)),
            Precision::Quarter => format!("{year}-Q{}", 1 + self.below(4)),
            Precision::Year => year.to_string(),
            Precision::Time => format!("{:02}:{:02}", self.below(24), self.below(60)),
        })
    }

    fn table(&mut self, rows: &[Row], columns: &[Column]) -> Option<Answer> {
        let mut cells = std::collections::BTreeMap::new();
        for row in rows {
            let filled: std::collections::BTreeMap<_, _> =
                columns.iter().filter_map(|column| Some((column.code.clone(), self.cell(&column.cell)?))).collect();
            if !filled.is_empty() {
                cells.insert(row.code.clone(), filled);
            }
        }
        (!cells.is_empty()).then_some(Answer::Table(cells))
    }

    fn cell(&mut self, cell: &Cell) -> Option<Answer> {
        match cell {
            Cell::Single(options) => Some(Answer::Choice(self.one(options))),
            Cell::MultiSelect(options) => self.several(options, 1, options.len()),
            Cell::Number(format) => Some(self.number(format)),
            Cell::Moment(moment) => Some(self.moment(moment.precision)),
            Cell::Text { .. } => Some(Answer::Text("Anmerkung".into())),
        }
    }

    fn item(&mut self, questions: &[Question]) -> Answers {
        let mut item = Answers::default();
        for question in questions {
            if let Some(answer) = self.answer(question, &item.clone()) {
                item.0.insert(question.code.clone(), answer);
            }
        }
        item
    }
}

const fn text(format: TextFormat) -> &'static str {
    match format {
        TextFormat::Email => "frage@betrieb.example",
        TextFormat::Url => "https://betrieb.example/werk",
        TextFormat::Phone => "+49 611 123456",
        TextFormat::Line => "= Zeile",
        TextFormat::Lines => "Zeile eins\n= Zeile zwei",
    }
}
