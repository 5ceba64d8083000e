//! Rows and columns.

use serde_json::{Value, json};

use super::super::limits::MOST_DECIMALS;
use super::question::number;
use super::{Object, Writing};
use crate::questionnaire::format::{Bound, Column, Question, QuestionType, Row};

impl<'w> Writing<'w> {
    /// The rows and options of a matrix.
    pub fn rows_and_columns(&mut self, question: &'w Question, place: &str, element: &mut Object) {
        let options = self.options(question.options.as_ref(), question.scale.as_deref());
        let exclusive = |option: &crate::questionnaire::format::Choice| option.exclusive;
        let mut columns = vec![];
        for option in options {
            let is_exclusive = exclusive(option);
            let before = self.report.notices.len();
            let mut column = self.choice(option, place, false);
            if is_exclusive {
                // Columns of a matrix can rule out others.
                column["isExclusive"] = json!(true);
                self.report.notices.truncate(before);
            }
            columns.push(column);
        }
        element.insert("columns".into(), Value::Array(columns));
        let rows = self.rows(&question.rows, place);
        element.insert("rows".into(), rows);
        if question.dont_know.is_some() {
            self.report.dropped(format!("{place}.dont_know"), "the rows of a matrix have no way out");
        }
        if question.randomise || question.rotate {
            self.report.dropped(place, "options of a matrix are not drawn");
        }
    }

    fn rows(&mut self, rows: &'w [Row], place: &str) -> Value {
        let mut list = vec![];
        for row in rows {
            let place = format!("{place}.rows ({})", row.id);
            let mut object = Object::new();
            object.insert("value".into(), json!(row.id));
            object.insert("text".into(), self.texts(&row.label, &place));
            self.shown_if(row.show_if.as_ref(), &place, &mut object);
            self.settings += usize::from(row.indicator.is_some());
            if row.dont_know.is_some() {
                self.report.dropped(place, "the row of a matrix has no way out");
            }
            list.push(Value::Object(object));
        }
        Value::Array(list)
    }

    /// A table.
    pub fn table(&mut self, question: &'w Question, place: &str, element: &mut Object) -> super::question::Fit {
        element.insert("type".into(), json!("matrixdropdown"));
        let mut columns = vec![];
        for column in &question.columns {
            columns.push(self.column(column, place));
        }
        element.insert("columns".into(), Value::Array(columns));
        let rows = self.rows(&question.rows, place);
        element.insert("rows".into(), rows);
        super::question::Fit::Same
    }

    fn column(&mut self, column: &'w Column, place: &str) -> Value {
        let place = format!("{place}.columns ({})", column.id);
        let mut object = Object::new();
        object.insert("name".into(), json!(column.id));
        object.insert("title".into(), self.texts(&column.label, &place));
        let (cell, input) = match column.column_type {
            QuestionType::Single => ("radiogroup", None),
            QuestionType::Dropdown => ("dropdown", None),
            QuestionType::MultiSelect => ("checkbox", None),
            QuestionType::Numeric => ("text", Some("number")),
            QuestionType::Date => ("text", Some("date")),
            QuestionType::OpenText => ("comment", None),
            _ => ("text", None),
        };
        object.insert("cellType".into(), json!(cell));
        object.extend(input.map(|input| ("inputType".to_owned(), json!(input))));
        if input.is_none() && !["text", "comment"].contains(&cell) {
            let options = self.options(column.options.as_ref(), column.scale.as_deref());
            let choices: Vec<_> = options.iter().map(|option| self.choice(option, &place, false)).collect();
            object.insert("choices".into(), Value::Array(choices));
        }
        for (key, bound) in [("min", &column.min), ("max", &column.max)] {
            let bound = match bound {
                Some(Bound::Number(value)) => number(*value),
                Some(Bound::Text(text)) => json!(text),
                None => continue,
            };
            object.insert(key.into(), bound);
        }
        let step = Some(column.decimals.unwrap_or(0))
            .filter(|digits| input == Some("number") && *digits < MOST_DECIMALS)
            .map(|digits| 10_f64.powi(-i32::from(digits)));
        object.extend(step.map(|step| ("step".to_owned(), number(step))));
        object.extend(column.max_length.map(|most| ("maxLength".to_owned(), json!(most))));
        self.settings += usize::from(column.unit.is_some());
        if column.total.is_some() {
            self.report.dropped(place, "the sum of a column is not checked");
        }
        Value::Object(object)
    }

    /// A number a row.
    pub fn amounts(&mut self, question: &'w Question, place: &str, element: &mut Object) -> super::question::Fit {
        element.insert("type".into(), json!("matrixdropdown"));
        let words = super::super::words::standard("surveyjs-value", &self.document.languages, &[]);
        let title = self.texts(&words, place);
        element.insert(
            "columns".into(),
            json!([{ "name": "value", "title": title, "cellType": "text", "inputType": "number" }]),
        );
        let rows = self.rows(&question.rows, place);
        element.insert("rows".into(), rows);
        super::question::Fit::Same
    }
}
