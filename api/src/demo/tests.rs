//! The example as a whole.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rundfrage_shared::Context;
use rundfrage_shared::clock::Clock;
use rundfrage_shared::db::Db;
use rundfrage_shared::entropy::Entropy;
use rundfrage_shared::keys::Keys;
use rundfrage_shared::response::store::count_by_state;
use rundfrage_shared::results::of_round;
use rundfrage_shared::round::{self, Round};
use rundfrage_shared::settings::Settings;
use rundfrage_shared::{audit, questionnaire, survey};

use super::dice::Dice;
use super::summary::Summary;
use super::{build, organisation};

async fn context(folder: &std::path::Path, now: DateTime<Utc>) -> Context {
    let settings = Settings::in_folder(folder);
    let db = Db::connect(&settings.database_url, 2).await.expect("a database");
    db.migrate().await.expect("the schema");
    let (clock, entropy, keys) = (Clock::manual(now), Entropy::seeded(7), Keys::new(&[7; 32]));
    Context { db, clock, entropy, keys, settings: settings.into() }
}

async fn rounds(ctx: &Context) -> Vec<Round> {
    let home = organisation::find(ctx).await.expect("a database").expect("an organisation");
    let mut rounds = Vec::new();
    for survey in survey::store::list(&ctx.db, home.id).await.expect("surveys") {
        rounds.extend(round::store::list(&ctx.db, home.id, survey.id).await.expect("rounds"));
    }
    rounds
}

#[tokio::test(flavor = "multi_thread")]
async fn an_example_has_two_closed_rounds_with_results_and_one_that_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let now: DateTime<Utc> = "2026-11-22T08:30:00Z".parse().expect("an instant");
    let ctx = context(folder.path(), now).await;
    build(&ctx, 60, now).await.expect("an example");

    let rounds = rounds(&ctx).await;
    let told: BTreeSet<_> = rounds.iter().map(|round| (round.name.to_string(), round.state.as_str())).collect();
    let expected = [("2026", "closed"), ("2026-Q3", "closed"), ("2026-Q4", "open")];
    assert_eq!(told, expected.map(|(name, state)| (name.to_owned(), state)).into());
    for round in &rounds {
        let counts = count_by_state(&ctx.db, round.organisation, round.id).await.expect("counts");
        assert!((6..=50).contains(&counts.submitted), "{}: {counts:?}", round.name);
        let version = round.state.launch().expect("launched").version;
        let cache = questionnaire::cache::VersionCache::default();
        let questionnaire = cache.lookup(&ctx.db, round.organisation, version).await.expect("read").expect("there");
        let results = of_round(&ctx.db, round, &questionnaire).await.expect("results");
        let shown = results.questions.iter().flat_map(|result| &result.items).filter(|item| item.shown().is_some());
        assert!(shown.count() >= 10, "{}", round.name);
    }
    let verdict = audit::verify(&ctx.db, rounds[0].organisation, None).await.expect("a verdict");
    assert!(verdict.faults.is_empty() && verdict.entries > 8, "{verdict:?}");

    let summary = Summary::gather(&ctx).await.expect("a summary");
    assert!((20..=50).contains(&summary.links.len()) && summary.sign_in.contains("/sign-in/link/"));
    let mails = std::fs::read_dir(folder.path().join("mailbox")).expect("a mailbox").count();
    assert!(mails > 180, "{mails}");
}

#[test]
fn the_same_words_draw_the_same() {
    let draws = |words: &[&str]| (0..20).map(|_| Dice::of(words).unit()).collect::<Vec<_>>();
    assert_eq!(draws(&["a", "b"]), draws(&["a", "b"]));
    assert_ne!(draws(&["a", "b"]), draws(&["ab", ""]));
    let dice = Dice::of(&["many"]);
    let mean = (0..10_000).map(|_| dice.unit()).sum::<f64>() / 10_000.0;
    assert!((0.48..0.52).contains(&mean), "{mean}");
}
