//! From the draft to the receipt.

use super::*;

on_both_engines!(
    a_submission_is_stored_and_completes_every_contact_of_the_company,
    a_page_saved_right_before_the_commit_is_part_of_the_submission,
    a_checked_draft_is_submitted_as_it_stands_when_it_commits,
    a_checked_draft_is_refused_once_the_round_is_closed,
    a_draft_that_breaks_a_rule_or_is_empty_is_refused,
    fifty_submits_at_once_are_one_submission,
    a_retry_gets_the_same_receipt_even_after_the_close,
    changed_answers_replace_the_former_ones,
    two_different_submissions_at_once_both_get_an_answer,
    a_draft_in_progress_leaves_the_submission_alone,
    nothing_is_submitted_after_the_close,
    an_unknown_response_is_refused_and_the_others_are_not,
    a_submission_the_database_refuses_takes_no_other_with_it,
    a_submission_that_cannot_be_read_takes_no_other_with_it,
    many_companies_at_once_all_get_their_receipt,
    beyond_the_queue_the_answer_is_busy_at_once,
    a_writer_that_stops_commits_what_waits,
    submitted_answers_are_listed_in_pages_and_of_one_organisation_only,
);

async fn a_submission_is_stored_and_completes_every_contact_of_the_company(fresh: Fresh) {
    let (ground, responses) = begun(&fresh, 2).await;
    let submissions = start(&fresh);
    say(&fresh, responses[0], "good").await;
    fresh.clock.advance(TimeDelta::minutes(5));
    let receipt = submissions.submit(submission(responses[0], "a")).await.unwrap();
    assert_eq!(receipt, Receipt { number: ReceiptNumber::of(&fresh.keys, responses[0]), at: fresh.now() });
    let (response, _) = store::lookup(&fresh.db, responses[0]).await.unwrap().unwrap();
    let submitted = response.submitted.unwrap();
    assert_eq!((submitted.answers, submitted.receipt), (answers("good"), receipt.clone()));
    for invitation in invitations_of(&fresh, ground.companies[0].0).await {
        assert_eq!(state_of(&fresh, invitation).await, InvitationState::Completed);
    }
    let other = invitations_of(&fresh, ground.companies[1].0).await[0];
    assert_eq!(state_of(&fresh, other).await, InvitationState::Planned);
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 1, submitted: 1 });
    let found = store::find_by_company(&fresh.db, ground.round.id, ground.companies[0].0).await.unwrap();
    assert_eq!(found, Some((responses[0], Some(receipt))));
}

async fn a_page_saved_right_before_the_commit_is_part_of_the_submission(fresh: Fresh) {
    let (_, responses) = answered(&fresh, 1).await;
    let submissions = start(&fresh);
    // A colleague's page is being saved while the submission waits.
    let mut tx = fresh.db.begin().await.unwrap();
    store::lock_draft(&mut tx, responses[0], fresh.now()).await.unwrap().unwrap();
    let mut waiting = std::pin::pin!(submissions.submit(submission(responses[0], "a")));
    let early = tokio::time::timeout(std::time::Duration::from_millis(50), waiting.as_mut()).await;
    assert!(early.is_err(), "{early:?}");
    store::write_draft(&mut tx, responses[0], &answers("poor"), &Language::german(), fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(waiting.await.is_ok());
    assert_eq!(submitted(&fresh, responses[0]).await, Some(answers("poor")));
}

async fn a_checked_draft_is_submitted_as_it_stands_when_it_commits(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 3).await;
    let submissions = start(&fresh);
    for id in &responses {
        look(&fresh, &submissions, *id).await;
    }
    say(&fresh, responses[1], "poor").await;
    say(&fresh, responses[2], "splendid").await;
    let outcomes = join_all(responses.iter().map(|id| submissions.submit(submission(*id, "a")))).await;
    assert!(matches!(outcomes[2], Err(SubmitError::Refused(Refusal::Invalid))), "{outcomes:?}");
    assert_eq!(submitted(&fresh, responses[0]).await, Some(answers("good")));
    assert_eq!(submitted(&fresh, responses[1]).await, Some(answers("poor")), "what was saved after the look");
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 1, submitted: 2 });
    // Back and forth again: the same submission keeps its receipt, another replaces it.
    fresh.clock.advance(TimeDelta::minutes(1));
    look(&fresh, &submissions, responses[0]).await;
    let again = submissions.submit(submission(responses[0], "a")).await.unwrap();
    assert_eq!(Some(&again), outcomes[0].as_ref().ok());
    look(&fresh, &submissions, responses[0]).await;
    let other = submissions.submit(submission(responses[0], "b")).await.unwrap();
    assert_eq!((other.number, other.at), (again.number, fresh.now()));
}

async fn a_checked_draft_is_refused_once_the_round_is_closed(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 2).await;
    let submissions = start(&fresh);
    for id in &responses {
        look(&fresh, &submissions, *id).await;
    }
    // Another node's clock is ahead: it has closed the round already.
    let before = fresh.now();
    close(&fresh, &ground).await;
    fresh.clock.set(before);
    let refused = submissions.submit(submission(responses[0], "late")).await;
    assert!(matches!(refused, Err(SubmitError::Refused(Refusal::RoundNotOpen))), "{refused:?}");
    fresh.clock.set(ground.round.fieldwork.closes_at());
    let refused = submissions.submit(submission(responses[1], "late")).await;
    assert!(matches!(refused, Err(SubmitError::Refused(Refusal::RoundNotOpen))), "{refused:?}");
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 2, submitted: 0 });
}

async fn a_draft_that_breaks_a_rule_or_is_empty_is_refused(fresh: Fresh) {
    let (ground, responses) = begun(&fresh, 3).await;
    say(&fresh, responses[0], "good").await;
    say(&fresh, responses[1], "splendid").await;
    let submissions = start(&fresh);
    let outcomes = join_all(responses.iter().map(|id| submissions.submit(submission(*id, "k")))).await;
    assert!(outcomes[0].is_ok(), "{outcomes:?}");
    assert!(matches!(outcomes[1], Err(SubmitError::Refused(Refusal::Invalid))), "{outcomes:?}");
    assert!(matches!(outcomes[2], Err(SubmitError::Refused(Refusal::Empty))), "{outcomes:?}");
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 2, submitted: 1 });
    let refused = invitations_of(&fresh, ground.companies[1].0).await[0];
    assert_eq!(state_of(&fresh, refused).await, InvitationState::Started);
    say(&fresh, responses[1], "good").await;
    assert!(submissions.submit(submission(responses[1], "k")).await.is_ok(), "once it is put right");
}

async fn fifty_submits_at_once_are_one_submission(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 1).await;
    // A writer each, as on two nodes.
    let nodes = [start(&fresh), start(&fresh)];
    let attempts = (0..50).map(|n| nodes[n % 2].submit(submission(responses[0], "same")));
    let receipts: Vec<Receipt> = join_all(attempts).await.into_iter().map(Result::unwrap).collect();
    assert!(receipts.iter().all(|receipt| *receipt == receipts[0]), "{receipts:?}");
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 0, submitted: 1 });
}

async fn a_retry_gets_the_same_receipt_even_after_the_close(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 1).await;
    let submissions = start(&fresh);
    let first = submissions.submit(submission(responses[0], "one")).await.unwrap();
    say(&fresh, responses[0], "poor").await;
    fresh.clock.advance(TimeDelta::minutes(1));
    let second = submissions.submit(submission(responses[0], "one")).await.unwrap();
    assert_eq!(second, first);
    close(&fresh, &ground).await;
    let third = submissions.submit(submission(responses[0], "one")).await.unwrap();
    assert_eq!(third, first);
    assert_eq!(submitted(&fresh, responses[0]).await, Some(answers("good")), "a retry writes nothing new");
}

async fn changed_answers_replace_the_former_ones(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 1).await;
    let submissions = start(&fresh);
    let first = submissions.submit(submission(responses[0], "one")).await.unwrap();
    say(&fresh, responses[0], "poor").await;
    fresh.clock.advance(TimeDelta::minutes(1));
    let second = submissions.submit(submission(responses[0], "two")).await.unwrap();
    assert_eq!((second.number.clone(), second.at), (first.number, first.at + TimeDelta::minutes(1)));
    assert_eq!(submitted(&fresh, responses[0]).await, Some(answers("poor")));
    assert_eq!(counts(&fresh, &ground).await.submitted, 1);
}

async fn two_different_submissions_at_once_both_get_an_answer(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 1).await;
    let submissions = start(&fresh);
    let attempts = ["a", "b", "a", "c", "b"].map(|key| submissions.submit(submission(responses[0], key)));
    assert!(join_all(attempts).await.into_iter().all(|outcome| outcome.is_ok()));
    assert_eq!(counts(&fresh, &ground).await.submitted, 1);
}

async fn a_draft_in_progress_leaves_the_submission_alone(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 1).await;
    let submissions = start(&fresh);
    let receipt = submissions.submit(submission(responses[0], "one")).await.unwrap();
    say(&fresh, responses[0], "poor").await;
    let (response, _) = store::lookup(&fresh.db, responses[0]).await.unwrap().unwrap();
    let submitted = response.submitted.unwrap();
    assert_eq!((response.draft, submitted.answers, submitted.receipt), (answers("poor"), answers("good"), receipt));
    let invitation = invitations_of(&fresh, ground.companies[0].0).await[0];
    assert_eq!(state_of(&fresh, invitation).await, InvitationState::Completed);
}

async fn nothing_is_submitted_after_the_close(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 2).await;
    let submissions = start(&fresh);
    // By the clock already, though the job has not closed the round yet.
    fresh.clock.set(ground.round.fieldwork.closes_at());
    let refused = submissions.submit(submission(responses[0], "late")).await;
    assert!(matches!(refused, Err(SubmitError::Refused(Refusal::RoundNotOpen))), "{refused:?}");
    close(&fresh, &ground).await;
    let refused = submissions.submit(submission(responses[1], "late")).await;
    assert!(matches!(refused, Err(SubmitError::Refused(Refusal::RoundNotOpen))), "{refused:?}");
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 2, submitted: 0 });
}

async fn an_unknown_response_is_refused_and_the_others_are_not(fresh: Fresh) {
    let (_, responses) = answered(&fresh, 2).await;
    let submissions = start(&fresh);
    let nobody = ResponseId::new(&fresh.entropy, fresh.now());
    let attempts = [responses[0], nobody, responses[1]].map(|id| submissions.submit(submission(id, "k")));
    let outcomes = join_all(attempts).await;
    assert!(outcomes[0].is_ok() && outcomes[2].is_ok(), "{outcomes:?}");
    assert!(matches!(outcomes[1], Err(SubmitError::Unknown)), "{outcomes:?}");
}

async fn a_submission_the_database_refuses_takes_no_other_with_it(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 3).await;
    let fault = {
        query!(&fresh.db => execute, {
            sqlite: "CREATE TRIGGER fault BEFORE UPDATE ON responses WHEN NEW.answers LIKE '%poor%'
                     BEGIN SELECT RAISE(ABORT, 'fault'); END",
            postgres: "ALTER TABLE responses ADD CONSTRAINT fault CHECK (answers::text NOT LIKE '%poor%')"
        })
    };
    fault.unwrap();
    say(&fresh, responses[1], "poor").await;
    let submissions = start(&fresh);
    let attempts = [0, 1, 2].map(|n| submissions.submit(submission(responses[n], "k")));
    let outcomes = join_all(attempts).await;
    assert!(outcomes[0].is_ok() && outcomes[2].is_ok(), "{outcomes:?}");
    assert!(
        matches!(&outcomes[1], Err(SubmitError::Db(error)) if matches!(**error, DbError::Other(_))),
        "{outcomes:?}"
    );
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 1, submitted: 2 });
}

async fn a_submission_that_cannot_be_read_takes_no_other_with_it(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 3).await;
    query!(&fresh.db => execute, "UPDATE responses SET draft = '[]' WHERE id = $1", responses[1]).unwrap();
    let submissions = start(&fresh);
    let outcomes = join_all([0, 1, 2].map(|n| submissions.submit(submission(responses[n], "k")))).await;
    assert!(outcomes[0].is_ok() && outcomes[2].is_ok(), "{outcomes:?}");
    assert!(
        matches!(&outcomes[1], Err(SubmitError::Db(error)) if matches!(**error, DbError::Other(_))),
        "{outcomes:?}"
    );
    say(&fresh, responses[0], "poor").await;
    query!(&fresh.db => execute, "UPDATE questionnaire_versions SET source = 'torn'").unwrap();
    // Another node has not read the questionnaire yet.
    let unreadable = start(&fresh).submit(submission(responses[0], "two")).await;
    assert!(
        matches!(&unreadable, Err(SubmitError::Db(error)) if matches!(**error, DbError::Unreadable(..))),
        "{unreadable:?}"
    );
    assert_eq!(submitted(&fresh, responses[0]).await, Some(answers("good")));
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 1, submitted: 2 });
}

async fn many_companies_at_once_all_get_their_receipt(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 300).await;
    let submissions = start(&fresh);
    let attempts = responses.iter().map(|id| submissions.submit(submission(*id, "k")));
    let receipts = join_all(attempts).await;
    let numbers: BTreeSet<String> =
        receipts.into_iter().map(|receipt| receipt.unwrap().number.as_str().to_owned()).collect();
    assert_eq!(numbers.len(), 300, "a number of its own each");
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 0, submitted: 300 });
}

async fn beyond_the_queue_the_answer_is_busy_at_once(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 1).await;
    let submissions = start(&fresh);
    let mut tx = fresh.db.begin().await.unwrap();
    store::lock_draft(&mut tx, responses[0], fresh.now())
        .await
        .unwrap()
        .expect("a draft that the writer must wait for");
    // The writer holds one batch and the queue the rest: everything beyond is answered while nothing moves.
    let (room, beyond) = (256 + 1024, 100);
    let attempts = (0..room + beyond).map(|_| submissions.submit(submission(responses[0], "same")));
    let mut waiting: FuturesUnordered<_> = attempts.collect();
    for _ in 0..beyond {
        let refused = waiting.next().await.unwrap();
        assert!(matches!(refused, Err(SubmitError::Busy)), "{refused:?}");
    }
    tx.commit().await.unwrap();
    let taken = waiting.filter(|outcome| std::future::ready(outcome.is_ok())).count().await;
    assert!(taken >= 1024, "whoever was let in gets a receipt: {taken}");
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 0, submitted: 1 });
}

async fn a_writer_that_stops_commits_what_waits(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 20).await;
    let submissions = start(&fresh);
    let attempts = join_all(responses.iter().map(|id| submissions.submit(submission(*id, "k"))));
    let (outcomes, ()) = futures::join!(attempts, submissions.stop());
    assert!(outcomes.into_iter().all(|outcome| outcome.is_ok()), "all were waiting before it was told to stop");
    let late = submissions.submit(submission(responses[0], "later")).await;
    assert!(matches!(late, Err(SubmitError::Stopped)), "{late:?}");
    assert_eq!(counts(&fresh, &ground).await.submitted, 20);
}

async fn submitted_answers_are_listed_in_pages_and_of_one_organisation_only(fresh: Fresh) {
    let (ground, responses) = answered(&fresh, 5).await;
    let submissions = start(&fresh);
    for id in &responses[..4] {
        submissions.submit(submission(*id, "k")).await.unwrap();
    }
    let list = async |organisation, after| {
        store::list_submitted(&fresh.db, organisation, ground.round.id, after, 3).await.unwrap()
    };
    let first = list(ground.seed.organisation, None).await;
    let second = list(ground.seed.organisation, Some(first[2].id)).await;
    assert_eq!((first.len(), second.len()), (3, 1));
    let listed: BTreeSet<ResponseId> = first.iter().chain(&second).map(|row| row.id).collect();
    assert_eq!(listed, responses[..4].iter().copied().collect());
    assert_eq!((&first[0].answers, first[0].company), (&answers("good"), Some(ground.companies[0].0)));
    let other = seed::organisation(&fresh, "hwk").await.organisation;
    assert!(list(other, None).await.is_empty());
    assert_eq!(store::count_by_state(&fresh.db, other, ground.round.id).await.unwrap(), Counts::default());
}
