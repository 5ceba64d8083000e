//! Organisations in the database.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::{NewOrganisation, Organisation, Slug};
use crate::db::{Db, DbError, DbResult, Tx};
use crate::entropy::Entropy;
use crate::id::OrganisationId;
use crate::language::Language;
use crate::name::Name;
use crate::query;

#[derive(FromRow)]
struct Row {
    id: OrganisationId,
    #[sqlx(try_from = "String")]
    slug: Slug,
    #[sqlx(try_from = "String")]
    name: Name,
    #[sqlx(try_from = "String")]
    language: Language,
    zone: String,
    created_at: DateTime<Utc>,
}

impl TryFrom<Row> for Organisation {
    type Error = DbError;
    fn try_from(row: Row) -> Result<Self, Self::Error> {
        let zone = row.zone.parse().map_err(DbError::other)?;
        let Row { id, slug, name, language, created_at, .. } = row;
        Ok(Self { id, slug, name, language, zone, created_at })
    }
}

/// Sets up an organisation; [`DbError::Exists`] if the slug is taken.
pub async fn create(
    tx: &mut Tx,
    new: &NewOrganisation,
    entropy: &Entropy,
    now: DateTime<Utc>,
) -> DbResult<Organisation> {
    let row = query!(in tx => fetch_one::<Row>,
        "INSERT INTO organisations (id, slug, name, language, zone, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         RETURNING id, slug, name, language, zone, created_at",
        OrganisationId::new(entropy, now), new.slug.as_str(), new.name.as_str(), new.language.as_str(), new.zone.name(), now)?;
    row.try_into()
}

/// The organisation with this id.
pub async fn lookup(db: &Db, id: OrganisationId) -> DbResult<Option<Organisation>> {
    let row = query!(db => fetch_optional::<Row>,
        "SELECT id, slug, name, language, zone, created_at FROM organisations WHERE id = $1", id)?;
    row.map(TryInto::try_into).transpose()
}

/// The organisation with this slug.
pub async fn find_by_slug(db: &Db, slug: &Slug) -> DbResult<Option<Organisation>> {
    let row = query!(db => fetch_optional::<Row>,
        "SELECT id, slug, name, language, zone, created_at FROM organisations WHERE slug = $1", slug.as_str())?;
    row.map(TryInto::try_into).transpose()
}

/// The organisation that a person names by slug or id, for commands.
pub async fn find(db: &Db, slug_or_id: &str) -> DbResult<Option<Organisation>> {
    match (slug_or_id.parse(), Slug::parse(slug_or_id)) {
        (Ok(id), _) => lookup(db, id).await,
        (_, Ok(slug)) => find_by_slug(db, &slug).await,
        _ => Ok(None),
    }
}

/// At most `limit` organisations in the order of their slugs.
pub async fn list(db: &Db, limit: i64) -> DbResult<Vec<Organisation>> {
    let rows = query!(db => fetch_all::<Row>,
        "SELECT id, slug, name, language, zone, created_at FROM organisations ORDER BY slug LIMIT $1", limit)?;
    rows.into_iter().map(TryInto::try_into).collect()
}
