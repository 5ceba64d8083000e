//! A questionnaire in one language, as it speaks to one respondent: texts with answers in them.

use chrono::NaiveDate;
use rundfrage_shared::file::{FileKind, MEGABYTE};
use rundfrage_shared::language::{Language, LocalText};
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::expression::{Expression, Type, Value, name_of};
use rundfrage_shared::questionnaire::model::{Choice, Code, NumberFormat, Question, QuestionKind, Questionnaire};
use rundfrage_shared::questionnaire::pipe::fill;
use rundfrage_shared::questionnaire::route::Circumstances;
use rundfrage_shared::questionnaire::unit;
use rundfrage_shared::results::rankable;
use rundfrage_shared::text::Words;

use super::locale;

/// Stands for what is not known yet.
const MISSING: &str = "…";

/// What a respondent is told, in one language.
#[derive(Clone, Debug)]
pub struct Voice<'q> {
    /// The words of the interface, in the nearest language of ours.
    pub words: Words,
    language: Language,
    questionnaire: &'q Questionnaire,
    counted: &'q Answers,
    circumstances: Circumstances<'q>,
    item: Option<(&'q [Question], &'q Answers)>,
}

impl<'q> Voice<'q> {
    /// The questionnaire in `language`, to someone whose answers that count are `counted`.
    pub fn new(
        language: &Language,
        questionnaire: &'q Questionnaire,
        counted: &'q Answers,
        circumstances: Circumstances<'q>,
    ) -> Self {
        let words = Words::nearest(language);
        Self { words, language: language.clone(), questionnaire, counted, circumstances, item: None }
    }

    /// The same inside one item of a group with these questions.
    pub fn within(&self, questions: &'q [Question], item: &'q Answers) -> Self {
        Self { item: Some((questions, item)), ..self.clone() }
    }

    /// The language.
    pub const fn language(&self) -> &Language {
        &self.language
    }

    /// The questionnaire.
    pub const fn questionnaire(&self) -> &'q Questionnaire {
        self.questionnaire
    }

    /// A text of the questionnaire, with the values of its expressions.
    pub fn say(&self, text: &LocalText) -> String {
        let text = text.get(&self.language, &self.questionnaire.default_language);
        fill(text, |source| match self.questionnaire.pipes.get(source) {
            Some(expression) => self.value(expression),
            None => MISSING.to_owned(),
        })
    }

    /// A text of the interface.
    pub fn text(&self, key: &str) -> String {
        self.words.text(key).into_owned()
    }

    /// A text of the interface about a count.
    pub fn count(&self, key: &str, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.words.with(key, &[("count", count.into()), ("number", self.words.integer(count).into())]).into_owned()
    }

    /// How large a file is.
    pub fn size(&self, bytes: usize) -> String {
        size(self.words, bytes)
    }

    /// The value of an expression in words.
    pub fn value(&self, expression: &Expression) -> String {
        match self.evaluate(expression) {
            Some(value) => self.worded(expression, &value),
            None => MISSING.to_owned(),
        }
    }

    /// The value of an expression.
    pub fn evaluate(&self, expression: &Expression) -> Option<Value> {
        self.circumstances.look(self.counted, self.item.map(|(_, item)| item), |facts| expression.evaluate(facts))
    }

    fn worded(&self, expression: &Expression, value: &Value) -> String {
        match value {
            Value::Bool(truth) => self.text(if *truth { "respond-yes" } else { "respond-no" }),
            Value::Number(number) => match self.asked_as(expression) {
                Some(format) => self.amount(*number, format.unit.as_deref(), Some(format.decimals)),
                None => self.number(*number),
            },
            Value::Text(text) => match expression.ty() {
                Type::Choice(_) | Type::Choices(_) => self.label(expression, text),
                Type::Date => self.moment(text),
                _ => text.clone(),
            },
            Value::List(values) => {
                values.iter().map(|value| self.worded(expression, value)).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// How the number is written, if the expression is nothing but the name of a calculated value.
    fn asked_as(&self, expression: &Expression) -> Option<NumberFormat> {
        let [code] = expression.uses() else { return None };
        match &self.questionnaire.question(code.as_str())?.kind {
            QuestionKind::Calculated { decimals, .. } if expression.source() == name_of(code.as_str()) => {
                Some(NumberFormat { decimals: *decimals, ..NumberFormat::default() })
            }
            _ => None,
        }
    }

    /// What an option says that one of the questions which the expression looks at has, or a sibling in the group.
    fn label(&self, expression: &Expression, code: &str) -> String {
        let used = expression.uses().iter().filter_map(|code| self.questionnaire.question(code.as_str()));
        let mut all = used.chain(self.item.into_iter().flat_map(|(questions, _)| questions));
        let Ok(option) = Code::parse(code) else { return code.to_owned() };
        all.find_map(|question| self.option(question, &option)).unwrap_or_else(|| code.to_owned())
    }

    /// What an option of a question says, or its way out.
    pub fn option(&self, question: &Question, code: &Code) -> Option<String> {
        if let QuestionKind::Consent { .. } | QuestionKind::Summary { .. } = question.kind {
            let is_yes = code.as_str() == "yes";
            return Some(self.text(if is_yes { "respond-yes" } else { "respond-no" }));
        }
        let found = choices(question).into_iter().find(|choice| choice.code == *code).map(|choice| &choice.label);
        let ranked = || rankable(self.questionnaire, question).into_iter().find(|(known, _)| *known == code);
        found.or_else(|| ranked().map(|(_, label)| label)).map(|label| self.say(label))
    }

    /// A number as the language writes it, with as many digits as it has.
    pub fn number(&self, number: f64) -> String {
        let places = (0..=6).find(|places| {
            let scaled = number * 10_f64.powi(*places);
            (scaled - scaled.round()).abs() < 1e-7
        });
        locale::number(&self.language, number, usize::try_from(places.unwrap_or(6)).unwrap_or(0))
    }

    /// A number with its unit.
    pub fn amount(&self, number: f64, unit: Option<&str>, decimals: Option<u8>) -> String {
        let number = match decimals {
            Some(decimals) => locale::number(&self.language, number, usize::from(decimals)),
            None => self.number(number),
        };
        unit.map_or_else(|| number.clone(), |unit| format!("{number}\u{a0}{}", unit::in_words(&self.words, unit)))
    }

    /// The numbers of a column must come to something, and there is none.
    pub fn nothing_to_sum(&self, column: &LocalText, wanted: f64, unit: Option<&str>) -> String {
        let values = [("column", self.say(column).into()), ("total", self.amount(wanted, unit, None).into())];
        self.words.with("respond-wrong-total-none", &values).into_owned()
    }

    /// Minutes as hours and minutes.
    pub fn duration(&self, minutes: f64) -> String {
        let hours = (minutes / 60.0).floor();
        let rest = minutes - hours * 60.0;
        let part = |key: &str, number: f64| format!("{}\u{a0}{}", self.number(number), self.words.text(key));
        match (hours > 0.0, rest > 0.0) {
            (true, true) => format!("{} {}", part("respond-h", hours), part("respond-min", rest)),
            (true, false) => part("respond-h", hours),
            (false, _) => part("respond-min", rest),
        }
    }

    /// A date or a time as it is stored, in words.
    pub fn moment(&self, stored: &str) -> String {
        if let Ok(date) = NaiveDate::parse_from_str(stored, "%Y-%m-%d") {
            return locale::date(&self.language, date);
        }
        match stored.split_once('-') {
            Some((year, part)) if part.starts_with('Q') => format!("{part} {year}"),
            Some((year, month)) => format!("{month}/{year}"),
            None if stored.contains(':') => self.words.with_one("respond-clock", "time", stored).into_owned(),
            None => stored.to_owned(),
        }
    }
}

/// Whatever of a question can be chosen.
fn choices(question: &Question) -> Vec<&Choice> {
    let (options, rows): (&[Choice], _) = match &question.kind {
        QuestionKind::Single { options, .. } | QuestionKind::MultiSelect { options, .. } => (options, None),
        QuestionKind::Matrix { options, rows } => (options, Some(rows)),
        QuestionKind::Table { rows, .. } => (&[], Some(rows)),
        QuestionKind::Group { questions, .. } => return questions.iter().flat_map(choices).collect(),
        _ => (&[], None),
    };
    let ways_out = rows.into_iter().flatten().filter_map(|row| row.dont_know.as_ref());
    options.iter().chain(ways_out).chain(&question.dont_know).collect()
}

/// Kinds of files, as people call them.
pub fn kinds(kinds: &[FileKind]) -> String {
    kinds.iter().map(|kind| kind.as_str().to_uppercase()).collect::<Vec<_>>().join(", ")
}

/// How large a file is: `2 MB`, `2,3 MB`, or in kilobytes if it is less than one.
#[expect(clippy::cast_precision_loss, reason = "files are small")]
pub fn size(words: Words, bytes: usize) -> String {
    let tenths = (bytes as f64 * 10.0 / MEGABYTE as f64).round();
    let (unit, number, decimals) = match bytes {
        bytes if bytes >= MEGABYTE => ("respond-file-megabytes", tenths / 10.0, usize::from(tenths % 10.0 != 0.0)),
        bytes => ("respond-file-kilobytes", bytes.div_ceil(1024) as f64, 0),
    };
    words.with_one(unit, "size", words.decimal(number, decimals)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_a_decimal_only_where_it_says_something() {
        let sizes = [1, 1024, MEGABYTE - 1, 2 * MEGABYTE, 2 * MEGABYTE + 9, 2_411_724, 25 * MEGABYTE];
        let german = sizes.map(|bytes| size(Words::nearest(&Language::german()), bytes).replace('\u{a0}', " "));
        assert_eq!(german, ["1 KB", "1 KB", "1.024 KB", "2 MB", "2 MB", "2,3 MB", "25 MB"]);
    }
}
