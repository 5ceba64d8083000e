//! Who sends what: claims with a lease by the database's clock and a fencing token.
//!
//! Times that belong to the fieldwork (`due_at`, `not_after`) are compared with the program's clock, leases with the clock of
//! the database, which all nodes share.

use chrono::{DateTime, TimeDelta, Utc};

use super::super::{Claimed, Delegated, Invited, Recipient, Rendered};
use crate::db::{Db, DbError, DbResult, Tx, stored};
use crate::id::{ContactId, DelegationId, InvitationId, MessageId, OrganisationId, RoundId};
use crate::query;

/// The database's clock as each engine writes an instant.
macro_rules! database_now {
    (sqlite) => {
        "strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')"
    };
    (postgres) => {
        "clock_timestamp()"
    };
}

/// The database's clock plus `$n` milliseconds.
macro_rules! lease_end {
    (sqlite $n:literal) => {
        concat!("strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now', (", $n, " / 1000.0) || ' seconds')")
    };
    (postgres $n:literal) => {
        concat!("clock_timestamp() + ", $n, " * INTERVAL '1 millisecond'")
    };
}

/// What one claim found.
#[derive(Debug, Default)]
pub struct Claim {
    /// How many messages were looked at; fewer than asked for means that nothing more is due.
    pub examined: usize,
    /// Those that may be sent.
    pub messages: Vec<Claimed>,
}

/// Rounds of any organisation that have mails to be sent now: open and not held back, or with a test mail; at most 100.
pub async fn list_mailable(db: &Db, now: DateTime<Utc>) -> DbResult<Vec<(OrganisationId, RoundId)>> {
    query!(db => fetch_all::<(OrganisationId, RoundId)>,
        "SELECT r.organisation_id, r.id FROM rounds r
         WHERE r.state = 'open' AND r.paused_at IS NULL AND (SELECT m.due_at FROM messages m
             WHERE m.round_id = r.id AND m.state IN ('due', 'deferred', 'unknown') AND m.unknowns < 2
             ORDER BY m.due_at LIMIT 1) <= $1
         UNION
         SELECT m.organisation_id, m.round_id FROM messages m
         WHERE m.kind = 'test' AND m.state IN ('due', 'deferred', 'unknown') AND m.unknowns < 2 AND m.due_at <= $1
         LIMIT 100", now)
}

/// What becomes of each of the next messages of a round ($1), with the verdict that the moment demands.
macro_rules! claim {
    ($lock:literal, $lease_end:expr) => {
        concat!(
            // The few are picked before anything is asked about them, so that the cost does not grow with the ledger.
            "WITH picked AS MATERIALIZED (
                 SELECT m.id FROM messages m
                 WHERE m.round_id = $1 AND m.state IN ('due', 'deferred', 'unknown') AND m.unknowns < 2 AND m.due_at <= $2
                   AND (m.kind = 'test' OR EXISTS (SELECT 1 FROM rounds r
                       WHERE r.id = $1 AND r.state = 'open' AND r.paused_at IS NULL))
                 ORDER BY m.due_at LIMIT $3 ",
            $lock,
            "),
             candidate AS MATERIALIZED (
                 SELECT m.id AS id, CASE
                     WHEN m.not_after <= $2 THEN 'cancelled'
                     WHEN m.kind = 'test' THEN 'sending'
                     WHEN d.revoked_at IS NOT NULL THEN 'cancelled'
                     WHEN EXISTS (SELECT 1 FROM responses p
                         WHERE p.id = d.response_id AND p.submitted_at > d.created_at) THEN 'cancelled'
                     WHEN i.state NOT IN ('planned', 'invited', 'started') THEN 'cancelled'
                     WHEN EXISTS (SELECT 1 FROM responses p
                         WHERE p.round_id = m.round_id AND p.company_id = i.company_id AND p.state = 'submitted') THEN 'cancelled'
                     WHEN c.state <> 'active' THEN 'suppressed'
                     WHEN EXISTS (SELECT 1 FROM suppressions s
                         WHERE s.organisation_id = m.organisation_id AND s.email = lower(COALESCE(m.recipient, c.email))
                           AND (s.survey_id IS NULL OR s.survey_id = r.survey_id)) THEN 'suppressed'
                     ELSE 'sending' END AS verdict
                 FROM picked
                 JOIN messages m ON m.id = picked.id
                 JOIN rounds r ON r.id = m.round_id
                 LEFT JOIN invitations i ON i.id = m.invitation_id
                 LEFT JOIN contacts c ON c.id = m.contact_id
                 LEFT JOIN delegations d ON d.id = m.delegation_id)
             UPDATE messages SET
                 state = CASE WHEN candidate.verdict <> 'sending' AND messages.state = 'unknown' THEN 'unknown'
                     ELSE candidate.verdict END,
                 unknowns = CASE WHEN candidate.verdict <> 'sending' AND messages.state = 'unknown' THEN 2 ELSE unknowns END,
                 lease_until = CASE WHEN candidate.verdict = 'sending' THEN ",
            $lease_end,
            " END,
                 node = $4, fencing = fencing + 1, updated_at = $2
             FROM candidate WHERE messages.id = candidate.id
             RETURNING messages.state"
        )
    };
}

/// Claims at most `limit` messages of a round under the name `node`, which must be new at every claim, until the lease ends.
///
/// Whoever must not be written to any more is not claimed: the message becomes suppressed (left, or on the suppression list)
/// or cancelled (has answered, was taken back, or too late) here. Two claims at once never get the same message.
pub async fn claim(
    db: &Db,
    round: RoundId,
    node: &str,
    lease: TimeDelta,
    limit: i64,
    now: DateTime<Utc>,
) -> DbResult<Claim> {
    let mut tx = db.begin().await?;
    let examined = query!(in &mut tx => fetch_all::<(String,)>,
        {sqlite: claim!("", lease_end!(sqlite "$5")), postgres: claim!("FOR UPDATE SKIP LOCKED", lease_end!(postgres "$5"))},
        round, now, limit, node, lease.num_milliseconds())?;
    let rows = query!(in &mut tx => fetch_all::<ClaimedRow>,
        "SELECT m.id, m.organisation_id, m.round_id, m.kind, m.n, m.created_at, m.not_after, m.attempts, m.first_attempt_at,
             m.fencing,
             m.recipient, m.language, m.bytes, m.contact_id, m.invitation_id, i.link_serial, c.name AS contact_name,
             c.email AS contact_email, c.language AS contact_language, co.name AS company_name, m.delegation_id,
             d.link_serial AS colleague_serial, d.section AS colleague_section, d.name AS colleague_name,
             d.sender AS colleague_sender, d.note AS colleague_note, dco.name AS colleague_company
         FROM messages m
         LEFT JOIN invitations i ON i.id = m.invitation_id
         LEFT JOIN contacts c ON c.id = m.contact_id
         LEFT JOIN companies co ON co.id = c.company_id
         LEFT JOIN delegations d ON d.id = m.delegation_id
         LEFT JOIN responses dr ON dr.id = d.response_id
         LEFT JOIN companies dco ON dco.id = dr.company_id
         WHERE m.node = $1 AND m.state = 'sending' ORDER BY m.due_at, m.id", node)?;
    tx.commit().await?;
    let messages = rows.into_iter().map(ClaimedRow::read).collect::<DbResult<_>>()?;
    Ok(Claim { examined: examined.len(), messages })
}

#[derive(sqlx::FromRow)]
struct ClaimedRow {
    id: MessageId,
    organisation_id: OrganisationId,
    round_id: RoundId,
    kind: String,
    n: i64,
    created_at: DateTime<Utc>,
    not_after: DateTime<Utc>,
    attempts: i64,
    first_attempt_at: Option<DateTime<Utc>>,
    fencing: i64,
    recipient: Option<String>,
    language: Option<String>,
    bytes: Option<Vec<u8>>,
    contact_id: Option<ContactId>,
    invitation_id: Option<InvitationId>,
    link_serial: Option<i64>,
    contact_name: Option<String>,
    contact_email: Option<String>,
    contact_language: Option<String>,
    company_name: Option<String>,
    #[sqlx(flatten)]
    delegated: DelegatedRow,
}

#[derive(sqlx::FromRow)]
struct DelegatedRow {
    delegation_id: Option<DelegationId>,
    colleague_serial: Option<i64>,
    colleague_section: Option<String>,
    colleague_name: Option<String>,
    colleague_sender: Option<String>,
    colleague_note: Option<String>,
    colleague_company: Option<String>,
}

impl DelegatedRow {
    fn read(self) -> Option<Delegated> {
        self.delegation_id.map(|delegation| Delegated {
            delegation,
            link_serial: self.colleague_serial.unwrap_or_default(),
            section: self.colleague_section,
            name: self.colleague_name.unwrap_or_default(),
            company: self.colleague_company.unwrap_or_default(),
            sender: self.colleague_sender.unwrap_or_default(),
            note: self.colleague_note.unwrap_or_default(),
        })
    }
}

impl ClaimedRow {
    fn read(self) -> DbResult<Claimed> {
        let missing = |column| DbError::Unreadable(column, format!("missing in message {}", self.id));
        let invited = match (self.contact_id, self.invitation_id) {
            (Some(contact), Some(invitation)) => Some(Invited {
                contact,
                invitation,
                link_serial: self.link_serial.unwrap_or_default(),
                name: self.contact_name.unwrap_or_default(),
                company: self.company_name.unwrap_or_default(),
            }),
            _ => None,
        };
        let email = self.recipient.or(self.contact_email).ok_or_else(|| missing("messages.recipient"))?;
        let language = self.language.or(self.contact_language).ok_or_else(|| missing("messages.language"))?;
        Ok(Claimed {
            id: self.id,
            organisation: self.organisation_id,
            round: self.round_id,
            kind: stored("messages.kind", self.kind.parse())?,
            n: self.n,
            planned_at: self.created_at,
            not_after: self.not_after,
            attempts: self.attempts,
            first_attempt_at: self.first_attempt_at,
            fencing: self.fencing,
            recipient: Recipient { email, language, invited, delegated: self.delegated.read() },
            bytes: self.bytes,
        })
    }
}

/// The last question before a hand-over, with its answer in the statement itself.
macro_rules! begin {
    ($now:expr) => {
        concat!(
            "UPDATE messages SET in_flight = TRUE, attempts = attempts + 1,
                 first_attempt_at = COALESCE(first_attempt_at, $6), recipient = COALESCE(recipient, $3),
                 language = COALESCE(language, $4), bytes = COALESCE(bytes, $5), updated_at = $6
             WHERE id = $1 AND fencing = $2 AND state = 'sending' AND NOT in_flight AND lease_until > ",
            $now,
            " AND (kind = 'test' OR (
                 EXISTS (SELECT 1 FROM rounds r WHERE r.id = messages.round_id AND r.state = 'open' AND r.paused_at IS NULL
                     AND NOT EXISTS (SELECT 1 FROM suppressions s
                         WHERE s.organisation_id = messages.organisation_id
                           AND s.email = lower(COALESCE(messages.recipient, $3))
                           AND (s.survey_id IS NULL OR s.survey_id = r.survey_id)))
                 AND NOT EXISTS (SELECT 1 FROM invitations i JOIN responses p
                         ON p.round_id = i.round_id AND p.company_id = i.company_id AND p.state = 'submitted'
                     WHERE i.id = messages.invitation_id)
                 AND NOT EXISTS (SELECT 1 FROM invitations i
                     WHERE i.id = messages.invitation_id AND i.state IN ('declined', 'excluded'))
                 AND NOT EXISTS (SELECT 1 FROM delegations d
                     WHERE d.id = messages.delegation_id AND d.revoked_at IS NOT NULL)))"
        )
    };
}

/// Notes that the hand-over of a claimed message begins, and keeps the mail as it is sent. `false`: hands off — the lease
/// is over, the round is held back or closed, or the recipient left, answered or declined since the claim, or what was handed to
/// them was taken back.
///
/// The mail is stored at the first attempt; at later ones the stored one is sent and `mail` is not used.
pub async fn begin(tx: &mut Tx, id: MessageId, fencing: i64, mail: &Rendered, now: DateTime<Utc>) -> DbResult<bool> {
    let begun = query!(in tx => execute,
        {sqlite: begin!(database_now!(sqlite)), postgres: begin!(database_now!(postgres))},
        id, fencing, mail.recipient.as_str(), mail.language.as_str(), mail.bytes.as_slice(), now)?;
    Ok(begun == 1)
}

/// Prolongs the lease of what is still claimed under this name; returns how many messages that is.
pub async fn renew(db: &Db, node: &str, lease: TimeDelta) -> DbResult<u64> {
    query!(db => execute,
        {sqlite: concat!("UPDATE messages SET lease_until = ", lease_end!(sqlite "$2"), " WHERE node = $1 AND state = 'sending'"),
         postgres: concat!("UPDATE messages SET lease_until = ", lease_end!(postgres "$2"), " WHERE node = $1 AND state = 'sending'")},
        node, lease.num_milliseconds())
}

/// Gives back what was claimed under this name and whose hand-over has not begun; returns how many messages that is.
pub async fn release(db: &Db, node: &str, now: DateTime<Utc>) -> DbResult<u64> {
    query!(db => execute,
        "UPDATE messages SET state = 'due', fencing = fencing + 1, node = NULL, lease_until = NULL, updated_at = $2
         WHERE node = $1 AND state = 'sending' AND NOT in_flight", node, now)
}

/// Takes messages from workers whose lease is over, and returns how many. One whose hand-over had not begun is due again,
/// as often as it takes. One whose hand-over had begun is unknown: it is sent once more at once, or, if that was the second
/// time, left to staff.
pub async fn release_expired(db: &Db, now: DateTime<Utc>) -> DbResult<u64> {
    /// The statement around an engine's clock.
    macro_rules! release {
        ($now:expr) => {
            concat!(
                "UPDATE messages SET
                     state = CASE WHEN in_flight THEN 'unknown' ELSE 'due' END,
                     unknowns = CASE WHEN in_flight THEN unknowns + 1 ELSE unknowns END,
                     reply = CASE WHEN in_flight THEN 'the worker ended during the hand-over' ELSE reply END,
                     due_at = CASE WHEN in_flight THEN $1 ELSE due_at END,
                     fencing = fencing + 1, in_flight = FALSE, node = NULL, lease_until = NULL, updated_at = $1
                 WHERE state = 'sending' AND lease_until <= ",
                $now
            )
        };
    }
    query!(db => execute, {sqlite: release!(database_now!(sqlite)), postgres: release!(database_now!(postgres))}, now)
}
