//! Several short texts under one title.

use std::rc::Rc;

use serde_json::Value;

use super::Reading;
use super::dynamic::joined;
use super::fields::Fields;
use super::json::spelled;
use super::known::{Entry, Kind};
use super::made::Made;
use super::names::Names;
use super::texts::short;
use crate::questionnaire::convert::codes::Codes;
use crate::questionnaire::format::{Column, Question, QuestionType, Row};

/// One of the texts: its name and kind, and the question it would be on its own.
type Item = (String, Kind, Question);

impl Reading<'_> {
    /// Alike texts become a table of one column, others questions of their own.
    pub fn multiple_text(&mut self, fields: &mut Fields<'_>, name: &str, question: &mut Question) -> Made {
        let list = fields.list("items");
        let is_apart = list.iter().any(looks_at_others);
        let items = self.items(list, &fields.at("items"), is_apart.then_some(name));
        let Some((_, kind, first)) = items.first() else {
            self.report.dropped(&fields.place, "it has no items");
            return Made::Dropped;
        };
        let same = |other: &Question| Question { text: first.text.clone(), ..other.clone() } == *first;
        let is_plain =
            matches!(first.question_type, QuestionType::ShortText | QuestionType::Numeric | QuestionType::Date);
        if is_plain
            && !is_apart
            && first.checks.is_empty()
            && first.required.is_none()
            && items.iter().all(|(_, _, other)| same(other))
        {
            let kind = kind.clone();
            return self.one_column(items, kind, fields, question);
        }
        let is_one_kind = items.iter().all(|(_, _, other)| other.question_type == first.question_type);
        let reason = if is_one_kind {
            "texts under one title of which some must be answered, are longer or have rules"
        } else {
            "texts of different kinds under one title"
        };
        self.report.replaced(&fields.place, reason, "a question each");
        if question.required.is_some() {
            self.report.replaced(fields.at("isRequired"), super::matrix::ONE_IS_ENOUGH, "each of them is asked for");
        }
        let mut help = question.help.take();
        Made::Several(
            items
                .into_iter()
                .map(|(item, kind, mut single)| {
                    for (language, text) in &mut single.text {
                        let title = question.text.get(language).map(String::as_str).unwrap_or_default();
                        *text = short(format!("{title}: {text}"));
                    }
                    single.help = joined(help.take(), single.help.take());
                    single.show_if.clone_from(&question.show_if);
                    single.required = single.required.or(question.required);
                    (format!("{name}.{item}"), kind, single)
                })
                .collect(),
        )
    }

    /// The items; those that become questions of their own are seen by the rules of the next ones, by the codes they will have.
    fn items(&mut self, list: &[Value], place: &str, apart: Option<&str>) -> Vec<Item> {
        let (mut items, mut codes) = (vec![], self.codes.clone());
        for (at, item) in list.iter().enumerate() {
            let Some(item) = self.item(item, &format!("{place}[{at}]"), apart) else { continue };
            if let Some(whole) = apart {
                let part = format!("{whole}.{}", item.0);
                let code = codes.make_name(&part, "question");
                self.known.parts.add(&part, Entry { code, kind: item.1.clone() });
            }
            items.push(item);
        }
        self.known.parts = Names::default();
        items
    }

    fn item(&mut self, item: &Value, place: &str, apart: Option<&str>) -> Option<Item> {
        let Some(mut fields) = Fields::of(item, place) else {
            self.report.dropped(place, "this is no item");
            return None;
        };
        let name = fields.take("name").map(spelled).unwrap_or_default();
        let own = apart.map_or_else(|| name.clone(), |whole| format!("{whole}.{name}"));
        let (mut question, within) = (Question::default(), super::page::Within::default());
        self.common(&mut fields, &name, &within, &mut question);
        let made = self.typed("text", &own, &mut fields, &within, &mut question);
        self.finish(fields);
        match made {
            Made::Carried(kind) | Made::Replaced(kind) => Some((name, kind, question)),
            _ => None,
        }
    }

    fn one_column(&mut self, items: Vec<Item>, kind: Kind, fields: &Fields<'_>, question: &mut Question) -> Made {
        self.report.replaced(&fields.place, "texts under one title", "a table with one column");
        self.every_row(fields, question);
        let (mut rows, mut codes) = (Names::default(), Codes::default());
        let mut column =
            Column { id: "value".into(), label: self.standard("surveyjs-value", &[]), ..Column::default() };
        for (name, _, item) in items {
            let id = codes.make_name(&name, "row");
            // An item is the only cell of its row.
            rows.add(&name, format!("{id}.value"));
            column = Column {
                column_type: item.question_type,
                min: item.min,
                max: item.max,
                decimals: item.decimals,
                max_length: item.max_length,
                ..column
            };
            question.rows.push(Row { id, label: item.text, ..Row::default() });
        }
        question.columns = vec![column];
        question.question_type = QuestionType::Table;
        Made::Replaced(Kind::Matrix(Rc::new(rows), Rc::new(kind)))
    }
}

/// Whether the rules of an item may look at others.
fn looks_at_others(item: &Value) -> bool {
    let is_rule =
        |rule: &Value| rule.get("type").and_then(Value::as_str).is_some_and(|kind| kind.starts_with("expression"));
    let has_rules = item.get("validators").and_then(Value::as_array).is_some_and(|rules| rules.iter().any(is_rule));
    has_rules || ["minValueExpression", "maxValueExpression", "requiredIf"].iter().any(|key| item.get(key).is_some())
}
