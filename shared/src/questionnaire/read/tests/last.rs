//! Naming what was answered in the last round.

use super::*;

/// A questionnaire whose expressions look at the last answer to the question itself and to those below.
const AHEAD: &str = "      - {id: staff, type: numeric, show_if: 'last.staff > 0 || last.end == \"b\"', text: {de: 'Zuletzt {{ last.staff }}', en: 'Last time {{ last.staff }}'}}
      - {id: sum, type: calculated, value: 'coalesce(last.more, last.staff)', text: {de: A, en: A}}
      - {id: more, type: calculated, value: 'coalesce(staff, 0) + 1', text: {de: A, en: A}, show_if: 'last.end != \"dk\" && \"b\" != last.end'}
      - {id: sites, type: group, text: {de: A, en: A}, questions: [{id: heads, type: numeric, text: {de: A, en: A}, show_if: sum(last.sites.heads) > 1}]}
      - {id: end, type: three_point, scale: good, dont_know: true, text: {de: 'Ende', en: 'End'}}
";

#[test]
fn the_last_answer_of_the_question_itself_and_of_later_ones_can_be_named() {
    let questionnaire = good(&with(AHEAD));
    let QuestionKind::Calculated { value, .. } = &question(&questionnaire, "sum").kind else {
        panic!("not calculated")
    };
    assert_eq!(value.ty(), &Type::Number);
    assert!(question(&questionnaire, "staff").show_if.is_some());
    assert!(question(&questionnaire, "more").show_if.is_some());
    assert_eq!(questionnaire.pipes.keys().collect::<Vec<_>>(), ["last.staff"]);
}

#[test]
fn a_later_question_is_checked_for_its_type_and_its_options() {
    for (from, to, expected) in [
        ("last.staff > 0", "last.staff == \"x\"", "(staff).show_if: at character 12: a number and a text"),
        (
            "last.end == \"b\"",
            "last.end == \"z\"",
            "(staff).show_if: at character 31: the question has no option \"z\"",
        ),
        ("last.end == \"b\"", "last.ende == \"b\"", "(staff).show_if: at character 24: there is no question \"ende\""),
        ("last.end == \"b\"", "end == \"b\"", "(staff).show_if: at character 19: the question \"end\" comes later"),
        ("sum(last.sites.heads)", "last.heads", "the question \"heads\" stands in a group; write last.sites.heads"),
    ] {
        assert!(AHEAD.contains(from), "{from}");
        assert_refused(&with(&AHEAD.replace(from, to)), expected);
    }
}

#[test]
fn who_names_a_later_question_with_problems_is_not_to_blame() {
    let problems = refused(&with(&AHEAD.replace("scale: good, dont_know", "scale: missing, dont_know")));
    assert_eq!(problems.lines().count(), 1, "{problems}");
    assert!(problems.contains("(end).scale"), "{problems}");
}

#[test]
fn a_calculated_value_that_is_made_of_its_own_last_value_is_refused() {
    let reason = "depends on the answer of the last round to a calculated value";
    assert_refused(&with(&AHEAD.replace("coalesce(staff, 0) + 1", "coalesce(last.more, 0) + 1")), reason);
    let chain = (0..8)
        .map(|n| format!("      - {{id: q{n}, type: calculated, value: last.q{}, text: {{de: A, en: A}}}}\n", n + 1));
    let chain: String = chain.chain(["      - {id: q8, type: numeric, text: {de: A, en: A}}\n".to_owned()]).collect();
    assert_refused(&with(&chain), reason);
}

#[test]
fn title_and_introduction_may_name_the_company() {
    let own = TOP.replace(
        "title: {de: Klein, en: Small}\n",
        "title: {de: Klein, en: Small}\nintro: {de: \"{{ company.sector }}\", en: \"{{ last.first }}\"}\n",
    );
    assert_eq!(good(&format!("{own}{FIRST}")).pipes.len(), 2);
}
