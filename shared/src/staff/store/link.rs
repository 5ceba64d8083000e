//! One-time links in the database: only the hash of the token is kept.

use chrono::{DateTime, Utc};

use super::{Row, StaffMember};
use crate::db::{Db, DbResult, Tx};
use crate::id::{OrganisationId, StaffId};
use crate::keys::token_hash;
use crate::query;

/// Stores a link and removes every earlier one of the same person.
pub async fn replace_links(
    tx: &mut Tx,
    member: &StaffMember,
    token: &str,
    expires_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> DbResult<()> {
    delete_links_of(tx, member.organisation, member.id).await?;
    query!(in tx => execute,
        "INSERT INTO staff_links (token_hash, organisation_id, staff_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        token_hash(token), member.organisation, member.id, now, expires_at)?;
    Ok(())
}

/// Whose link this is, while it is good: for the page that asks before it is used.
pub async fn find_by_link(db: &Db, token: &str, now: DateTime<Utc>) -> DbResult<Option<StaffMember>> {
    let row = query!(db => fetch_optional::<Row>,
        "SELECT staff.id, staff.organisation_id, email, name, role, language, password_hash, staff.created_at
         FROM staff JOIN staff_links ON staff_links.staff_id = staff.id
         WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2", token_hash(token), now)?;
    Ok(row.map(Into::into))
}

/// Uses a link up and says whose it is; of any number of simultaneous uses one succeeds.
pub async fn redeem_link(tx: &mut Tx, token: &str, now: DateTime<Utc>) -> DbResult<Option<StaffMember>> {
    let used = query!(in tx => fetch_optional::<(StaffId,)>,
        "UPDATE staff_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING staff_id",
        token_hash(token), now)?;
    let Some((id,)) = used else { return Ok(None) };
    let row = query!(in tx => fetch_optional::<Row>,
        "SELECT id, organisation_id, email, name, role, language, password_hash, created_at FROM staff WHERE id = $1", id)?;
    Ok(row.map(Into::into))
}

/// Removes every link of a person.
pub async fn delete_links_of(tx: &mut Tx, organisation: OrganisationId, id: StaffId) -> DbResult<u64> {
    query!(in tx => execute, "DELETE FROM staff_links WHERE organisation_id = $1 AND staff_id = $2", organisation, id)
}

/// Removes links that are good no more.
pub async fn prune_links(db: &Db, now: DateTime<Utc>) -> DbResult<u64> {
    query!(db => execute, "DELETE FROM staff_links WHERE expires_at <= $1 OR used_at IS NOT NULL", now)
}
