//! Files that are broken, too large or made to harm.

use proptest::prelude::*;
use serde_json::json;

use super::real::real;
use super::*;
use crate::questionnaire::convert::Tool;
use crate::questionnaire::format::QuestionType as T;

fn fault(source: &[u8]) -> String {
    read(source, &mut Report::default()).unwrap_err()[0].to_string()
}

#[test]
fn files_that_are_no_surveys_are_refused_with_a_reason() {
    for (source, reason) in [
        (b"".as_slice(), "empty"),
        (b"PK\x03\x04", "packed"),
        (b" <html>", "XML or HTML"),
        (b"\xFF\xFEa", "line 1: the file is UTF-16 and broken"),
        (b"{\"pages\": \"\xE9\"}", "line 1: the file is not UTF-8 text: byte 12"),
        (b"{\"pages\": [", "line 1: the file ends too early"),
        (b"{\"pages\": [}]}", "this is not JSON"),
        (b"[]", "no survey of SurveyJS"),
        (b"{\"answers\": 1}", "no survey of SurveyJS"),
        (b"{\"pages\": []}", "no question"),
        (b"{\"pages\": [1, null]}", "no question"),
        (b"{\"elements\": [{\"type\": \"text\"}]} x", "trailing"),
    ] {
        assert!(fault(source).contains(reason), "{} {}", String::from_utf8_lossy(source), fault(source));
    }
}

#[test]
fn a_survey_out_of_a_program_is_read() {
    let source = "{ elements: [ // all\n { type: 'text', name: 'a', title: 'It\\'s', }, ] }";
    let document = read(source.as_bytes(), &mut Report::default()).unwrap();
    assert_eq!(document.sections[0].questions[0].text["en"], "It's");
    let deep = format!("{{pages:{}", "[{elements:".repeat(10_000));
    assert!(fault(deep.as_bytes()).contains("nested too deeply"), "{}", fault(deep.as_bytes()));
}

#[test]
fn depth_and_size_are_bounded() {
    for deep in
        ["[".repeat(10_000), format!("{{\"pages\":{}", "[{\"elements\":".repeat(10_000)), "{\"a\":".repeat(10_000)]
    {
        assert!(fault(deep.as_bytes()).contains("nested too deeply"), "{}", fault(deep.as_bytes()));
    }
    assert!(fault(format!("[{}1]", "1,".repeat(600_000)).as_bytes()).contains("more than 500000 values"));
    assert!(fault(&vec![b' '; 10_000_001]).contains("larger than"));
}

#[test]
fn panels_in_panels_stop_somewhere() {
    let mut inner = json!({ "type": "text", "name": "deep" });
    for _ in 0..40 {
        inner = json!({ "type": "panel", "elements": [inner] });
    }
    let (questions, report) = elements(&json!([inner, { "type": "text", "name": "a" }]));
    assert_eq!((questions.len(), report.dropped), (1, 1));
}

#[test]
fn more_than_fits_is_counted_and_left_out() {
    let many: Vec<_> =
        (0..1_200).map(|at| json!({ "type": "text", "name": format!("q{at}"), "showCommentArea": at > 990 })).collect();
    let (questions, report) = elements(&json!(many));
    assert_eq!((questions.len(), report.questions), (1_000, 1_200));
    let pages: Vec<_> = (0..120)
        .map(|at| json!({ "name": format!("p{at}"), "elements": [{ "type": "text", "name": format!("q{at}") }] }))
        .collect();
    let (document, _) = taken(&json!({ "pages": pages }));
    assert_eq!((document.sections.len(), document.sections[99].questions.len()), (100, 21));
}

#[test]
fn a_list_that_is_too_long_becomes_a_text() {
    let options: Vec<_> = (0..1_001).collect();
    let (questions, report) = elements(&json!([
        { "type": "dropdown", "name": "a", "choices": options },
        { "type": "checkbox", "name": "b", "choices": options[..1_000], "showOtherItem": true },
        { "type": "dropdown", "name": "c", "choicesMin": 1, "choicesMax": 5_000 },
        { "type": "rating", "name": "d", "rateMin": 0, "rateMax": 3_000 },
        { "type": "matrix", "name": "e", "columns": options, "rows": ["r"] },
        { "type": "dropdown", "name": "f", "choices": options[..1_000] },
        { "type": "text", "name": "g", "visibleIf": "{a} = 1" },
    ]));
    let types: Vec<_> = questions.iter().map(|question| question.question_type).collect();
    assert_eq!(types, [T::ShortText, T::OpenText, T::ShortText, T::ShortText, T::Table, T::Dropdown, T::ShortText]);
    let told = told(&report);
    for count in ["its list has 1001 options", "its list has 5000 options", "its list has 3001 options"] {
        assert!(told.contains(count), "{told}");
    }
    assert!(shown_if(&questions[6]).is_empty() && told.contains("the condition \"{a} = 1\""), "{told}");
}

#[test]
fn a_questionnaire_that_would_be_too_large_shares_its_lists_or_is_refused_by_its_size() {
    let options: Vec<_> =
        (0..900).map(|at| json!({ "value": at, "text": format!("Branch of the economy {at}") })).collect();
    let lists: Vec<_> =
        (0..40).map(|at| json!({ "type": "dropdown", "name": format!("q{at}"), "choices": options })).collect();
    let convert = |elements: Value| Tool::SurveyJs.convert(json!({ "elements": elements }).to_string().as_bytes(), "");
    let (document, _) = convert(json!(lists)).unwrap();
    assert_eq!((document.scales.len(), document.sections[0].questions.len()), (1, 40));
    let texts: Vec<_> =
        (0..400).map(|at| json!({ "type": "text", "name": format!("q{at}"), "title": "x".repeat(3_900) })).collect();
    let refused = convert(json!(texts)).unwrap_err()[0].to_string();
    assert!(refused.contains("the questionnaire that was made of it has 1"), "{refused}");
}

#[test]
fn expressions_that_take_too_long_are_left_out() {
    let long = vec!["{a} = 1"; 1_000].join(" or ");
    let many: Vec<_> =
        (0..400).map(|at| json!({ "type": "text", "name": format!("q{at}"), "visibleIf": long })).collect();
    let (_, report) = elements(&json!(many));
    assert!(told(&report).contains("too many expressions"));
}

#[test]
fn values_that_mention_each_other_over_and_over_are_left_out() {
    let value = |at: usize| {
        let next = vec![format!("{{v{}}}", at + 1); 1_000].join(" and ");
        json!({ "name": format!("v{at}"), "expression": if at == 4 { "true".to_owned() } else { next } })
    };
    let values: Vec<_> = (0..5).map(value).collect();
    let element = json!({ "type": "text", "name": "q", "visibleIf": "{v0}" });
    let (document, report) = taken(&json!({ "calculatedValues": values, "elements": [element] }));
    assert!(document.sections[0].questions[0].show_if.is_none());
    assert!(
        told(&report).contains("the condition \"{v0}\", or a part of it: there are too many expressions"),
        "{report:#?}"
    );
}

#[test]
fn options_that_are_borrowed_over_and_over_are_left_out() {
    let options: Vec<_> = (0..1_000).collect();
    let first = json!({ "type": "radiogroup", "name": "q0", "choices": options });
    let next = |at: usize| {
        json!({ "type": "radiogroup", "name": format!("q{at}"), "choicesFromQuestionMode": "unselected",
            "choicesFromQuestion": format!("q{}", at - 1) })
    };
    let (questions, report) = elements(&json!([first].into_iter().chain((1..100).map(next)).collect::<Vec<_>>()));
    let bytes = |question: &Question| format!("{:?}", question.options).len();
    assert!(questions.iter().map(bytes).sum::<usize>() < 20_000_000);
    assert_eq!(questions[99].question_type, T::ShortText);
    assert!(told(&report).contains("more are borrowed so in this file than is taken over"), "{}", told(&report));
}

#[test]
fn conditions_of_borrowed_options_that_grow_too_long_are_told() {
    let first = json!({ "type": "radiogroup", "name": "q0", "choices": ["a".repeat(60), "b"] });
    let next = |at: usize| {
        json!({ "type": "radiogroup", "name": format!("q{at}"), "choicesFromQuestionMode": "unselected",
            "choicesFromQuestion": format!("q{}", at - 1) })
    };
    let (questions, report) = elements(&json!([first].into_iter().chain((1..80).map(next)).collect::<Vec<_>>()));
    assert!(questions.iter().all(|question| format!("{:?}", question.options).len() < 9_000));
    let told = told(&report);
    assert!(told.contains("1 condition there: with those here longer than 4000 bytes"), "{told}");
}

#[test]
fn conditions_that_become_much_longer_than_they_were_are_left_out() {
    let options: Vec<_> = (0..500).collect();
    let all = vec!["{a} >= 0"; 400].join(" and ");
    let many = (0..100).map(|at| json!({ "type": "text", "name": format!("q{at}"), "visibleIf": all }));
    let first = json!({ "type": "dropdown", "name": "a", "choices": options });
    let (questions, report) = elements(&json!([first].into_iter().chain(many).collect::<Vec<_>>()));
    assert!(questions.iter().all(|question| shown_if(question).len() <= 4_000));
    assert!(told(&report).contains("as one of ours it is longer than 4000 bytes"), "{}", told(&report));
}

#[test]
fn triggers_that_would_take_too_long_are_left_out() {
    let elements: Vec<_> = (0..900).map(|at| json!({ "type": "text", "name": format!("q{at}") })).collect();
    let condition = format!("{{q0}} = '{}'", "x".repeat(4_000));
    let skip = json!({ "type": "skip", "expression": condition, "gotoName": "q899" });
    let (_, report) = taken(&json!({ "pages": [{ "elements": elements }], "triggers": vec![skip; 1_000] }));
    let told = told(&report);
    assert!(told.contains("too many triggers") && told.contains("too many expressions"), "{}", told.len());
}

#[test]
fn a_key_that_stands_twice_is_told() {
    let mut report = Report::default();
    let source = b"{\"pages\":[{\"elements\":[{\"type\":\"text\",\"name\":\"a\",\"name\":\"b\"}]}]}";
    let document = read(source, &mut report).unwrap();
    assert_eq!(document.sections[0].questions[0].id, "b");
    assert!(told(&report).contains("pages.elements.name: this key stands twice"));
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    for name in ["survey.json", "ITSPReview.json"] {
        let Some(source) = real(name) else { continue };
        for part in 0..50 {
            let cut = &source[..source.len() * part / 50];
            assert!(read(cut, &mut Report::default()).is_err());
        }
    }
}

/// Any JSON whose keys and words are theirs.
fn anything() -> impl Strategy<Value = Value> {
    let words = "(text|radiogroup|checkbox|matrix|matrixdropdown|matrixdynamic|paneldynamic|panel|boolean|rating|ranking|expression|a|\\{a\\} = 1|\\{panel.a\\}|random|number|[a-c ]{0,4})";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-5..900_000_i64).prop_map(Value::from),
        words.prop_map(Value::String)
    ];
    let keys = "(type|name|title|elements|templateElements|choices|rows|columns|items|value|text|visibleIf|requiredIf|validators|rateValues|expression|default|de|cellType|inputType|choicesMin|choicesMax|rateMax|maxRowCount|min|max|html|pages|isRequired|choicesOrder)";
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            prop::collection::btree_map(keys, inner, 0..7).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_brings_it_down(one in anything(), other in anything()) {
        let survey = json!({ "pages": [one, { "elements": [other] }], "calculatedValues": [], "elements": [{ "type": "text", "name": "a" }] });
        let mut report = Report::default();
        if read(survey.to_string().as_bytes(), &mut report).is_ok() {
            prop_assert_eq!(report.questions, report.carried + report.replaced + report.dropped, "{}", survey);
        }
    }

    #[test]
    fn no_flipped_bytes_bring_it_down(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        if let Some(mut source) = real("survey.json") {
            for (at, byte) in flips {
                let at = at.index(source.len());
                source[at] = byte;
            }
            let _ = read(&source, &mut Report::default());
        }
    }
}

#[test]
fn what_our_rules_refuse_is_told_with_its_place_in_the_file() {
    let survey = json!({ "elements": [{ "type": "paneldynamic", "name": "p", "templateElements": [
        { "type": "text", "name": "a" }, { "type": "file", "name": "f" }] }] });
    let (_, report) = Tool::SurveyJs.convert(survey.to_string().as_bytes(), "").unwrap();
    assert!(
        told(&report).contains("elements[0] (p).templateElements[1] (f): our rules refuse it"),
        "{}",
        told(&report)
    );
}
