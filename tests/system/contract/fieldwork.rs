//! The promises of `shared/src/fieldwork`: what people who watch a round see, and of the marks that move its invitations.

use std::collections::BTreeMap;

use rundfrage_shared::audit::Actor;
use rundfrage_shared::fieldwork::store::{by_group, running};
use rundfrage_shared::fieldwork::{Breakdown, Funnel};
use rundfrage_shared::id::InvitationId;
use rundfrage_shared::invitation::store::list_recipients;
use rundfrage_shared::invitation::{self, InvitationState};
use rundfrage_shared::query;
use rundfrage_shared::round::Round;
use rundfrage_shared::round::launch::{Confirmation, launch};
use rundfrage_shared::survey::Segment;
use rundfrage_tests::seed::{self, Seed};
use rundfrage_tests::{Fresh, on_both_engines};

on_both_engines!(
    a_funnel_counts_every_invitation_where_it_stands,
    groups_are_what_the_companies_were_at_launch,
    running_rounds_are_those_that_are_launched_and_not_over,
    a_mark_moves_an_invitation_forwards_only,
    recipients_are_listed_as_they_would_be_invited,
);

/// A launched round of `companies` companies, in sections C, D, E and so on.
async fn launched(fresh: &Fresh, slug: &str, companies: usize) -> (Seed, Round) {
    let seed = seed::organisation(fresh, slug).await;
    seed::companies(fresh, &seed, companies).await;
    let survey = seed::survey(fresh, &seed, "lage").await;
    let round = seed::draft(fresh, &survey, "2026-Q4").await;
    let typed_recipients = i64::try_from(companies).unwrap();
    let confirmation = Confirmation { typed_recipients, version: seed.version, by: Actor::Command("test") };
    (seed, launch(fresh, seed.organisation, round.id, confirmation).await.unwrap())
}

/// The ids of its invitations, by the names of their companies.
async fn invitations(fresh: &Fresh, round: &Round) -> Vec<InvitationId> {
    let mut listed = invitation::store::list_invited(&fresh.db, round.organisation, round.id, None, 100).await.unwrap();
    listed.sort_by(|one, other| one.company.cmp(&other.company));
    listed.into_iter().map(|invited| invited.id).collect()
}

#[derive(Clone, Copy)]
enum Mark {
    Invited,
    Started,
    Unreachable,
}

async fn mark(fresh: &Fresh, id: InvitationId, mark: Mark) -> InvitationState {
    let mut tx = fresh.db.begin().await.unwrap();
    match mark {
        Mark::Invited => invitation::store::mark_invited(&mut tx, id, fresh.now()).await,
        Mark::Started => invitation::store::mark_started(&mut tx, id, fresh.now()).await,
        Mark::Unreachable => invitation::store::mark_unreachable(&mut tx, id, fresh.now()).await,
    }
    .unwrap();
    tx.commit().await.unwrap();
    invitation::store::lookup(&fresh.db, id).await.unwrap().unwrap().state
}

fn funnel(counts: &[(InvitationState, i64)]) -> Funnel {
    let mut funnel = Funnel::default();
    for (state, count) in counts {
        funnel.add(*state, *count);
    }
    funnel
}

async fn a_funnel_counts_every_invitation_where_it_stands(fresh: Fresh) {
    let (seed, round) = launched(&fresh, "ihk", 5).await;
    let (other, _) = launched(&fresh, "hwk", 2).await;
    let ids = invitations(&fresh, &round).await;
    mark(&fresh, ids[0], Mark::Invited).await;
    mark(&fresh, ids[1], Mark::Started).await;
    mark(&fresh, ids[2], Mark::Unreachable).await;
    let expected = [
        (InvitationState::Planned, 2),
        (InvitationState::Invited, 1),
        (InvitationState::Started, 1),
        (InvitationState::Unreachable, 1),
    ];
    assert_eq!(running(&fresh.db, seed.organisation).await.unwrap(), BTreeMap::from([(round.id, funnel(&expected))]));
    let foreign = running(&fresh.db, other.organisation).await.unwrap();
    assert!(!foreign.contains_key(&round.id), "another organisation's round");
}

async fn groups_are_what_the_companies_were_at_launch(fresh: Fresh) {
    let (seed, round) = launched(&fresh, "ihk", 3).await;
    mark(&fresh, invitations(&fresh, &round).await[0], Mark::Started).await;
    query!(&fresh.db => execute, "UPDATE companies SET section = 'Q', size_class = '250+'").unwrap();
    let group = async |by| by_group(&fresh.db, seed.organisation, round.id, by).await.unwrap();
    let planned = |count| funnel(&[(InvitationState::Planned, count)]);
    let sections = [("C", funnel(&[(InvitationState::Started, 1)])), ("D", planned(1)), ("E", planned(1))]
        .map(|(k, v)| (k.to_owned(), v));
    assert_eq!(group(Breakdown::Section).await, BTreeMap::from(sections));
    let size = funnel(&[(InvitationState::Started, 1), (InvitationState::Planned, 2)]);
    assert_eq!(group(Breakdown::SizeClass).await, BTreeMap::from([("10-49".to_owned(), size)]));
    let (other, _) = launched(&fresh, "hwk", 1).await;
    let foreign = by_group(&fresh.db, other.organisation, round.id, Breakdown::Section).await.unwrap();
    assert_eq!(foreign, BTreeMap::new(), "another organisation's round");
}

async fn running_rounds_are_those_that_are_launched_and_not_over(fresh: Fresh) {
    let (seed, round) = launched(&fresh, "ihk", 3).await;
    launched(&fresh, "hwk", 1).await;
    let running = async || running(&fresh.db, seed.organisation).await.unwrap();
    let all = funnel(&[(InvitationState::Planned, 3)]);
    assert_eq!(running().await, BTreeMap::from([(round.id, all)]), "scheduled");
    fresh.clock.set(round.fieldwork.opens_at());
    let open = round.clone().open(fresh.now()).unwrap();
    store(&fresh, &round, &open).await;
    assert_eq!(running().await, BTreeMap::from([(round.id, all)]), "open");
    fresh.clock.set(round.fieldwork.closes_at());
    store(&fresh, &open, &open.clone().close(fresh.now()).unwrap()).await;
    assert_eq!(running().await, BTreeMap::new(), "closed");
}

async fn store(fresh: &Fresh, from: &Round, to: &Round) {
    let mut tx = fresh.db.begin().await.unwrap();
    rundfrage_shared::round::store::move_from(&mut tx, from.state.stage(), to, fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_mark_moves_an_invitation_forwards_only(fresh: Fresh) {
    let (_, round) = launched(&fresh, "ihk", 2).await;
    let ids = invitations(&fresh, &round).await;
    assert_eq!(mark(&fresh, ids[0], Mark::Invited).await, InvitationState::Invited);
    assert_eq!(mark(&fresh, ids[0], Mark::Started).await, InvitationState::Started);
    assert_eq!(mark(&fresh, ids[0], Mark::Unreachable).await, InvitationState::Started, "who answers is reached");
    assert_eq!(mark(&fresh, ids[0], Mark::Invited).await, InvitationState::Started);
    assert_eq!(mark(&fresh, ids[1], Mark::Unreachable).await, InvitationState::Unreachable);
    assert_eq!(mark(&fresh, ids[1], Mark::Invited).await, InvitationState::Unreachable);
    assert_eq!(mark(&fresh, ids[1], Mark::Started).await, InvitationState::Started, "the link came another way");
}

async fn recipients_are_listed_as_they_would_be_invited(fresh: Fresh) {
    let (seed, round) = launched(&fresh, "ihk", 4).await;
    launched(&fresh, "hwk", 1).await;
    query!(&fresh.db => execute,
        "UPDATE contacts SET state = 'left' WHERE organisation_id = $1 AND email = 'contact2@company2.example'",
        seed.organisation)
    .unwrap();
    let listed = async |segment: &Segment, limit| {
        let found = list_recipients(&fresh.db, seed.organisation, round.survey, segment, limit).await.unwrap();
        let mut emails: Vec<_> = found.into_iter().map(|one| one.email).collect();
        emails.sort();
        emails
    };
    let [one, three, four] = [1, 3, 4].map(|n| format!("contact{n}@company{n}.example"));
    let all = Segment::default();
    assert_eq!(listed(&all, 10).await, [one.clone(), three, four], "not who left, nobody of another organisation");
    assert_eq!(listed(&all, 2).await.len(), 2);
    assert_eq!(listed(&Segment { sections: vec!["C".into()], ..all }, 10).await, [one]);
}
