mod made;
mod properties;
mod refused;
mod resolved;
mod totals;

use std::sync::LazyLock;

use super::super::answer::{Answer, Answers};
use super::super::attributes::Attributes;
use super::super::fault::{Fault, FieldProblem};
use super::super::model::{Code, Questionnaire};
use super::super::read::read;
use super::super::route::Circumstances;
use super::super::validate::{OTHER_TEXT, validate_all};
use super::*;
use crate::language::Language;

static BUSINESS: LazyLock<Questionnaire> =
    LazyLock::new(|| read(include_bytes!("../../../examples/questionnaires/business_situation.yaml")).unwrap());
static LOCATION: LazyLock<Questionnaire> =
    LazyLock::new(|| read(include_bytes!("../../../examples/questionnaires/location_and_society.yaml")).unwrap());

fn business() -> Questionnaire {
    BUSINESS.clone()
}

fn location() -> Questionnaire {
    LOCATION.clone()
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn codes(texts: &[&str]) -> Vec<Code> {
    texts.iter().map(|text| code(text)).collect()
}

fn choices(texts: &[&str], other: Option<&str>) -> Answer {
    Answer::Choices { codes: codes(texts), other: other.map(Into::into) }
}

/// A visit to one section: what was answered before, and who asks.
struct Visit {
    questionnaire: Questionnaire,
    section: &'static str,
    known: Answers,
    attributes: Attributes,
    round: &'static str,
    language: Language,
}

fn visit(questionnaire: Questionnaire, section: &'static str) -> Visit {
    let attributes = [("sector".to_owned(), "C".to_owned())].into();
    let (known, language) = (Answers::default(), Language::german());
    Visit { questionnaire, section, known, attributes, round: "2026-Q4", language }
}

impl Visit {
    fn knowing(mut self, question: &str, answer: Answer) -> Self {
        self.known.0.insert(code(question), answer);
        self
    }

    fn circumstances(&self) -> Circumstances<'_> {
        Circumstances::new(&self.attributes, Some(self.round))
    }

    fn post(&self, fields: &[(&str, &str)]) -> Posted {
        let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let (_, section) = self.questionnaire.section(self.section).unwrap();
        let (questionnaire, known, language) = (&self.questionnaire, &self.known, &self.language);
        read_section(
            Page { questionnaire, section, known, circumstances: self.circumstances(), language, arrived: &[] },
            &fields,
        )
    }

    /// The one problem of a post that must leave the answers as they were.
    #[track_caller]
    fn fault(&self, fields: &[(&str, &str)]) -> (String, Fault) {
        let Posted { answers, problems, .. } = self.post(fields);
        assert_eq!(answers, self.known, "nothing is changed");
        let [FieldProblem { field, fault, .. }] = problems.as_slice() else { panic!("{problems:?}") };
        (field.clone(), fault.clone())
    }

    /// The answer to one question after a post without problems.
    #[track_caller]
    fn answer(&self, question: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let Posted { answers, problems, .. } = self.post(fields);
        assert_eq!(problems, []);
        answers.get(question).cloned()
    }
}

#[test]
fn each_kind_is_read() {
    let s2 = visit(business(), "s2");
    assert_eq!(s2.answer("stocks", &[("stocks", "adequate")]), Some(Answer::Choice(code("adequate"))));
    assert_eq!(s2.answer("orders_level", &[("orders_level", "dk")]), Some(Answer::Choice(code("dk"))));
    let rows =
        [("next_quarter.activity_next", "up"), ("next_quarter.export_next", "dk"), ("next_quarter.jobs_next", "")];
    let matrix = [("activity_next", "up"), ("export_next", "dk")].map(|(row, option)| (code(row), code(option)));
    assert_eq!(s2.answer("next_quarter", &rows), Some(Answer::Matrix(matrix.into())));
    assert_eq!(s2.answer("utilisation", &[("utilisation", " 85 % ")]), Some(Answer::Number(85.0)));
    assert_eq!(s2.answer("order_reach", &[("order_reach", "2,5")]), Some(Answer::Number(2.5)));
    let s4 = visit(business(), "s4");
    assert_eq!(s4.answer("recommend", &[("recommend", "10")]), Some(Answer::Number(10.0)));
    let text = [("comment", "  Zeile eins\r\nZeile\u{0}\u{7} zwei\t! \n")];
    assert_eq!(s4.answer("comment", &text), Some(Answer::Text("Zeile eins\nZeile zwei !".into())));
    let s3 = visit(business(), "s3");
    let ticked =
        [("hampered", "yes"), ("obstacles", "other"), ("obstacles", "demand"), ("obstacles.other", " Zölle\n ")];
    assert_eq!(s3.answer("obstacles", &ticked), Some(choices(&["demand", "other"], Some("Zölle"))));
    let ranks = [&ticked[..], &[("worst_obstacle.1", "other"), ("worst_obstacle.2", "demand")]].concat();
    assert_eq!(s3.answer("worst_obstacle", &ranks), Some(Answer::Ranking(codes(&["other", "demand"]))));
}

#[test]
fn blank_is_no_answer_and_clears() {
    let s2 = visit(business(), "s2").knowing("stocks", Answer::Choice(code("adequate")));
    assert_eq!(s2.post(&[]).answers, Answers::default());
    assert_eq!(s2.answer("stocks", &[("stocks", " ")]), None);
    let marked = s2.answer("stocks", &[(SHOWN, "activity_past"), ("activity_past", "up")]);
    assert_eq!(marked, Some(Answer::Choice(code("adequate"))), "what was not shown keeps its answer");
    assert_eq!(s2.answer("stocks", &[(SHOWN, "stocks")]), None);
}

#[test]
fn numbers_keep_their_bounds() {
    let s2 = visit(business(), "s2");
    let bounds = Fault::OutOfRange { min: Some(0.0), max: Some(150.0) };
    for (typed, fault) in [
        ("151", bounds.clone()),
        ("-1", bounds.clone()),
        ("1.250", bounds.clone()),
        ("999999999999999999999999999999", bounds),
        ("85,5", Fault::TooManyDecimals { allowed: 0 }),
        ("viel", Fault::NotANumber),
        ("NaN", Fault::NotANumber),
        ("inf", Fault::NotANumber),
        ("1e2", Fault::NotInUnit { unit: "percent".into() }),
        ("50 €", Fault::NotInUnit { unit: "percent".into() }),
    ] {
        assert_eq!(s2.fault(&[("utilisation", typed)]), ("utilisation".into(), fault), "{typed}");
    }
    assert_eq!(s2.fault(&[("order_reach", "2,55")]).1, Fault::TooManyDecimals { allowed: 1 });
    assert_eq!(s2.answer("order_reach", &[("order_reach", "2,50")]), Some(Answer::Number(2.5)));
    let s4 = visit(business(), "s4");
    assert_eq!(s4.answer("investment", &[("investment", "1.250")]), Some(Answer::Number(1250.0)));
    let english = Visit { language: Language::english(), ..s4 };
    assert_eq!(english.fault(&[("investment", "1.250")]).1, Fault::TooManyDecimals { allowed: 0 });
    assert_eq!(english.answer("investment", &[("investment", "1,250")]), Some(Answer::Number(1250.0)));
}

#[test]
fn texts_are_counted_in_characters() {
    let s4 = visit(business(), "s4");
    let text = "ä🦀".repeat(1_000);
    assert_eq!(s4.answer("comment", &[("comment", &text)]), Some(Answer::Text(text.clone())));
    let megabyte = "x".repeat(1_000_000);
    let fault = Fault::TooLong { allowed: 2_000, given: 1_000_000 };
    assert_eq!(s4.fault(&[("comment", &megabyte)]), ("comment".into(), fault));
    let long = "x".repeat(OTHER_TEXT + 1);
    let ticked = [("hampered", "yes"), ("obstacles", "other"), ("obstacles.other", &long)];
    let problems = visit(business(), "s3").post(&ticked).problems;
    assert_eq!(problems[0].fault, Fault::TooLong { allowed: OTHER_TEXT, given: OTHER_TEXT + 1 });
    assert_eq!(problems[0].field, "obstacles.other");
}

#[test]
fn how_many_are_ticked_is_bounded() {
    let l2 = visit(location(), "l2");
    let ticked = ["training", "upskilling", "abroad", "older", "parttime"].map(|option| ("skills_measures", option));
    assert_eq!(l2.fault(&ticked), ("skills_measures".into(), Fault::TooMany { most: 4, given: 5 }));
    assert!(l2.answer("skills_measures", &ticked[..4]).is_some());
    let twice = [("skills_measures", "abroad"), ("skills_measures", "abroad")];
    assert_eq!(l2.answer("skills_measures", &twice), Some(choices(&["abroad"], None)));
}

#[test]
fn ranks_are_without_gap_and_repetition() {
    let l1 = visit(location(), "l1");
    let rank = |ranks: &[(&str, &str)]| l1.fault(ranks);
    let (first, second, third) = ("priorities.1", "priorities.2", "priorities.3");
    assert_eq!(rank(&[(first, "energy"), (third, "land")]), ("priorities".into(), Fault::RankGap { rank: 2 }));
    assert_eq!(rank(&[(second, "land")]).1, Fault::RankGap { rank: 1 });
    assert_eq!(rank(&[(first, "land"), (second, "land")]).1, Fault::RankedTwice);
    assert_eq!(rank(&[(first, "moon")]).1, Fault::UnknownOption);
    assert_eq!(rank(&[("priorities.4", "land")]), ("priorities.4".into(), Fault::UnknownField));
    assert_eq!(rank(&[("priorities.01", "land")]).1, Fault::UnknownField);
    let good = l1.answer("priorities", &[(first, "land"), (second, "energy"), (third, "")]);
    assert_eq!(good, Some(Answer::Ranking(codes(&["land", "energy"]))));
}
