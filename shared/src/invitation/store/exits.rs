//! Exits in the database.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::super::exit::{Exit, Reason, Told};
use crate::db::{Db, DbResult, Tx, stored};
use crate::email::EmailAddress;
use crate::id::{CompanyId, InvitationId, OrganisationId, RoundId};
use crate::name::Name;
use crate::query;

/// Declines an invitation; `false` if it is completed or was taken out.
pub(in crate::invitation) async fn decline(
    tx: &mut Tx,
    id: InvitationId,
    exit: &Exit,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let declined = query!(in tx => execute,
        "UPDATE invitations SET state = 'declined', declined_reason = $2, declined_at = $3, declined_name = $4,
             declined_email = $5, declined_note = $6, updated_at = $3
         WHERE id = $1 AND state IN ('planned', 'invited', 'started', 'unreachable', 'declined')",
        id, exit.reason.as_str(), now, exit.name.as_ref().map(Name::as_str), exit.email.as_ref().map(EmailAddress::as_str),
        exit.note.as_str())?;
    Ok(declined == 1)
}

/// Takes an exit back: the contact begins after all.
pub async fn take_back(tx: &mut Tx, id: InvitationId, now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        "UPDATE invitations SET state = CASE WHEN started_at IS NOT NULL THEN 'started' WHEN invited_at IS NOT NULL THEN 'invited'
                 ELSE 'planned' END,
             declined_reason = NULL, declined_at = NULL, declined_name = NULL, declined_email = NULL, declined_note = NULL,
             updated_at = $2
         WHERE id = $1 AND state = 'declined'", id, now)?;
    Ok(())
}

/// Marks the invitation's company as said to be closed, unless staff know it already.
pub(in crate::invitation) async fn report_closed(tx: &mut Tx, id: InvitationId, now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        "UPDATE companies SET reported_closed_at = $2, updated_at = $2
         WHERE id = (SELECT company_id FROM invitations WHERE id = $1) AND closed_at IS NULL", id, now)?;
    Ok(())
}

/// How many invitations of a round were declined for which reason; every reason is listed. Those declined without a word are not
/// among them.
pub async fn count_exits(db: &Db, organisation: OrganisationId, round: RoundId) -> DbResult<Vec<(Reason, i64)>> {
    let counts = query!(db => fetch_all::<(String, i64)>,
        "SELECT declined_reason, COUNT(*) FROM invitations
         WHERE organisation_id = $1 AND round_id = $2 AND state = 'declined' AND declined_reason IS NOT NULL
         GROUP BY declined_reason", organisation, round)?;
    let of = |reason: Reason| counts.iter().find(|(word, _)| word == reason.as_str()).map_or(0, |(_, count)| *count);
    Ok(Reason::ALL.map(|reason| (reason, of(reason))).to_vec())
}

#[derive(FromRow)]
struct ToldRow {
    declined_reason: String,
    declined_at: DateTime<Utc>,
    contact: String,
    declined_name: Option<String>,
    declined_email: Option<String>,
    declined_note: Option<String>,
}

/// What a company's contacts said on the way out, the newest first; at most 50.
pub async fn list_exits(db: &Db, organisation: OrganisationId, company: CompanyId) -> DbResult<Vec<Told>> {
    let rows = query!(db => fetch_all::<ToldRow>,
        "SELECT i.declined_reason, i.declined_at, c.name AS contact, i.declined_name, i.declined_email, i.declined_note
         FROM invitations i JOIN contacts c ON c.id = i.contact_id
         WHERE i.organisation_id = $1 AND i.company_id = $2 AND i.declined_reason IS NOT NULL
         ORDER BY i.declined_at DESC, i.id LIMIT 50", organisation, company)?;
    rows.into_iter()
        .map(|row| {
            Ok(Told {
                reason: stored("invitations.declined_reason", row.declined_reason.parse())?,
                at: row.declined_at,
                contact: row.contact,
                name: row.declined_name.unwrap_or_default(),
                email: row.declined_email.unwrap_or_default(),
                note: row.declined_note.unwrap_or_default(),
            })
        })
        .collect()
}
