//! Who is written to: everybody once, nobody who has answered or whose round is closed.

use super::*;

on_both_engines!(
    planning_twice_plans_once,
    two_planners_at_once_plan_once,
    a_reminder_goes_to_invited_contacts_without_an_answer,
    what_a_closed_round_has_not_sent_is_cancelled,
    a_test_mail_goes_out_whatever_the_round_does,
    staff_see_their_own_messages_only,
);

async fn planning_twice_plans_once(fresh: Fresh) {
    let (_, round) = open(&fresh, 5).await;
    let mut tx = fresh.db.begin().await.unwrap();
    assert_eq!(store::plan_invitations(&mut tx, &round, fresh.now()).await.unwrap(), 0);
    tx.commit().await.unwrap();
    assert_eq!(states(&fresh, &round, Kind::Invitation).await, [(State::Due, 5)]);
}

async fn two_planners_at_once_plan_once(fresh: Fresh) {
    let (_, round) = open(&fresh, 20).await;
    for message in claim(&fresh, &round, "first", LEASE).await {
        send(&fresh, &message, accepted()).await;
    }
    let plan = async || {
        let mut tx = fresh.db.begin().await.unwrap();
        let not_after = round.fieldwork.closes_at();
        let planned =
            store::plan_reminders(&mut tx, round.organisation, round.id, 1, not_after, fresh.now()).await.unwrap();
        tx.commit().await.unwrap();
        planned
    };
    let planned = futures::future::join_all((0..4).map(|_| plan())).await;
    assert_eq!(planned.iter().sum::<i64>(), 20, "{planned:?}");
    assert_eq!(states(&fresh, &round, Kind::Reminder).await, [(State::Due, 20)]);
}

async fn a_reminder_goes_to_invited_contacts_without_an_answer(fresh: Fresh) {
    let (seed, round) = open(&fresh, 6).await;
    let claimed = claim(&fresh, &round, "node", LEASE).await;
    for message in &claimed[..5] {
        send(&fresh, message, accepted()).await;
    }
    submit(&fresh, &seed, &round, &claimed[0]).await;
    suppress(&fresh, &round, &claimed[1].recipient.email).await;
    let mut tx = fresh.db.begin().await.unwrap();
    let not_after = fresh.now() + TimeDelta::days(2);
    let planned =
        store::plan_reminders(&mut tx, round.organisation, round.id, 1, not_after, fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(planned, 3, "one answered, one left, one was never invited");
    submit(&fresh, &seed, &round, &claimed[2]).await;
    let reminders = claim(&fresh, &round, "reminders", LEASE).await;
    let reminded: BTreeSet<_> = reminders.iter().map(|message| message.recipient.email.as_str()).collect();
    let expected: BTreeSet<_> = claimed[3..5].iter().map(|message| message.recipient.email.as_str()).collect();
    assert_eq!(reminded, expected, "and one answered before it was sent");
    assert!(reminders.iter().all(|message| (message.kind, message.n) == (Kind::Reminder, 1)));
}

async fn what_a_closed_round_has_not_sent_is_cancelled(fresh: Fresh) {
    let (_, round) = open(&fresh, 4).await;
    let claimed = store::claim(&fresh.db, round.id, "node", LEASE, 2, fresh.now()).await.unwrap().messages;
    send(&fresh, &claimed[0], accepted()).await;
    let mut tx = fresh.db.begin().await.unwrap();
    assert_eq!(store::cancel_unsent(&mut tx, round.organisation, round.id, fresh.now()).await.unwrap(), 2);
    tx.commit().await.unwrap();
    let expected = [(State::Accepted, 1), (State::Cancelled, 2), (State::Sending, 1)];
    assert_eq!(states(&fresh, &round, Kind::Invitation).await, expected);
}

async fn a_test_mail_goes_out_whatever_the_round_does(fresh: Fresh) {
    let seed = seed::organisation(&fresh, "ihk").await;
    let survey = seed::survey(&fresh, &seed, "lage").await;
    let draft = seed::draft(&fresh, &survey, "2026-Q4").await;
    let to = EmailAddress::parse("staff@ihk.example").unwrap();
    for _ in 0..2 {
        let mut tx = fresh.db.begin().await.unwrap();
        store::plan_test(&mut tx, &fresh, &draft, &to, &Language::english()).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(store::list_mailable(&fresh.db, fresh.now()).await.unwrap(), [(draft.organisation, draft.id)]);
    let claimed = claim(&fresh, &draft, "node", LEASE).await;
    assert_eq!(claimed.len(), 2);
    assert_eq!((claimed[0].recipient.email.as_str(), &claimed[0].recipient.invited), ("staff@ihk.example", &None));
    send(&fresh, &claimed[0], accepted()).await;
    assert!(states(&fresh, &draft, Kind::Test).await.is_empty(), "test mails are not part of the funnel");
}

async fn staff_see_their_own_messages_only(fresh: Fresh) {
    let (_, round) = open(&fresh, 5).await;
    let other = seed::organisation(&fresh, "hwk").await;
    assert!(store::count_by_state(&fresh.db, other.organisation, round.id).await.unwrap().is_empty());
    let foreign = store::list(&fresh.db, other.organisation, round.id, Filter::default(), 10).await.unwrap();
    assert!(foreign.is_empty());
    let first = store::list(&fresh.db, round.organisation, round.id, Filter::default(), 3).await.unwrap();
    let after = first.last().map(|message| message.id);
    let rest =
        store::list(&fresh.db, round.organisation, round.id, Filter { after, ..Filter::default() }, 3).await.unwrap();
    assert_eq!((first.len(), rest.len()), (3, 2));
    let mut tx = fresh.db.begin().await.unwrap();
    assert_eq!(store::cancel_unsent(&mut tx, other.organisation, round.id, fresh.now()).await.unwrap(), 0);
    assert!(!store::send_again(&mut tx, other.organisation, first[0].id, fresh.now()).await.unwrap());
}
