//! Conditions, rules, filters and calculations in a form.

use super::*;
use crate::questionnaire::format::Bound;

#[test]
fn rules_without_a_message_are_bounds_where_they_can_be() {
    let (questions, _) = questions(&[
        &["type", "name", "label", "constraint", "constraint_message"],
        &["integer", "a", "A", ".>0 and . < 100"],
        &["decimal", "b", "B", ". >= 0.5 and round(., 2) = ."],
        &["date", "c", "C", ". >= date('2020-01-31')"],
        &["text", "d", "D", "string-length(.) <= 40"],
        &["select_multiple yn", "e", "E", "count-selected(.) <= 2"],
        &["integer", "f", "F", ". > 0", "More"],
        &["decimal", "g", "G", ". > 0"],
        &["text", "h", "H", "regex(., '[A-Z]{2}\\d+')"],
    ]);
    assert_eq!((&questions[0].min, &questions[0].max), (&Some(Bound::Number(1.0)), &Some(Bound::Number(99.0))));
    assert_eq!((&questions[1].min, questions[1].decimals), (&Some(Bound::Number(0.5)), Some(2)));
    assert_eq!(questions[2].min, Some(Bound::Text("2020-01-31".into())));
    assert_eq!((questions[3].max_length, questions[4].max_choices), (Some(40), Some(2)));
    assert_eq!((questions[5].min.as_ref(), &*questions[5].checks[0].message["en"]), (None, "More"));
    assert_eq!(questions[6].checks[0].rule, "this > 0");
    assert_eq!(questions[7].checks[0].rule, "this.matches(\"^(?:[A-Z]{2}\\\\d+)$\")");
}

#[test]
fn conditions_on_several_choices_and_on_numbers_mean_what_they_mean_there() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "relevant"],
        &["select_multiple grade", "m", "M"],
        &["integer", "n", "N"],
        &["text", "a", "A", "${m} = '3 1'"],
        &["text", "b", "B", "not(${m} = '1 3') or ${m} = '2'"],
        &["text", "c", "C", "${n}"],
        &["text", "d", "D", "${m} = ''"],
    ]);
    let conditions: Vec<_> = questions[2..].iter().map(|question| show_if(question).unwrap_or_default()).collect();
    let both = "\"1\" in m && \"3\" in m && coalesce(size(m), 0) == 2";
    let one = "\"2\" in m && coalesce(size(m), 0) == 1";
    assert_eq!(conditions, [both, &format!("!({both}) || {one}"), "coalesce(n, 0) != 0", "!answered(m)"]);
    assert_eq!(notices, [] as [&str; 0]);
}

#[test]
fn two_answers_that_are_missing_are_equal() {
    let (questions, _) = questions(&[
        &["type", "name", "label", "relevant", "constraint"],
        &["integer", "i", "I"],
        &["integer", "j", "J"],
        &["text", "a", "A", "${i} = ${j}"],
        &["text", "b", "B", "${i} != ${j}"],
        &["integer", "c", "C", "", ". = ${i}"],
        &["text", "d", "D", "${i} < ${j}"],
    ]);
    let conditions: Vec<_> = questions.iter().filter_map(show_if).collect();
    let equal = "i == j || !answered(i) && !answered(j)";
    assert_eq!(conditions, [equal, "i != j && (answered(i) || answered(j))", "i < j"]);
    assert_eq!(questions[4].checks[0].rule, "this == i");
}

#[test]
fn a_filter_becomes_a_condition_of_each_choice() {
    let choices: Rows<'_> = &[
        &["list name", "name", "label", "country", "kind"],
        &["countries", "de", "Germany"],
        &["countries", "fr", "France"],
        &["cities", "b", "Berlin", "de", "x"],
        &["cities", "p", "Paris", "fr", "x"],
        &["cities", "x", "Both", "de"],
        &["cities", "x", "Both", "fr"],
    ];
    let survey: Rows<'_> = &[
        &["type", "name", "label", "choice_filter"],
        &["select_one countries", "country", "Country"],
        &["select_one cities", "city", "City", "country=${country}"],
        &["select_one cities", "again", "City", "country = ${country} and kind = 'x'"],
        &["select_one cities", "all", "City", "no_column = ${country}"],
    ];
    let mut report = Report::default();
    let source = form(survey, choices, &[&["allow_choice_duplicates"], &["yes"]]);
    let document = read(&source, &mut report).unwrap();
    accepted(&document);
    let conditions = |at: usize| -> Vec<(String, Option<Condition>)> {
        let options = document.sections[0].questions[at].options.clone().unwrap();
        options.into_iter().map(|option| (option.code, option.show_if)).collect()
    };
    let when = |text: &str| Some(Condition::Expression(text.into()));
    let (de, fr) = (when("country == \"de\""), when("country == \"fr\""));
    let both = when("country in [\"de\", \"fr\"]");
    assert_eq!(conditions(1), [("b".into(), de.clone()), ("p".into(), fr.clone()), ("x".into(), both)]);
    assert_eq!(conditions(2), [("b".into(), de), ("p".into(), fr)]);
    assert_eq!(conditions(3).iter().filter(|(_, condition)| condition.is_none()).count(), 3);
    assert!(report.notices.iter().any(|notice| notice.reason.contains("no column no_column")));
    assert!(report.notices.iter().any(|notice| notice.reason.contains("1 choice that the filters")));
}

#[test]
fn calculations_and_what_cannot_be_computed() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "calculation", "relevant"],
        &["select_one grade", "g", "G"],
        &["date", "born", "Born"],
        &["calculate", "score", "", "${g} * 2"],
        &["calculate", "old", "", "if(${score} > 2, 'much', 'little')"],
        &["calculate", "flag", "", "${g} = 1"],
        &["calculate", "chance", "", "random()"],
        &["calculate", "age", "", "int((today() - ${born}) div 365.25)"],
        &["text", "t", "Because ${chance}", "", "${flag} = 'true' and ${old} != ''"],
        &["text", "u", "U", "", "${age} > 3"],
    ]);
    let value =
        |id: &str| questions.iter().find(|question| question.id == id).and_then(|question| question.value.clone());
    let score = "(g == \"1\" ? 1 : (g == \"2\" ? 2 : (g == \"3\" ? 3 : number(\"\")))) * 2";
    assert_eq!(value("score").as_deref(), Some(score));
    assert_eq!(value("old").as_deref(), Some("(score > 2 ? \"much\" : \"little\")"));
    assert_eq!(value("flag").as_deref(), Some("(g == \"1\" ? \"true\" : \"false\")"));
    assert_eq!((value("chance"), value("age")), (None, None));
    let text = questions.iter().find(|question| question.id == "t").unwrap();
    assert_eq!((show_if(text), &*text.text["en"]), (Some("flag == \"true\" && answered(old)"), "Because …"));
    assert_eq!(notices.len(), 4, "{notices:?}");
}

#[test]
fn the_label_of_a_choice_is_shown_where_the_choice_is() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "calculation"],
        &["select_one yn", "a", "A"],
        &["calculate", "said", "", "jr:choice-name(${a}, '${a}')"],
        &["note", "n", "You said ${said}"],
    ]);
    assert_eq!((questions.len(), &*questions[1].text["en"]), (2, "You said {{ a }}"));
    assert_eq!(notices.len(), 1, "{notices:?}");
}

#[test]
fn the_day_is_known_without_a_device() {
    let (questions, notices) = questions(&[
        &["type", "name", "label", "constraint"],
        &["today", "today"],
        &["date", "d", "Before ${today}?", ". <= ${today}"],
    ]);
    assert_eq!(
        (&*questions[0].text["en"], questions[0].checks[0].rule.as_str()),
        ("Before {{ today }}?", "this <= today")
    );
    assert_eq!(notices.len(), 1);
}
