//! What the mail server said, and what becomes of the message.

use super::*;

on_both_engines!(
    an_accepted_invitation_marks_who_was_invited,
    an_unknown_outcome_is_sent_once_more_after_a_while,
    an_address_that_does_not_exist_gets_no_more_mail,
    a_refused_message_comes_back_with_the_same_bytes,
    patience_begins_with_the_first_attempt_and_anew_for_staff,
    the_sum_over_the_states_stays,
);

async fn an_accepted_invitation_marks_who_was_invited(fresh: Fresh) {
    let (_, round) = open(&fresh, 3).await;
    let claimed = claim(&fresh, &round, "node", LEASE).await;
    send(&fresh, &claimed[0], accepted()).await;
    send(&fresh, &claimed[1], Outcome::Failed("550 5.7.1 not wanted".into())).await;
    let (invited,) = query!(&fresh.db => fetch_one::<(i64,)>,
        "SELECT COUNT(*) FROM invitations WHERE state = 'invited' AND invited_at IS NOT NULL")
    .unwrap();
    assert_eq!(invited, 1);
    let failed = Filter { state: Some(State::Failed), ..Filter::default() };
    let listed = store::list(&fresh.db, round.organisation, round.id, failed, 10).await.unwrap();
    assert_eq!((listed[0].reply.as_deref(), listed[0].attempts), (Some("550 5.7.1 not wanted"), 1));
}

async fn an_unknown_outcome_is_sent_once_more_after_a_while(fresh: Fresh) {
    let (_, round) = open(&fresh, 1).await;
    let unknown = || Outcome::Unknown("the connection closed after the mail".into());
    let first = claim(&fresh, &round, "first", LEASE).await.remove(0);
    send(&fresh, &first, unknown()).await;
    fresh.clock.advance(UNKNOWN_DELAY - TimeDelta::seconds(1));
    assert!(claim(&fresh, &round, "early", LEASE).await.is_empty());
    fresh.clock.advance(TimeDelta::seconds(1));
    let second = claim(&fresh, &round, "second", LEASE).await.remove(0);
    send(&fresh, &second, unknown()).await;
    fresh.clock.advance(TimeDelta::days(1));
    assert!(claim(&fresh, &round, "third", LEASE).await.is_empty());
    assert_eq!(states(&fresh, &round, Kind::Invitation).await, [(State::Unknown, 1)]);
}

async fn an_address_that_does_not_exist_gets_no_more_mail(fresh: Fresh) {
    let (_, round) = open(&fresh, 2).await;
    let claimed = claim(&fresh, &round, "node", LEASE).await;
    send(&fresh, &claimed[0], Outcome::NoSuchAddress("550 5.1.1 no such user".into())).await;
    send(&fresh, &claimed[1], accepted()).await;
    let (suppressed, unreachable, lost) = query!(&fresh.db => fetch_one::<(i64, i64, i64)>,
        "SELECT (SELECT COUNT(*) FROM suppressions WHERE reason = 'bounced' AND email = $1),
             (SELECT COUNT(*) FROM contacts WHERE state = 'unreachable'),
             (SELECT COUNT(*) FROM invitations WHERE state = 'unreachable')", &claimed[0].recipient.email)
    .unwrap();
    assert_eq!((suppressed, unreachable, lost), (1, 1, 1));
    let mut tx = fresh.db.begin().await.unwrap();
    let not_after = round.fieldwork.closes_at();
    let reminded = store::plan_reminders(&mut tx, round.organisation, round.id, 1, not_after, fresh.now()).await;
    assert_eq!(reminded.unwrap(), 1);
    drop(tx);
}

async fn a_refused_message_comes_back_with_the_same_bytes(fresh: Fresh) {
    let (_, round) = open(&fresh, 1).await;
    let first = claim(&fresh, &round, "first", LEASE).await.remove(0);
    assert_eq!((first.attempts, first.bytes.as_ref()), (0, None));
    let refused = Outcome::temporary("451 4.7.1 later".into(), &first, fresh.now(), 0);
    let Outcome::Deferred(_, at) = refused.clone() else { panic!("{refused:?}") };
    send(&fresh, &first, refused).await;
    query!(&fresh.db => execute, "UPDATE contacts SET email = 'new@company1.example'").unwrap();
    assert!(claim(&fresh, &round, "early", LEASE).await.is_empty());
    fresh.clock.set(at);
    let second = claim(&fresh, &round, "second", LEASE).await.remove(0);
    assert_eq!((second.attempts, second.planned_at), (1, first.planned_at));
    assert_eq!((second.bytes, second.recipient), (Some(mail(&first).bytes), first.recipient));
}

async fn patience_begins_with_the_first_attempt_and_anew_for_staff(fresh: Fresh) {
    let (_, round) = open(&fresh, 1).await;
    // Longer ago than the patience, as after a long time of being held back.
    let long_ago = fresh.now() - TimeDelta::days(4);
    query!(&fresh.db => execute, "UPDATE messages SET created_at = $1", long_ago).unwrap();
    let first = claim(&fresh, &round, "first", LEASE).await.remove(0);
    let refused = Outcome::temporary("451 later".into(), &first, fresh.now(), 0);
    assert_eq!(refused.state(), State::Deferred);
    send(&fresh, &first, refused).await;
    fresh.clock.advance(TimeDelta::hours(72));
    let second = claim(&fresh, &round, "second", LEASE).await.remove(0);
    let refused = Outcome::temporary("451 later".into(), &second, fresh.now(), 0);
    assert_eq!(refused.state(), State::Failed);
    send(&fresh, &second, refused).await;
    let mut tx = fresh.db.begin().await.unwrap();
    assert!(store::send_again(&mut tx, round.organisation, second.id, fresh.now()).await.unwrap());
    tx.commit().await.unwrap();
    let third = claim(&fresh, &round, "third", LEASE).await.remove(0);
    assert_eq!(Outcome::temporary("451 later".into(), &third, fresh.now(), 0).state(), State::Deferred);
}

async fn the_sum_over_the_states_stays(fresh: Fresh) {
    let (_, round) = open(&fresh, 7).await;
    let sum = async || states(&fresh, &round, Kind::Invitation).await.iter().map(|(_, count)| count).sum::<i64>();
    suppress(&fresh, &round, "contact1@company1.example").await;
    let claimed = store::claim(&fresh.db, round.id, "node", LEASE, 6, fresh.now()).await.unwrap().messages;
    assert_eq!(sum().await, 7);
    let now = fresh.now();
    let outcomes = [
        accepted(),
        Outcome::Deferred("421".into(), now),
        Outcome::Failed("554".into()),
        Outcome::Unknown("silence".into()),
    ];
    for (message, outcome) in claimed.iter().zip(outcomes) {
        send(&fresh, message, outcome).await;
        assert_eq!(sum().await, 7);
    }
    let mut tx = fresh.db.begin().await.unwrap();
    store::cancel_unsent(&mut tx, round.organisation, round.id, now).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(sum().await, 7);
}
