//! Columns of different kinds for each row.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::Reading;
use super::fields::Fields;
use super::json::spelled;
use super::known::{Entry, Kind};
use super::made::Made;
use super::names::Names;
use super::page::Within;
use crate::questionnaire::convert::codes::Codes;
use crate::questionnaire::format::{Choice, Column, Question, QuestionType};
use crate::questionnaire::problem::quoted;

/// Columns of the widest table.
const MOST_COLUMNS: usize = 40;
/// What cells can be.
const CELLS: [&str; 11] = [
    "text",
    "comment",
    "radiogroup",
    "dropdown",
    "checkbox",
    "tagbox",
    "buttongroup",
    "imagepicker",
    "boolean",
    "rating",
    "slider",
];

/// Types that columns have as questions do.
const KEPT: [QuestionType; 7] = [
    QuestionType::Single,
    QuestionType::MultiSelect,
    QuestionType::Dropdown,
    QuestionType::Numeric,
    QuestionType::Date,
    QuestionType::ShortText,
    QuestionType::OpenText,
];

impl Reading<'_> {
    /// A table whose rows are given.
    pub fn table(&mut self, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        let (rows, row_names) = self.rows(fields);
        let columns = columns(fields);
        let (mut made, mut names, mut codes) = (vec![], Names::default(), Codes::default());
        for (at, column) in columns.iter().enumerate() {
            let place = format!("{}.columns[{at}]", fields.place);
            if at >= MOST_COLUMNS {
                self.report.dropped(place, format!("a table has at most {MOST_COLUMNS} columns"));
            } else if let Some((name, column, kind)) = self.column(column, &place, &mut codes) {
                names.add(&name, Entry { code: column.id.clone(), kind });
                made.push(column);
            }
        }
        let details = fields.list("detailElements");
        if !details.is_empty() {
            let details = serde_json::json!({ "elements": details });
            self.lost(&details, &fields.at("detailElements"), "questions on each row of a table");
        }
        if made.is_empty() || rows.is_empty() {
            self.report.dropped(&fields.place, "it has no rows or no columns that can be carried over");
            return Made::Dropped;
        }
        self.every_row(fields, question);
        question.question_type = QuestionType::Table;
        (question.rows, question.columns) = (rows, made);
        Made::Carried(Kind::Table(Rc::new(row_names), Rc::new(names)))
    }

    fn column(&mut self, column: &Value, place: &str, codes: &mut Codes) -> Option<(String, Column, Kind)> {
        let mut fields = Fields::of(column, place)?;
        let name = fields.take("name").map(spelled).unwrap_or_default();
        let mut question = Question::default();
        let within = Within::default();
        let (is_hidden, their_type) =
            (fields.choice("visible") == Some(false), fields.string("type").unwrap_or("text"));
        if is_hidden && !fields.has("visibleIf") {
            self.report.dropped(&fields.place, super::page::HIDDEN);
            return None;
        }
        if !CELLS.contains(&their_type) {
            self.report.dropped(&fields.place, format!("a column of the type {}", quoted(their_type)));
            return None;
        }
        let input = column.get("inputType").and_then(Value::as_str);
        self.common(&mut fields, &name, &within, &mut question);
        let made = self.typed(their_type, &name, &mut fields, &within, &mut question);
        let place = fields.place.clone();
        let (Made::Carried(kind) | Made::Replaced(kind)) = made else { return None };
        self.finish(fields);
        let their_type = if their_type == "text" { input.unwrap_or(their_type) } else { their_type };
        let (mut column, kind) = self.celled(question, kind, their_type, &place)?;
        column.id = codes.make_name(&name, "column");
        if column.id != name {
            self.report.replaced(
                place,
                format!("expressions cannot name the column {}", quoted(&name)),
                column.id.as_str(),
            );
        }
        Some((name, column, kind))
    }

    /// A question as the column of a table.
    fn celled(&mut self, question: Question, kind: Kind, theirs: &str, place: &str) -> Option<(Column, Kind)> {
        use QuestionType as T;
        let (column_type, kind) = match (question.question_type, kind) {
            (same, kind) if KEPT.contains(&same) => (same, kind),
            (T::YesNo, kind) => (T::Single, kind),
            (T::Rating | T::Slider, kind) => (T::Numeric, kind),
            (T::Email | T::Url | T::Phone | T::Month | T::Time, _) => (T::ShortText, Kind::Text),
            _ => {
                self.report.dropped(place, format!("a column of the type {theirs}"));
                return None;
            }
        };
        if column_type != question.question_type {
            let name =
                QuestionType::ALL.iter().find(|(_, one)| *one == column_type).map_or("another", |(name, _)| name);
            self.report.replaced(place, format!("a column of the type {theirs}"), name);
        }
        let is_yes_no = question.question_type == T::YesNo;
        let mut options = if is_yes_no { Some(self.yes_and_no()) } else { question.options.clone() };
        let several = column_type == T::MultiSelect;
        self.keep_options(options.as_deref_mut().unwrap_or_default(), several, several, place);
        self.more_than_a_column(&question, place);
        let Question { min, max, decimals, max_length, text: label, .. } = question;
        Some((Column { column_type, options, min, max, decimals, max_length, label, ..Column::default() }, kind))
    }

    fn yes_and_no(&mut self) -> Vec<Choice> {
        let words = [("yes", "surveyjs-yes"), ("no", "surveyjs-no")];
        words
            .map(|(code, key)| Choice { code: code.into(), label: self.standard(key, &[]), ..Choice::default() })
            .into()
    }

    /// Tells what questions have and columns have not.
    fn more_than_a_column(&mut self, question: &Question, place: &str) {
        let parts = [
            (question.show_if.is_some(), "a condition"),
            (question.required.is_some(), "being mandatory"),
            (question.help.is_some(), "a help text"),
            (question.dont_know.is_some(), "a \"don't know\""),
            (question.randomise, "an order that is drawn"),
            (question.min_choices.is_some() || question.max_choices.is_some(), "a number of options"),
            (!question.checks.is_empty(), "rules"),
        ];
        for (_, what) in parts.into_iter().filter(|(is_there, _)| *is_there) {
            self.report.dropped(place, format!("{what}: columns of a table have none"));
        }
    }
}

/// The columns of a table as elements of their own: the type of their cells and the choices of the whole filled in.
pub fn columns(fields: &mut Fields<'_>) -> Vec<Value> {
    let (list, choices) = (fields.list("columns"), fields.take("choices"));
    let whole = fields.string("cellType").filter(|kind| *kind != "default").unwrap_or("dropdown");
    let element = |column: &Value| {
        let mut column = match column {
            Value::Object(column) => column.clone(),
            name => Map::from_iter([("name".to_owned(), name.clone())]),
        };
        let kind = column.remove("cellType");
        let kind = kind.and_then(|kind| kind.as_str().filter(|kind| *kind != "default").map(str::to_owned));
        let kind = kind.unwrap_or_else(|| whole.to_owned());
        let selects =
            ["dropdown", "radiogroup", "checkbox", "tagbox", "ranking", "buttongroup"].contains(&kind.as_str());
        let has_own = column.get("choices").and_then(Value::as_array).is_some_and(|own| !own.is_empty())
            || column.contains_key("choicesByUrl")
            || column.contains_key("choicesFromQuestion");
        if let (true, false, Some(choices)) = (selects, has_own, choices) {
            column.insert("choices".into(), choices.clone());
        }
        column.insert("type".into(), Value::String(kind));
        Value::Object(column)
    };
    list.iter().take(MOST_COLUMNS + 1).map(element).collect()
}
