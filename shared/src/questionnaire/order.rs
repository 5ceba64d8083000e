//! The order in which options are shown.

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest as _, Sha256};

use super::model::{Choice, Code, Question, QuestionKind};
use crate::id::ResponseId;

/// The options of a single or multi-select question in the order this respondent sees them, the same at every visit.
///
/// Where the order is drawn, options anchored at the end and those that rule out the others stay there, in their own order.
#[must_use]
pub fn shown(question: &Question, respondent: ResponseId) -> Vec<&Choice> {
    match &question.kind {
        QuestionKind::Single { options, randomise, .. } | QuestionKind::MultiSelect { options, randomise, .. } => {
            let mut shown: Vec<_> = options.iter().collect();
            if *randomise {
                shown.sort_by_key(|choice| choice.anchored_last || choice.exclusive);
                let movable = options.iter().filter(|choice| !choice.anchored_last && !choice.exclusive).count();
                shuffle(&mut shown[..movable], &question.code, respondent);
            }
            shown
        }
        QuestionKind::Matrix { options, .. } => options.iter().collect(),
        _ => vec![],
    }
}

/// Fisher and Yates; written out here because a library may change its draws from version to version, and a respondent must
/// not see another order after an upgrade.
fn shuffle(options: &mut [&Choice], question: &Code, respondent: ResponseId) {
    let seed = Sha256::new_with_prefix(respondent.as_bytes()).chain_update(question.as_str()).finalize();
    let mut draws = ChaCha8Rng::from_seed(seed.into());
    for last in (1..options.len()).rev() {
        let place = (u64::from(draws.next_u32()) * (last as u64 + 1)) >> 32;
        options.swap(last, usize::try_from(place).unwrap_or(last));
    }
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
    fn the_order_stays_the_same_from_version_to_version() {
        let expected = ["rules", "energy", "transport", "staff", "demand", "finance", "material", "other"];
        assert_eq!(order("obstacles", 1), expected);
    }

    #[test]
    fn without_a_draw_the_order_is_the_questionnaires() {
        assert_eq!(order("vacancy_time", 1), ["lt1", "m1_3", "m3_6", "gt6", "never"]);
    }
}
