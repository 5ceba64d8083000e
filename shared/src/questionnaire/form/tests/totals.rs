//! Totals by the table that the script of the page is held to as well.

use serde::Deserialize;

use super::*;
use crate::questionnaire::unit::{in_words, spellings};
use crate::text::Words;

/// Fields that must come to a total, and what is said of them.
#[derive(Deserialize)]
struct Column {
    language: String,
    unit: Option<String>,
    /// What of the unit the page gives to its script: the word behind a number, and what may be typed.
    #[serde(default)]
    shown: String,
    #[serde(default)]
    units: String,
    decimals: u8,
    min: Option<f64>,
    max: Option<f64>,
    total: f64,
    cases: Vec<Case>,
}

/// `says` begins with `right`, `low` or `high`, or with `wrong` where a number is not right by itself; empty where none is given.
#[derive(Deserialize)]
struct Case {
    typed: Vec<String>,
    says: String,
}

impl Column {
    fn questionnaire(&self) -> Questionnaire {
        let key =
            |name: &str, value: Option<String>| value.map(|value| format!("{name}: {value}, ")).unwrap_or_default();
        let [unit, min, max] = [
            key("unit", self.unit.clone()),
            key("min", self.min.map(|min| min.to_string())),
            key("max", self.max.map(|max| max.to_string())),
        ];
        let rows = ["a", "b", "c"].map(|row| format!("{{id: {row}, de: {row}, en: {row}}}")).join(", ");
        let question = format!(
            "{{id: q, type: amounts, text: {{de: Q, en: Q}}, {unit}{min}{max}decimals: {}, total: {}, rows: [{rows}]}}",
            self.decimals, self.total
        );
        let title = "{de: T, en: T}";
        let source = format!(
            "id: t\nversion: 1\nkind: special\nlanguages: [de, en]\ndefault_language: de\nestimated_minutes: 1\n\
             title: {title}\nintro: {title}\nthanks: {title}\nsections: [{{id: s, title: {title}, questions: [{question}]}}]\n"
        );
        read(source.as_bytes()).unwrap()
    }

    fn verdict(&self, case: &Case) -> &'static str {
        let names = ["q.a.amount", "q.b.amount", "q.c.amount"];
        let fields: Vec<_> = names.into_iter().zip(case.typed.iter().map(String::as_str)).collect();
        let language = Language::parse(&self.language).unwrap();
        let Posted { answers, problems, .. } = Visit { language, ..visit(self.questionnaire(), "s") }.post(&fields);
        match problems.as_slice() {
            [] if answers.0.is_empty() => "",
            [] => "right",
            [FieldProblem { fault: Fault::WrongTotal { wanted, given }, .. }] if given < wanted => "low",
            [FieldProblem { fault: Fault::WrongTotal { .. }, .. }] => "high",
            _ => "wrong",
        }
    }
}

#[test]
fn totals_are_told_as_the_page_tells_them() {
    let columns: Vec<Column> = serde_json::from_str(include_str!("../../../../../tests/fixtures/totals.json")).unwrap();
    for column in &columns {
        let words = Words::nearest(&Language::parse(&column.language).unwrap());
        if let Some(unit) = &column.unit {
            assert_eq!((&column.shown, &column.units), (&in_words(&words, unit), &spellings(&words, unit).join("|")));
        }
        for case in &column.cases {
            let told = case.says.split(' ').next().unwrap_or_default();
            assert_eq!(column.verdict(case), told, "{:?} in {}", case.typed, column.language);
        }
    }
}
