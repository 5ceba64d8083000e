//! The audit log in the database.

use chrono::{DateTime, Utc};

use super::{Entry, Record, chain};
use crate::db::{Db, DbResult, Tx};
use crate::id::OrganisationId;
use crate::query;

/// Appends to the organisation's log inside the transaction that does what the entry says. Appends of one organisation
/// wait for each other from here until their commit: make it the last statement before the commit.
pub async fn append(tx: &mut Tx, organisation: OrganisationId, entry: &Entry<'_>, now: DateTime<Utc>) -> DbResult<()> {
    // Locks out other appends; weaker than what foreign keys of other tables ask for, so those do not wait.
    query!(in tx => fetch_optional::<(OrganisationId,)>, {
        sqlite: "SELECT id FROM organisations WHERE id = $1",
        postgres: "SELECT id FROM organisations WHERE id = $1 FOR NO KEY UPDATE"
    }, organisation)?;
    let newest = query!(in tx => fetch_optional::<(i64, Vec<u8>)>,
        "SELECT sequence, hash FROM audit_log WHERE organisation_id = $1 ORDER BY sequence DESC LIMIT 1", organisation)?;
    let (sequence, previous_hash) = newest.unwrap_or((0, chain::START.into()));
    let record = record(entry, sequence + 1, previous_hash, now);
    insert(tx, organisation, &record).await
}

fn record(entry: &Entry<'_>, sequence: i64, previous_hash: Vec<u8>, at: DateTime<Utc>) -> Record {
    // PostgreSQL keeps no NUL in texts.
    let text = |text: &str| text.replace('\0', "\u{FFFD}");
    Record {
        sequence,
        at,
        actor: text(&entry.actor.to_string()),
        action: text(entry.action),
        subject: text(&entry.subject),
        details: entry.details.to_string(),
        previous_hash,
        hash: Vec::new(),
    }
}

async fn insert(tx: &mut Tx, organisation: OrganisationId, record: &Record) -> DbResult<()> {
    query!(in tx => execute,
        "INSERT INTO audit_log (organisation_id, sequence, at, actor, action, subject, details, previous_hash, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        organisation, record.sequence, record.at, &record.actor, &record.action, &record.subject, &record.details,
        &record.previous_hash, chain::hash(organisation, record).to_vec())?;
    Ok(())
}

/// At most `limit` entries before `before`, the newest first.
pub async fn list(db: &Db, organisation: OrganisationId, before: Option<i64>, limit: i64) -> DbResult<Vec<Record>> {
    query!(db => fetch_all::<Record>,
        "SELECT sequence, at, actor, action, subject, details, previous_hash, hash FROM audit_log
         WHERE organisation_id = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3",
        organisation, before.unwrap_or(i64::MAX), limit)
}

/// At most `limit` entries after `after`, the oldest first.
pub(super) async fn list_after(db: &Db, organisation: OrganisationId, after: i64, limit: i64) -> DbResult<Vec<Record>> {
    query!(db => fetch_all::<Record>,
        "SELECT sequence, at, actor, action, subject, details, previous_hash, hash FROM audit_log
         WHERE organisation_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3",
        organisation, after, limit)
}
