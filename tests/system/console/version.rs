//! `/console/rounds/…/version`: an open round takes a newer version if answers to both can be compared.

use chrono::TimeDelta;
use rundfrage_shared::audit::{self, Actor};
use rundfrage_shared::id::VersionId;
use rundfrage_shared::questionnaire::difference::What;
use rundfrage_shared::questionnaire::read::read;
use rundfrage_shared::questionnaire::store::publish_version;
use rundfrage_shared::round::launch::{Confirmation, launch};
use rundfrage_shared::round::version::{VersionError, replace_version};
use rundfrage_shared::round::{self, IllegalMove, Round, RoundState, Stage};
use rundfrage_shared::staff::Role;
use rundfrage_tests::seed::{self, QUESTIONNAIRE};
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::Ground;

on_both_engines!(
    a_comparable_version_takes_over_an_open_round,
    a_version_that_breaks_answers_is_refused_with_the_list,
    only_open_rounds_and_their_own_questionnaire_count,
);

async fn publish(ground: &Ground, from: &str, to: &str) -> VersionId {
    assert!(QUESTIONNAIRE.contains(from), "{from}");
    let source = QUESTIONNAIRE.replace(from, to);
    let questionnaire = read(source.as_bytes()).unwrap();
    let mut tx = ground.app.db.begin().await.unwrap();
    let (by, now, organisation) = (Actor::Command("test"), ground.app.now(), ground.seed.organisation);
    let new = (&questionnaire, source.as_str());
    let version = publish_version(&mut tx, &ground.app.entropy, organisation, new, by, now).await.unwrap();
    tx.commit().await.unwrap();
    version.id
}

/// A round that is open with the first version.
async fn open(ground: &Ground) -> Round {
    let (app, seed) = (&ground.app, &ground.seed);
    seed::companies(app, seed, 2).await;
    let survey = seed::survey(app, seed, "lage").await;
    let draft = seed::draft(app, &survey, "2026-Q4").await;
    let confirmation = Confirmation { typed_recipients: 2, version: seed.version, by: Actor::Command("test") };
    let launched = launch(app, seed.organisation, draft.id, confirmation).await.unwrap();
    app.clock.advance(launched.fieldwork.opens_at() - app.now() + TimeDelta::minutes(1));
    let opened = launched.open(app.now()).unwrap();
    let mut tx = app.db.begin().await.unwrap();
    round::store::move_from(&mut tx, Stage::Scheduled, &opened, app.now()).await.unwrap();
    tx.commit().await.unwrap();
    opened
}

async fn version_of(ground: &Ground, round: &Round) -> VersionId {
    let found = round::store::lookup(&ground.app.db, round.organisation, round.id).await.unwrap().unwrap();
    found.state.launch().unwrap().version
}

async fn a_comparable_version_takes_over_an_open_round(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let round = open(&ground).await;
    let editor = ground.signed_in(Role::Editor).await;
    let path = format!("/console/rounds/{}/version", round.id);
    let page = editor.get(&path).await.expect(200);
    assert!(page.says("Es gibt keine neuere Version"), "{}", page.text());
    let newer = publish(&ground, "Wie ist die Lage?", "Wie ist Ihre Lage?").await;
    let page = editor.get(&path).await.expect(200);
    let rows = page.texts("tbody tr");
    assert_eq!(rows, ["situation Text geändert vergleichbar"]);
    let done = editor.submit(&page.form("main form.form")).await.expect(200);
    assert!(done.says("bekommt die neue Version"), "{}", done.text());
    assert_eq!(version_of(&ground, &round).await, newer);
    let log = audit::list(&ground.app.db, round.organisation, None, 10).await.unwrap();
    let entry = log.iter().find(|entry| entry.action == "round.version_replaced").unwrap();
    assert!(entry.details.contains("situation wording"), "{}", entry.details);
    let viewer = ground.signed_in(Role::Viewer).await;
    assert_eq!(viewer.get(&path).await.status, 403);
}

async fn a_version_that_breaks_answers_is_refused_with_the_list(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let round = open(&ground).await;
    let breaking = publish(&ground, "code: poor", "code: bad").await;
    let (app, by) = (&ground.app, Actor::Command("test"));
    match replace_version(app, round.organisation, round.id, breaking, by).await {
        Err(VersionError::NotComparable(all)) => assert!(all.iter().any(|one| one.what == What::OptionRemoved)),
        other => panic!("{other:?}"),
    }
    let editor = ground.signed_in(Role::Editor).await;
    let page = editor.get(&format!("/console/rounds/{}/version", round.id)).await.expect(200);
    assert!(page.says("nicht vergleichbar") && page.texts("main form.form").is_empty(), "{}", page.text());
    let version = editor.get(&format!("/console/questionnaires/versions/{breaking}")).await.expect(200);
    assert!(version.says("bricht die Vergleichbarkeit"), "{}", version.text());
    assert_eq!(version_of(&ground, &round).await, ground.seed.version);
}

async fn only_open_rounds_and_their_own_questionnaire_count(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let round = open(&ground).await;
    let (app, by) = (&ground.app, Actor::Command("test"));
    let replaced = |version| replace_version(app, round.organisation, round.id, version, by);
    assert!(matches!(replaced(ground.seed.version).await, Err(VersionError::NotNewer)));
    let other = publish(&ground, "id: tiny", "id: other").await;
    assert!(matches!(replaced(other).await, Err(VersionError::NotFound)));
    let newer = publish(&ground, "Kurz gefragt", "Kurz nachgefragt").await;
    let foreign = seed::organisation(app, "andere").await;
    let refused = replace_version(app, foreign.organisation, round.id, newer, by).await;
    assert!(matches!(refused, Err(VersionError::NotFound)));
    let survey = seed::survey(app, &ground.seed, "andere").await;
    let draft = seed::draft(app, &survey, "2027-Q1").await;
    assert!(matches!(draft.state, RoundState::Draft));
    let refused = replace_version(app, round.organisation, draft.id, newer, by).await;
    assert!(matches!(refused, Err(VersionError::Illegal(IllegalMove::From { .. }))));
}
