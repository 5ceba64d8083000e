//! Totals by the table that the script of the page is held to as well.

use std::collections::BTreeMap;

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
    /// Whether a column of notes stands beside the numbers, and both have a way out.
    #[serde(default)]
    is_beside: bool,
    cases: Vec<Case>,
}

/// `says` begins with `right`, `low` or `high`, with `none` where all numbers are missing, or with `wrong` where a number is not right
/// by itself; empty where there is nothing to say.
#[derive(Deserialize)]
struct Case {
    typed: Vec<String>,
    /// What stands in other fields.
    #[serde(default)]
    others: BTreeMap<String, String>,
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
        let numbers = format!("{unit}{min}{max}decimals: {}, total: {}", self.decimals, self.total);
        let kind = if self.is_beside {
            let columns = format!(
                "{{id: amount, type: numeric, de: A, en: A, {numbers}}}, {{id: note, type: short_text, max_length: 9, de: N, en: N}}"
            );
            format!("type: table, dont_know: true, columns: [{columns}]")
        } else {
            format!("type: amounts, {numbers}")
        };
        let question = format!("{{id: q, text: {{de: Q, en: Q}}, {kind}, rows: [{rows}]}}");
        let title = "{de: T, en: T}";
        let source = format!(
            "id: t\nversion: 1\nkind: special\nlanguages: [de, en]\ndefault_language: de\nestimated_minutes: 1\n\
             dont_know: {{code: dk, de: D, en: D}}\n\
             title: {title}\nintro: {title}\nthanks: {title}\nsections: [{{id: s, title: {title}, questions: [{question}]}}]\n"
        );
        read(source.as_bytes()).unwrap()
    }

    fn verdict(&self, case: &Case) -> &'static str {
        let names = ["q.a.amount", "q.b.amount", "q.c.amount"];
        let others = case.others.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let fields: Vec<_> = names.into_iter().zip(case.typed.iter().map(String::as_str)).chain(others).collect();
        let language = Language::parse(&self.language).unwrap();
        let Posted { problems, .. } = Visit { language, ..visit(self.questionnaire(), "s") }.post(&fields);
        match problems.as_slice() {
            [] if !case.typed.iter().any(|typed| !typed.trim().is_empty()) => "",
            [] => "right",
            [FieldProblem { fault: Fault::WrongTotal { wanted, given }, .. }] if given < wanted => "low",
            [FieldProblem { fault: Fault::WrongTotal { .. }, .. }] => "high",
            [FieldProblem { fault: Fault::NothingToSum { .. }, .. }] => "none",
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
