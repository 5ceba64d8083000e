//! The promises of `shared/src/message`: nobody twice, nobody forgotten, nobody who left.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use rundfrage_shared::audit::Actor;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::MessageId;
use rundfrage_shared::language::Language;
use rundfrage_shared::message::outcome::UNKNOWN_DELAY;
use rundfrage_shared::message::store::{self, Filter};
use rundfrage_shared::message::{Claimed, Kind, Outcome, Rendered, State};
use rundfrage_shared::query;
use rundfrage_shared::round::launch::{Confirmation, launch};
use rundfrage_shared::round::{self, Round};
use rundfrage_tests::seed::{self, Seed};
use rundfrage_tests::{Fresh, on_both_engines};

on_both_engines!(
    planning_twice_plans_once,
    two_planners_at_once_plan_once,
    two_claims_at_once_never_get_the_same_message,
    a_paused_round_hands_nothing_out,
    who_left_since_planning_is_suppressed_and_not_claimed,
    who_left_since_the_claim_is_not_written_to,
    who_answered_is_not_written_to,
    a_late_message_is_cancelled,
    an_accepted_invitation_marks_who_was_invited,
    a_stale_fencing_token_changes_nothing,
    a_claim_that_died_before_the_hand_over_is_due_again,
    a_hand_over_that_died_is_repeated_once_and_then_left_to_staff,
    an_unknown_outcome_is_sent_once_more_after_a_while,
    a_renewed_lease_is_kept,
    an_address_that_does_not_exist_gets_no_more_mail,
    a_refused_message_comes_back_with_the_same_bytes,
    patience_begins_with_the_first_attempt_and_anew_for_staff,
    a_reminder_goes_to_invited_contacts_without_an_answer,
    what_a_closed_round_has_not_sent_is_cancelled,
    a_test_mail_goes_out_whatever_the_round_does,
    the_sum_over_the_states_stays,
    staff_see_their_own_messages_only,
);

const LEASE: TimeDelta = TimeDelta::minutes(1);
/// A lease that is over as soon as it is given.
const OVER: TimeDelta = TimeDelta::milliseconds(-1000);

/// A round that has just opened, its invitations planned.
async fn open(fresh: &Fresh, companies: usize) -> (Seed, Round) {
    let seed = seed::organisation(fresh, "ihk").await;
    seed::companies(fresh, &seed, companies).await;
    let survey = seed::survey(fresh, &seed, "lage").await;
    let draft = seed::draft(fresh, &survey, "2026-Q4").await;
    let typed_recipients = i64::try_from(companies).unwrap();
    let confirmation = Confirmation { typed_recipients, version: seed.version, by: Actor::Command("test") };
    let launched = launch(fresh, seed.organisation, draft.id, confirmation).await.unwrap();
    fresh.clock.set(draft.fieldwork.opens_at());
    let opened = launched.open(fresh.now()).unwrap();
    let mut tx = fresh.db.begin().await.unwrap();
    round::store::move_from(&mut tx, round::Stage::Scheduled, &opened, fresh.now()).await.unwrap();
    assert_eq!(store::plan_invitations(&mut tx, &opened, fresh.now()).await.unwrap(), typed_recipients);
    tx.commit().await.unwrap();
    (seed, opened)
}

async fn claim(fresh: &Fresh, round: &Round, node: &str, lease: TimeDelta) -> Vec<Claimed> {
    store::claim(&fresh.db, round.id, node, lease, 100, fresh.now()).await.unwrap().messages
}

fn mail(message: &Claimed) -> Rendered {
    let bytes = format!("to {} for the first time", message.recipient.email).into_bytes();
    Rendered { recipient: message.recipient.email.clone(), language: "de".into(), bytes }
}

async fn begin(fresh: &Fresh, message: &Claimed) -> bool {
    let mut tx = fresh.db.begin().await.unwrap();
    let begun = store::begin(&mut tx, message.id, message.fencing, &mail(message), fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    begun
}

async fn settle(fresh: &Fresh, message: &Claimed, outcome: Outcome) -> bool {
    let mut tx = fresh.db.begin().await.unwrap();
    let settled = store::settle(&mut tx, fresh, message.id, message.fencing, &outcome).await.unwrap();
    tx.commit().await.unwrap();
    settled
}

async fn send(fresh: &Fresh, message: &Claimed, outcome: Outcome) {
    assert!(begin(fresh, message).await);
    assert!(settle(fresh, message, outcome).await);
}

fn accepted() -> Outcome {
    Outcome::Accepted("250 2.0.0 taken".into())
}

async fn states(fresh: &Fresh, round: &Round, kind: Kind) -> Vec<(State, i64)> {
    let counts = store::count_by_state(&fresh.db, round.organisation, round.id).await.unwrap();
    counts.into_iter().filter(|(of, _, _)| *of == kind).map(|(_, state, count)| (state, count)).collect()
}

async fn suppress(fresh: &Fresh, round: &Round, email: &str) {
    query!(&fresh.db => execute,
        "INSERT INTO suppressions (id, organisation_id, email, survey_id, reason, created_at)
         VALUES ($1, $2, $3, NULL, 'unsubscribed', $4)",
        fresh.entropy.uuid(fresh.now()), round.organisation, email.to_lowercase(), fresh.now())
    .unwrap();
}

async fn submit(fresh: &Fresh, seed: &Seed, round: &Round, message: &Claimed) {
    let invitation = message.recipient.invited.as_ref().unwrap().invitation;
    query!(&fresh.db => execute,
        "INSERT INTO responses (id, organisation_id, round_id, company_id, invitation_id, version_id, state, language, attributes,
             draft, draft_revision, answers, receipt, submitted_at, created_at, updated_at)
         SELECT $1, $2, $3, company_id, id, $4, 'submitted', 'de', '{}', '{}', 1, '{}', 'R-1', $5, $5, $5
         FROM invitations WHERE id = $6",
        fresh.entropy.uuid(fresh.now()), round.organisation, round.id, seed.version, fresh.now(), invitation)
    .unwrap();
}

async fn pause(fresh: &Fresh, round: &Round, since: Option<DateTime<Utc>>) {
    query!(&fresh.db => execute, "UPDATE rounds SET paused_at = $2 WHERE id = $1", round.id, since).unwrap();
}

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

async fn a_renewed_lease_is_kept(fresh: Fresh) {
    let (_, round) = open(&fresh, 2).await;
    let claimed = claim(&fresh, &round, "node", OVER).await;
    assert_eq!(store::renew(&fresh.db, "node", LEASE).await.unwrap(), 2);
    assert_eq!(store::release_expired(&fresh.db, fresh.now()).await.unwrap(), 0);
    send(&fresh, &claimed[0], accepted()).await;
    assert_eq!(store::renew(&fresh.db, "node", LEASE).await.unwrap(), 1, "what is done has no lease");
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
