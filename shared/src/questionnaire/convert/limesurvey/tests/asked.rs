//! What a condition names must be asked for it to hold.

use super::sample::{Sample, shown};

#[test]
fn what_is_named_without_naok_must_be_asked() {
    let with = |theirs: &str| {
        let mut sample = Sample::new();
        sample.question("Y", "a", &[]).question("N", "n", &[]);
        sample.question("L", "l", &[("relevance", "a == 'Y'")]).answers("0", &["1", "2"]);
        sample.question("M", "m", &[("relevance", "n > 1 or n < 0")]).parts("0", &["x", "y"]);
        sample.question("M", "f", &[]).parts("0", &["x", "z"]).set("array_filter", "m");
        sample.question("S", "t", &[("relevance", "l == '1'")]);
        sample.question("F", "g", &[("relevance", "l != '1'")]).parts("0", &["1"]).answers("0", &["1"]);
        sample.question("S", "end", &[("relevance", theirs)]);
        sample.read().show_if("end").to_owned()
    };
    for (theirs, ours) in [
        ("l != '1'", "l != \"1\" && a == \"yes\""),
        ("l.NAOK != '1'", "l != \"1\""),
        ("l.shown != 'Label 1'", "l != \"1\""),
        ("l == '1'", "l == \"1\""),
        ("is_empty(l)", "!answered(l) && a == \"yes\""),
        ("!(l == '1')", "l != \"1\" && a == \"yes\""),
        ("!(l != '1')", "l == \"1\""),
        ("l == '1' or n > 3", "(l == \"1\" || n > 3) && a == \"yes\""),
        ("l == '1' or l == '2'", "l == \"1\" || l == \"2\""),
        ("l != 9", "a == \"yes\""),
        ("a == 'Y' and l != '1'", "a == \"yes\" && l != \"1\""),
        ("m_x != 'Y'", "!(\"x\" in m) && (n > 1 || n < 0)"),
        ("count(m_x, m_y) > 0", "sum((\"x\" in m ? 1 : 0), (\"y\" in m ? 1 : 0)) > 0"),
        ("count(that.m) == 0", "coalesce(size(m), 0) == 0 && (n > 1 || n < 0)"),
        ("f_z != 'Y'", "!(\"z\" in f)"),
        ("f_x != 'Y'", "!(\"x\" in f) && \"x\" in m"),
        ("t != 'b'", "t != \"b\" && l == \"1\""),
        ("t == 'b' and is_empty(l)", "t == \"b\" && !answered(l)"),
        ("g_1 != '1'", "g[\"1\"] != \"1\" && l != \"1\" && a == \"yes\""),
        ("5X1X103 != '1' and n > 3", "l != \"1\" && n > 3 && a == \"yes\""),
        ("regexMatch('/b/', t)", "t.matches(\"b\")"),
        ("!regexMatch('/b/', t)", "!t.matches(\"b\") && l == \"1\""),
    ] {
        assert_eq!(with(theirs), ours, "{theirs}");
    }
}

#[test]
fn a_condition_of_a_row_that_looks_at_a_question_does_not_say_that_it_was_asked() {
    let mut sample = Sample::new();
    let at = [
        ("98", "Y", "b", ""),
        ("99", "S", "a", "b == 'Y'"),
        ("100", "F", "g", ""),
        ("101", "S", "end", "g_r != '1' and a != 'z'"),
    ];
    for (order, (qid, kind, code, relevance)) in at.into_iter().enumerate() {
        let fields = [("qid", qid), ("gid", "1"), ("type", kind), ("title", code), ("relevance", relevance)];
        let more = [("question", "?"), ("language", "en"), ("question_order", &order.to_string())];
        sample.row("questions", &[&fields[..], &more[..]].concat());
    }
    let row = [("qid", "900"), ("parent_qid", "100"), ("title", "r"), ("question", "R"), ("language", "en")];
    sample.row("subquestions", &[&row[..], &[("relevance", "a.NAOK != 'x'")]].concat());
    let answer = [("qid", "100"), ("code", "1"), ("answer", "One"), ("scale_id", "0"), ("language", "en")];
    sample.row("answers", &answer);
    let made = sample.read();
    assert_eq!(made.show_if("end"), "g.r != \"1\" && a != \"z\" && a != \"x\" && b == \"yes\"");
}

#[test]
fn what_would_be_too_long_is_asked_without_it() {
    let mut sample = Sample::new();
    let codes: Vec<_> = (0..150).map(|number| format!("q{number}")).collect();
    sample.question("N", "n", &[]).question("L", "never", &[("relevance", "0")]).answers("0", &["1"]);
    for (number, code) in codes.iter().enumerate() {
        sample.question("S", code, &[("relevance", &format!("n > {number}"))]);
    }
    sample.question("S", "end", &[("relevance", &format!("is_empty({})", codes.join(",")))]);
    sample.question("S", "final", &[("relevance", "never != '1'")]);
    let made = sample.read();
    assert!(made.show_if("end").starts_with("!(answered(q0) || ") && !made.show_if("end").contains("n >"));
    assert!(made.told().contains("names questions that are not always asked; instead: it is asked even"));
    assert_eq!(made.show_if("final"), "false");
    assert!(made.told().contains("question final: its condition \"never != '1'\" can never hold"), "{}", made.told());
}

#[test]
fn a_condition_of_a_group_is_one_of_its_questions() {
    let mut sample = Sample::new();
    sample.question("N", "n", &[]);
    for (gid, relevance) in [("2", "n > 1"), ("3", "s != 'x'")] {
        let group = [("gid", gid), ("group_name", gid), ("group_order", gid), ("grelevance", relevance)];
        sample.row("groups", &[&group[..], &[("language", "en")]].concat());
    }
    let at = [("s", "2", "1"), ("same", "2", "s != 'y'"), ("other", "3", "s != 'z'"), ("end", "3", "same != 'z'")];
    for (order, (code, gid, relevance)) in at.into_iter().enumerate() {
        let qid = (200 + order).to_string();
        let fields = [("qid", qid.as_str()), ("gid", gid), ("type", "S"), ("title", code), ("relevance", relevance)];
        sample.row("questions", &[&fields[..], &[("question", "?"), ("language", "en")]].concat());
    }
    let made = sample.read();
    assert_eq!(shown(made.document.sections[1].show_if.as_ref()), "n > 1");
    assert_eq!(shown(made.document.sections[2].show_if.as_ref()), "s != \"x\" && n > 1");
    let conditions = ["same", "other", "end"].map(|code| made.show_if(code));
    assert_eq!(conditions, ["s != \"y\"", "s != \"z\"", "same != \"z\" && s != \"y\""]);
}
