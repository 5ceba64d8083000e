//! The names of the form, and what expressions of ours name.

use std::collections::{BTreeMap, HashMap};

use super::super::super::codes::Codes;
use super::super::super::formula::{Formula, ours};
use crate::questionnaire::format::{Column, Document, Question, QuestionType, Row};

/// What an answer is in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A number.
    Number,
    /// A text.
    Text,
    /// A date.
    Date,
    /// One choice.
    Choice,
    /// Several.
    Choices,
    /// A statement agreed to.
    Consent,
    /// A repeat as a whole.
    Repeat,
    /// Nothing to look at.
    Nothing,
}

/// Names by what they stand for.
pub struct Names {
    /// What our expressions name: the name in the form, and what it holds.
    known: HashMap<String, (String, Holds)>,
    /// Columns of repeats.
    columns: HashMap<String, String>,
    codes: Codes,
}

impl Names {
    /// Gives every question a name; what stands first keeps its own.
    pub fn of(document: &Document) -> Self {
        let mut names = Self { known: HashMap::new(), columns: HashMap::new(), codes: Codes::default() };
        for question in document.sections.iter().flat_map(|section| &section.questions) {
            names.question(question);
            for inner in &question.questions {
                let name = names.question(inner);
                names.columns.insert(format!("{}.{}", question.id, inner.id), name);
            }
        }
        for question in document.sections.iter().flat_map(|section| &section.questions) {
            for inner in std::iter::once(question).chain(&question.questions) {
                names.parts(inner);
            }
        }
        names
    }

    fn question(&mut self, question: &Question) -> String {
        let name = self.codes.make(&element(&question.id), "q");
        let holds = match (&question.value, question.question_type) {
            (Some(value), QuestionType::Calculated) => {
                ours::read(value).map_or(Holds::Nothing, |value| self.gives(&value))
            }
            _ => holds(question),
        };
        self.known.insert(question.id.clone(), (name.clone(), holds));
        name
    }

    /// What a calculation gives: a text if it begins with one, else a number.
    fn gives(&self, value: &Formula) -> Holds {
        match value {
            Formula::Text(_) => Holds::Text,
            Formula::Call(name, of) => match name.as_str() {
                // What is called on something gives true or false, which no calculation does.
                "text" | "lower" | "upper" => Holds::Text,
                "coalesce" => of.first().map_or(Holds::Number, |first| self.gives(first)),
                _ => Holds::Number,
            },
            Formula::Binary(left, ..) => self.gives(left),
            Formula::Either(parts) => self.gives(&parts.1),
            Formula::Name(name) if name == "today" => Holds::Date,
            Formula::Name(name) => self.get(name).map_or(Holds::Number, |(_, holds)| holds),
            _ => Holds::Number,
        }
    }

    /// Rows and cells are questions of their own in a form.
    fn parts(&mut self, question: &Question) {
        for row in &question.rows {
            match question.question_type {
                QuestionType::Matrix => self.matrix_row(question, row),
                QuestionType::Amounts => {
                    self.part(&[&question.id, &row.id, "amount"], &[&question.id, &row.id], Holds::Number);
                }
                _ => question.columns.iter().for_each(|column| self.cell(question, row, column)),
            }
        }
    }

    fn matrix_row(&mut self, question: &Question, row: &Row) {
        if question.several {
            self.part(&[&question.id, &row.id, "options"], &[&row.id], Holds::Choices);
        } else {
            self.part(&[&question.id, &row.id], &[&row.id], Holds::Choice);
        }
    }

    fn cell(&mut self, question: &Question, row: &Row, column: &Column) {
        let holds = match column.column_type {
            QuestionType::Single | QuestionType::Dropdown => Holds::Choice,
            QuestionType::MultiSelect => Holds::Choices,
            QuestionType::Date | QuestionType::Year => Holds::Date,
            QuestionType::ShortText | QuestionType::OpenText => Holds::Text,
            _ => Holds::Number,
        };
        let path = [question.id.as_str(), &row.id, &column.id];
        self.part(&path, &path, holds);
    }

    fn part(&mut self, path: &[&str], name: &[&str], holds: Holds) {
        let name = self.codes.make(&element(&name.join("_")), "row");
        self.known.insert(path.join("."), (name, holds));
    }

    /// The name of what an expression of ours names, and what it holds.
    pub fn get(&self, path: &str) -> Option<(&str, Holds)> {
        // A name that is no word stands in brackets.
        self.known.get(path.replace(['[', ']'], "").as_str()).map(|(name, holds)| (name.as_str(), *holds))
    }

    /// The name of the column of a repeat.
    pub fn column(&self, path: &str) -> Option<&str> {
        self.columns.get(path.replace(['[', ']'], "").as_str()).map(String::as_str)
    }

    /// A name that nothing else has.
    pub fn make(&mut self, name: &str) -> String {
        self.codes.make(&element(name), "part")
    }
}

/// Names are names of XML elements: no digit and no hyphen at the beginning.
fn element(code: &str) -> String {
    let begins_well = code.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '_');
    if begins_well { code.to_owned() } else { format!("q{code}") }
}

fn holds(question: &Question) -> Holds {
    use QuestionType as T;
    match question.question_type {
        T::ThreePoint | T::FivePoint | T::Single | T::Dropdown | T::YesNo => Holds::Choice,
        T::MultiSelect | T::Ranking => Holds::Choices,
        T::Rating | T::Nps | T::Numeric | T::Currency | T::Percentage | T::Slider | T::Duration => Holds::Number,
        T::Date | T::Month | T::Year | T::Time => Holds::Date,
        T::ShortText | T::OpenText | T::Email | T::Url | T::Phone | T::Quarter => Holds::Text,
        T::Consent => Holds::Consent,
        T::Group => Holds::Repeat,
        T::Calculated | T::Matrix | T::Amounts | T::Table | T::Summary | T::Upload | T::Note => Holds::Nothing,
    }
}

/// Counts by name.
pub type Counts = BTreeMap<&'static str, usize>;
