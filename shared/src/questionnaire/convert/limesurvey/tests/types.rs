//! What becomes of each type of question.

use super::super::read;
use super::sample::{Sample, shown};
use crate::questionnaire::convert::Report;
use crate::questionnaire::format::QuestionType as Q;
use crate::questionnaire::format::{Bound, Look, QuestionType, Required, Total};

fn codes(question: &crate::questionnaire::format::Question) -> Vec<&str> {
    question.options.iter().flatten().map(|option| option.code.as_str()).collect()
}

#[test]
fn lists_keep_their_codes_and_other_takes_a_text() {
    let mut sample = Sample::new();
    sample.question("L", "L1", &[("other", "Y"), ("mandatory", "Y")]).answers("0", &["A1", "A2"]);
    sample.set("other_replace_text", "Something else").set("random_order", "1");
    sample.question("!", "L2", &[("mandatory", "S")]).answers("0", &["1", "2"]);
    sample.question("O", "L3", &[("relevance", "L1 == 'A1'")]).answers("0", &["x"]);
    sample.question("L", "empty", &[]);
    let made = sample.read();
    let list = made.question("L1");
    assert_eq!((list.question_type, codes(list)), (QuestionType::Single, vec!["A1", "A2", "-oth-"]));
    let other = &list.options.as_ref().unwrap()[2];
    assert!(other.other_text && other.label["en"] == "Something else" && list.randomise);
    assert_eq!((list.required, made.question("L2").required), (Some(Required::Hard), Some(Required::Soft)));
    assert_eq!(made.question("L2").question_type, QuestionType::Dropdown);
    let comment = made.question("L3_comment");
    assert_eq!((comment.question_type, made.show_if("L3_comment")), (QuestionType::OpenText, "L1 == \"A1\""));
    let report = &made.report;
    assert_eq!((report.questions, report.carried, report.replaced, report.dropped), (4, 2, 1, 1));
    assert!(made.told().contains("question empty: it has no options; left out"), "{}", made.told());
}

#[test]
fn fixed_lists_have_the_words_of_both_languages() {
    let mut sample = Sample::in_languages(&["de", "en", "fr"]);
    for (kind, code) in [("Y", "y"), ("G", "g"), ("5", "p")] {
        let texts = [("question", code), ("language", "de")];
        sample.question(kind, code, &texts);
    }
    sample.set("slider_rating", "1");
    let made = sample.read();
    assert_eq!(made.question("y").question_type, QuestionType::YesNo);
    let gender = &made.question("g").options.as_ref().unwrap()[0];
    assert_eq!((gender.label["de"].as_str(), gender.label["en"].as_str()), ("Weiblich", "Female"));
    let points = made.question("p");
    assert_eq!((points.min.clone(), points.look), (Some(Bound::Number(1.0)), Some(Look::Stars)));
    assert!(made.told().contains("language en: 5 texts missing"), "{}", made.told());
    assert!(made.told().contains("language fr: 4 labels such as \"Yes\""), "{}", made.told());
}

#[test]
fn multiple_choice_has_bounds_and_options_that_rule_out_others() {
    let mut sample = Sample::new();
    sample.question("M", "m", &[("other", "Y")]).parts("0", &["a", "b", "none"]);
    sample.set("exclude_all_others", "none").set("min_answers", "1").set("max_answers", "2");
    sample.question("P", "p", &[]).parts("0", &["a", "b"]);
    sample.set("em_validation_q", "count(self.comments) >= 1").set("em_validation_q_tip", "Write one");
    let made = sample.read();
    let multiple = made.question("m");
    assert_eq!((multiple.question_type, codes(multiple)), (QuestionType::MultiSelect, vec!["a", "b", "none", "other"]));
    assert_eq!(
        (multiple.min_choices, multiple.max_choices, multiple.required),
        (Some(1), Some(2), Some(Required::Hard))
    );
    assert!(multiple.options.as_ref().unwrap()[2].exclusive);
    let comments = made.question("p_comments");
    assert_eq!((comments.question_type, comments.rows.len(), comments.columns.len()), (QuestionType::Table, 2, 1));
    assert_eq!((made.show_if("p_comments"), shown(comments.rows[0].show_if.as_ref())), ("answered(p)", "\"a\" in p"));
    assert_eq!(made.rules("p_comments"), ["count(this.a.comment, this.b.comment) >= 1"]);
    assert_eq!(comments.checks[0].message["en"], "Write one");
    assert!(made.rules("p").is_empty());
}

#[test]
fn arrays_become_matrices() {
    let mut sample = Sample::new();
    for (kind, code) in [("A", "a"), ("B", "b"), ("C", "c"), ("E", "e")] {
        sample.question(kind, code, &[]).parts("0", &["r1", "r2"]);
    }
    for (kind, code) in [("F", "f"), ("H", "h")] {
        sample.question(kind, code, &[]).parts("0", &["r1", "r2"]).answers("0", &["x", "y"]);
    }
    let made = sample.read();
    for (code, options) in [
        ("a", vec!["1", "2", "3", "4", "5"]),
        ("c", vec!["Y", "N", "U"]),
        ("e", vec!["I", "S", "D"]),
        ("f", vec!["x", "y"]),
        ("h", vec!["x", "y"]),
    ] {
        let question = made.question(code);
        assert_eq!((question.question_type, codes(question)), (QuestionType::Matrix, options), "{code}");
        assert_eq!(question.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["r1", "r2"]);
    }
    assert_eq!(codes(made.question("b")).len(), 10);
    assert_eq!(made.report.carried, 6);
}

#[test]
fn arrays_of_cells_become_tables() {
    let mut sample = Sample::new();
    sample.question("1", "dual", &[]).parts("0", &["r"]).answers("0", &["a", "b"]).answers("1", &["c"]);
    sample.set("dualscale_headerA", "Left").set("use_dropdown", "1");
    sample.question(":", "numbers", &[]).parts("0", &["r"]).parts("1", &["c1", "c2"]);
    sample.set("multiflexible_min", "5").set("multiflexible_max", "15");
    sample.question(":", "ticks", &[]).parts("0", &["r"]).parts("1", &["c1", "c2"]).set("multiflexible_checkbox", "1");
    sample.question(";", "texts", &[]).parts("0", &["r"]).parts("1", &["c1"]);
    sample.question(";", "digits", &[]).parts("0", &["r"]).parts("1", &["c1"]).set("numbers_only", "1");
    sample.question("Q", "short", &[]).parts("0", &["r1", "r2"]).set("maximum_chars", "30");
    let made = sample.read();
    let columns = |code: &str| &made.question(code).columns;
    assert_eq!((columns("dual")[0].id.as_str(), columns("dual")[0].column_type), ("scale_1", QuestionType::Dropdown));
    assert_eq!((columns("dual")[0].label["en"].as_str(), columns("dual")[1].label["en"].as_str()), ("Left", "2"));
    let number = &columns("numbers")[1];
    assert_eq!(
        (number.id.as_str(), number.column_type, number.max.clone()),
        ("c2", QuestionType::Numeric, Some(Bound::Number(15.0)))
    );
    assert!(made.question("ticks").several && made.question("ticks").question_type == QuestionType::Matrix);
    assert_eq!(columns("texts")[0].column_type, QuestionType::ShortText);
    assert_eq!(columns("digits")[0].column_type, QuestionType::Numeric);
    assert_eq!((columns("short")[0].max_length, made.question("short").rows.len()), (Some(30), 2));
}

#[test]
fn numbers_have_bounds_units_and_totals() {
    let mut sample = Sample::new();
    sample.question("N", "age", &[]).set("num_value_int_only", "1").set("min_num_value_n", "18").set("suffix", "years");
    sample.question("N", "work", &[]).set("max_num_value_n", "age - 1").set("prefix", "about");
    sample.question("K", "parts", &[]).parts("0", &["a", "b"]).set("equals_num_value", "100").set("suffix", "%");
    sample.question("K", "more", &[]).parts("0", &["a"]).set("equals_num_value", "{age}").set("min_num_value", "age");
    sample.question("S", "digits", &[]).set("numbers_only", "1");
    let made = sample.read();
    let age = made.question("age");
    assert_eq!((age.min.clone(), age.decimals, age.unit.as_deref()), (Some(Bound::Number(18.0)), None, Some("years")));
    assert_eq!(
        (made.rules("work"), made.question("work").decimals),
        (vec!["!answered(age - 1) || this <= age - 1"], Some(6))
    );
    assert_eq!(made.text("work"), "work (about …)");
    let parts = made.question("parts");
    assert_eq!((parts.question_type, parts.total.clone()), (QuestionType::Amounts, Some(Total::Number(100.0))));
    assert_eq!(parts.unit.as_deref(), Some("percent"));
    assert_eq!(made.question("more").total, Some(Total::Expression("age".into())));
    assert_eq!(made.rules("more"), ["!answered(age) || sum(column(this, \"amount\")) >= age"]);
    assert_eq!(made.question("digits").question_type, QuestionType::Numeric);
}

#[test]
fn texts_dates_and_files_are_typed_in() {
    let mut sample = Sample::new();
    sample.question("S", "s", &[("preg", "/^[a-z]+$/i")]).set("maximum_chars", "20");
    sample.question("T", "t", &[]);
    for (code, form) in
        [("day", ""), ("month", "mm/yyyy"), ("year", "yyyy"), ("time", "HH:MM"), ("both", "dd.mm.yyyy HH:MM")]
    {
        sample.question("D", code, &[]).set("date_format", form);
    }
    sample.question("D", "late", &[]).set("date_min", "1910").set("date_max", "date('Y-m-d')");
    sample.question("|", "files", &[]).set("max_num_of_files", "3").set("max_filesize", "2100");
    sample.set("allowed_filetypes", "png, gif");
    sample.question("D", "past", &[]).set("date_max", "today");
    sample.question("T", "long", &[]).set("maximum_chars", "20000");
    let made = sample.read();
    assert_eq!(made.question("long").max_length, Some(10_000));
    let told = "question long: it takes 20000 characters; a text has at most 10000; instead: 10000 characters";
    assert!(made.told().contains(told), "{}", made.told());
    assert_eq!(made.rules("past"), ["this <= today"]);
    assert_eq!((made.rules("s"), made.question("s").max_length), (vec!["this.matches(\"(?i)^[a-z]+$\")"], Some(20)));
    let kinds = ["t", "day", "month", "year", "time", "both"].map(|code| made.question(code).question_type);
    assert_eq!(kinds, [Q::OpenText, Q::Date, Q::Month, Q::Year, Q::Time, Q::Date]);
    assert_eq!(made.question("late").min, Some(Bound::Text("1910-01-01".into())));
    assert_eq!(made.rules("late"), ["this <= today"]);
    let files = made.question("files");
    assert_eq!((files.max_files, files.max_megabytes, files.kinds.join(" ")), (Some(3), Some(3), "png".into()));
    assert!(
        made.told().contains("files of the kinds \"gif\" are not taken here; instead: png")
            && made.told().contains("a time of the day too")
    );
}

#[test]
fn rankings_equations_and_notes() {
    let mut sample = Sample::new();
    sample.question("R", "r", &[]).answers("0", &["a", "b", "c"]).set("max_answers", "2").set("min_answers", "2");
    sample.question("N", "n", &[]);
    sample.question("*", "half", &[("question", "{n / 2}"), ("language", "en")]).set("hidden", "1");
    sample.question("*", "words", &[("question", "You said {n}."), ("language", "en")]);
    sample.question("*", "odd", &[("question", "{cos(n)}"), ("language", "en")]);
    sample.question("X", "x", &[("question", "Half is {half}."), ("language", "en")]);
    sample.question("I", "switch", &[]);
    sample.question("S", "secret", &[]).set("hidden", "1");
    sample.question("?", "what", &[]);
    let made = sample.read();
    assert_eq!((made.question("r").max_ranks, made.rules("r")), (Some(2), vec!["size(this) >= 2"]));
    let half = made.question("half");
    assert_eq!((half.value.as_deref(), half.shown, half.decimals), (Some("n / 2"), false, Some(2)));
    assert_eq!(made.question("words").value.as_deref(), Some("\"You said \" + coalesce(text(n), \"\") + \".\""));
    assert!(made.question("words").shown);
    assert_eq!((made.question("x").question_type, made.text("x")), (QuestionType::Note, "Half is {{ half }}."));
    assert_eq!((made.report.questions, made.report.dropped), (9, 4));
    for told in [
        "question odd: its equation \"{cos(n)}\"",
        "question switch: every page",
        "question secret: it is hidden",
        "the type ? is not known",
    ] {
        assert!(made.told().contains(told), "{told}\n{}", made.told());
    }
}

#[test]
fn the_newer_shape_of_the_tables_is_read_too() {
    let mut sample = Sample::in_languages(&["en", "de"]);
    sample.row(
        "group_l10ns",
        &[("id", "9"), ("gid", "1"), ("group_name", "Gruppe"), ("description", "Dazu"), ("language", "de")],
    );
    sample.question("F", "f", &[("question", ""), ("language", "")]);
    for (language, text, help) in [("en", "<p>Which?</p>", ""), ("de", "Welche?", "Hilfe")] {
        sample.row(
            "question_l10ns",
            &[("id", "77"), ("qid", "101"), ("question", text), ("help", help), ("language", language)],
        );
    }
    sample.row("subquestions", &[("qid", "200"), ("parent_qid", "101"), ("title", "r2"), ("question_order", "2")]);
    sample.row("subquestions", &[("qid", "201"), ("parent_qid", "101"), ("title", "r1"), ("question_order", "1")]);
    sample.row("question_l10ns", &[("id", "78"), ("qid", "200"), ("question", "Zwei"), ("language", "de")]);
    sample.row("question_l10ns", &[("id", "201"), ("question", "One"), ("language", "en")]);
    sample.row("answers", &[("aid", "5"), ("qid", "101"), ("code", "A"), ("sortorder", "1"), ("scale_id", "0")]);
    sample.row("answer_l10ns", &[("id", "1"), ("aid", "5"), ("answer", "Ja"), ("language", "de")]);
    let made = sample.read();
    let array = made.question("f");
    assert_eq!((array.text["en"].as_str(), array.text["de"].as_str()), ("Which?", "Welche?"));
    assert_eq!((array.rows[0].id.as_str(), array.rows[0].label["de"].as_str()), ("r1", "One"));
    assert_eq!(
        (array.rows[1].label["en"].as_str(), array.options.as_ref().unwrap()[0].label["en"].as_str()),
        ("Zwei", "Ja")
    );
    assert_eq!(made.document.sections[0].title["de"], "Gruppe");
    assert_eq!(made.document.sections[0].intro.as_ref().unwrap()["en"], "Dazu");
    assert!(made.told().contains("language en: 4 texts missing"), "{}", made.told());
}

#[test]
fn what_has_no_counterpart_is_told() {
    let mut sample = Sample::new();
    sample.question("S", "not", &[]).set("time_limit", "60").set("cssclass", "big").set("wonder", "7");
    sample.set("placeholder", "Type here").question("K", "k", &[]).parts("0", &["a"]).set("slider_default", "5");
    sample.set("slider_layout", "1");
    sample.question("|", "file", &[]).set("show_comment", "1").set("save_as_default", "Y");
    sample.row("defaultvalues", &[("qid", "101"), ("defaultvalue", "x")]);
    sample.row("quota", &[("id", "1"), ("name", "q")]);
    sample.row("questions", &[("qid", "999"), ("gid", "4"), ("type", "S"), ("title", "lost"), ("question", "?")]);
    let told = sample.read().told();
    for expected in [
        "question not: expressions here could not name it as it is; instead: the name not_",
        "time limits: ",
        "settings of the look: pages, tables and exports have a look of their own: 1 (cssclass of not); left out",
        "texts in fields and above lists: questions have a text and a help and no others: \
         1 (placeholder of not \"Type here\"); left out",
        "question not: the setting wonder (\"7\") has no counterpart here",
        "default answers: answers are never filled in beforehand: 2 (not; slider_default of k); left out",
        "question file: files have no field for a comment (the setting show_comment); left out",
        "table quota: there are no quotas: 1 row;",
        "question lost: its group is not in the file",
    ] {
        assert!(told.contains(expected), "{expected}\n{told}");
    }
    assert!(!told.contains("save_as_default"));
}

#[test]
fn the_theme_that_everything_has_is_no_loss() {
    let mut sample = Sample::new();
    sample.question("S", "a", &[]).set("question_template", "core");
    sample.question("S", "b", &[("question_theme_name", "shortfreetext")]).set("question_template", "core");
    let made = sample.read();
    assert!(made.report.carried == 2 && !made.told().contains("core"), "{}", made.told());
    sample.question("S", "c", &[]).set("question_template", "browserdetect");
    let told = sample.read().told();
    let expected = "themes of questions: questions have a look of their own: 1 (browserdetect of c); left out";
    assert!(told.contains(expected), "{told}");
}

#[test]
fn groups_and_the_survey_are_named_in_the_right_language() {
    let mut sample = Sample::in_languages(&["fr", "de"]);
    for (title, language) in [("<b>Groupe</b>", "fr"), ("Gruppe", "de")] {
        let group = [("gid", "2"), ("group_name", title), ("group_order", "1"), ("language", language)];
        sample.row("groups", &[&group[..], &[("grelevance", "nope == 1")]].concat());
    }
    sample.row("surveys_languagesettings", &[("surveyls_language", "de"), ("surveyls_title", "Eine Umfrage")]);
    for (text, language) in [("{SURVEYNAME} !", "fr"), ("{SURVEYNAME}!", "de")] {
        let fields = [("qid", "101"), ("gid", "2"), ("type", "X"), ("title", "x"), ("question", text)];
        sample.row("questions", &[&fields[..], &[("language", language)]].concat());
    }
    let made = sample.read();
    assert!(made.told().contains("group 2 (Groupe): its condition"), "{}", made.told());
    let text = &made.question("x").text;
    assert_eq!((text["fr"].as_str(), text["de"].as_str()), ("A survey !", "Eine Umfrage!"));
}

#[test]
fn what_options_count_is_told() {
    let marked = |assessments: &str| {
        let mut sample = Sample::new();
        sample.question("L", "l", &[]).question("M", "m", &[]).parts("0", &["a"]).set("assessment_value", "3");
        sample.question("L", "plain", &[]).question("S", "s", &[("relevance", "l.value > 5")]);
        let unset = [("qid", "103"), ("code", "1"), ("answer", "One"), ("assessment_value", "1"), ("language", "en")];
        sample.row("answers", &unset);
        for (code, value) in [("A1", "5"), ("A2", "7"), ("A3", "0")] {
            let fields = [("qid", "101"), ("code", code), ("answer", code), ("assessment_value", value)];
            sample.row("answers", &[&fields[..], &[("scale_id", "0"), ("language", "en")]].concat());
        }
        let xml = sample.xml().replace("<sid>", &format!("<assessments>{assessments}</assessments><sid>"));
        let mut report = Report::default();
        read(xml.as_bytes(), &mut report).unwrap();
        assert_eq!(report.carried, if assessments == "Y" { 3 } else { 4 });
        report.notices.iter().flat_map(|notice| [notice.to_string(), "\n".into()]).collect::<String>()
    };
    let told = marked("N");
    let expected = "assessment values: answers are not marked; what options count for an index is the key score, \
                    from -1 to 1: 2 (l (A1 5, A2 7), m (each option 3)); left out";
    assert!(told.contains(expected), "{told}");
    assert!(marked("Y").contains("what options count is not known here"));
}

#[test]
fn an_equation_that_differs_between_languages_is_told() {
    let mut sample = Sample::in_languages(&["en", "de"]);
    sample.question("*", "e", &[("question", "{1 + 1} pieces"), ("language", "en")]);
    sample.row("question_l10ns", &[("qid", "101"), ("question", "{1 + 1} Teile"), ("language", "de")]);
    assert!(sample.read().told().contains("question e: its equation is another one in other languages"));
}
