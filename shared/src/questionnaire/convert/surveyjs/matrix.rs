//! One or several options a row.

use std::rc::Rc;

use serde_json::Value;

use super::Reading;
use super::choices::{Offer, parted};
use super::condition::{all, written};
use super::fields::Fields;
use super::json::{spelled, told};
use super::known::Kind;
use super::made::Made;
use super::names::Names;
use crate::questionnaire::convert::codes::Codes;
use crate::questionnaire::convert::lists::{NotOurs, rows_that_fit};
use crate::questionnaire::format::{Column, Question, QuestionType, Required, Row};
use crate::questionnaire::problem::quoted;

/// What their tool needs of a question with parts.
pub const ONE_IS_ENOUGH: &str = "it is mandatory, and one answer in it is enough";

impl Reading<'_> {
    /// A matrix; without rows it is one question with options.
    pub fn matrix(&mut self, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        let mut offer = Offer::default();
        let (columns, visible_if) = (fields.list("columns"), fields.string("columnsVisibleIf"));
        self.offer(columns, visible_if, &fields.at("columns"), &mut offer);
        if let Some(count) = offer.too_many() {
            return self.texts_instead(count, fields, question);
        }
        if offer.options.choices.is_empty() {
            self.report.dropped(&fields.place, "it has no columns to choose from");
            return Made::Dropped;
        }
        let is_multiple = fields.string("cellType") == Some("checkbox");
        let (rows, names) = self.rows(fields);
        if fields.flags(&["isAllRowRequired", "eachRowRequired"]) {
            question.required = Some(Required::Hard);
        } else if !rows.is_empty() {
            self.every_row(fields, question);
        }
        let options = offer.done();
        question.options = Some(options.choices.clone());
        let cell = if is_multiple { Kind::Choices(options) } else { Kind::Choice(options) };
        if rows.is_empty() {
            self.report.replaced(&fields.place, "a matrix without rows", "a question with options");
            question.question_type = if is_multiple { QuestionType::MultiSelect } else { QuestionType::Single };
            return Made::Replaced(cell);
        }
        question.question_type = QuestionType::Matrix;
        question.several = is_multiple;
        question.rows = rows;
        Made::Carried(Kind::Matrix(Rc::new(names), Rc::new(cell)))
    }

    /// Theirs is answered once one row is; ours once every row is.
    pub fn every_row(&mut self, fields: &Fields<'_>, question: &Question) {
        if question.required.is_some() {
            self.report.replaced(fields.at("isRequired"), ONE_IS_ENOUGH, "every row is asked for");
        }
    }

    /// More options than a row can have: a text each.
    fn texts_instead(&mut self, count: usize, fields: &mut Fields<'_>, question: &mut Question) -> Made {
        fields.string("cellType");
        let (rows, _) = self.rows(fields);
        let made = self.text_instead(NotOurs::TooLong(count), false, fields, question);
        if !rows.is_empty() {
            question.question_type = QuestionType::Table;
            question.rows = rows;
            let (column_type, label) = (QuestionType::ShortText, self.standard("surveyjs-value", &[]));
            question.columns = vec![Column { id: "value".into(), column_type, label, ..Column::default() }];
        }
        made
    }

    /// The rows of a matrix or table, and their codes by name.
    pub fn rows(&mut self, fields: &mut Fields<'_>) -> (Vec<Row>, Names<String>) {
        let (mut rows, mut names, mut codes) = (vec![], Names::default(), Codes::default());
        let visible_if = fields.string("rowsVisibleIf");
        let (list, place) = (fields.list("rows"), fields.at("rows"));
        let mut renamed: Vec<(String, String)> = vec![];
        let kept = rows_that_fit(self.report, &fields.place, list.len());
        for (at, item) in list.iter().take(kept).map(parted).enumerate() {
            let place = format!("{place}[{at}]");
            if let Some((value, row)) = self.row(&item, visible_if, &place, &mut codes) {
                names.add(&value, row.id.clone());
                renamed.extend((row.id != value).then(|| (value, row.id.clone())));
                rows.push(row);
            }
        }
        if let Some((value, id)) = renamed.first() {
            let reason = format!("expressions cannot name {} rows, such as {}", renamed.len(), quoted(value));
            self.report.replaced(place, reason, format!("codes such as {id}"));
        }
        (rows, names)
    }

    fn row(&mut self, item: &Value, visible_if: Option<&str>, place: &str, codes: &mut Codes) -> Option<(String, Row)> {
        let value = if item.is_object() { item.get("value").cloned().unwrap_or_default() } else { item.clone() };
        let name = spelled(&value);
        if value.is_null() || value.is_array() || value.is_object() || name.trim().is_empty() {
            self.report.dropped(place, format!("{} is no row", told(item)));
            return None;
        }
        let id = codes.make_name(&name, "row");
        let everywhere = self.shown_for(visible_if, Some(item), place);
        let Some(mut fields) = Fields::of(item, place) else {
            return Some((
                name.clone(),
                Row { id, show_if: written(everywhere), label: self.same(&name), ..Row::default() },
            ));
        };
        fields.take("value");
        let text = fields.take("text");
        let label = self.texts_or(text, &fields.at("text"), &name);
        let own_if = fields.string("visibleIf");
        let own = self.shown_for(own_if, Some(item), &fields.at("visibleIf"));
        fields.named_in(own_if.into_iter().chain(visible_if));
        self.finish(fields);
        let show_if = written(all(everywhere.into_iter().chain(own)));
        Some((name, Row { id, show_if, label, ..Row::default() }))
    }
}
