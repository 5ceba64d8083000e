use super::*;
use crate::questionnaire::read::read;

const BASE: &str = "\
id: base
languages: [de, en]
default_language: de
title: {de: Basis, en: Base}
dont_know: {code: dk, de: weiß nicht, en: don't know}
scales:
  trend:
    type: three_point
    options:
      - {code: up, score: 1, de: besser, en: better}
      - {code: same, score: 0, de: gleich, en: same}
      - {code: down, score: -1, de: schlechter, en: worse}
sections:
  - id: one
    title: {de: Eins, en: One}
    questions:
      - {id: outlook, type: three_point, scale: trend, dont_know: true, text: {de: Aussicht, en: Outlook}}
      - id: obstacles
        type: multi_select
        text: {de: Hindernisse, en: Obstacles}
        max_choices: 3
        options:
          - {code: staff, de: Personal, en: Staff}
          - {code: energy, de: Energie, en: Energy}
          - {code: other, other_text: true, de: anderes, en: other}
      - {id: heads, type: numeric, min: 0, max: 100, unit: persons, text: {de: Köpfe, en: Heads}}
      - {id: agreed, type: consent, statement: {de: Ja, en: Yes}, text: {de: Einverstanden?, en: Agreed?}}
  - id: two
    title: {de: Zwei, en: Two}
    show_if: \"heads > 10\"
    questions:
      - {id: comment, type: open_text, max_length: 500, text: {de: Noch etwas?, en: Anything else?}}
      - id: sites
        type: group
        text: {de: Standorte, en: Sites}
        questions:
          - {id: place, type: short_text, text: {de: Ort, en: Place}}
";

/// What becomes of the base if `from` becomes `to`, as `place what`; with a `!` what breaks.
#[track_caller]
fn told(from: &str, to: &str) -> Vec<String> {
    assert!(BASE.contains(from), "{from}");
    let read = |source: &str| read(source.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let differences = compare(&read(BASE), &read(&BASE.replace(from, to)));
    let one = |one: &Difference| {
        let sign = if one.keeps() { "" } else { "!" };
        format!("{} {}{sign}", one.place.codes(), one.what.as_str()).trim().to_owned()
    };
    differences.iter().map(one).collect()
}

#[test]
fn the_same_is_the_same() {
    assert!(told("id: base", "id: base").is_empty());
}

#[test]
fn wording_languages_and_what_comes_at_the_end_keep_answers_comparable() {
    assert_eq!(told("de: Aussicht", "de: Ausblick"), ["outlook wording"]);
    assert_eq!(told("{de: Basis", "{de: Grund"), ["wording"]);
    assert_eq!(told("{de: Eins", "{de: Erstens"), ["one wording"]);
    assert_eq!(told("languages: [de, en]", "languages: [de, en]\nlanguages_in_work: [fr]"), ["handling"]);
    let before_other = "- {code: tax, de: Steuer, en: Tax}\n          - {code: other,";
    assert_eq!(told("- {code: other,", before_other), ["obstacles.tax option-added"]);
    let new = "- {id: extra, type: nps, text: {de: X, en: X}}\n      - {id: agreed";
    assert_eq!(told("- {id: agreed", new), ["extra question-added"]);
    assert_eq!(told("max: 100", "max: 200"), ["heads eased"]);
    assert_eq!(told("max_length: 500", "max_length: 900"), ["comment eased"]);
    assert_eq!(told("max_choices: 3", "randomise: true\n        max_choices: 3"), ["obstacles look"]);
    assert_eq!(told("type: open_text", "type: short_text"), ["comment look"]);
}

#[test]
fn what_changes_the_meaning_of_answers_breaks_them() {
    assert_eq!(
        told("{code: staff, de", "{code: tax, de: Steuer, en: Tax}\n          - {code: staff, de"),
        ["obstacles.tax option-inserted!"]
    );
    assert_eq!(
        told("{code: energy, de", "{code: power, de"),
        ["obstacles.power option-added", "obstacles.energy option-removed!"]
    );
    assert_eq!(told("{code: up, score: 1", "{code: up, score: 0.5"), ["outlook.up option-score!"]);
    assert_eq!(told("unit: persons", "unit: hours"), ["heads unit!"]);
    assert_eq!(told("max: 100", "max: 50"), ["heads tightened!"]);
    assert_eq!(told("type: numeric, min: 0, max: 100, unit: persons", "type: percentage"), ["heads unit!"]);
    assert_eq!(told("type: open_text, max_length: 500", "type: nps"), ["comment type!"]);
    assert_eq!(told("type: open_text", "type: email"), ["comment type!"]);
}

#[test]
fn who_is_asked_and_what_must_be_answered_matter() {
    let new = "- {id: extra, type: nps, required: hard, text: {de: X, en: X}}\n      - {id: agreed";
    assert_eq!(told("- {id: agreed", new), ["extra required-added!"]);
    assert_eq!(told("id: comment,", "id: comment, required: hard,"), ["comment tightened!"]);
    assert_eq!(told("id: comment,", "id: comment, required: soft,"), ["comment eased"]);
    assert_eq!(told("heads > 10", "heads > 20"), ["comment condition!", "sites condition!"]);
    assert_eq!(told("id: comment,", "id: comment, show_if: \"heads > 50\","), ["comment condition!"]);
    assert_eq!(told(" dont_know: true,", ""), ["outlook way-out!"]);
    assert_eq!(told("statement: {de: Ja", "statement: {de: Immer"), ["agreed consent!"]);
    assert_eq!(told("id: outlook,", "id: outlook, polarity: negative,"), ["outlook polarity!"]);
    assert_eq!(told("id: comment", "id: remark"), ["remark question-added", "comment question-removed!"]);
    assert_eq!(told("id: place", "id: town"), ["town question-added", "place question-removed!"]);
}

#[test]
fn a_question_that_moves_is_told_once() {
    let heads = "      - {id: heads, type: numeric, min: 0, max: 100, unit: persons, text: {de: Köpfe, en: Heads}}\n";
    let agreed =
        "      - {id: agreed, type: consent, statement: {de: Ja, en: Yes}, text: {de: Einverstanden?, en: Agreed?}}\n";
    assert_eq!(told(&format!("{heads}{agreed}"), &format!("{agreed}{heads}")), ["order"]);
}

#[test]
fn every_kind_of_question_is_like_itself() {
    let source = include_str!("../read/every_type.yaml");
    let one = read(source.as_bytes()).unwrap();
    assert_eq!(compare(&one, &one.clone()), []);
    let reworded = read(
        "ABEGKLNQSTW"
            .chars()
            .fold(source.to_owned(), |source, first| source.replace(&format!("de: {first}"), &format!("de: x{first}")))
            .as_bytes(),
    )
    .unwrap();
    let differences = compare(&one, &reworded);
    let others: Vec<_> = differences.iter().filter(|one| one.what != What::Wording).collect();
    assert!(differences.len() > 8 && others.is_empty() && is_comparable(&differences), "{others:?}");
}
