//! Staff in the database; links and sessions have a file each.

mod link;
mod session;

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::{NewStaff, Role, StaffMember};
use crate::db::{Db, DbResult, Tx};
use crate::email::EmailAddress;
use crate::entropy::Entropy;
use crate::id::{OrganisationId, StaffId};
use crate::language::Language;
use crate::name::Name;
use crate::query;

pub(super) use link::delete_links_of;
pub use link::{find_by_link, prune_links, redeem_link, replace_links};
pub(super) use session::delete_sessions_of;
pub use session::{
    ABSOLUTE_LIFE, IDLE_LIFE, NewSession, Session, delete_session, insert_session, load_session, prune_sessions,
    save_session,
};

#[derive(FromRow)]
struct Row {
    id: StaffId,
    organisation_id: OrganisationId,
    #[sqlx(try_from = "String")]
    email: EmailAddress,
    #[sqlx(try_from = "String")]
    name: Name,
    #[sqlx(try_from = "String")]
    role: Role,
    #[sqlx(try_from = "String")]
    language: Language,
    password_hash: Option<String>,
    created_at: DateTime<Utc>,
}

impl From<Row> for StaffMember {
    fn from(row: Row) -> Self {
        let Row { id, organisation_id: organisation, email, name, role, language, password_hash, created_at } = row;
        let has_password = password_hash.is_some();
        Self { id, organisation, email, name, role, language, has_password, created_at }
    }
}

/// Adds a person; [`DbError::Exists`](crate::db::DbError::Exists) if the address signs in already.
pub async fn create(
    tx: &mut Tx,
    organisation: OrganisationId,
    new: &NewStaff,
    entropy: &Entropy,
    now: DateTime<Utc>,
) -> DbResult<StaffMember> {
    let row = query!(in tx => fetch_one::<Row>,
        "INSERT INTO staff (id, organisation_id, email, name, role, language, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
         RETURNING id, organisation_id, email, name, role, language, password_hash, created_at",
        StaffId::new(entropy, now), organisation, new.email.normal(), new.name.as_str(), new.role.as_str(),
        new.language.as_str(), now)?;
    Ok(row.into())
}

/// A person of this organisation.
pub async fn lookup(db: &Db, organisation: OrganisationId, id: StaffId) -> DbResult<Option<StaffMember>> {
    let row = query!(db => fetch_optional::<Row>,
        "SELECT id, organisation_id, email, name, role, language, password_hash, created_at FROM staff
         WHERE organisation_id = $1 AND id = $2", organisation, id)?;
    Ok(row.map(Into::into))
}

/// The person who signs in with this address, of whichever organisation.
pub async fn find_by_email(db: &Db, email: &EmailAddress) -> DbResult<Option<StaffMember>> {
    Ok(find_credentials(db, email).await?.map(|(member, _)| member))
}

/// The person who signs in with this address, and the hash of the password.
pub(super) async fn find_credentials(db: &Db, email: &EmailAddress) -> DbResult<Option<(StaffMember, Option<String>)>> {
    let row = query!(db => fetch_optional::<Row>,
        "SELECT id, organisation_id, email, name, role, language, password_hash, created_at FROM staff WHERE email = $1",
        email.normal())?;
    Ok(row.map(|row| {
        let hash = row.password_hash.clone();
        (row.into(), hash)
    }))
}

/// At most `limit` people of this organisation in the order of their names.
pub async fn list(db: &Db, organisation: OrganisationId, limit: i64) -> DbResult<Vec<StaffMember>> {
    let rows = query!(db => fetch_all::<Row>,
        "SELECT id, organisation_id, email, name, role, language, password_hash, created_at FROM staff
         WHERE organisation_id = $1 ORDER BY name, id LIMIT $2", organisation, limit)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

pub(super) async fn set_password_hash(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: StaffId,
    hash: &str,
    now: DateTime<Utc>,
) -> DbResult<Option<StaffMember>> {
    let row = query!(in tx => fetch_optional::<Row>,
        "UPDATE staff SET password_hash = $3, updated_at = $4 WHERE organisation_id = $1 AND id = $2
         RETURNING id, organisation_id, email, name, role, language, password_hash, created_at",
        organisation, id, hash, now)?;
    Ok(row.map(Into::into))
}
