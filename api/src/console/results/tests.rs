//! How results look on the page and in the file, for one small questionnaire with every kind of question.

use askama::Template;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::attributes::Attributes;
use rundfrage_shared::questionnaire::model::{Code, Questionnaire};
use rundfrage_shared::questionnaire::read::read;
use rundfrage_shared::questionnaire::route::Circumstances;
use rundfrage_shared::results::{Disclosure, QuestionResult, Unit, tally};
use rundfrage_shared::text::Words;

use super::csv::file;
use super::view::view;
use super::wording::{Figure, Wording};

const SOURCE: &str = r#"
id: small
version: 1
languages: [de, en]
default_language: de
title: {de: Klein, en: Small}
dont_know: {code: dk, de: weiß nicht, en: don't know}
sections:
  - id: s1
    title: {de: Lage, en: Situation}
    questions:
      - {id: situation, type: three_point, dont_know: true, text: {de: "Wie ist die Lage?", en: "How is business?"}, options: &good [
          {code: good, score: 1, de: gut, en: good}, {code: fair, score: 0, de: mittel, en: fair}, {code: poor, score: -1, de: schlecht, en: poor}]}
      - {id: next, type: matrix, text: {de: "Und dann?", en: "And then?"}, scale_inline: *good, rows: [
          {id: jobs, de: Stellen, en: Jobs}, {id: prices, de: Preise, en: Prices}]}
      - {id: obstacles, type: multi_select, text: {de: "Was hindert?", en: "What hinders?"}, options: [
          {code: staff, de: "=Personal", en: "=staff"}, {code: rules, de: Regeln, en: rules}]}
      - {id: worst, type: ranking, max_ranks: 2, options_from: {question: obstacles, selected_only: true}, text: {de: "Was am meisten?", en: "What most?"}}
      - {id: used, type: numeric, unit: percent, min: 0, max: 150, decimals: 0, text: {de: "Auslastung?", en: "Use?"}}
      - {id: recommend, type: nps, text: {de: "Empfehlen Sie uns?", en: "Would you recommend us?"}}
      - {id: comment, type: open_text, max_length: 200, text: {de: "Noch etwas?", en: "Anything else?"}}
"#;

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

/// Company number `n` of twelve; the last two say nothing about prices.
fn answers(n: usize) -> Answers {
    let pick = |codes: &[&str]| Answer::Choice(code(codes[n % codes.len()]));
    let mut rows = vec![(code("jobs"), code(["good", "fair", "poor"][n % 3]))];
    if n < 2 {
        rows.push((code("prices"), code("good")));
    }
    let number = f64::from(u32::try_from(n).expect("small"));
    Answers(
        [
            ("situation", pick(&["good", "good", "fair", "poor", "dk"])),
            ("next", Answer::Matrix(rows.into_iter().collect())),
            ("obstacles", Answer::Choices { codes: vec![code("staff"), code("rules")], other: None }),
            ("worst", Answer::Ranking(vec![code(["staff", "rules", "rules"][n % 3])])),
            ("used", Answer::Number(60.0 + 5.0 * number)),
            ("recommend", Answer::Number(number.min(10.0))),
            ("comment", Answer::Text(format!("<b>Text {n}</b>"))),
        ]
        .into_iter()
        .map(|(name, answer)| (code(name), answer))
        .collect(),
    )
}

fn results(questionnaire: &Questionnaire) -> Vec<QuestionResult<'_>> {
    let all: Vec<Answers> = (0..12).map(answers).collect();
    let nothing = Attributes::new();
    let circumstances = Circumstances::new(&nothing, None);
    let units = all.iter().map(|answers| Unit { answers, circumstances });
    tally(questionnaire, units, Disclosure::AtLeast(3))
}

fn wording(language: &Language) -> Wording {
    Wording { words: Words::nearest(language), fallback: Language::german() }
}

/// The part of the page that shows the questions.
#[derive(Template)]
#[template(
    source = "{% for question in questions %}{% include \"console/results/question.html\" %}{% endfor %}",
    ext = "html"
)]
struct Questions {
    page: Texts,
    questions: Vec<super::view::QuestionView>,
}

struct Texts(Words);

impl Texts {
    fn t(&self, key: &str) -> std::borrow::Cow<'static, str> {
        self.0.text(key)
    }

    fn tn(&self, key: &str, count: usize) -> String {
        self.0.with(key, &[("count", count.into()), ("number", count.to_string().into())]).into_owned()
    }
}

fn html(language: &Language) -> String {
    let questionnaire = read(SOURCE.as_bytes()).expect("a sound questionnaire");
    let wording = wording(language);
    let questions = results(&questionnaire).iter().map(|result| view(&wording, result)).collect();
    Questions { page: Texts(wording.words), questions }.render().expect("a page")
}

fn part_behind<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, behind)| behind)
}

#[test]
fn the_page_shows_every_kind_of_question() {
    let html = html(&Language::german());
    let mut parts = html.split("<div class=\"chart\">");
    let before = parts.next().unwrap_or_default();
    let behind = |part| part_behind(part, "</div>");
    let without_pictures = parts.map(behind).fold(before.to_owned(), |all, part| all + "[picture]" + part);
    insta::assert_snapshot!(without_pictures);
    // Six of the seven have a picture, in two layouts each; the texts have none.
    assert_eq!(html.matches("<svg").count(), 12);
}

#[test]
fn what_companies_wrote_stays_text() {
    let html = html(&Language::english());
    assert!(html.contains("&#60;b&#62;Text 3&#60;/b&#62;") && !html.contains("<b>"));
}

#[test]
fn what_is_withheld_is_nowhere() {
    let questionnaire = read(SOURCE.as_bytes()).expect("a sound questionnaire");
    let results = results(&questionnaire);
    let view = view(&wording(&Language::english()), &results[1]);
    let prices = &view.table.as_ref().expect("a table").rows[1];
    assert!(prices.cells.iter().all(Figure::is_withheld), "{prices:?}");
    assert!(!view.chart.expect("a picture").contains("Prices"));
}

#[test]
fn the_file_has_every_figure_in_the_readers_notation() {
    let questionnaire = read(SOURCE.as_bytes()).expect("a sound questionnaire");
    for (language, name) in [(Language::german(), "german"), (Language::english(), "english")] {
        let bytes = file(&wording(&language), &results(&questionnaire)).expect("a file");
        insta::assert_snapshot!(name, String::from_utf8(bytes).expect("UTF-8"));
    }
}
