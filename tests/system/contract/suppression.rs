//! The promises of `shared/src/suppression`.

use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::{OrganisationId, SurveyId};
use rundfrage_shared::suppression::Reason;
use rundfrage_shared::suppression::store;
use rundfrage_tests::suppressed::is_suppressed;
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::organisation;

on_both_engines!(
    a_suppression_in_one_survey_leaves_the_others,
    a_suppression_everywhere_holds_in_every_survey,
    an_address_is_suppressed_however_it_is_spelt_and_once,
);

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

async fn add(fresh: &Fresh, organisation: OrganisationId, email: &str, survey: Option<SurveyId>) -> bool {
    let mut tx = fresh.db.begin().await.unwrap();
    let (entropy, now) = (&fresh.entropy, fresh.now());
    let added =
        store::add(&mut tx, organisation, &address(email), survey, Reason::Unsubscribed, entropy, now).await.unwrap();
    tx.commit().await.unwrap();
    added
}

async fn a_suppression_in_one_survey_leaves_the_others(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await.id;
    let (one, other) = (SurveyId::new(&fresh.entropy, fresh.now()), SurveyId::new(&fresh.entropy, fresh.now()));
    assert!(add(&fresh, organisation, "a@b.de", Some(one)).await);
    assert!(is_suppressed(&fresh, organisation, "a@b.de", Some(one)).await);
    assert!(!is_suppressed(&fresh, organisation, "a@b.de", Some(other)).await);
    assert!(!is_suppressed(&fresh, organisation, "a@b.de", None).await);
}

async fn a_suppression_everywhere_holds_in_every_survey(fresh: Fresh) {
    let (here, there) = (organisation(&fresh, "hessen").await.id, organisation(&fresh, "other").await.id);
    let survey = SurveyId::new(&fresh.entropy, fresh.now());
    assert!(add(&fresh, here, "a@b.de", Some(survey)).await);
    assert!(add(&fresh, here, "a@b.de", None).await, "wider than before");
    assert!(is_suppressed(&fresh, here, "a@b.de", None).await);
    assert!(!is_suppressed(&fresh, there, "a@b.de", None).await);
}

async fn an_address_is_suppressed_however_it_is_spelt_and_once(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await.id;
    assert!(add(&fresh, organisation, "Anna@B.de", None).await);
    assert!(!add(&fresh, organisation, "anna@b.de", None).await);
    assert!(is_suppressed(&fresh, organisation, "ANNA@b.de", None).await);
    let listed = store::list(&fresh.db, organisation, 0, 10).await.unwrap();
    assert_eq!(listed.iter().map(|entry| entry.email.as_str()).collect::<Vec<_>>(), ["anna@b.de"]);
    assert_eq!((listed[0].reason, listed[0].survey), (Reason::Unsubscribed, None));
}
