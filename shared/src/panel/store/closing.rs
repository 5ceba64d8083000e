//! Companies that are said to be closed. Staff confirm it or know better; nothing is deleted.

use chrono::{DateTime, Utc};

use crate::db::{Db, DbResult, Tx};
use crate::id::{CompanyId, OrganisationId};
use crate::query;

/// What is said, and what staff know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Closing {
    /// When a contact said that the company is closed; none if staff have dealt with it.
    pub reported_closed_at: Option<DateTime<Utc>>,
    /// When staff confirmed it.
    pub closed_at: Option<DateTime<Utc>>,
}

/// Whether a company of this organisation is closed, or said to be.
pub async fn lookup_closing(db: &Db, organisation: OrganisationId, id: CompanyId) -> DbResult<Option<Closing>> {
    query!(db => fetch_optional::<Closing>,
        "SELECT reported_closed_at, closed_at FROM companies WHERE organisation_id = $1 AND id = $2", organisation, id)
}

/// Confirms that a company is closed: its contacts are written to no more. `false` if there is no such company.
pub async fn confirm_closed(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: CompanyId,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let closed = query!(in tx => execute,
        "UPDATE companies SET closed_at = COALESCE(closed_at, $3), reported_closed_at = NULL, updated_at = $3
         WHERE organisation_id = $1 AND id = $2", organisation, id, now)?;
    query!(in tx => execute,
        "UPDATE contacts SET state = 'left', updated_at = $3
         WHERE organisation_id = $1 AND company_id = $2 AND state <> 'left'", organisation, id, now)?;
    Ok(closed == 1)
}

/// The company exists, whatever was said; contacts stay as they are. `false` if there is no such company.
pub async fn deny_closed(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: CompanyId,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let denied = query!(in tx => execute,
        "UPDATE companies SET reported_closed_at = NULL, closed_at = NULL, updated_at = $3
         WHERE organisation_id = $1 AND id = $2", organisation, id, now)?;
    Ok(denied == 1)
}
