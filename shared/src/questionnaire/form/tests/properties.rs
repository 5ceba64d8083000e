//! Pages and submit agree, whatever is answered and in whatever order it is saved.

use proptest::prelude::*;

use super::made::made_response;
use super::*;
use crate::questionnaire::model::{Question, Section};
use crate::questionnaire::route::{asked, prune};

static CATALOGUE: LazyLock<Questionnaire> =
    LazyLock::new(|| read(include_bytes!("../../../../../tests/fixtures/catalogue.yaml")).unwrap());

fn catalogue() -> Questionnaire {
    CATALOGUE.clone()
}

/// Posts one section with these answers in its fields, over what is known.
fn post(visit: &Visit, section: &Section, given: &Answers, known: &Answers) -> Posted {
    let language = &visit.language;
    let filled = |question: &Question| Some(fields(question, given.get(question.code.as_str())?, language));
    let asks = section.questions.iter().filter(|question| question.kind.asks());
    let filled: Vec<_> = asks.filter_map(filled).flatten().collect();
    let page = Page {
        questionnaire: &visit.questionnaire,
        section,
        known,
        circumstances: visit.circumstances(),
        language,
        arrived: &[],
    };
    read_section(page, &filled)
}

proptest! {
    #[test]
    fn answers_become_fields_and_answers_again(seed: u64, in_german: bool, sector in "[A-S]", which in 0..3_usize) {
        let questionnaire = [business(), location(), catalogue()][which].clone();
        let language = if in_german { Language::german() } else { Language::english() };
        let mut visit = visit(questionnaire, "");
        visit.attributes.insert("sector".into(), sector);
        visit.language = language;
        let given = made_response(&visit.questionnaire, visit.circumstances(), seed);
        let mut known = Answers::default();
        for section in &visit.questionnaire.sections {
            let posted = post(&visit, section, &given, &known);
            prop_assert_eq!(posted.problems, vec![]);
            known = posted.answers;
        }
        let counted = validate_all(&visit.questionnaire, &known, visit.circumstances());
        prop_assert_eq!(counted, Ok(given));
    }

    #[test]
    fn the_order_of_saving_decides_nothing(seed: u64, order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let visit = visit(catalogue(), "");
        let given = made_response(&visit.questionnaire, visit.circumstances(), seed);
        let saved = |order: &[usize]| order.iter().fold(Answers::default(), |known, section| {
            post(&visit, &visit.questionnaire.sections[*section], &given, &known).answers
        });
        let (written, shuffled) = (saved(&[0, 1, 2, 3, 4, 5]), saved(&order));
        let way = |answers: &Answers| validate_all(&visit.questionnaire, answers, visit.circumstances());
        prop_assert_eq!(way(&shuffled), way(&written));
    }

    #[test]
    fn pruning_twice_changes_nothing(seed: u64, removed in 0..17_usize, sector in "[A-S]") {
        let questionnaire = business();
        let attributes = [("sector".to_owned(), sector)].into();
        let circumstances = Circumstances::new(&attributes, Some("2026-Q1"));
        let mut answers = made_response(&questionnaire, circumstances, seed);
        if let Some(question) = questionnaire.questions().nth(removed) {
            answers.0.remove(&question.code);
        }
        let once = prune(&questionnaire, &answers, circumstances);
        prop_assert_eq!(&prune(&questionnaire, &once, circumstances), &once);
        let asked = asked(&questionnaire, &once, circumstances);
        prop_assert!(once.0.keys().all(|code| asked.contains(code.as_str())));
    }

    #[test]
    fn whatever_is_posted_leaves_a_draft_that_can_be_submitted(
        known: u64,
        posts in prop::collection::vec((0..4_usize, prop::collection::vec((0..60_usize, 0..60_usize, "\\PC{0,6}"), 0..12)), 1..4),
    ) {
        let visit = visit(location(), "");
        let names = pool(&visit.questionnaire);
        let mut draft = made_response(&visit.questionnaire, visit.circumstances(), known);
        for (section, fields) in posts {
            let section = &visit.questionnaire.sections[section];
            let field = |(name, value, text): (usize, usize, String)| {
                let known = names.get(value).map_or(text, |(_, value)| value.clone());
                (names[name % names.len()].0.clone(), known)
            };
            let fields: Vec<_> = fields.into_iter().map(field).collect();
            let (circumstances, language) = (visit.circumstances(), &visit.language);
            let page = Page { questionnaire: &visit.questionnaire, section, known: &draft, circumstances, language, arrived: &[] };
            draft = read_section(page, &fields).answers;
        }
        let submitted = validate_all(&visit.questionnaire, &draft, visit.circumstances());
        prop_assert!(submitted.is_ok(), "{:?}", submitted);
    }
}

/// Fields that pages of the questionnaire post.
fn pool(questionnaire: &Questionnaire) -> Vec<(String, String)> {
    let attributes = Attributes::new();
    let given = (0..4).map(|seed| {
        let answers = made_response(questionnaire, Circumstances::new(&attributes, None), seed);
        let filled = |(code, answer): (&Code, &Answer)| {
            fields(questionnaire.question(code.as_str()).unwrap(), answer, &Language::german())
        };
        answers.0.iter().flat_map(filled).collect::<Vec<_>>()
    });
    given.flatten().collect()
}
