//! The promises of `shared/src/survey`, `round` and `invitation`: launching above all.

use chrono::TimeDelta;
use rundfrage_shared::audit::{self, Actor};
use rundfrage_shared::db::DbError;
use rundfrage_shared::invitation::{self, InvitationState};
use rundfrage_shared::query;
use rundfrage_shared::round::launch::{Confirmation, LaunchError, launch, undo};
use rundfrage_shared::round::{Fieldwork, IllegalMove, Round, RoundState, UNDO_WINDOW, moves, store};
use rundfrage_shared::survey::{self, Segment, Survey, SurveyPlan};
use rundfrage_tests::seed::{self, Seed};
use rundfrage_tests::{Fresh, on_both_engines};

on_both_engines!(
    a_survey_is_read_back_as_it_was_stored,
    a_second_survey_with_the_same_code_exists_already,
    a_launch_plans_every_contact_once_and_freezes_the_rules,
    a_wrong_number_changes_nothing,
    a_segment_without_contacts_is_not_launched,
    suppressed_and_unreachable_contacts_are_not_invited,
    a_segment_selects_by_section_and_size,
    of_two_launches_at_once_one_wins,
    an_undone_launch_leaves_a_draft_and_nobody_invited,
    a_round_of_another_organisation_is_not_found,
    a_launched_round_is_due_when_it_opens_and_not_before,
    a_version_of_another_questionnaire_is_not_launched,
    other_times_and_a_launch_at_once_are_not_mixed_up,
    a_pause_at_the_moment_of_opening_holds,
);

async fn ready(fresh: &Fresh, companies: usize) -> (Seed, Survey, Round) {
    let seed = seed::organisation(fresh, "ihk").await;
    seed::companies(fresh, &seed, companies).await;
    let survey = seed::survey(fresh, &seed, "lage").await;
    let round = seed::draft(fresh, &survey, "2026-Q4").await;
    (seed, survey, round)
}

fn confirm(seed: &Seed, typed_recipients: i64) -> Confirmation {
    Confirmation { typed_recipients, version: seed.version, by: Actor::Command("test") }
}

async fn invitations(fresh: &Fresh, round: &Round) -> i64 {
    let counts = invitation::store::count_by_state(&fresh.db, round.organisation, round.id).await.unwrap();
    counts.iter().map(|(_, count)| count).sum()
}

async fn a_survey_is_read_back_as_it_was_stored(fresh: Fresh) {
    let (_, survey, round) = ready(&fresh, 0).await;
    let found = survey::store::lookup(&fresh.db, survey.organisation, survey.id).await.unwrap();
    assert_eq!(found, Some(survey.clone()));
    assert_eq!(store::lookup(&fresh.db, survey.organisation, round.id).await.unwrap(), Some(round.clone()));
    assert_eq!(store::list(&fresh.db, survey.organisation, survey.id).await.unwrap(), [round]);
}

async fn a_second_survey_with_the_same_code_exists_already(fresh: Fresh) {
    let (_, survey, _) = ready(&fresh, 0).await;
    let id = rundfrage_shared::id::SurveyId::new(&fresh.entropy, fresh.now());
    let mut tx = fresh.db.begin().await.unwrap();
    let second = survey::store::create(&mut tx, &Survey { id, ..survey }, fresh.now()).await;
    assert!(matches!(second, Err(DbError::Exists)), "{second:?}");
}

async fn a_launch_plans_every_contact_once_and_freezes_the_rules(fresh: Fresh) {
    let (seed, survey, round) = ready(&fresh, 23).await;
    let launched = launch(&fresh, seed.organisation, round.id, confirm(&seed, 23)).await.unwrap();
    assert_eq!(store::lookup(&fresh.db, seed.organisation, round.id).await.unwrap(), Some(launched.clone()));
    let frozen = launched.state.launch().unwrap();
    assert_eq!((frozen.recipients, &frozen.reminder_rules), (23, &survey.plan.reminder_rules));
    let counts = invitation::store::count_by_state(&fresh.db, seed.organisation, round.id).await.unwrap();
    assert_eq!(counts[0], (InvitationState::Planned, 23));
    assert_eq!(invitations(&fresh, &round).await, 23);
    let runs = store::list_reminder_runs(&fresh.db, seed.organisation, round.id).await.unwrap();
    assert_eq!(runs.iter().map(|run| run.due_local).collect::<Vec<_>>(), [seed::december(8, 9), seed::december(15, 9)]);
    let log = audit::list(&fresh.db, seed.organisation, None, 10).await.unwrap();
    assert_eq!(log.iter().map(|entry| entry.action.as_str()).collect::<Vec<_>>(), ["round.launched"]);
}

async fn a_wrong_number_changes_nothing(fresh: Fresh) {
    let (seed, _, round) = ready(&fresh, 5).await;
    let outcome = launch(&fresh, seed.organisation, round.id, confirm(&seed, 4)).await;
    assert!(matches!(outcome, Err(LaunchError::WrongNumber { typed: 4, actual: 5 })), "{outcome:?}");
    assert_eq!(store::lookup(&fresh.db, seed.organisation, round.id).await.unwrap().unwrap().state, RoundState::Draft);
    assert_eq!(invitations(&fresh, &round).await, 0);
}

async fn a_segment_without_contacts_is_not_launched(fresh: Fresh) {
    let (seed, _, round) = ready(&fresh, 0).await;
    let outcome = launch(&fresh, seed.organisation, round.id, confirm(&seed, 0)).await;
    assert!(matches!(outcome, Err(LaunchError::NoRecipients)), "{outcome:?}");
}

async fn suppressed_and_unreachable_contacts_are_not_invited(fresh: Fresh) {
    let (seed, survey, round) = ready(&fresh, 6).await;
    let suppress = async |id: u8, n: u8, survey_id: Option<rundfrage_shared::id::SurveyId>| {
        query!(&fresh.db => execute,
            "INSERT INTO suppressions (id, organisation_id, email, survey_id, reason, created_at) VALUES ($1, $2, $3, $4, 'manual', $5)",
            uuid::Uuid::from_u128(id.into()), seed.organisation, format!("contact{n}@company{n}.example"), survey_id, fresh.now())
        .unwrap();
    };
    suppress(1, 1, None).await;
    suppress(2, 2, Some(survey.id)).await;
    suppress(3, 3, Some(rundfrage_shared::id::SurveyId::new(&fresh.entropy, fresh.now()))).await;
    query!(&fresh.db => execute, "UPDATE contacts SET state = 'unreachable' WHERE email = 'contact4@company4.example'")
        .unwrap();
    let segment = &survey.plan.segment;
    let count = invitation::store::count_recipients(&fresh.db, seed.organisation, survey.id, segment).await.unwrap();
    assert_eq!(count, 3, "3, 5 and 6: the third left another survey only");
    launch(&fresh, seed.organisation, round.id, confirm(&seed, 3)).await.unwrap();
}

async fn a_segment_selects_by_section_and_size(fresh: Fresh) {
    let (seed, survey, round) = ready(&fresh, 30).await;
    let segment =
        Segment { sections: vec!["C".into(), "F".into()], size_classes: vec!["10-49".into()], ..Segment::default() };
    let narrowed = Survey { plan: SurveyPlan { segment, ..survey.plan.clone() }, ..survey };
    let mut tx = fresh.db.begin().await.unwrap();
    survey::store::update(&mut tx, &narrowed, fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    launch(&fresh, seed.organisation, round.id, confirm(&seed, 6)).await.unwrap();
    let (attributes,) =
        query!(&fresh.db => fetch_one::<(sqlx::types::Json<std::collections::BTreeMap<String, String>>,)>,
        "SELECT attributes FROM invitations LIMIT 1")
        .unwrap();
    assert_eq!((attributes.0["size"].as_str(), attributes.0["nace"].as_str()), ("10-49", "10.5"));
}

async fn of_two_launches_at_once_one_wins(fresh: Fresh) {
    let (seed, _, round) = ready(&fresh, 40).await;
    let attempt = || launch(&fresh, seed.organisation, round.id, confirm(&seed, 40));
    let outcomes = futures::future::join_all((0..8).map(|_| attempt())).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
    let refused =
        outcomes.iter().filter(|outcome| matches!(outcome, Err(LaunchError::Illegal(IllegalMove::From { .. }))));
    assert_eq!(refused.count(), 7, "{outcomes:?}");
    assert_eq!(invitations(&fresh, &round).await, 40);
}

async fn an_undone_launch_leaves_a_draft_and_nobody_invited(fresh: Fresh) {
    let (seed, _, round) = ready(&fresh, 3).await;
    launch(&fresh, seed.organisation, round.id, confirm(&seed, 3)).await.unwrap();
    undo(&fresh, seed.organisation, round.id, Actor::Command("test")).await.unwrap();
    assert_eq!(invitations(&fresh, &round).await, 0);
    assert!(store::list_reminder_runs(&fresh.db, seed.organisation, round.id).await.unwrap().is_empty());
    launch(&fresh, seed.organisation, round.id, confirm(&seed, 3)).await.expect("it can be launched again");
    fresh.clock.advance(UNDO_WINDOW);
    let late = undo(&fresh, seed.organisation, round.id, Actor::Command("test")).await;
    assert!(matches!(late, Err(LaunchError::Illegal(IllegalMove::UndoWindowPassed))), "{late:?}");
}

async fn a_round_of_another_organisation_is_not_found(fresh: Fresh) {
    let (_, survey, round) = ready(&fresh, 3).await;
    let other = seed::organisation(&fresh, "hwk").await;
    assert_eq!(store::lookup(&fresh.db, other.organisation, round.id).await.unwrap(), None);
    assert_eq!(survey::store::lookup(&fresh.db, other.organisation, survey.id).await.unwrap(), None);
    let outcome = launch(&fresh, other.organisation, round.id, confirm(&other, 3)).await;
    assert!(matches!(outcome, Err(LaunchError::NotFound)), "{outcome:?}");
}

async fn a_launched_round_is_due_when_it_opens_and_not_before(fresh: Fresh) {
    let (seed, _, round) = ready(&fresh, 3).await;
    launch(&fresh, seed.organisation, round.id, confirm(&seed, 3)).await.unwrap();
    let opening = round.fieldwork.opens_at();
    let due = async |at| store::list_due_to_open(&fresh.db, at).await.unwrap().len();
    assert_eq!(due(opening - TimeDelta::seconds(1)).await, 0);
    assert_eq!(due(opening).await, 1);
}

async fn a_version_of_another_questionnaire_is_not_launched(fresh: Fresh) {
    let (seed, _, round) = ready(&fresh, 3).await;
    let other = seed::organisation(&fresh, "hwk").await;
    let outcome =
        launch(&fresh, seed.organisation, round.id, Confirmation { version: other.version, ..confirm(&seed, 3) }).await;
    assert!(matches!(outcome, Err(LaunchError::NotFound)), "{outcome:?}");
    assert_eq!(store::lookup(&fresh.db, seed.organisation, round.id).await.unwrap(), Some(round));
}

async fn other_times_and_a_launch_at_once_are_not_mixed_up(fresh: Fresh) {
    let (seed, survey, _) = ready(&fresh, 3).await;
    for n in 0..20 {
        let round = seed::draft(&fresh, &survey, &format!("wave-{n}")).await;
        let later = Fieldwork::new(seed::december(2, 9), seed::december(23, 18), round.fieldwork.zone()).unwrap();
        let (launched, rescheduled) = futures::join!(
            launch(&fresh, seed.organisation, round.id, confirm(&seed, 3)),
            moves::reschedule(&fresh, seed.organisation, round.id, later, Actor::Command("test")),
        );
        let stored = store::lookup(&fresh.db, seed.organisation, round.id).await.unwrap().unwrap();
        assert_eq!(stored.fieldwork, if rescheduled.is_ok() { later } else { round.fieldwork });
        assert_eq!(stored, launched.unwrap());
    }
}

async fn a_pause_at_the_moment_of_opening_holds(fresh: Fresh) {
    let (seed, survey, _) = ready(&fresh, 1).await;
    let mut rounds = Vec::new();
    for n in 0..20 {
        let round = seed::draft(&fresh, &survey, &format!("wave-{n}")).await;
        rounds.push(launch(&fresh, seed.organisation, round.id, confirm(&seed, 1)).await.unwrap());
    }
    fresh.clock.set(rounds[0].fieldwork.opens_at());
    let pauses = rounds.iter().map(|round| moves::pause(&fresh, seed.organisation, round.id, Actor::Command("test")));
    let (worked, pauses) = futures::join!(rundfrage_worker::run_due(&fresh), futures::future::join_all(pauses));
    assert_eq!(worked.unwrap().opened, 20);
    for (round, paused) in rounds.iter().zip(pauses) {
        paused.unwrap();
        let stored = store::lookup(&fresh.db, seed.organisation, round.id).await.unwrap().unwrap();
        assert!(stored.state.is_open() && stored.paused_at.is_some(), "{stored:?}");
    }
}
