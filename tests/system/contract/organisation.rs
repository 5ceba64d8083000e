//! The promises of `shared/src/organisation`.

use rundfrage_shared::db::DbError;
use rundfrage_shared::name::Name;
use rundfrage_shared::organisation::{NewOrganisation, Organisation, Slug, store};
use rundfrage_tests::{Fresh, on_both_engines};

on_both_engines!(an_organisation_is_found_by_slug_and_by_id, a_slug_belongs_to_one_organisation, a_list_is_bounded);

async fn create(fresh: &Fresh, slug: &str) -> Result<Organisation, DbError> {
    let new = NewOrganisation::german(Slug::parse(slug).unwrap(), Name::parse("Industriedialog").unwrap());
    let mut tx = fresh.db.begin().await?;
    let organisation = store::create(&mut tx, &new, &fresh.entropy, fresh.now()).await?;
    tx.commit().await?;
    Ok(organisation)
}

async fn an_organisation_is_found_by_slug_and_by_id(fresh: Fresh) {
    let made = create(&fresh, "hessen").await.unwrap();
    assert_eq!(made.zone.name(), "Europe/Berlin");
    assert_eq!(store::find(&fresh.db, "hessen").await.unwrap().as_ref(), Some(&made));
    assert_eq!(store::find(&fresh.db, &made.id.to_string()).await.unwrap().as_ref(), Some(&made));
    for unknown in ["", "bayern", "Hessen!", "00000000-0000-7000-8000-000000000000"] {
        assert_eq!(store::find(&fresh.db, unknown).await.unwrap(), None, "{unknown}");
    }
}

async fn a_slug_belongs_to_one_organisation(fresh: Fresh) {
    create(&fresh, "hessen").await.unwrap();
    assert!(matches!(create(&fresh, "hessen").await, Err(DbError::Exists)));
}

async fn a_list_is_bounded(fresh: Fresh) {
    for slug in ["cc", "aa", "bb"] {
        create(&fresh, slug).await.unwrap();
    }
    let slugs: Vec<String> =
        store::list(&fresh.db, 2).await.unwrap().into_iter().map(|organisation| organisation.slug.into()).collect();
    assert_eq!(slugs, ["aa", "bb"]);
}
