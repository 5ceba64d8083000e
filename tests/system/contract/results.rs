//! The promises of `shared/src/results`: every answer counts once, and what is withheld stays so while a round runs.

use std::collections::BTreeSet;

use rundfrage_shared::invitation::store::list_invited;
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::questionnaire::read::read;
use rundfrage_shared::results::disclosure::Count;
use rundfrage_shared::results::store::{list_named, nth_submitted};
use rundfrage_shared::results::{Figures, RoundResults, of_round};
use rundfrage_shared::round::Round;
use rundfrage_tests::answered::{about_the_situation, close, make_personal, submit};
use rundfrage_tests::fieldwork::{BUSINESS_SITUATION, open};
use rundfrage_tests::{Fresh, on_both_engines, seed};

on_both_engines!(
    results_of_a_closed_round_are_what_was_answered,
    results_of_a_running_confidential_round_move_on_in_steps,
    results_of_a_running_personal_round_have_every_answer,
    names_are_listed_for_personal_rounds_only,
    responses_have_a_place_in_the_order_of_submission,
    invitations_are_listed_in_pages_with_their_contacts,
);

fn questionnaire() -> Questionnaire {
    read(BUSINESS_SITUATION.as_bytes()).unwrap()
}

async fn results<'q>(fresh: &Fresh, round: &Round, questionnaire: &'q Questionnaire) -> RoundResults<'q> {
    of_round(&fresh.db, round, questionnaire).await.unwrap()
}

/// How often the first question was answered with "good", if that is shown.
fn good(results: &RoundResults<'_>) -> Option<u64> {
    match results.questions[0].items[0].shown()? {
        Figures::Options { options, .. } => Some(options[0].count),
        other => panic!("{other:?}"),
    }
}

async fn results_of_a_closed_round_are_what_was_answered(fresh: Fresh) {
    let round = open(&fresh, 12).await.round;
    submit(&fresh, &round, about_the_situation("good", 4)).await;
    submit(&fresh, &round, about_the_situation("poor", 3)).await;
    let (round, questionnaire) = (close(&fresh, &round).await, questionnaire());
    let results = results(&fresh, &round, &questionnaire).await;
    assert_eq!((results.submitted, results.taken_in, good(&results)), (7, 7, Some(4)));
    let item = &results.questions[0].items[0];
    assert_eq!((item.asked, item.answered), (Count::Known(7), Count::Known(7)));
    // Every third company is in the sector that is asked about its stocks; nobody answered.
    assert!(results.questions.iter().all(|result| result.items[0].asked != Count::Known(12)));
}

async fn results_of_a_running_confidential_round_move_on_in_steps(fresh: Fresh) {
    let (round, questionnaire) = (open(&fresh, 20).await.round, questionnaire());
    let mut seen = BTreeSet::new();
    for submitted in 1..=18_u64 {
        // All in one commit or one after the other: the step is the same.
        submit(&fresh, &round, about_the_situation("good", 1)).await;
        let results = results(&fresh, &round, &questionnaire).await;
        assert_eq!((results.submitted, results.taken_in), (submitted, submitted.saturating_sub(3) / 5 * 5));
        assert_eq!(good(&results).unwrap_or(0), results.taken_in);
        seen.insert(results.taken_in);
    }
    assert_eq!(seen, [0, 5, 10, 15].into());
    let results = results(&fresh, &close(&fresh, &round).await, &questionnaire).await;
    assert_eq!(good(&results), Some(18));
}

async fn results_of_a_running_personal_round_have_every_answer(fresh: Fresh) {
    let round = make_personal(&fresh, &open(&fresh, 3).await.round).await;
    submit(&fresh, &round, about_the_situation("good", 1)).await;
    let questionnaire = questionnaire();
    assert_eq!(good(&results(&fresh, &round, &questionnaire).await), Some(1));
}

async fn names_are_listed_for_personal_rounds_only(fresh: Fresh) {
    let round = open(&fresh, 5).await.round;
    submit(&fresh, &round, about_the_situation("good", 4)).await;
    let list = async |organisation, after| list_named(&fresh.db, organisation, round.id, after, 3).await.unwrap();
    assert!(list(round.organisation, None).await.is_empty(), "confidential");
    make_personal(&fresh, &round).await;
    let first = list(round.organisation, None).await;
    let second = list(round.organisation, Some(first[2].id)).await;
    assert_eq!((first.len(), second.len()), (3, 1));
    let names: BTreeSet<_> = first.iter().chain(&second).filter_map(|response| response.company.clone()).collect();
    assert!(names.len() == 4 && names.iter().all(|name| name.starts_with("Company ")), "{names:?}");
    let other = seed::organisation(&fresh, "hwk").await.organisation;
    assert!(list(other, None).await.is_empty());
}

async fn responses_have_a_place_in_the_order_of_submission(fresh: Fresh) {
    let round = open(&fresh, 4).await.round;
    submit(&fresh, &round, about_the_situation("good", 3)).await;
    let place = async |n| nth_submitted(&fresh.db, round.organisation, round.id, n).await.unwrap();
    let places = [place(1).await.unwrap(), place(2).await.unwrap(), place(3).await.unwrap()];
    assert!(places.is_sorted() && places[0] != places[1] && places[1] != places[2], "{places:?}");
    assert_eq!((place(0).await, place(4).await), (None, None));
}

async fn invitations_are_listed_in_pages_with_their_contacts(fresh: Fresh) {
    let round = open(&fresh, 5).await.round;
    let list = async |organisation, after| list_invited(&fresh.db, organisation, round.id, after, 3).await.unwrap();
    let first = list(round.organisation, None).await;
    let second = list(round.organisation, Some(first[2].id)).await;
    let all: BTreeSet<_> = first.iter().chain(&second).map(|invited| invited.reference.clone()).collect();
    assert_eq!(all, (1..=5).map(|n| format!("C-{n:06}")).collect());
    let one = first.iter().chain(&second).find(|invited| invited.reference == "C-000002").unwrap();
    assert_eq!((one.company.as_str(), one.email.as_str()), ("Company 2", "contact2@company2.example"));
    assert_eq!((one.language.as_str(), one.attributes["size"].as_str()), ("de", "50-249"));
    let other = seed::organisation(&fresh, "hwk").await.organisation;
    assert!(list(other, None).await.is_empty());
}
