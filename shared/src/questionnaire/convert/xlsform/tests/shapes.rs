//! What each type of row becomes.

use super::*;
use crate::questionnaire::format::{Bound, Look, QuestionType as T, Required};

#[test]
fn choices_may_stand_in_a_sheet_of_their_own() {
    let survey: Rows<'_> = &[
        &["type", "name", "label", "choice_filter"],
        &["select_one yn", "first", "First"],
        &["select_one_external towns", "town", "Town", "land=${first}"],
    ];
    let external: Rows<'_> = &[
        &["list_name", "name", "label", "land", "area"],
        &["towns", "kassel", "Kassel", "yes", "1"],
        &["towns", "fulda", "Fulda", "no", "2"],
        &["towns", "kassel", "Kassel", "no", "3"],
        &["yn", "maybe", "Maybe"],
    ];
    let mut report = Report::default();
    let sheets = [("survey", survey), ("choices", CHOICES), ("external_choices", external)];
    let document = read(&workbook(&sheets), &mut report).unwrap();
    accepted(&document);
    let [first, town] = &*document.sections[0].questions else { panic!("{document:?}") };
    let [first, town] = [first, town].map(|question| question.options.as_deref().unwrap());
    assert_eq!((first.len(), town.len(), town[0].label["en"].as_str()), (2, 2, "Kassel"));
    assert_eq!(town[0].show_if, Some(Condition::Expression("first in [\"yes\", \"no\"]".into())));
    let told: Vec<_> = report.notices.iter().map(ToString::to_string).collect();
    for expected in [
        "sheet external_choices, row 5, column A (list_name): the list yn stands in the sheet before; left out",
        "sheet external_choices, row 1, column E (area): this column has no meaning here: rows 2, 3, 4; left out",
    ] {
        assert!(told.iter().any(|notice| notice == expected), "{told:?}");
    }
}

#[test]
fn every_type_becomes_its_like() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "appearance", "parameters", "required"],
        &["text", "a", "A"],
        &["text", "b", "B", "multiline"],
        &["integer", "c", "C", "", "", "yes"],
        &["decimal", "d", "D"],
        &["range", "e", "E", "", "start=0 end=100 step=5"],
        &["range", "f", "F", "rating", "end=5"],
        &["select_one yn", "g", "G"],
        &["select_one grade", "h", "H", "minimal", "randomize=true"],
        &["select_multiple yn", "i", "I"],
        &["rank grade", "j", "J"],
        &["note", "k", "K"],
        &["date", "l", "L"],
        &["date", "m", "M", "month-year"],
        &["date", "n", "N", "year"],
        &["time", "o", "O"],
        &["file", "p", "P"],
        &["acknowledge", "q", "Q"],
        &["text", "r", "R", "url"],
    ]);
    let types: Vec<_> = questions.iter().map(|question| question.question_type).collect();
    let expected = [
        T::ShortText,
        T::OpenText,
        T::Numeric,
        T::Numeric,
        T::Slider,
        T::Rating,
        T::Single,
        T::Dropdown,
        T::MultiSelect,
        T::Ranking,
        T::Note,
        T::Date,
        T::Month,
        T::Year,
        T::Time,
        T::Upload,
        T::Consent,
        T::Url,
    ];
    assert_eq!((types.as_slice(), notices), (expected.as_slice(), vec![]));
    let named = |id: &str| questions.iter().find(|question| question.id == id).unwrap();
    assert_eq!(named("c").required, Some(Required::Hard));
    assert_eq!(named("d").decimals, Some(6));
    assert_eq!((&named("e").max, named("e").step), (&Some(Bound::Number(100.0)), Some(5.0)));
    assert_eq!((named("f").look, &named("f").min), (Some(Look::Stars), &Some(Bound::Number(1.0))));
    assert!(named("h").randomise);
    assert_eq!(named("q").statement.as_ref(), Some(&named("q").text));
}

#[test]
fn what_has_no_like_is_replaced_or_left_out_and_told() {
    let (document, report) = read_form(&[
        &["type", "name", "label"],
        &["start", "start"],
        &["deviceid", "device"],
        &["geopoint", "a", "A"],
        &["geotrace", "b", "B"],
        &["barcode", "c", "C"],
        &["image", "d", "D"],
        &["dateTime", "e", "E"],
        &["select_one_from_file x.csv", "f", "F"],
        &["hidden", "g"],
        &["made-up", "h", "H"],
    ])
    .unwrap();
    let Report { questions, carried, replaced, dropped, .. } = report;
    assert_eq!((questions, carried, replaced, dropped), (8, 1, 4, 3));
    let ids: Vec<_> = document.sections[0].questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["a", "c", "d", "e", "e_time", "f"]);
    assert!(report.notices.iter().any(|notice| notice.reason.contains("rows 2, 3")));
}

#[test]
fn groups_at_the_top_are_sections_and_those_inside_lend_label_and_condition() {
    let (document, report) = read_form(&[
        &["type", "name", "label", "relevant"],
        &["select_one yn", "a", "A"],
        &["begin group", "g", "G", "${a} = 'yes'"],
        &["text", "b", "B"],
        &["begin_group", "inner", "Inner", "${b} != ''"],
        &["text", "c", "C", "${b} = 'x' or ${b} = 'y'"],
        &["end_group"],
        &["end group", "g"],
        &["text", "d", "D"],
    ])
    .unwrap();
    let sections: Vec<_> =
        document.sections.iter().map(|section| (section.id.as_str(), section.questions.len())).collect();
    assert_eq!(sections, [("questions", 1), ("g", 3), ("questions_2", 1)]);
    assert_eq!(document.sections[1].show_if, Some(Condition::Expression("a == \"yes\"".into())));
    let inside = &document.sections[1].questions;
    assert_eq!((inside[1].question_type, show_if(&inside[1])), (T::Note, Some("answered(b)")));
    assert_eq!(show_if(&inside[2]), Some("answered(b) && b in [\"x\", \"y\"]"));
    assert!(report.notices.iter().any(|notice| notice.place.contains("row 5")));
}

#[test]
fn repeats_are_groups_and_their_questions_lists_from_outside() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "repeat_count", "relevant", "calculation"],
        &["begin repeat", "sites", "Site", "3"],
        &["text", "town", "Town"],
        &["integer", "staff", "Staff in ${town}", "", "${town} != ''"],
        &["begin repeat", "halls", "Hall"],
        &["integer", "size", "Size"],
        &["end repeat"],
        &["end repeat"],
        &["calculate", "all", "", "", "", "sum(${staff})"],
        &["note", "n", "In ${sites} and ${staff}", "", "count(${sites}) > 1"],
    ]);
    let sites = &questions[0];
    let repeat = sites.repeat.as_ref().unwrap();
    assert_eq!((sites.question_type, repeat.min, repeat.max), (T::Group, Some(3), Some(3)));
    assert_eq!(sites.questions.len(), 4, "the inner repeat is a note and a question");
    assert_eq!(
        (show_if(&sites.questions[1]), &*sites.questions[1].text["en"]),
        (Some("answered(town)"), "Staff in {{ town }}")
    );
    assert_eq!(questions[1].value.as_deref(), Some("sum(sites.staff)"));
    assert_eq!(
        (show_if(&questions[2]), &*questions[2].text["en"]),
        (Some("coalesce(size(sites), 0) > 1"), "In … and …")
    );
    assert!(notices.iter().any(|notice| notice.contains("a repeat inside of a repeat")), "{notices:?}");
}

#[test]
fn choices_below_each_other_are_a_matrix() {
    let (questions, _) = questions(&[
        &["type", "name", "label", "appearance", "required", "relevant"],
        &["begin group", "g", "Grades", "table-list"],
        &["select_one grade", "road", "Roads", "", "yes"],
        &["select_one grade", "rail", "Rail", "", "yes"],
        &["end group"],
        &["begin group", "h", "Also", ""],
        &["select_multiple yn", "head", "Which?", "label"],
        &["select_multiple yn", "one", "One", "list-nolabel", "yes"],
        &["select_multiple yn", "two", "Two", "list-nolabel"],
        &["text", "t", "T", "", "", "${road} = 3 and selected(${two}, 'yes')"],
        &["end group"],
    ]);
    assert_eq!(
        (questions[0].question_type, questions[0].required, questions[0].several),
        (T::Matrix, Some(Required::Hard), false)
    );
    assert_eq!(questions[0].rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["road", "rail"]);
    assert_eq!((&*questions[0].text["en"], &*questions[1].text["en"]), ("Grades", "Which?"));
    assert_eq!((questions[1].required, questions[1].several), (None, true));
    assert_eq!(show_if(&questions[2]), Some("g.road == \"3\" && \"yes\" in head.two.options"));
}

#[test]
fn a_choice_of_something_else_takes_a_text() {
    let (questions, _) = questions(&[&["type", "name", "label"], &["select one from yn or specify other", "a", "A"]]);
    let options = questions[0].options.as_ref().unwrap();
    assert_eq!((options.len(), options[2].code.as_str(), options[2].other_text), (3, "other", true));
}

#[test]
fn lists_of_several_questions_are_scales() {
    let (document, _) = read_form(&[
        &["type", "name", "label"],
        &["select_one yn", "a", "A"],
        &["select_one yn", "b", "B"],
        &["select_multiple yn", "c", "C"],
        &["select_one grade", "d", "D"],
    ])
    .unwrap();
    let scales: Vec<_> = document.sections[0].questions.iter().map(|question| question.scale.as_deref()).collect();
    assert_eq!(scales, [Some("yn"), Some("yn"), None, None]);
    assert_eq!(document.scales["yn"].options.len(), 2);
}

#[test]
fn what_nobody_is_asked_and_what_nobody_can_answer() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "relevant", "read_only", "calculation", "disabled", "required"],
        &["text", "a", "A", "false()"],
        &["text", "b", "B", "", "yes"],
        &["integer", "c", "C", "", "true", "1 + 1"],
        &["text", "d", "D", "", "", "'x'"],
        &["text", "e", "E", "", "", "", "yes"],
        &["text", "f", "F", "", "", "", "", "${d} = 'x'"],
    ]);
    let types: Vec<_> = questions.iter().map(|question| (question.id.as_str(), question.question_type)).collect();
    let text = T::ShortText;
    assert_eq!(types, [("b", T::Note), ("c", T::Calculated), ("d", text), ("f", text)]);
    assert!(questions[1].shown);
    assert_eq!(questions[3].checks[0].rule, "d != \"x\" || answered(this)");
    assert_eq!(notices.len(), 4, "{notices:?}");
}

#[test]
fn what_has_no_answer_can_neither_be_needed_nor_bound() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "required", "constraint", "required_message"],
        &["text", "a", "A", "${b} = 'x'", "", "Needed"],
        &["text", "b", "B"],
    ]);
    assert!(questions[0].checks.is_empty());
    assert!(notices[0].starts_with("sheet survey, row 2, column D (required): the condition has no equivalent"));
    let (questions, notices) = self::questions(&[
        &["type", "name", "label", "required", "constraint", "required_message"],
        &["phone number", "a", "A", "true()", "", "Call us"],
        &["text", "b", "B", "${a} = '1'", "", "Needed"],
        &["note", "stop", "Stop here", "yes", "false()"],
        &["begin group", "g", "G", "yes"],
        &["begin looped group", "kids", "Kids", "yes"],
        &["text", "kid", "Kid"],
        &["end looped group"],
        &["end group"],
    ]);
    let types: Vec<_> = questions.iter().map(|question| question.question_type).collect();
    assert_eq!(types, [T::Phone, T::ShortText, T::Note, T::Group]);
    assert_eq!((questions[0].required, &*questions[1].checks[0].message["en"]), (Some(Required::Hard), "Needed"));
    let expected = [
        "sheet survey, row 4, column D (required): this row is not answered, so it holds nobody back; write the rule at a question; left out",
        "sheet survey, row 4, column E (constraint): this row is not answered, so it holds nobody back; write the rule at a question; left out",
        "sheet survey, row 5, column D (required): a group has no answer of its own; write this at its questions; left out",
        "sheet survey, row 6, column D (required): a group has no answer of its own; write this at its questions; left out",
        "sheet survey, row 1, column F (required_message): we say in our own words that an answer is missing: rows 2; left out",
    ];
    for told in expected {
        assert!(notices.iter().any(|notice| notice == told), "{told}: {notices:#?}");
    }
}

#[test]
fn what_groups_and_rows_say_besides_their_labels_is_kept_or_told() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "hint", "guidance_hint", "read_only", "appearance"],
        &["begin group", "g", "G"],
        &["begin group", "inner", "", "Please read", "And think"],
        &["select_one ${kids}", "a", "A"],
        &["end group"],
        &["select_one grade", "h", "How?", "", "", "", "label"],
        &["select_one grade", "r", "Row", "", "Longer", "yes", "list-nolabel"],
        &["end group"],
    ]);
    let types: Vec<_> = questions.iter().map(|question| question.question_type).collect();
    assert_eq!(types, [T::Note, T::ShortText, T::Matrix]);
    assert_eq!(questions[0].text["en"], "Please read\nAnd think");
    for told in ["(guidance_hint): a row has no help", "(read_only): a row can always", "lie in the answers to another"]
    {
        assert!(notices.iter().any(|notice| notice.contains(told)), "{told}: {notices:?}");
    }
}

#[test]
fn what_is_needed_under_a_condition_is_needed_in_whatever_form_it_takes() {
    let (questions, _) = questions(&[
        &["type", "name", "label", "required", "kobo--score-choices", "kobo--rank-items", "kobo--matrix_list"],
        &["integer", "n", "N"],
        &["dateTime", "when", "When", "${n} > 1"],
        &["begin_score", "score", "Score", "${n} > 1", "grade"],
        &["score__row", "row", "Row"],
        &["end_score"],
        &["begin_rank", "rank", "Rank", "${n} > 1", "", "grade"],
        &["rank__level", "first", "First"],
        &["end_rank"],
        &["begin_kobomatrix", "table", "Table", "${n} > 1", "", "", "grade"],
        &["integer", "count", "Count"],
        &["end_kobomatrix"],
    ]);
    let rules: Vec<_> = questions.iter().map(|question| question.checks.first().map(|check| &*check.rule)).collect();
    let needed = Some("!(n > 1) || answered(this)");
    assert_eq!(rules, [None, needed, needed, needed, needed, needed]);
}

#[test]
fn the_groups_of_kobotoolbox_are_one_question() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "kobo--score-choices", "kobo--rank-items", "kobo--matrix_list", "required"],
        &["begin_score", "score", "How good?", "grade", "", "", "true"],
        &["score__row", "service", "Service"],
        &["score__row", "price", "Price"],
        &["end_score"],
        &["begin_rank", "rank", "In which order?", "", "grade"],
        &["rank__level", "first", "First"],
        &["rank__level", "second", "Second"],
        &["end_rank"],
        &["begin_kobomatrix", "things", "What is there?", "", "", "grade"],
        &["select_one yn", "owned", "Owned?"],
        &["integer", "count", "How many?", "", "", "", "true"],
        &["image", "picture", "Picture"],
        &["end_kobomatrix"],
        &["text", "why", "Why?"],
    ]);
    let types: Vec<_> = questions.iter().map(|question| question.question_type).collect();
    assert_eq!(types, [T::Matrix, T::Ranking, T::Table, T::ShortText]);
    let [score, rank, table, _] = &*questions else { panic!("{questions:?}") };
    assert_eq!((score.required, &*score.text["en"], score.rows.len()), (Some(Required::Hard), "How good?", 2));
    assert_eq!((rank.max_ranks, rank.options.as_ref().unwrap().len()), (Some(2), 3));
    let columns: Vec<_> = table.columns.iter().map(|column| (&*column.id, column.column_type)).collect();
    assert_eq!((table.rows.len(), columns), (3, vec![("owned", T::Single), ("count", T::Numeric)]));
    let told: Vec<_> = notices.iter().map(|notice| notice.split(": ").nth(1).unwrap()).collect();
    let expected = [
        "ranks have no words of their own; instead",
        "a column of a table has none of its own; left out",
        "a column of a table takes no image; left out",
    ];
    assert_eq!(told, expected, "{notices:#?}");
}

#[test]
fn groups_that_only_some_tools_know_are_told_wherever_they_stand() {
    let (_, notices) = questions(&[
        &["type", "name", "label"],
        &["begin_other", "m", "M"],
        &["select_one yn", "a", "A"],
        &["end_other"],
        &["begin group", "g", "G"],
        &["begin_other", "n", "N"],
        &["text", "b", "B"],
        &["end_other"],
        &["end group"],
    ]);
    let told =
        notices.iter().filter(|notice| notice.contains("begin_other are not known here; instead: a plain group"));
    assert_eq!(told.count(), 2, "{notices:?}");
}
