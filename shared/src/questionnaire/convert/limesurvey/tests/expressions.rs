//! Conditions, rules and texts with expressions.

use super::sample::{Outcome, Sample, shown};

/// One question of every kind, named in conditions.
fn everything() -> Sample {
    let mut sample = Sample::new();
    sample.question("S", "word", &[]);
    sample.question("N", "age", &[]);
    sample.question("Y", "yes", &[]);
    sample.question("L", "list", &[("other", "Y")]).answers("0", &["1", "2", "3"]);
    sample.question("M", "multi", &[("other", "Y")]).parts("0", &["A", "B"]);
    sample.question("F", "grid", &[]).parts("0", &["r", "s"]).answers("0", &["1", "2"]);
    sample.question("K", "sums", &[]).parts("0", &["a", "2"]);
    sample.question(":", "cells", &[]).parts("0", &["r"]).parts("1", &["c"]);
    sample.question(":", "ticks", &[]).parts("0", &["r"]).parts("1", &["c"]).set("multiflexible_checkbox", "1");
    sample.question("R", "rank", &[]).answers("0", &["x", "y"]);
    sample.question("D", "day", &[]);
    sample.question("O", "noted", &[]).answers("0", &["a"]);
    sample.question("1", "dual", &[]).parts("0", &["r"]).answers("0", &["a"]).answers("1", &["b"]);
    sample.question("5", "points", &[]);
    sample.question("D", "month", &[]).set("date_format", "mm.yyyy");
    sample
}

fn condition(theirs: &str) -> (String, String) {
    let mut sample = everything();
    sample.question("X", "final", &[("relevance", theirs)]);
    let made = sample.read();
    let lost =
        made.report.notices.iter().filter(|notice| notice.place == "question final").map(|notice| format!("{notice} "));
    (made.show_if("final").to_owned(), lost.collect())
}

const JOINED_MATCHES: &str = "(coalesce(word, \"\") + coalesce(noted_comment, \"\")).matches(\"^a\")";

#[test]
fn conditions_become_ours_by_the_kind_of_what_they_name() {
    for (theirs, ours) in [
        ("", ""),
        ("1", ""),
        ("age > 5", "age > 5"),
        ("age == \"5\"", "age == 5"),
        ("5 le age and age lt '9'", "age >= 5 && age < 9"),
        ("word == 'a' || word.NAOK != \"b\"", "word == \"a\" || word != \"b\""),
        ("word > 10", "number(word) > 10"),
        ("is_empty(word.NAOK)", "!answered(word)"),
        ("!is_empty(word)", "answered(word)"),
        ("word != ''", "answered(word)"),
        ("word == \" \"", "!answered(word)"),
        ("yes == 'Y'", "yes == \"yes\""),
        ("(yes.NAOK == \"N\")", "yes == \"no\""),
        ("list == 1", "list == \"1\""),
        ("list.code == '-oth-'", "list == \"-oth-\""),
        ("list > 1", "list in [\"2\", \"3\"]"),
        ("list == 9", "false"),
        ("list == 9 or age > 1", "age > 1"),
        ("list.shown == 'Label 2'", "list == \"2\""),
        ("!is_empty(list_other)", "list == \"-oth-\""),
        ("strlen(list_other) >= 1", "list == \"-oth-\""),
        ("multi_A == 'Y'", "\"A\" in multi"),
        ("multi_A != \"Y\"", "!(\"A\" in multi)"),
        ("multi_A.NAOK", "\"A\" in multi"),
        ("is_empty(multi_B)", "!(\"B\" in multi)"),
        ("count(multi_A, multi_B) >= 1", "sum((\"A\" in multi ? 1 : 0), (\"B\" in multi ? 1 : 0)) >= 1"),
        ("count(that.multi) > 1", "coalesce(size(multi), 0) > 1"),
        ("grid_r == '2'", "grid.r == \"2\""),
        ("count(that.grid.NAOK) == 2", "count(grid.r, grid.s) == 2"),
        ("countif(2, that.grid) > 0", "sum((grid.r == \"2\" ? 1 : 0), (grid.s == \"2\" ? 1 : 0)) > 0"),
        ("sums_a > sums_2", "sums.a.amount > sums[\"2\"].amount"),
        ("sum(that.sums) < 9", "sum(sums.a.amount, sums[\"2\"].amount) < 9"),
        ("sum(that.grid) < 9", "sum(number(coalesce(grid.r, \"\")), number(coalesce(grid.s, \"\"))) < 9"),
        ("cells_r_c >= 3", "cells.r.c >= 3"),
        ("ticks_r_c == 1", "\"c\" in ticks.r.options"),
        ("countif('x', that.rank) > 0", "(\"x\" in rank ? 1 : 0) > 0"),
        ("!is_empty(rank_2)", "coalesce(size(rank), 0) >= 2"),
        ("day < '2026-01-31'", "day < \"2026-01-31\""),
        ("month >= '2021-01-01'", "month >= \"2021-01\""),
        ("'2021-01-15' < month", "month > \"2021-01-15\""),
        ("day <= date('Y-m-d')", "day <= today"),
        ("noted_comment != ''", "answered(noted_comment)"),
        ("dual_r_0 == 'a' && dual_r_1 == 'b'", "dual.r.scale_1 == \"a\" && dual.r.scale_2 == \"b\""),
        ("points >= '3'", "points >= 3"),
        ("age", "abs(age) > 0"),
        ("if(age > 5, word == 'a', word == 'b')", "age > 5 && word == \"a\" || !(age > 5) && word == \"b\""),
        (
            "round(age / 2, 1) == 1.5 and floor(age) + 1 > max(age, 3)",
            "round(age / 2, 1) == 1.5 && floor(age) + 1 > max(age, 3)",
        ),
        ("regexMatch('/^\\d{2}$/', word)", "word.matches(\"^[0-9]{2}$\")"),
        ("regexMatch('/^a/', join(word, noted_comment))", JOINED_MATCHES),
        ("strlen(word) < 3", "size(coalesce(word, \"\")) < 3"),
        ("in_array(list, '1', '2')", "list == \"1\" || list == \"2\""),
        ("5X1X102 > 3 and 5X1X105A.NAOK == 'Y'", "age > 3 && \"A\" in multi"),
        ("5X1X106r == '1' and 5X1X113r#1 == 'b'", "grid.r == \"1\" && dual.r.scale_2 == \"b\""),
        ("TOKEN:ATTRIBUTE_1 == 'big'", "company.attribute_1 == \"big\""),
        ("Q102 > 3 and Q105_A == 'Y' and Q106_r.NAOK == '1'", "age > 3 && \"A\" in multi && grid.r == \"1\""),
        ("intval(age) == 3", "(age < 0 ? ceil(age) : floor(age)) == 3"),
        ("is_numeric(word)", "answered(number(word))"),
        ("multi_other != ''", "\"other\" in multi"),
        ("word == list", "coalesce(word, \"\") == coalesce(list, \"\")"),
        ("noted != word", "coalesce(word, \"\") != coalesce(noted, \"\")"),
        ("word == yes", "coalesce(word, \"\") == (yes == \"yes\" ? \"Y\" : (yes == \"no\" ? \"N\" : \"\"))"),
        ("word == dual_r_0", "coalesce(word, \"\") == coalesce(dual.r.scale_1, \"\")"),
        ("word == grid_r", "number(word) == number(coalesce(grid.r, \"\"))"),
    ] {
        let (found, lost) = condition(theirs);
        assert_eq!(found, ours, "{theirs}");
        assert!(lost.is_empty() || ours == "false", "{theirs}: {lost}");
    }
}

#[test]
fn conditions_that_have_no_counterpart_are_dropped_with_the_reason() {
    for (theirs, why) in [
        ("after == 'x'", "nothing is named \"after\""),
        ("Q900 == 'x'", "nothing is named \"Q900\""),
        ("Q116 == 'x'", "it looks at final, which comes later"),
        ("rank_1 == 'x'", "a single place of a ranking"),
        ("list_other == 'mine'", "behind \"other\""),
        ("sqrt(age) > 2", "the function \"sqrt\" has no counterpart"),
        ("age = 5", "\"=\" is not expected"),
        ("regexMatch('/(?=a)/', word)", "a look around"),
        ("TOKEN:FIRSTNAME == 'Ada'", "FIRSTNAME of a participant"),
        ("list.jsName == 'x'", "\".jsName\" has no counterpart"),
        ("multi == 'A'", "not compared as a whole"),
        ("noted > word", "codes of options that are no numbers"),
        ("age == noted", "codes of options that are no numbers"),
        ("word == list.shown", "what an option says cannot be compared with a text"),
        ("(age > 1", "a bracket is not closed"),
    ] {
        let (ours, lost) = condition(theirs);
        assert!(ours.is_empty() && lost.contains(why), "{theirs}: {ours} {lost}");
        assert!(lost.contains("it is asked without it"));
    }
    let mut sample = Sample::new();
    sample.question("S", "first", &[("relevance", "second == 'x'")]).question("S", "second", &[]);
    assert!(sample.read().told().contains("it looks at second, which comes later"));
}

#[test]
fn what_is_quoted_is_short_so_that_the_reason_is_read() {
    let long = format!("{} and later == 'x'", vec!["list == 'A'"; 200].join(" and "));
    let mut sample = everything();
    sample.question("S", "final", &[("relevance", &long)]).set("em_validation_q", &long).question("S", "later", &[]);
    let told = sample.read().told();
    let begin = "list == 'A' and list == 'A' and list == 'A' and list == 'A' …";
    for what in ["rule", "condition"] {
        let reason = format!("its {what} \"{begin}\" cannot be carried over: it looks at later, which comes later");
        assert!(told.contains(&reason), "{reason}\n{told}");
    }
}

fn text(theirs: &str) -> (String, String) {
    let mut sample = everything();
    sample.question("X", "final", &[("question", theirs), ("language", "en")]);
    let made: Outcome = sample.read();
    let lost =
        made.report.notices.iter().filter(|notice| notice.place == "question final").map(|notice| format!("{notice} "));
    (made.text("final").to_owned(), lost.collect())
}

#[test]
fn expressions_in_texts_are_piped() {
    for (theirs, ours) in [
        ("<p>Dear {word},</p>", "Dear {{ word }},"),
        ("{list.shown}", "{{ list }}"),
        ("{Q104.shown}", "{{ list }}"),
        (
            "{if(is_empty(word), '<b>No</b> &amp; none', \"a < b\")}",
            "{{ (!answered(word) ? \"No & none\" : \"a < b\") }}",
        ),
        ("{INSERTANS:5X1X104}", "{{ list }}"),
        ("{list}", "{{ coalesce(list, \"\") }}"),
        ("{yes}", "{{ (yes == \"yes\" ? \"Y\" : (yes == \"no\" ? \"N\" : \"\")) }}"),
        ("{if(yes == 'Y', 'he', 'she')} said", "{{ (yes == \"yes\" ? \"he\" : \"she\") }} said"),
        (
            "{if(age &gt; 17 &amp;&amp; word != &quot;&quot;, 'a', 'b')}",
            "{{ (age > 17 && answered(word) ? \"a\" : \"b\") }}",
        ),
        ("{implode(' ', 'Hi', word, '!')}", "{{ \"Hi \" + coalesce(word, \"\") + \" !\" }}"),
        ("{multi_A.shown}", "{{ (\"A\" in multi ? \"Label A\" : \"\") }}"),
        ("{list(that.multi.shown)}", "{{ multi }}"),
        ("{sum(that.sums)} in all", "{{ sum(sums.a.amount, sums[\"2\"].amount) }} in all"),
        ("{word.question}", "word"),
        ("{multi_A.question}? {grid_s.question}? {sums_2.question}?", "Label A? Label s? Label 2?"),
        (
            "{cells_r_c.question} {ticks_r_c.question} {dual_r_1.question}",
            "Label r[Label c] Label r[Label c] Label r[2]",
        ),
        ("{SURVEYNAME}", "A survey"),
        ("a { b } and {\nc} and {{word}}", "a { b } and {\nc} and { {{ word }} }"),
        ("{day} {age}", "{{ day }} {{ age }}"),
        ("{TOKEN:ATTRIBUTE_2}", "{{ company.attribute_2 }}"),
    ] {
        assert_eq!(text(theirs), (ours.to_owned(), String::new()), "{theirs}");
    }
    let (ours, lost) = text("<img src='{word}'>{TOKEN:FIRSTNAME} {rand(1, 2)}");
    assert_eq!(ours, "… …");
    assert!(lost.contains("more than words: img") && lost.contains("FIRSTNAME") && lost.contains("rand"), "{lost}");
}

#[test]
fn braces_that_stand_for_nothing_are_told() {
    for (theirs, ours, told) in [
        ("{if(nmu > 5, 'big', 'small')}", "…", "nothing is named \"nmu\"; instead: \"…\""),
        ("{SITENAME}", "…", "\"SITENAME\" cannot be put into a text here: this is nothing that questionnaires know"),
        ("{INSERTANS:5X1X999}", "…", "nothing is named \"5X1X999\"; instead: \"…\""),
        ("{age % 3}", "…", "\"%\" is not expected"),
        ("{noted_comment.question}", "noted", "cannot be put into a text alone; instead: the text of its question"),
        ("{word = 'a'}", "…", "\"=\" is not expected"),
        ("^a{2,3}$", "^a{2,3}$", "\"2,3\" stands in braces and is no expression"),
        ("{see below}", "{see below}", "instead: the words as they are, in braces, which respondents read"),
    ] {
        let (text, lost) = text(theirs);
        assert_eq!(text, ours);
        assert!(lost.contains(told), "{theirs}: {lost}");
    }
    let mut sample = Sample::new();
    sample.question("S", "QID", &[]);
    sample.question("X", "x", &[("question", "{QID}"), ("language", "en")]);
    assert_eq!(sample.read().text("x"), "{{ QID }}");
    let mut sample = Sample::new();
    sample.question("S", "first", &[]).question("N", "Q101", &[]);
    sample.question("X", "x", &[("question", "{Q101} {Q104}"), ("language", "en")]).question("S", "last", &[]);
    let made = sample.read();
    assert_eq!(made.text("x"), "{{ Q101 }} …");
    assert!(made.told().contains("it looks at last, which comes later"), "{}", made.told());
}

#[test]
fn attributes_of_participants_become_those_of_companies() {
    let mut sample = Sample::new();
    sample.question("S", "a", &[("relevance", "TOKEN:ATTRIBUTE_1 == 'x'")]);
    let made = sample.read();
    assert!(made.document.classification.contains_key("attribute_1"));
    assert!(made.told().contains("TOKEN:ATTRIBUTE_1"), "{}", made.told());
}

#[test]
fn rules_look_at_the_answer() {
    let mut sample = Sample::new();
    sample.question("N", "n", &[]).set("em_validation_q", "this > 3").set("em_validation_q_tip", "More!");
    sample.question("M", "m", &[]).parts("0", &["A", "B"]).set("em_validation_q", "!(count(m_A, m_B) == 2)");
    sample.question("A", "a", &[]).parts("0", &["1", "2"]).set("em_validation_q", "countif('1', self) == 1");
    sample.question("K", "k", &[]).parts("0", &["x", "y"]).set("em_validation_sq", "this < n");
    sample.question("Q", "q", &[("preg", "/^a/")]).parts("0", &["x"]);
    sample.question("S", "s", &[("preg", "/(?!x)/")]);
    let made = sample.read();
    assert_eq!((made.rules("n"), made.question("n").checks[0].message["en"].as_str()), (vec!["this > 3"], "More!"));
    assert_eq!(made.rules("m"), ["sum((\"A\" in this ? 1 : 0), (\"B\" in this ? 1 : 0)) != 2"]);
    assert_eq!(made.rules("a"), ["sum((this[\"1\"] == \"1\" ? 1 : 0), (this[\"2\"] == \"1\" ? 1 : 0)) == 1"]);
    let each = "(!answered(this.x.amount) || this.x.amount < n) && (!answered(this.y.amount) || this.y.amount < n)";
    assert_eq!(made.rules("k"), [each]);
    assert_eq!(made.rules("q"), ["this.x.answer.matches(\"^a\")"]);
    assert!(made.rules("s").is_empty() && made.told().contains("a look around"));
}

#[test]
fn what_breaks_a_bound_is_told_the_bound() {
    let mut sample = Sample::in_languages(&["en", "de"]);
    sample.question("N", "n", &[]);
    sample.question("N", "m", &[]).set("min_num_value_n", "{n}");
    sample.question("K", "k", &[]).parts("0", &["x"]).set("min_num_value", "3.5").set("max_num_value", "{n * 2}");
    sample.question("M", "c", &[]).parts("0", &["x", "y"]).set("max_answers", "{n}");
    sample.question("R", "r", &[]).answers("0", &["x", "y"]).set("min_answers", "2");
    let made = sample.read();
    let said = |code: &str, at: usize, tag: &str| made.question(code).checks[at].message[tag].clone();
    assert_eq!(said("m", 0, "de"), "Bitte geben Sie mindestens {{ n }} an.");
    assert_eq!(
        (said("k", 0, "en"), said("k", 0, "de")),
        ("Together they must be at least 3.5.".into(), "Zusammen müssen es mindestens 3,5 sein.".into())
    );
    assert_eq!(said("k", 1, "en"), "Together they may be at most {{ n * 2 }}.");
    assert_eq!(said("c", 0, "en"), "Please choose at most {{ n }}.");
    assert_eq!(said("r", 0, "de"), "Bitte wählen Sie mindestens 2 aus.");
}

#[test]
fn conditions_of_the_old_kind_are_read_by_their_scenarios() {
    let mut sample = Sample::new();
    sample.question("L", "l", &[]).answers("0", &["a", "b"]);
    sample.question("M", "m", &[]).parts("0", &["x", "y"]);
    sample.question("N", "n", &[]);
    sample.question("S", "end", &[]);
    let clause = |scenario, question, field, method, value| {
        [
            ("qid", "104"),
            ("scenario", scenario),
            ("cqid", question),
            ("cfieldname", field),
            ("method", method),
            ("value", value),
        ]
    };
    sample.row("conditions", &clause("1", "101", "5X1X101", "==", "a"));
    sample.row("conditions", &clause("1", "101", "5X1X101", "==", "b"));
    sample.row("conditions", &clause("1", "102", "5X1X102", "==", "x"));
    sample.row("conditions", &clause("2", "102", "+5X1X102y", "==", "Y"));
    sample.row("conditions", &clause("3", "103", "5X1X103", ">=", "18"));
    sample.row("conditions", &clause("3", "101", "5X1X101", "==", " "));
    let made = sample.read();
    let expected = "(l == \"a\" || l == \"b\") && \"x\" in m || \"y\" in m || !answered(l) && n >= 18";
    assert_eq!(made.show_if("end"), expected);
}

#[test]
fn relevance_and_old_conditions_are_joined_unless_one_holds_the_other() {
    let with = |relevance: &str| {
        let mut sample = Sample::new();
        sample.question("Y", "y", &[]).question("N", "n", &[]).question("S", "s", &[("relevance", relevance)]);
        let clause = [
            ("qid", "103"),
            ("scenario", "1"),
            ("cqid", "101"),
            ("cfieldname", "5X1X101"),
            ("method", "=="),
            ("value", "Y"),
        ];
        sample.row("conditions", &clause);
        sample.read().show_if("s").to_owned()
    };
    assert_eq!(with("1"), "y == \"yes\"");
    assert_eq!(with("((y.NAOK == \"Y\"))"), "y == \"yes\"");
    assert_eq!(with("n > 3 or n < 1"), "(n > 3 || n < 1) && y == \"yes\"");
}

#[test]
fn filters_decide_on_rows_and_options() {
    let mut sample = Sample::new();
    sample.question("M", "m", &[("other", "Y")]).parts("0", &["x", "y"]);
    sample.question("A", "a", &[]).parts("0", &["x", "z"]).set("array_filter", "m");
    sample.question("L", "l", &[]).answers("0", &["y"]).set("array_filter_exclude", "m;a");
    sample.question("M", "early", &[]).parts("0", &["x"]).set("array_filter", "later");
    sample.question("M", "later", &[]).parts("0", &["x"]);
    let made = sample.read();
    let rows = &made.question("a").rows;
    assert_eq!((shown(rows[0].show_if.as_ref()), shown(rows[1].show_if.as_ref())), ("\"x\" in m", ""));
    let option = &made.question("l").options.as_ref().unwrap()[0];
    assert_eq!(shown(option.show_if.as_ref()), "!(\"y\" in m)");
    assert!(made.told().contains("the answers to \"later\" decide on its parts"), "{}", made.told());
}

#[test]
fn groups_have_conditions_and_come_in_their_order() {
    let mut sample = Sample::new();
    sample.question("N", "n", &[]);
    let group =
        [("gid", "2"), ("group_name", "Second"), ("group_order", "1"), ("grelevance", "n > 1"), ("language", "en")];
    sample.row("groups", &[&group[..], &[("description", "About {n}"), ("randomization_group", "r")]].concat());
    sample.row(
        "questions",
        &[("qid", "50"), ("gid", "2"), ("type", "S"), ("title", "s"), ("question", "S?"), ("language", "en")],
    );
    sample.row("question_attributes", &[("qid", "50"), ("attribute", "random_group"), ("value", "g")]);
    let made = sample.read();
    let section = &made.document.sections[1];
    assert_eq!((section.id.as_str(), shown(section.show_if.as_ref()), section.randomise), ("Second", "n > 1", true));
    assert_eq!(section.intro.as_ref().unwrap()["en"], "About {{ n }}");
    assert!(made.told().contains("groups come in an order drawn"));
}
