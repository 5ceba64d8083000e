//! Languages and texts.

use super::*;

fn texts(survey: Rows<'_>, choices: Rows<'_>, settings: Rows<'_>) -> (Document, Vec<String>) {
    let mut report = Report::default();
    let document = read(&form(survey, choices, settings), &mut report).unwrap();
    accepted(&document);
    (document, report.notices.iter().map(ToString::to_string).collect())
}

#[test]
fn every_text_is_there_in_every_language() {
    let (document, notices) = texts(
        &[
            &["type", "name", "label::Deutsch (de)", "label::English", "hint::English", "label::Klingon"],
            &["text", "a", "Eins", "One", "Help", "wa'"],
            &["text", "b", "", "Two", ""],
        ],
        &[],
        &[&["form_title", "form_id", "default_language", "version"], &["Title", "my form", "English", "12"]],
    );
    assert_eq!(
        (document.languages.as_slice(), document.default_language.as_str()),
        (&["en".into(), "de".into(), "qaa".into()][..], "en")
    );
    assert_eq!((document.id.as_str(), document.version), ("my_form", Some(12)));
    let questions = &document.sections[0].questions;
    assert_eq!(
        (&*questions[0].text["de"], &*questions[1].text["de"], &*questions[0].text["qaa"]),
        ("Eins", "Two", "wa'")
    );
    assert_eq!(questions[0].help.as_ref().unwrap()["de"], "Help");
    assert!(notices.iter().any(|notice| notice.starts_with("language de: 3 texts missing")), "{notices:?}");
    assert!(notices.iter().any(|notice| notice.contains("Klingon")), "{notices:?}");
}

#[test]
fn a_language_may_be_spelled_otherwise_in_the_other_sheet() {
    let (document, notices) = texts(
        &[&["type", "name", "label::Français (fr)", "label::English (en)"], &["select_one yn", "a", "Un", "One"]],
        &[&["list_name", "name", "label::English", "label::French"], &["yn", "yes", "Yes", "Oui"]],
        &[],
    );
    assert_eq!((document.languages, &*document.default_language), (vec!["fr".into(), "en".into()], "fr"));
    let option = &document.sections[0].questions[0].options.as_ref().unwrap()[0];
    assert_eq!((&*option.label["fr"], &*option.label["en"]), ("Oui", "Yes"));
    assert!(!notices.iter().any(|notice| notice.contains("made-up")), "{notices:?}");
    let (document, _) = texts(
        &[&["type", "name", "label::English (en-GB)", "label::German (de)"], &["select_one yn", "a", "One", "Eins"]],
        &[&["list_name", "name", "label::English", "label::Deutsch (AT)"], &["yn", "yes", "Yes", "Ja"]],
        &[],
    );
    assert_eq!(document.languages, ["en-gb", "de"]);
    assert_eq!(document.sections[0].questions[0].options.as_ref().unwrap()[0].label["en-gb"], "Yes");
    let survey: Rows<'_> = &[&["type", "name", "label::en", "label::English"], &["text", "a", "One", "Uno"]];
    let (document, notices) = texts(survey, &[], &[]);
    assert_eq!(document.languages, ["en", "qaa"]);
    let told = "column D (label::English): English stands beside another column in the language en; instead: the made-up tag qaa";
    assert!(notices.iter().any(|notice| notice.ends_with(told)), "{notices:?}");
}

#[test]
fn a_language_that_nothing_says_is_told() {
    let told_of = |heading: &str, settings: Rows<'_>| {
        let (_, notices) = texts(&[&["type", "name", heading], &["text", "a", "Frage"]], &[], settings);
        notices
            .iter()
            .any(|notice| notice.starts_with("the form: the file names no language for its texts; instead: en"))
    };
    assert!(told_of("label", &[]));
    assert!(!told_of("label::Deutsch (de)", &[]));
    assert!(!told_of("label", &[&["default_language"], &["Deutsch (de)"]]));
}

#[test]
fn texts_without_a_language_are_in_the_default_one() {
    let (document, _) = texts(
        &[&["type", "name", "label", "label::fr"], &["text", "a", "Eins", "Un"]],
        &[],
        &[&["default_language"], &["Deutsch (de)"]],
    );
    assert_eq!(
        (document.languages.as_slice(), &*document.sections[0].questions[0].text["de"]),
        (&["de".into(), "fr".into()][..], "Eins")
    );
}

#[test]
fn texts_are_plain_and_say_what_they_lost() {
    let (document, notices) = texts(
        &[
            &["type", "name", "label", "hint", "guidance_hint"],
            &["text", "a", "<b>Bold</b> and **bold**, a < b", "=1+1", "More"],
            &["note", "", "{{ mine }} <img src='x'/>"],
            &["text", "c", ""],
        ],
        &[],
        &[],
    );
    let questions = &document.sections[0].questions;
    assert_eq!(questions[0].text["en"], "Bold and bold, a < b");
    assert_eq!(questions[0].help.as_ref().unwrap()["en"], "=1+1\nMore");
    assert_eq!((questions[1].id.as_str(), &*questions[1].text["en"]), ("note", "{ { mine }}"));
    assert_eq!(questions[2].text["en"], "c");
    for part in ["bold words", "img", "there is no label", "guidance"] {
        assert!(notices.iter().any(|notice| notice.contains(part)), "{part}: {notices:?}");
    }
}

#[test]
fn columns_and_lists_that_nothing_is_made_of_are_told() {
    let (_, notices) = texts(
        &[
            &[
                "type",
                "name",
                "label",
                "default",
                "media::image",
                "body::x",
                "instance::y",
                "mine",
                "appearance",
                "parameters",
            ],
            &["text", "a", "A", "7", "a.png", "1", "2", "3", "w1 ex:app", "rows=5"],
        ],
        &[&["list_name", "name", "label", "extra"], &["unused", "1", "One", "x"]],
        &[&["style"], &["pages"]],
    );
    for part in [
        "default",
        "media::image",
        "body::x",
        "instance::y",
        "mine",
        "w1",
        "ex:app",
        "rows",
        "extra",
        "unused",
        "style",
    ] {
        assert!(notices.iter().any(|notice| notice.contains(part)), "{part}: {notices:?}");
    }
}

#[test]
fn a_text_that_stands_in_the_default_language_twice_is_told() {
    for heading in [["label", "label::English (en)"], ["label::English (en)", "label"]] {
        let (plain, named) = if heading[0] == "label" { ("Plain", "Named") } else { ("Named", "Plain") };
        let (questions, notices) =
            questions(&[&["type", "name", heading[0], heading[1]], &["text", "a", plain, named]]);
        assert_eq!(questions[0].text["en"], "Named");
        assert!(
            notices.iter().any(|notice| notice.starts_with("texts: without a language and otherwise in")),
            "{notices:?}"
        );
    }
}

#[test]
fn a_name_that_expressions_would_read_otherwise_is_changed_and_told() {
    let (questions, notices) = questions(&[&["type", "name", "label"], &["text", "in", "A"], &["text", "a-6", "B"]]);
    let ids: Vec<_> = questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["in_2", "a_6"]);
    let told =
        notices.iter().filter(|notice| notice.contains("stands twice, or expressions here cannot name it as it is"));
    assert_eq!(told.count(), 2, "{notices:?}");
}
