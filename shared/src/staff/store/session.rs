//! Signed-in browsers in the database: only the hash of a session's id is kept.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::FromRow;

use crate::db::{Db, DbResult, Tx};
use crate::id::{OrganisationId, StaffId};
use crate::query;

/// A session ends after so long without a request.
pub const IDLE_LIFE: TimeDelta = TimeDelta::minutes(30);
/// A session ends so long after the sign-in, whatever happens.
pub const ABSOLUTE_LIFE: TimeDelta = TimeDelta::hours(12);

/// A session to be stored.
#[derive(Clone, Debug)]
pub struct NewSession<'a> {
    /// The organisation of the person.
    pub organisation: OrganisationId,
    /// Who signed in.
    pub staff: StaffId,
    /// What the web side keeps in it.
    pub data: &'a str,
    /// When it ends without a request.
    pub expires_at: DateTime<Utc>,
}

/// A stored session.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Session {
    /// The organisation of the person.
    #[sqlx(rename = "organisation_id")]
    pub organisation: OrganisationId,
    /// Who signed in.
    #[sqlx(rename = "staff_id")]
    pub staff: StaffId,
    /// What the web side keeps in it.
    pub data: String,
    /// When the person signed in.
    pub created_at: DateTime<Utc>,
    /// When it ends without a request.
    pub expires_at: DateTime<Utc>,
}

/// Stores a new session; [`DbError::Exists`](crate::db::DbError::Exists) if the id is taken.
pub async fn insert_session(db: &Db, id_hash: &[u8], new: &NewSession<'_>, now: DateTime<Utc>) -> DbResult<()> {
    query!(db => execute,
        "INSERT INTO sessions (id_hash, organisation_id, staff_id, data, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
        id_hash, new.organisation, new.staff, new.data, now, new.expires_at)?;
    Ok(())
}

/// The session, unless it has ended: idle, or [`ABSOLUTE_LIFE`] after its beginning.
pub async fn load_session(db: &Db, id_hash: &[u8], now: DateTime<Utc>) -> DbResult<Option<Session>> {
    query!(db => fetch_optional::<Session>,
        "SELECT organisation_id, staff_id, data, created_at, expires_at FROM sessions
         WHERE id_hash = $1 AND expires_at > $2 AND created_at > $3", id_hash, now, now - ABSOLUTE_LIFE)
}

/// Replaces what a session holds and when it ends; false if it has been deleted meanwhile: it never comes back by this.
pub async fn save_session(db: &Db, id_hash: &[u8], data: &str, expires_at: DateTime<Utc>) -> DbResult<bool> {
    let changed = query!(db => execute, "UPDATE sessions SET data = $2, expires_at = $3 WHERE id_hash = $1", id_hash, data, expires_at)?;
    Ok(changed == 1)
}

/// Ends a session.
pub async fn delete_session(db: &Db, id_hash: &[u8]) -> DbResult<bool> {
    Ok(query!(db => execute, "DELETE FROM sessions WHERE id_hash = $1", id_hash)? == 1)
}

/// Ends every session of a person: after a change of password.
pub(in crate::staff) async fn delete_sessions_of(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: StaffId,
) -> DbResult<u64> {
    query!(in tx => execute, "DELETE FROM sessions WHERE organisation_id = $1 AND staff_id = $2", organisation, id)
}

/// Removes sessions that have ended.
pub async fn prune_sessions(db: &Db, now: DateTime<Utc>) -> DbResult<u64> {
    query!(db => execute, "DELETE FROM sessions WHERE expires_at <= $1 OR created_at <= $2", now, now - ABSOLUTE_LIFE)
}
