//! The promises of `shared/src/message`: nobody twice, nobody forgotten, nobody who left.

mod claiming;
mod outcome;
mod planning;

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
