//! What the contracts of several rooms begin with.

use rundfrage_shared::name::Name;
use rundfrage_shared::organisation::{NewOrganisation, Organisation, Slug, store};
use rundfrage_tests::Fresh;

/// An organisation with this slug.
pub async fn organisation(fresh: &Fresh, slug: &str) -> Organisation {
    let new = NewOrganisation::german(Slug::parse(slug).unwrap(), Name::parse("Industriedialog").unwrap());
    let mut tx = fresh.db.begin().await.unwrap();
    let organisation = store::create(&mut tx, &new, &fresh.entropy, fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    organisation
}
