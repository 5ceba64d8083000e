//! The order in which options and questions are shown.

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest as _, Sha256};

use super::depends::depends_on;
use super::model::{Choice, Code, OptionOrder, Question, QuestionKind, Questionnaire, Section};
use crate::id::ResponseId;

/// The options of a single or multi-select question in the order this respondent sees them, the same at every visit.
///
/// Where the order is drawn, options anchored at the end and those that rule out the others stay there, in their own order.
#[must_use]
pub fn shown(question: &Question, respondent: ResponseId) -> Vec<&Choice> {
    match &question.kind {
        QuestionKind::Single { options, order, .. } | QuestionKind::MultiSelect { options, order, .. } => {
            let mut shown: Vec<_> = options.iter().collect();
            if *order == OptionOrder::Written {
                return shown;
            }
            shown.sort_by_key(|choice| choice.anchored_last || choice.exclusive);
            let movable = options.iter().filter(|choice| !choice.anchored_last && !choice.exclusive).count();
            match order {
                OptionOrder::Drawn => shuffle(&mut shown[..movable], &question.code, respondent),
                _ => rotate(&mut shown[..movable], &question.code, respondent),
            }
            shown
        }
        QuestionKind::Matrix { options, .. } => options.iter().collect(),
        _ => vec![],
    }
}

/// The questions of a section in the order this respondent sees them, the same at every visit. Where the order is drawn, what
/// looks at another question of the section still comes behind it.
#[must_use]
pub fn questions<'q>(
    questionnaire: &'q Questionnaire,
    section: &'q Section,
    respondent: ResponseId,
) -> Vec<&'q Question> {
    let mut drawn: Vec<&Question> = section.questions.iter().collect();
    if !section.randomise {
        return drawn;
    }
    shuffle(&mut drawn, &section.code, respondent);
    let mut placed: Vec<&Question> = Vec::new();
    while !drawn.is_empty() {
        let waits = |question: &&Question| {
            let needs = depends_on(questionnaire, question);
            drawn.iter().any(|other| other.code != question.code && needs.contains(&&other.code))
        };
        let next = drawn.iter().position(|question| !waits(question)).unwrap_or(0);
        placed.push(drawn.remove(next));
    }
    placed
}

/// Fisher and Yates; written out here because a library may change its draws from version to version, and a respondent must
/// not see another order after an upgrade.
fn shuffle<T>(options: &mut [T], question: &Code, respondent: ResponseId) {
    let mut draws = draws(question, respondent);
    for last in (1..options.len()).rev() {
        let place = (u64::from(draws.next_u32()) * (last as u64 + 1)) >> 32;
        options.swap(last, usize::try_from(place).unwrap_or(last));
    }
}

/// Begins with a drawn option and goes round.
fn rotate<T>(options: &mut [T], question: &Code, respondent: ResponseId) {
    if !options.is_empty() {
        let place = (u64::from(draws(question, respondent).next_u32()) * options.len() as u64) >> 32;
        options.rotate_left(usize::try_from(place).unwrap_or(0));
    }
}

fn draws(question: &Code, respondent: ResponseId) -> ChaCha8Rng {
    let seed = Sha256::new_with_prefix(respondent.as_bytes()).chain_update(question.as_str()).finalize();
    ChaCha8Rng::from_seed(seed.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::read::read;

    const BUSINESS: &[u8] = include_bytes!("../../examples/questionnaires/business_situation.yaml");

    fn order(code: &str, respondent: u8) -> Vec<String> {
        let questionnaire = read(BUSINESS).unwrap();
        let question = questionnaire.question(code).unwrap();
        let shown = shown(question, ResponseId::from_bytes([respondent; 16]));
        shown.into_iter().map(|choice| choice.code.to_string()).collect()
    }

    #[test]
    fn the_order_is_drawn_once_per_respondent() {
        let orders: Vec<_> = (0..40).map(|respondent| order("obstacles", respondent)).collect();
        assert_eq!(orders[3], order("obstacles", 3));
        assert!(orders.iter().all(|order| order.last().unwrap() == "other"));
        let mut first: Vec<_> = orders.iter().map(|order| order[0].clone()).collect();
        first.sort();
        first.dedup();
        assert!(first.len() >= 5, "every option comes first at times: {first:?}");
    }

    #[test]
    fn questions_are_drawn_and_what_looks_back_stays_behind() {
        let source = String::from_utf8_lossy(BUSINESS).replacen("- id: s3\n", "- id: s3\n    randomise: true\n", 1);
        let questionnaire = read(source.as_bytes()).unwrap();
        let (_, section) = questionnaire.section("s3").unwrap();
        assert!(section.randomise);
        let drawn = |respondent: u8| questions(&questionnaire, section, ResponseId::from_bytes([respondent; 16]));
        let mut first: Vec<_> = (0..40).map(|respondent| drawn(respondent)[0].code.to_string()).collect();
        first.sort();
        first.dedup();
        assert_eq!(first, ["hampered", "vacancies"], "the others look at one of these");
        for respondent in 0..40 {
            let codes: Vec<_> = drawn(respondent).into_iter().map(|question| question.code.as_str()).collect();
            let place = |code| codes.iter().position(|known| *known == code).unwrap();
            assert!(
                place("hampered") < place("obstacles") && place("obstacles") < place("worst_obstacle"),
                "{codes:?}"
            );
            assert_eq!(codes.len(), section.questions.len());
        }
    }

    #[test]
    fn the_order_stays_the_same_from_version_to_version() {
        let expected = ["rules", "energy", "transport", "staff", "demand", "finance", "material", "other"];
        assert_eq!(order("obstacles", 1), expected);
    }

    #[test]
    fn without_a_draw_the_order_is_the_questionnaires() {
        assert_eq!(order("vacancy_time", 1), ["lt1", "m1_3", "m3_6", "gt6", "never"]);
    }
}
