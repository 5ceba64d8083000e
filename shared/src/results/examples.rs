//! Results worked out by hand, and what holds of all results.

use proptest::prelude::*;

use super::disclosure::{Count, Disclosure};
use super::figures::{Figures, Outcome, QuestionResult};
use super::tally::{Unit, tally};
use crate::language::{Language, LocalText};
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::attributes::Attributes;
use crate::questionnaire::expression::{Expression, Scope, Type, Wanted};
use crate::questionnaire::model::{
    Cadence, Choice, ChoiceLook, Code, NumberFormat, OptionOrder, Polarity, Publish, Question, QuestionKind,
    Questionnaire, RankingSource, Required, Row, Scale, Section, TextFormat,
};
use crate::questionnaire::route::Circumstances;

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn label(text: &str) -> LocalText {
    LocalText([(Language::english(), text.to_owned())].into())
}

fn choice(name: &str, score: Option<f64>) -> Choice {
    Choice { score, exclusive: name == "none", ..Choice::plain(code(name), label(name)) }
}

fn question(name: &str, kind: QuestionKind) -> Question {
    Question {
        code: code(name),
        text: label(name),
        help: None,
        show_if: None,
        required: Required::No,
        checks: Vec::new(),
        cadence: None,
        core: false,
        polarity: Polarity::Positive,
        indicator: None,
        publish: Publish::Tables,
        sensitive: false,
        dont_know: Some(choice("dk", None)),
        kind,
    }
}

fn scale() -> Vec<Choice> {
    [("good", 1.0), ("fair", 0.0), ("poor", -1.0)].map(|(name, score)| choice(name, Some(score))).into()
}

fn questionnaire() -> Questionnaire {
    let row = |name| Row { code: code(name), label: label(name), dont_know: None, indicator: None, show_if: None };
    let multi = ["staff", "energy", "rules", "none"].map(|name| choice(name, None)).into();
    let mut ranking =
        question("worst", QuestionKind::Ranking { source: RankingSource::Selected(code("obstacles")), max_ranks: 3 });
    let mut scope = Scope::default();
    scope.question(code("obstacles"), Type::Choices(["staff", "energy", "rules", "none"].map(code).into()));
    ranking.show_if = Some(Expression::check("size(obstacles) >= 2", &scope, Wanted::Condition).unwrap());
    let mut yearly = question("recommend", QuestionKind::Nps);
    yearly.cadence = Some(Cadence::Yearly);
    let questions = vec![
        question(
            "situation",
            QuestionKind::Single {
                options: scale(),
                scale: Some(Scale::ThreePoint),
                order: OptionOrder::Written,
                look: ChoiceLook::Buttons,
            },
        ),
        question("next", QuestionKind::Matrix { rows: vec![row("jobs"), row("prices")], options: scale() }),
        question(
            "obstacles",
            QuestionKind::MultiSelect {
                options: multi,
                min_choices: None,
                max_choices: None,
                order: OptionOrder::Drawn,
            },
        ),
        ranking,
        question("used", QuestionKind::Numeric(NumberFormat { min: Some(0.0), ..NumberFormat::default() })),
        yearly,
        question("comment", QuestionKind::Text { format: TextFormat::Lines, max_length: 100 }),
    ];
    Questionnaire {
        code: code("example"),
        cadence: None,
        languages_in_work: vec![],
        languages: vec![Language::english()],
        default_language: Language::english(),
        estimated_minutes: None,
        title: label("Example"),
        intro: None,
        thanks: None,
        hub: false,
        sections: vec![Section {
            code: code("s1"),
            title: label("One"),
            intro: None,
            show_if: None,
            randomise: false,
            questions,
        }],
        pipes: std::collections::BTreeMap::new(),
        derived: Vec::new(),
    }
}

fn picked(name: &str) -> Answer {
    Answer::Choice(code(name))
}

fn ticked(names: &[&str]) -> Answer {
    Answer::Choices { codes: names.iter().map(|name| code(name)).collect(), other: None }
}

fn response(answers: impl IntoIterator<Item = (&'static str, Answer)>) -> Answers {
    Answers(answers.into_iter().map(|(name, answer)| (code(name), answer)).collect())
}

/// The results of these responses, every figure shown or only those of three and more.
fn results_of<'q>(
    questionnaire: &'q Questionnaire,
    all: &[Answers],
    disclosure: Disclosure,
) -> Vec<QuestionResult<'q>> {
    in_round(questionnaire, "2026-Q4", all, disclosure)
}

fn in_round<'q>(
    questionnaire: &'q Questionnaire,
    round: &str,
    all: &[Answers],
    disclosure: Disclosure,
) -> Vec<QuestionResult<'q>> {
    let nothing = Attributes::new();
    let circumstances = Circumstances::new(&nothing, Some(round));
    tally(questionnaire, all.iter().map(|answers| Unit { answers, circumstances }), disclosure)
}

#[test]
fn a_scale_by_hand() {
    let all: Vec<_> = ["good", "good", "poor", "fair", "dk"].map(|name| response([("situation", picked(name))])).into();
    let all = [all, vec![response([])]].concat();
    let questionnaire = questionnaire();
    let item = &results_of(&questionnaire, &all, Disclosure::AtLeast(3))[0].items[0];
    assert_eq!((item.asked, item.answered), (Count::Known(6), Count::Known(4)));
    assert_eq!((item.dont_know, item.skipped), (Count::Known(1), Count::Known(1)));
    let Some(Figures::Options { options, balance }) = item.shown() else { panic!("{item:?}") };
    assert_eq!(options.iter().map(|option| option.count).collect::<Vec<_>>(), [2, 1, 1]);
    assert!((options[0].share - 0.5).abs() < 1e-15 && (balance.unwrap() - 25.0).abs() < 1e-12);
}

#[test]
fn a_matrix_has_an_item_for_each_row() {
    let rows = |jobs: &str| Answer::Matrix([(code("jobs"), code(jobs))].into());
    let all =
        [response([("next", rows("good"))]), response([("next", rows("dk"))]), response([("next", rows("poor"))])];
    let questionnaire = questionnaire();
    let items = &results_of(&questionnaire, &all, Disclosure::Everything)[1].items;
    assert_eq!((items[0].answered, items[0].dont_know), (Count::Known(2), Count::Known(1)));
    assert_eq!((items[1].answered, items[1].skipped), (Count::Known(0), Count::Known(3)));
    assert_eq!(items[1].figures, Outcome::Nobody);
}

#[test]
fn shares_of_a_multi_select_are_of_those_who_ticked_something() {
    let all = [
        response([
            ("obstacles", ticked(&["staff", "energy"])),
            ("worst", Answer::Ranking(vec![code("energy"), code("staff")])),
        ]),
        response([("obstacles", ticked(&["staff", "rules"])), ("worst", Answer::Ranking(vec![code("staff")]))]),
        response([("obstacles", ticked(&["none"]))]),
        response([]),
    ];
    let questionnaire = questionnaire();
    let results = results_of(&questionnaire, &all, Disclosure::Everything);
    let Some(Figures::MultiSelect { options }) = results[2].items[0].shown() else { panic!() };
    assert_eq!(results[2].items[0].answered, Count::Known(3));
    assert!((options[0].share - 2.0 / 3.0).abs() < 1e-15);
    // Asked were the two that ticked two; three points for the first place, two for the second.
    let ranking = &results[3].items[0];
    assert_eq!((ranking.asked, ranking.answered), (Count::Known(2), Count::Known(2)));
    let Some(Figures::Ranking { options, .. }) = ranking.shown() else { panic!() };
    assert_eq!((options[0].first, options[0].ranked, options[1].first, options[1].ranked), (1, 2, 1, 1));
    assert!((options[0].points - 2.5).abs() < 1e-15 && (options[1].points - 1.5).abs() < 1e-15);
}

#[test]
fn a_recommendation_counts_promoters_minus_detractors() {
    let numbers = [10.0, 9.0, 8.0, 7.0, 6.0, 0.0, 10.0, 10.0];
    let all: Vec<_> = numbers.map(|number| response([("recommend", Answer::Number(number))])).into();
    let questionnaire = questionnaire();
    let Some(Figures::Nps { score, counts }) =
        results_of(&questionnaire, &all, Disclosure::Everything)[5].items[0].shown().cloned()
    else {
        panic!()
    };
    assert!((score - 25.0).abs() < 1e-12);
    assert_eq!(counts, [1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 3]);
    let within_the_year = in_round(&questionnaire, "2026-Q3", &all, Disclosure::Everything);
    assert_eq!(within_the_year[5].items[0].asked, Count::Known(0));
}

#[test]
fn two_answers_are_withheld_with_everything_that_would_tell_them() {
    let all = [
        response([("situation", picked("good")), ("comment", Answer::Text("b".into()))]),
        response([("situation", picked("dk")), ("comment", Answer::Text("a".into()))]),
        response([("situation", picked("poor")), ("comment", Answer::Text("c".into()))]),
        response([]),
    ];
    let questionnaire = questionnaire();
    let results = results_of(&questionnaire, &all, Disclosure::AtLeast(3));
    let item = &results[0].items[0];
    assert_eq!((item.asked, &item.figures), (Count::Known(4), &Outcome::Withheld));
    assert_eq!([item.answered, item.dont_know, item.skipped], [Count::Withheld; 3]);
    let Some(Figures::Texts { texts }) = results[6].items[0].shown() else { panic!() };
    assert_eq!(texts, &["a", "b", "c"]);
}

fn any_response() -> impl Strategy<Value = Answers> {
    let pick = prop::option::of(prop::sample::select(vec!["good", "fair", "poor", "dk", "unknown"]));
    let tick = prop::sample::subsequence(vec!["staff", "energy", "rules", "none"], 0..4);
    let number = prop::option::of(0..1_000_000_u32);
    (pick, tick, number, 0..11_u8).prop_map(|(pick, tick, number, nps)| {
        let order: Vec<_> = tick.iter().rev().take(3).map(|name| code(name)).collect();
        let answers = [
            pick.map(|name| ("situation", picked(name))),
            (!tick.is_empty()).then(|| ("obstacles", ticked(&tick))),
            (tick.len() > 1).then_some(("worst", Answer::Ranking(order))),
            number.map(|number| ("used", Answer::Number(f64::from(number) / 7.0))),
            Some(("recommend", Answer::Number(f64::from(nps)))),
        ];
        response(answers.into_iter().flatten())
    })
}

proptest! {
    #[test]
    fn whatever_is_answered_results_hold_together(all in prop::collection::vec(any_response(), 0..60)) {
        let questionnaire = questionnaire();
        for item in results_of(&questionnaire, &all, Disclosure::AtLeast(3)).iter().flat_map(|result| &result.items) {
            if let (Some(asked), Some(n), Some(dk), Some(skipped)) =
                (item.asked.known(), item.answered.known(), item.dont_know.known(), item.skipped.known())
            {
                prop_assert_eq!(asked, n + dk + skipped);
                prop_assert!(n == 0 || n >= 3);
            } else {
                prop_assert!(item.shown().is_none());
            }
            match item.shown() {
                Some(Figures::Options { options, balance }) => {
                    prop_assert!((options.iter().map(|option| option.share).sum::<f64>() - 1.0).abs() < 1e-9);
                    prop_assert!(balance.is_none_or(|balance| (-100.0..=100.0).contains(&balance)));
                }
                Some(Figures::MultiSelect { options }) => {
                    prop_assert!(options.iter().all(|option| (0.0..=1.0).contains(&option.share)));
                }
                Some(Figures::Ranking { options, ..  }) => {
                    prop_assert!((options.iter().map(|option| option.first_share).sum::<f64>() - 1.0).abs() < 1e-9);
                    prop_assert!(options.iter().all(|option| option.first <= option.ranked && option.points <= 3.0));
                }
                Some(Figures::Nps { score, counts }) => {
                    prop_assert!((-100.0..=100.0).contains(score));
                    prop_assert_eq!(item.answered.known(), Some(counts.iter().sum()));
                }
                _ => {}
            }
        }
    }

    #[test]
    fn the_order_of_responses_changes_no_bit(all in prop::collection::vec(any_response(), 0..40).prop_shuffle()) {
        let questionnaire = questionnaire();
        let reversed: Vec<_> = all.iter().rev().cloned().collect();
        let results = |all| results_of(&questionnaire, all, Disclosure::Everything);
        prop_assert_eq!(format!("{:?}", results(&all)), format!("{:?}", results(&reversed)));
    }
}
