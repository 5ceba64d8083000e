//! What holds of every chart, and how three of them look.

use proptest::prelude::*;
use scraper::{Html, Selector};

use super::*;

const FRAME: Frame<'_> = Frame { id: "situation", title: "Business situation", description: "Good 40 %, poor 25 %." };

fn part(label: &str, share: f64, tone: Tone, side: Side) -> Part {
    Part { label: label.into(), share, text: format!("{:.0} %", share * 100.0), tone, side }
}

fn stack(label: &str, [minus, middle, plus]: [f64; 3]) -> Stack {
    let parts = vec![
        part("poor", minus, Tone::Bad, Side::Minus),
        part("satisfactory", middle, Tone::Middle, Side::Neutral),
        part("good", plus, Tone::Good, Side::Plus),
    ];
    Stack { label: label.into(), parts, note: "+15.0".into() }
}

fn bar(label: &str, share: f64) -> Bar {
    Bar { label: label.into(), share, text: "x".into() }
}

fn attributes(svg: &str, selector: &str, name: &str) -> Vec<f64> {
    let document = Html::parse_fragment(svg);
    let selector = Selector::parse(selector).expect("a selector");
    let values = document.select(&selector).filter_map(|element| element.value().attr(name));
    values.map(|value| value.parse().expect("a number")).collect()
}

#[test]
fn a_diverging_chart_looks_like_this() {
    insta::assert_snapshot!(diverging(FRAME, &[stack("", [0.25, 0.35, 0.4])], "Balance").replace("/><", "/>\n<"));
}

#[test]
fn bars_look_like_this() {
    let group = Group { heading: String::new(), bars: vec![bar("not enough suitable staff", 0.5), bar("other", 0.0)] };
    insta::assert_snapshot!(bars(FRAME, &[group], false).replace("/><", "/>\n<"));
}

#[test]
fn columns_look_like_this() {
    let column = |name: &str, share, tone| Column { name: name.into(), share, text: "1".into(), tone };
    let all = [column("0", 0.2, Tone::Bad), column("10", 0.8, Tone::Good)];
    insta::assert_snapshot!(columns(FRAME, &[(Tone::Bad, "unlikely")], &all).replace("/><", "/>\n<"));
}

#[test]
fn neutral_answers_are_centred_on_one_line() {
    let svg = diverging(FRAME, &[stack("one", [0.1, 0.4, 0.5]), stack("two", [0.6, 0.2, 0.2])], "Balance");
    let zero = attributes(&svg, ".chart__wide .chart__line", "x1")[0];
    let left = attributes(&svg, ".chart__wide .tone-middle", "x");
    let width = attributes(&svg, ".chart__wide .tone-middle", "width");
    // The first of each is the legend's.
    for (left, width) in left.iter().zip(&width).skip(1) {
        assert!((left + width / 2.0 - zero).abs() < 0.02, "{left} {width} {zero}");
    }
}

#[test]
fn what_people_wrote_stays_text() {
    let evil = "</text><script>alert(1)</script>\" onload='x' \u{0}&amp;";
    let group = Group { heading: evil.into(), bars: vec![bar(evil, 0.3)] };
    let frame = Frame { id: "a\"><b", title: evil, description: evil };
    for svg in [bars(frame, &[group], true), diverging(frame, &[stack(evil, [0.1, 0.2, 0.7])], evil)] {
        let document = Html::parse_fragment(&svg);
        for forbidden in ["script", "b", "[onload]", "[style]"] {
            assert_eq!(document.select(&Selector::parse(forbidden).expect("a selector")).count(), 0, "{forbidden}");
        }
    }
}

proptest! {
    #[test]
    fn any_shares_make_a_sound_picture(
        shares in prop::collection::vec(prop::num::f64::ANY, 3..30),
        label in "\\PC{0,90}",
    ) {
        let stacks: Vec<_> = shares.chunks_exact(3).map(|three| stack(&label, [three[0], three[1], three[2]])).collect();
        let group = Group { heading: label.clone(), bars: shares.iter().map(|&share| bar(&label, share)).collect() };
        let column = |&share| Column { name: label.clone(), share, text: label.clone(), tone: Tone::Middle };
        let pictures = [
            diverging(FRAME, &stacks, "Balance"),
            bars(FRAME, &[group], false),
            columns(FRAME, &[(Tone::Bad, &label)], &shares.iter().map(column).collect::<Vec<_>>()),
        ];
        for picture in pictures {
            prop_assert!(!picture.contains("NaN") && !picture.contains("inf\""));
            let widths = attributes(&picture, "rect", "width");
            prop_assert!(widths.iter().all(|&width| (0.0..=725.0).contains(&width)), "{widths:?}");
        }
    }

    #[test]
    fn the_parts_of_a_bar_add_up(minus in 0.0..1.0_f64, plus in 0.0..1.0_f64) {
        let whole = (minus + plus).max(1.0);
        let shares = [minus / whole, 1.0 - (minus + plus) / whole, plus / whole];
        let svg = diverging(FRAME, &[stack("", shares)], "");
        let tones = [".tone-bad", ".tone-middle", ".tone-good"];
        let widths = tones.map(|tone| attributes(&svg, &format!(".chart__narrow {tone}"), "width")[1]);
        let all: f64 = widths.iter().sum();
        for (width, share) in widths.iter().zip(shares) {
            prop_assert!((width / all - share).abs() < 1e-3, "{widths:?} {shares:?}");
        }
    }
}
