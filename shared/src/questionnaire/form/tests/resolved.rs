//! What contradicts itself on one page.

use super::*;

#[test]
fn the_text_of_an_option_that_is_not_ticked_is_ignored() {
    let s3 = visit(business(), "s3");
    let fields = [("hampered", "yes"), ("obstacles", "demand"), ("obstacles.other", "x")];
    assert_eq!(s3.answer("obstacles", &fields), Some(choices(&["demand"], None)));
    assert_eq!(s3.answer("obstacles", &[("hampered", "yes"), ("obstacles.other", "x")]), None);
}

#[test]
fn an_exclusive_option_and_others_are_resolved_by_what_is_new() {
    let both = [("skills_groups", "it"), ("skills_groups", "none"), ("skills_shortage", "same")];
    let l2 = || visit(location(), "l2");
    let after = |known: &[&str]| l2().knowing("skills_groups", choices(known, None)).answer("skills_groups", &both);
    assert_eq!(after(&["it"]), Some(choices(&["none"], None)));
    assert_eq!(after(&["none"]), Some(choices(&["it"], None)));
    assert_eq!(l2().answer("skills_groups", &both), Some(choices(&["it"], None)));
}

#[test]
fn dont_know_and_a_number_are_resolved_by_what_is_new() {
    let both = [("order_reach", "3"), ("order_reach.dont_know", "dk")];
    let way_out = Answer::Choice(code("dk"));
    let s2 = || visit(business(), "s2");
    assert_eq!(s2().answer("order_reach", &both), Some(Answer::Number(3.0)));
    let knowing = |answer: &Answer| s2().knowing("order_reach", answer.clone());
    assert_eq!(knowing(&way_out).answer("order_reach", &both), Some(Answer::Number(3.0)));
    assert_eq!(knowing(&Answer::Number(3.0)).answer("order_reach", &both), Some(way_out.clone()));
    let odd = [("order_reach", "viele"), ("order_reach.dont_know", "dk")];
    assert_eq!(s2().answer("order_reach", &odd), Some(way_out.clone()));
    assert_eq!(knowing(&way_out).fault(&odd), ("order_reach".into(), Fault::NotANumber));
    assert_eq!(s2().answer("order_reach", &[("order_reach.dont_know", "dk")]), Some(way_out));
    assert_eq!(s2().fault(&[("order_reach.dont_know", "x")]).1, Fault::UnknownOption);
}

#[test]
fn a_rank_that_is_no_longer_offered_makes_room() {
    let ticked = [("hampered", "yes"), ("obstacles", "demand"), ("obstacles", "energy")];
    let ranked = [("worst_obstacle.1", "staff"), ("worst_obstacle.2", "energy")];
    let s3 = visit(business(), "s3");
    let answer = s3.answer("worst_obstacle", &[&ticked[..], &ranked].concat());
    assert_eq!(answer, Some(Answer::Ranking(codes(&["energy"]))));
}
