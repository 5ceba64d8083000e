//! One node has a message at a time, and what a node that died has left goes on.

use super::*;

on_both_engines!(
    two_claims_at_once_never_get_the_same_message,
    a_paused_round_hands_nothing_out,
    who_left_since_planning_is_suppressed_and_not_claimed,
    who_left_since_the_claim_is_not_written_to,
    who_answered_is_not_written_to,
    a_late_message_is_cancelled,
    a_stale_fencing_token_changes_nothing,
    a_claim_that_died_before_the_hand_over_is_due_again,
    a_hand_over_that_died_is_repeated_once_and_then_left_to_staff,
    a_renewed_lease_is_kept,
);

async fn two_claims_at_once_never_get_the_same_message(fresh: Fresh) {
    let (_, round) = open(&fresh, 60).await;
    let claim_some = async |node: String| {
        let claim = store::claim(&fresh.db, round.id, &node, LEASE, 10, fresh.now()).await.unwrap();
        claim.messages.into_iter().map(|message| message.id).collect::<Vec<_>>()
    };
    let claims = futures::future::join_all((0..8).map(|n| claim_some(format!("node-{n}")))).await;
    let all: Vec<MessageId> = claims.into_iter().flatten().collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "a message was claimed twice");
    assert_eq!(all.len(), 60, "eight claims of ten find all sixty");
}

async fn a_paused_round_hands_nothing_out(fresh: Fresh) {
    let (_, round) = open(&fresh, 3).await;
    assert_eq!(store::list_mailable(&fresh.db, fresh.now()).await.unwrap(), [(round.organisation, round.id)]);
    let claimed = store::claim(&fresh.db, round.id, "early", LEASE, 1, fresh.now()).await.unwrap().messages;
    pause(&fresh, &round, Some(fresh.now())).await;
    assert!(store::list_mailable(&fresh.db, fresh.now()).await.unwrap().is_empty());
    assert!(claim(&fresh, &round, "late", LEASE).await.is_empty());
    assert!(!begin(&fresh, &claimed[0]).await, "what was claimed before is held back too");
    assert!(settle(&fresh, &claimed[0], Outcome::Released).await);
    assert_eq!(states(&fresh, &round, Kind::Invitation).await, [(State::Due, 3)]);
    pause(&fresh, &round, None).await;
    assert_eq!(claim(&fresh, &round, "again", LEASE).await.len(), 3);
}

async fn who_left_since_planning_is_suppressed_and_not_claimed(fresh: Fresh) {
    let (_, round) = open(&fresh, 4).await;
    suppress(&fresh, &round, "Contact1@company1.example").await;
    query!(&fresh.db => execute, "UPDATE contacts SET state = 'left' WHERE email = 'contact2@company2.example'")
        .unwrap();
    let claimed = claim(&fresh, &round, "node", LEASE).await;
    assert_eq!(claimed.len(), 2);
    assert_eq!(states(&fresh, &round, Kind::Invitation).await, [(State::Sending, 2), (State::Suppressed, 2)]);
}

async fn who_left_since_the_claim_is_not_written_to(fresh: Fresh) {
    let (_, round) = open(&fresh, 1).await;
    let claimed = claim(&fresh, &round, "node", LEASE).await;
    suppress(&fresh, &round, &claimed[0].recipient.email).await;
    assert!(!begin(&fresh, &claimed[0]).await);
}

async fn who_answered_is_not_written_to(fresh: Fresh) {
    let (seed, round) = open(&fresh, 2).await;
    let claimed = claim(&fresh, &round, "node", LEASE).await;
    submit(&fresh, &seed, &round, &claimed[0]).await;
    assert!(!begin(&fresh, &claimed[0]).await);
    assert!(settle(&fresh, &claimed[0], Outcome::Released).await);
    assert_eq!(claim(&fresh, &round, "again", LEASE).await.len(), 0);
    assert_eq!(states(&fresh, &round, Kind::Invitation).await, [(State::Cancelled, 1), (State::Sending, 1)]);
}

async fn a_late_message_is_cancelled(fresh: Fresh) {
    let (_, round) = open(&fresh, 2).await;
    fresh.clock.set(round.fieldwork.closes_at());
    assert!(claim(&fresh, &round, "node", LEASE).await.is_empty());
    assert_eq!(states(&fresh, &round, Kind::Invitation).await, [(State::Cancelled, 2)]);
}

async fn a_stale_fencing_token_changes_nothing(fresh: Fresh) {
    let (_, round) = open(&fresh, 1).await;
    let frozen = claim(&fresh, &round, "frozen", LEASE).await.remove(0);
    assert!(begin(&fresh, &frozen).await);
    store::renew(&fresh.db, "frozen", OVER).await.unwrap();
    assert_eq!(store::release_expired(&fresh.db, fresh.now()).await.unwrap(), 1);
    let successor = claim(&fresh, &round, "successor", LEASE).await.remove(0);
    assert!(successor.fencing > frozen.fencing);
    assert!(!begin(&fresh, &frozen).await);
    assert!(!settle(&fresh, &frozen, Outcome::Failed("late".into())).await);
    assert_eq!(store::renew(&fresh.db, "frozen", LEASE).await.unwrap(), 0);
    send(&fresh, &successor, accepted()).await;
    assert!(!settle(&fresh, &frozen, accepted()).await);
    assert_eq!(states(&fresh, &round, Kind::Invitation).await, [(State::Accepted, 1)]);
}

async fn a_claim_that_died_before_the_hand_over_is_due_again(fresh: Fresh) {
    let (_, round) = open(&fresh, 2).await;
    for death in 0..5 {
        let claimed = claim(&fresh, &round, &format!("death-{death}"), OVER).await;
        assert_eq!(claimed.len(), 2, "however often a worker dies");
        assert!(!begin(&fresh, &claimed[0]).await, "a lease that is over begins nothing");
        assert_eq!(store::release_expired(&fresh.db, fresh.now()).await.unwrap(), 2);
        assert_eq!(states(&fresh, &round, Kind::Invitation).await, [(State::Due, 2)]);
    }
}

async fn a_hand_over_that_died_is_repeated_once_and_then_left_to_staff(fresh: Fresh) {
    let (_, round) = open(&fresh, 1).await;
    for death in ["first", "second"] {
        let claimed = claim(&fresh, &round, death, LEASE).await.remove(0);
        assert!(begin(&fresh, &claimed).await);
        store::renew(&fresh.db, death, OVER).await.unwrap();
        assert_eq!(store::release_expired(&fresh.db, fresh.now()).await.unwrap(), 1);
        assert_eq!(states(&fresh, &round, Kind::Invitation).await, [(State::Unknown, 1)]);
    }
    fresh.clock.advance(TimeDelta::days(1));
    assert!(claim(&fresh, &round, "third", LEASE).await.is_empty());
    assert!(store::list_mailable(&fresh.db, fresh.now()).await.unwrap().is_empty());
    let unknown = store::list(&fresh.db, round.organisation, round.id, Filter::default(), 10).await.unwrap();
    let mut tx = fresh.db.begin().await.unwrap();
    assert!(store::send_again(&mut tx, round.organisation, unknown[0].id, fresh.now()).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(claim(&fresh, &round, "by staff", LEASE).await.len(), 1);
}

async fn a_renewed_lease_is_kept(fresh: Fresh) {
    let (_, round) = open(&fresh, 2).await;
    let claimed = claim(&fresh, &round, "node", OVER).await;
    assert_eq!(store::renew(&fresh.db, "node", LEASE).await.unwrap(), 2);
    assert_eq!(store::release_expired(&fresh.db, fresh.now()).await.unwrap(), 0);
    send(&fresh, &claimed[0], accepted()).await;
    assert_eq!(store::renew(&fresh.db, "node", LEASE).await.unwrap(), 1, "what is done has no lease");
}
