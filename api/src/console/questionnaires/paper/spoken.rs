//! The words on paper: the questionnaire's in its language, ours in the nearest we speak.

use std::collections::HashMap;

use chrono::NaiveDate;
use rundfrage_shared::language::{Language, LocalText};
use rundfrage_shared::questionnaire::model::{Question, QuestionKind, Questionnaire};
use rundfrage_shared::questionnaire::pipe::fill;
use rundfrage_shared::text::Words;

/// How a questionnaire speaks on paper.
pub struct Spoken<'q> {
    /// The questionnaire.
    pub questionnaire: &'q Questionnaire,
    /// Its language on this paper.
    pub language: &'q Language,
    /// The words of the interface, in the nearest language of ours.
    pub words: Words,
    numbers: HashMap<&'q str, usize>,
}

impl<'q> Spoken<'q> {
    /// Numbers the questions: those that ask something.
    pub fn new(questionnaire: &'q Questionnaire, language: &'q Language) -> Self {
        let asking = questionnaire.questions().filter(|question| question.kind.asks());
        let numbers = asking.map(|question| question.code.as_str()).zip(1..).collect();
        Self { questionnaire, language, words: Words::nearest(language), numbers }
    }

    /// The number of a question on paper.
    pub fn number(&self, code: &str) -> Option<usize> {
        self.numbers.get(code).copied()
    }

    /// "Question 3"; one without a number, inside a group or calculated, is called by its text.
    pub fn question(&self, code: &str) -> String {
        match (self.number(code), self.find(code)) {
            (Some(number), _) => self.t1("paper-number", "n", number),
            (None, Some(question)) => self.t1("paper-quoted", "text", self.plain(&question.text)),
            (None, None) => code.to_owned(),
        }
    }

    /// A question, also one inside a group.
    fn find(&self, code: &str) -> Option<&'q Question> {
        let inner = |question: &'q Question| match &question.kind {
            QuestionKind::Group { questions, .. } => questions.as_slice(),
            _ => &[],
        };
        let mut all = self.questionnaire.questions().flat_map(|one| std::iter::once(one).chain(inner(one)));
        all.find(|question| question.code.as_str() == code)
    }

    /// A text of the questionnaire; paper fills in no values, so it says where they come from.
    pub fn text(&self, text: &LocalText) -> String {
        let text = text.get(self.language, &self.questionnaire.default_language);
        fill(text, |inner| {
            let answer = |_| format!("[{}]", self.t1("paper-answer-to", "question", self.question(inner)));
            self.find(inner).map_or_else(|| "[…]".to_owned(), answer)
        })
    }

    /// The same without values, so that texts that name each other come to an end.
    fn plain(&self, text: &LocalText) -> String {
        fill(text.get(self.language, &self.questionnaire.default_language), |_| "[…]".to_owned())
    }

    /// A text of ours.
    pub fn t(&self, key: &str) -> String {
        self.words.text(key).into_owned()
    }

    /// A text of ours with a value in it.
    #[expect(clippy::needless_pass_by_value, reason = "numbers and words are handed over alike")]
    pub fn t1(&self, key: &str, name: &str, value: impl ToString) -> String {
        self.words.with_one(key, name, value.to_string()).into_owned()
    }

    /// A text of ours with several values in it.
    pub fn with(&self, key: &str, values: &[(&str, String)]) -> String {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        self.words.with(key, &values).into_owned()
    }

    /// A number, with as many decimals as it has.
    pub fn decimal(&self, number: f64) -> String {
        let decimals = number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
        self.words.decimal(number, decimals.min(6))
    }

    /// A moment: a day as people write it, everything else as it is stored.
    pub fn moment(&self, stored: &str) -> String {
        stored.parse::<NaiveDate>().map_or_else(|_| stored.to_owned(), |day| self.words.date(day))
    }

    /// "Question 22, row "Jobs"".
    pub fn row(&self, question: &str, row: &str) -> Option<String> {
        let QuestionKind::Matrix { rows, .. } = &self.find(question)?.kind else { return None };
        let label = self.plain(&rows.iter().find(|known| known.code.as_str() == row)?.label);
        Some(self.with("paper-row", &[("question", self.question(question)), ("row", label)]))
    }

    /// The label of an option of a question.
    pub fn option(&self, question: &str, code: &str) -> Option<String> {
        let question = self.find(question)?;
        let (QuestionKind::Single { options, .. }
        | QuestionKind::MultiSelect { options, .. }
        | QuestionKind::Matrix { options, .. }) = &question.kind
        else {
            return None;
        };
        let all = options.iter().chain(&question.dont_know);
        all.filter(|choice| choice.code.as_str() == code).map(|choice| self.text(&choice.label)).next()
    }
}
