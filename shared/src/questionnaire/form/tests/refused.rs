//! What no page offered, and what is not asked.

use super::*;

#[test]
fn what_the_page_did_not_show_is_refused() {
    let s2 = visit(business(), "s2").knowing("stocks", Answer::Choice(code("adequate")));
    let refused = ("stocks".into(), Fault::NotAsked);
    assert_eq!(s2.fault(&[(SHOWN, "activity_past"), ("stocks", "too_small")]), refused);
    assert_eq!(s2.fault(&[(SHOWN, "activity_past"), ("stocks", "made_up")]), refused);
    let blank = s2.answer("stocks", &[(SHOWN, "activity_past"), ("stocks", " ")]);
    assert_eq!(blank, Some(Answer::Choice(code("adequate"))), "a blank field says nothing");
}

#[test]
fn what_no_page_offers_is_refused() {
    let s2 = visit(business(), "s2");
    assert_eq!(s2.fault(&[("stocks", "huge")]), ("stocks".into(), Fault::UnknownOption));
    assert_eq!(s2.fault(&[("activity_past", "dk")]), ("activity_past".into(), Fault::UnknownOption));
    assert_eq!(
        s2.fault(&[("next_quarter.prices_next", "dk")]),
        ("next_quarter.prices_next".into(), Fault::UnknownOption)
    );
    assert_eq!(s2.fault(&[("next_quarter.made_up", "up")]), ("next_quarter.made_up".into(), Fault::UnknownField));
    assert_eq!(s2.fault(&[("next_quarter", "up")]), ("next_quarter".into(), Fault::UnknownField));
    assert_eq!(s2.fault(&[("situation", "good")]), ("situation".into(), Fault::UnknownField), "of another section");
    assert_eq!(s2.fault(&[("made_up", "")]), ("made_up".into(), Fault::UnknownField));
    assert_eq!(s2.fault(&[("utilisation.dont_know", "dk")]), ("utilisation.dont_know".into(), Fault::UnknownField));
    assert_eq!(s2.fault(&[("stocks", "adequate"), ("stocks", "too_large")]), ("stocks".into(), Fault::Repeated));
    assert_eq!(
        s2.answer("stocks", &[(".action", "next"), ("stocks", "adequate")]),
        Some(Answer::Choice(code("adequate")))
    );
    let s4 = visit(business(), "s4");
    assert_eq!(s4.fault(&[("recommend", "11")]), ("recommend".into(), Fault::UnknownOption));
    assert_eq!(s4.fault(&[("recommend", "5.5")]), ("recommend".into(), Fault::UnknownOption));
    let many: Vec<_> = (0..5_001).map(|_| ("stocks", "adequate")).collect();
    assert_eq!(s2.fault(&many), (String::new(), Fault::UnknownField));
}

#[test]
fn a_question_that_this_company_is_not_asked_is_refused() {
    let other_sector = Visit { attributes: [("sector".to_owned(), "H".to_owned())].into(), ..visit(business(), "s2") };
    assert_eq!(other_sector.fault(&[("stocks", "adequate")]), ("stocks".into(), Fault::NotAsked));
    assert_eq!(other_sector.fault(&[("stocks", "made_up")]), ("stocks".into(), Fault::NotAsked));
    assert_eq!(other_sector.post(&[("stocks", "")]).problems, []);
    let spring = Visit { round: "2026-Q1", ..visit(business(), "s4") };
    assert_eq!(spring.fault(&[("investment", "5")]), ("investment".into(), Fault::NotAsked));
    let not_exporting = visit(location(), "l4");
    let fields = [("export", "no"), ("export_obstacles.1", "geo")];
    assert!(
        not_exporting.answer("export_obstacles", &fields).is_some(),
        "the page could not know: it stays in the draft"
    );
}

#[test]
fn what_this_page_routes_out_stays_in_the_draft_but_not_in_the_response() {
    let s3 = visit(business(), "s3");
    let posted = s3.post(&[("hampered", "no"), ("obstacles", "demand"), ("vacancies", "viele")]);
    assert_eq!(posted.answers.get("obstacles"), Some(&choices(&["demand"], None)));
    assert_eq!(posted.problems.len(), 1, "only what is asked has problems: {:?}", posted.problems);
    let kept = validate_all(&s3.questionnaire, &posted.answers, s3.circumstances()).unwrap();
    assert_eq!(kept.0.keys().map(Code::as_str).collect::<Vec<_>>(), ["hampered"]);
    assert_eq!(s3.post(&[("hampered", "no"), ("obstacles", "made_up")]).problems, []);
}

#[test]
fn a_stored_answer_that_breaks_a_rule_cannot_be_submitted() {
    let visit = visit(business(), "s1");
    let bad = [
        ("situation", Answer::Choice(code("up")), Fault::UnknownOption),
        ("situation", Answer::Number(1.0), Fault::WrongKind),
        ("utilisation", Answer::Number(f64::NAN), Fault::OutOfRange { min: Some(0.0), max: Some(150.0) }),
        ("utilisation", Answer::Number(0.5), Fault::TooManyDecimals { allowed: 0 }),
        ("comment", Answer::Text(" ".into()), Fault::WrongKind),
        ("comment", Answer::Text("a\u{0}".into()), Fault::WrongKind),
        ("next_quarter", Answer::Matrix([(code("x"), code("up"))].into()), Fault::UnknownField),
        ("recommend", Answer::Number(11.0), Fault::OutOfRange { min: Some(0.0), max: Some(10.0) }),
    ];
    for (question, answer, fault) in bad {
        let answers = Answers([(code(question), answer)].into());
        let problems = validate_all(&visit.questionnaire, &answers, visit.circumstances()).unwrap_err();
        assert_eq!(problems.iter().map(|problem| &problem.fault).collect::<Vec<_>>(), [&fault], "{question}");
    }
    let location = location();
    for (answer, fault) in [
        (choices(&["none", "it"], None), Fault::NotAlone),
        (choices(&["it", "it"], None), Fault::WrongKind),
        (choices(&["it"], Some("x")), Fault::WrongKind),
        (choices(&[], None), Fault::WrongKind),
    ] {
        let routed = (code("skills_shortage"), Answer::Choice(code("same")));
        let answers = Answers([routed, (code("skills_groups"), answer)].into());
        assert_eq!(validate_all(&location, &answers, visit.circumstances()).unwrap_err()[0].fault, fault);
    }
}
