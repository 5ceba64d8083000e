use proptest::prelude::*;
use serde_json::{Value, json};

use super::Cell::{Code, Flag, Number, Text};
use super::*;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::model::Questionnaire;
use crate::questionnaire::read::read;

const EVERY_TYPE: &str = include_str!("../read/every_type.yaml");

#[expect(clippy::needless_pass_by_value, reason = "lists are written where they are used")]
fn of(questions: Vec<Value>) -> Questionnaire {
    let source = json!({
        "id": "q", "languages": ["en"], "default_language": "en", "title": {"en": "Q"},
        "dont_know": {"code": "dk", "en": "don't know"},
        "sections": [{"id": "s", "title": {"en": "S"}, "questions": questions}],
    });
    read(source.to_string().as_bytes()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn question(id: &str, kind: &str, mut rest: Value) -> Value {
    let own = [("id", json!(id)), ("type", json!(kind)), ("text", json!({"en": format!("{id}?")}))];
    rest.as_object_mut().unwrap().extend(own.map(|(key, value)| (key.to_owned(), value)));
    rest
}

fn options(codes: &[&str]) -> Value {
    let option = |code: &&str| {
        let words = json!({"code": code, "en": format!("{code}!")});
        if *code == "other" { json!({"code": code, "en": "Other", "other_text": true}) } else { words }
    };
    codes.iter().map(option).collect()
}

fn rows(codes: &[&str]) -> Value {
    codes.iter().map(|code| json!({"id": code, "en": format!("{code} row")})).collect()
}

fn names(variables: &Variables) -> Vec<&str> {
    variables.iter().map(|variable| variable.name.as_str()).collect()
}

fn one(questionnaire: &Questionnaire) -> Variables {
    Variables::of_versions(&[(1, questionnaire)]).unwrap()
}

fn answers(answers: Value) -> Answers {
    serde_json::from_value(answers).unwrap()
}

/// The cells of a response by their columns, without the empty ones.
fn filled<'a>(variables: &'a Variables, version: i64, answers: &'a Answers) -> Vec<(&'a str, Cell<'a>)> {
    let cells = names(variables).into_iter().zip(variables.row(version, answers));
    cells.filter(|(_, cell)| *cell != Cell::Empty).collect()
}

#[test]
fn every_type_has_its_columns() {
    let questionnaire = read(EVERY_TYPE.as_bytes()).unwrap();
    let variables = one(&questionnaire);
    let expected = [
        "ok",
        "land",
        "quality",
        "cost",
        "share",
        "day",
        "q",
        "costs.energy",
        "costs.staff",
        "staff.x.women",
        "staff.x.how",
        "sum",
        "right",
        "sites",
        "sites.1.name",
        "sites.1.heads",
        "sites.2.name",
        "sites.2.heads",
        "sites.3.name",
        "sites.3.heads",
        "sites.4.name",
        "sites.4.heads",
        "all",
        "papers",
    ];
    assert_eq!(names(&variables), expected);
    let heads = variables.iter().find(|variable| variable.name == "sites.2.heads").unwrap();
    assert_eq!(
        heads.label.get(&crate::language::Language::english(), &crate::language::Language::german()),
        "Site 2 – Heads"
    );
    assert_eq!(heads.conditions, ["name != \"x\""]);
    let quality = variables.iter().find(|variable| variable.name == "quality").unwrap();
    assert_eq!(quality.values.iter().map(|value| value.value.as_str()).collect::<Vec<_>>(), ["1", "7"]);
    let currency = variables.iter().find(|variable| variable.name == "cost").unwrap();
    assert_eq!((currency.variable_type, currency.unit.as_deref()), (VariableType::Number, Some("eur")));
}

#[test]
fn answers_fill_their_columns_and_dont_know_is_never_nought() {
    let questionnaire = of(vec![
        question("s", "single", json!({"options": options(&["a", "other"]), "dont_know": true})),
        question("m", "multi_select", json!({"options": options(&["a", "b", "other"]), "dont_know": true})),
        question("n", "numeric", json!({"dont_know": true})),
        question(
            "x",
            "matrix",
            json!({"options": options(&["a", "b"]), "rows": rows(&["r1", "r2"]), "dont_know": true}),
        ),
        question("r", "ranking", json!({"options": options(&["a", "b", "c"])})),
        question(
            "t",
            "table",
            json!({"rows": rows(&["r"]), "dont_know": true, "columns": [
                {"id": "c", "type": "numeric", "en": "C"},
                {"id": "d", "type": "multi_select", "options": options(&["a", "b"]), "en": "D"},
            ]}),
        ),
        question("u", "upload", json!({"max_files": 2})),
    ]);
    let variables = one(&questionnaire);
    let given = answers(json!({
        "s": {"other": {"code": "other", "text": "words"}},
        "m": {"choices": {"codes": ["b", "other"], "other": "more"}},
        "n": {"number": 2.5},
        "x": {"matrix": {"r1": "b", "r2": "dk"}},
        "r": {"ranking": ["c", "a"]},
        "t": {"table": {"r": {"c": {"choice": "dk"}, "d": {"choices": {"codes": ["a"]}}}}},
        "u": {"files": [{"id": "019aaaaa-0000-7000-8000-000000000000", "name": "a.pdf", "size": 3, "kind": "pdf"}]},
    }));
    let expected = [
        ("s", Code("other")),
        ("s.other.text", Text("words")),
        ("m.a", Flag(false)),
        ("m.b", Flag(true)),
        ("m.other", Flag(true)),
        ("m.other.text", Text("more")),
        ("m.dk", Flag(false)),
        ("n", Number(2.5)),
        ("n.dk", Flag(false)),
        ("x.r1", Code("b")),
        ("x.r2", Code("dk")),
        ("r.a", Number(2.0)),
        ("r.c", Number(1.0)),
        ("t.r.c.dk", Flag(true)),
        ("t.r.d.a", Flag(true)),
        ("t.r.d.b", Flag(false)),
        ("t.r.d.dk", Flag(false)),
        // How many, and no name: it may be the company's.
        ("u", Number(1.0)),
    ];
    assert_eq!(filled(&variables, 1, &given), expected);
    let unknown = answers(json!({"s": {"choice": "dk"}, "m": {"choice": "dk"}, "n": {"choice": "dk"}}));
    let expected = [("s", Code("dk")), ("m.dk", Flag(true)), ("n.dk", Flag(true))];
    assert_eq!(filled(&variables, 1, &unknown), expected);
}

#[test]
fn what_a_later_version_removes_or_adds_shifts_nothing() {
    let first = of(vec![
        question("m", "multi_select", json!({"options": options(&["a", "b", "c"])})),
        question("gone", "numeric", json!({})),
        question("end", "short_text", json!({})),
    ]);
    let second = of(vec![
        question("new", "date", json!({})),
        question("m", "multi_select", json!({"options": options(&["a", "a2", "c"])})),
        question("end", "short_text", json!({})),
    ]);
    let both = Variables::of_versions(&[(1, &first), (2, &second)]).unwrap();
    assert_eq!(names(&both), ["new", "m.a", "m.a2", "m.b", "m.c", "gone", "end"]);
    let versions: Vec<_> = both.iter().map(|variable| variable.versions.as_slice()).collect();
    assert_eq!(versions, [&[2][..], &[1, 2], &[2], &[1], &[1, 2], &[1], &[1, 2]]);
    // An option that the version does not have is empty, not 0.
    let ticked = answers(json!({"m": {"choices": {"codes": ["c"]}}}));
    let expected = [("m.a", Flag(false)), ("m.a2", Flag(false)), ("m.c", Flag(true))];
    assert_eq!(filled(&both, 2, &ticked), expected);
}

#[test]
fn another_type_or_unit_is_another_column() {
    let first = of(vec![question("a", "numeric", json!({"unit": "eur"}))]);
    let second = of(vec![question("a", "numeric", json!({"unit": "thousand_eur"}))]);
    let third = of(vec![question("a", "short_text", json!({}))]);
    let all = Variables::of_versions(&[(1, &first), (2, &second), (3, &third), (4, &first)]).unwrap();
    assert_eq!(names(&all), ["a@3", "a@2", "a"]);
    assert_eq!(all.iter().last().unwrap().versions, [1, 4]);
    let given = answers(json!({"a": {"number": 7.0}}));
    assert_eq!(filled(&all, 2, &given), [("a@2", Number(7.0))]);
    assert_eq!(filled(&all, 4, &given), [("a", Number(7.0))]);
}

#[test]
fn values_of_all_versions_have_their_label() {
    let first = of(vec![question("s", "single", json!({"options": options(&["a", "b"])}))]);
    let second = of(vec![question("s", "single", json!({"options": options(&["a", "c"]), "dont_know": true}))]);
    let both = Variables::of_versions(&[(1, &first), (2, &second)]).unwrap();
    let variable = both.iter().next().unwrap();
    let values: Vec<_> = variable.values.iter().map(|value| (value.value.as_str(), value.is_missing)).collect();
    assert_eq!(values, [("a", false), ("c", false), ("dk", true), ("b", false)]);
}

#[test]
fn more_columns_than_a_sheet_holds_are_refused() {
    let codes: Vec<String> = (0..400).map(|at| format!("r{at}")).collect();
    let rows = rows(&codes.iter().map(String::as_str).collect::<Vec<_>>());
    let columns: Vec<_> = (0..40).map(|at| json!({"id": format!("c{at}"), "type": "numeric", "en": "C"})).collect();
    let table = || json!({"rows": rows, "columns": columns});
    let most = of(vec![question("t", "table", table())]);
    assert_eq!(one(&most).len(), MOST);
    let more = of(vec![question("n", "nps", json!({})), question("t", "table", table())]);
    assert_eq!(Variables::of_versions(&[(1, &more)]), Err(TooManyColumns));
    assert_eq!(
        Variables::of_versions(&[(1, &most), (2, &of(vec![question("n", "nps", json!({}))]))]),
        Err(TooManyColumns)
    );
}

fn a_question(id: usize) -> impl Strategy<Value = Value> {
    let id = format!("q{id}");
    let kinds = vec!["single", "multi_select", "ranking", "matrix", "numeric", "short_text", "note", "group"];
    let codes = prop::sample::subsequence(vec!["a", "b", "c", "other", "r1"], 1..=5).prop_shuffle();
    (prop::sample::select(kinds), codes, any::<bool>()).prop_map(move |(kind, codes, dont_know)| match kind {
        "single" | "multi_select" => question(&id, kind, json!({"options": options(&codes), "dont_know": dont_know})),
        "ranking" => question(&id, kind, json!({"options": options(&codes)})),
        "matrix" => question(&id, kind, json!({"options": options(&["a"]), "rows": rows(&codes)})),
        "numeric" => question(&id, kind, json!({"dont_know": dont_know, "unit": codes[0]})),
        "group" => {
            let inner = question(&format!("{id}-{}", codes[0]), "numeric", json!({}));
            question(&id, kind, json!({"repeat": {"max": codes.len()}, "questions": [inner]}))
        }
        _ => question(&id, kind, json!({})),
    })
}

fn a_version() -> impl Strategy<Value = Questionnaire> {
    let which = prop::sample::subsequence((0..6).collect::<Vec<usize>>(), 1..=6).prop_shuffle();
    which.prop_flat_map(|ids| ids.into_iter().map(a_question).collect::<Vec<_>>()).prop_map(of)
}

fn is_subsequence(short: &[&str], long: &[&str]) -> bool {
    let mut long = long.iter();
    short.iter().all(|name| long.any(|other| other == name))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_later_version_never_moves_or_loses_a_column(versions in prop::collection::vec(a_version(), 1..5)) {
        let numbered: Vec<_> = (1..).zip(&versions).collect();
        let whole = Variables::of_versions(&numbered).unwrap();
        let mut unique = names(&whole);
        unique.sort_unstable();
        unique.dedup();
        prop_assert_eq!(unique.len(), whole.len());
        for end in 1..=numbered.len() {
            let earlier = Variables::of_versions(&numbered[..end]).unwrap();
            prop_assert!(is_subsequence(&names(&earlier), &names(&whole)), "{:?} in {:?}", names(&earlier), names(&whole));
            // Every column of the version itself is there, and says so.
            let (number, questionnaire) = numbered[end - 1];
            let has = whole.iter().filter(|variable| variable.versions.contains(&number)).count();
            prop_assert_eq!(has, one(questionnaire).len());
        }
    }
}
