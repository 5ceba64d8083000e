//! The promises of `shared/src/questionnaire/store.rs` and of the cache above it.

use rundfrage_shared::audit::Actor;
use rundfrage_shared::id::OrganisationId;
use rundfrage_shared::questionnaire::cache::VersionCache;
use rundfrage_shared::questionnaire::model::Code;
use rundfrage_shared::questionnaire::read::read;
use rundfrage_shared::questionnaire::store::{self, Version};
use rundfrage_tests::seed::{self, QUESTIONNAIRE};
use rundfrage_tests::{Fresh, on_both_engines};

on_both_engines!(
    a_first_upload_is_version_one,
    the_same_source_again_makes_no_version,
    a_changed_source_is_the_next_version,
    going_back_to_an_old_source_is_a_new_version,
    uploads_at_once_get_numbers_of_their_own,
    a_source_comes_back_byte_by_byte,
    nothing_crosses_the_boundary_of_an_organisation,
    a_version_is_read_once,
);

async fn publish(fresh: &Fresh, organisation: OrganisationId, source: &str) -> Version {
    let questionnaire = read(source.as_bytes()).unwrap();
    let mut tx = fresh.db.begin().await.unwrap();
    let by = Actor::Command("test");
    let new = (&questionnaire, source);
    let version = store::publish_version(&mut tx, &fresh.entropy, organisation, new, by, fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    version
}

/// A questionnaire of its own beside the one of the fixture.
fn source(title: &str) -> String {
    QUESTIONNAIRE.replace("id: tiny", "id: other").replace("Kurz gefragt", title)
}

async fn a_first_upload_is_version_one(fresh: Fresh) {
    let organisation = seed::organisation(&fresh, "a").await.organisation;
    let version = publish(&fresh, organisation, &source("Eins")).await;
    assert_eq!((version.number, version.code.as_str()), (1, "other"));
    assert_eq!((version.created_at, version.created_by.as_str()), (fresh.now(), "command:test"));
    assert_eq!(store::lookup_version(&fresh.db, organisation, version.id).await.unwrap(), Some(version.clone()));
    let codes: Vec<_> = store::list(&fresh.db, organisation).await.unwrap().into_iter().map(|v| v.code).collect();
    assert_eq!(codes.iter().map(Code::as_str).collect::<Vec<_>>(), ["other", "tiny"]);
}

async fn the_same_source_again_makes_no_version(fresh: Fresh) {
    let organisation = seed::organisation(&fresh, "a").await.organisation;
    let first = publish(&fresh, organisation, &source("Eins")).await;
    assert_eq!(publish(&fresh, organisation, &source("Eins")).await, first);
    assert_eq!(store::list_versions(&fresh.db, organisation, first.questionnaire).await.unwrap(), [first]);
}

async fn a_changed_source_is_the_next_version(fresh: Fresh) {
    let organisation = seed::organisation(&fresh, "a").await.organisation;
    let first = publish(&fresh, organisation, &source("Eins")).await;
    let second = publish(&fresh, organisation, &source("Zwei")).await;
    assert_eq!((second.questionnaire, second.number), (first.questionnaire, 2));
    let versions = store::list_versions(&fresh.db, organisation, first.questionnaire).await.unwrap();
    assert_eq!(versions, [second.clone(), first]);
    let newest = store::newest_version(&fresh.db, organisation, second.questionnaire).await.unwrap();
    assert_eq!(newest.as_ref(), Some(&second));
    assert!(store::list(&fresh.db, organisation).await.unwrap().contains(&second));
}

async fn going_back_to_an_old_source_is_a_new_version(fresh: Fresh) {
    let organisation = seed::organisation(&fresh, "a").await.organisation;
    for title in ["Eins", "Zwei"] {
        publish(&fresh, organisation, &source(title)).await;
    }
    assert_eq!(publish(&fresh, organisation, &source("Eins")).await.number, 3);
}

async fn uploads_at_once_get_numbers_of_their_own(fresh: Fresh) {
    let organisation = seed::organisation(&fresh, "a").await.organisation;
    let titles: Vec<_> = (0..8).map(|n| source(&format!("Titel {n}"))).collect();
    let uploads = titles.iter().map(|source| publish(&fresh, organisation, source));
    let versions = futures::future::join_all(uploads).await;
    let mut numbers: Vec<_> = versions.iter().map(|version| version.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=8).collect::<Vec<_>>());
    assert!(versions.iter().all(|version| version.questionnaire == versions[0].questionnaire));
}

async fn a_source_comes_back_byte_by_byte(fresh: Fresh) {
    let organisation = seed::organisation(&fresh, "a").await.organisation;
    let source = format!("# Kommentar mit ä und 🦀\r\n{}\n\n", source("Eins"));
    let version = publish(&fresh, organisation, &source).await;
    assert_eq!(store::lookup_source(&fresh.db, organisation, version.id).await.unwrap(), Some(source));
}

async fn nothing_crosses_the_boundary_of_an_organisation(fresh: Fresh) {
    let own = seed::organisation(&fresh, "own").await.organisation;
    let foreign = seed::organisation(&fresh, "foreign").await.organisation;
    let version = publish(&fresh, own, &source("Eins")).await;
    assert_eq!(store::lookup_version(&fresh.db, foreign, version.id).await.unwrap(), None);
    assert_eq!(store::lookup_source(&fresh.db, foreign, version.id).await.unwrap(), None);
    assert_eq!(store::newest_version(&fresh.db, foreign, version.questionnaire).await.unwrap(), None);
    assert!(store::list_versions(&fresh.db, foreign, version.questionnaire).await.unwrap().is_empty());
    assert!(!store::list(&fresh.db, foreign).await.unwrap().contains(&version));
    assert!(VersionCache::default().lookup(&fresh.db, foreign, version.id).await.unwrap().is_none());
    let same_code = publish(&fresh, foreign, &source("Eins")).await;
    assert_ne!(same_code.questionnaire, version.questionnaire);
    assert_eq!(same_code.number, 1);
}

async fn a_version_is_read_once(fresh: Fresh) {
    let organisation = seed::organisation(&fresh, "a").await.organisation;
    let version = publish(&fresh, organisation, &source("Eins")).await;
    let cache = VersionCache::default();
    let first = cache.lookup(&fresh.db, organisation, version.id).await.unwrap().unwrap();
    assert_eq!(first.code.as_str(), "other");
    fresh.db.close().await;
    let again = cache.lookup(&fresh.db, organisation, version.id).await.unwrap().unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &again));
}
