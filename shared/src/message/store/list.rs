//! What staff and operators see of the ledger.

use chrono::{DateTime, Utc};

use super::super::{Kind, State};
use crate::db::{Db, DbResult, stored};
use crate::id::{MessageId, OrganisationId, RoundId};
use crate::query;

/// How many messages of a round stand where, by kind, without test mails; what is not listed is 0.
pub async fn count_by_state(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
) -> DbResult<Vec<(Kind, State, i64)>> {
    let counts = query!(db => fetch_all::<(String, String, i64)>,
        "SELECT kind, state, COUNT(*) FROM messages
         WHERE organisation_id = $1 AND round_id = $2 AND kind <> 'test' GROUP BY kind, state ORDER BY kind, state",
        organisation, round)?;
    counts
        .into_iter()
        .map(|(kind, state, count)| {
            Ok((stored("messages.kind", kind.parse())?, stored("messages.state", state.parse())?, count))
        })
        .collect()
}

/// Which messages of a round are listed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Those of one kind.
    pub kind: Option<Kind>,
    /// Those that stand here.
    pub state: Option<State>,
    /// Those behind this one: the last of the page before.
    pub after: Option<MessageId>,
}

/// A message as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: MessageId,
    /// What it is about.
    pub kind: Kind,
    /// Which one of its kind.
    pub n: i64,
    /// Where it stands.
    pub state: State,
    /// How often a hand-over has begun.
    pub attempts: i64,
    /// The address, once it was written; else the contact's present one.
    pub recipient: String,
    /// The company's name; a test mail has none.
    pub company: Option<String>,
    /// What the mail server said last.
    pub reply: Option<String>,
    /// Since when it stands there.
    pub updated_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    id: MessageId,
    kind: String,
    n: i64,
    state: String,
    attempts: i64,
    recipient: Option<String>,
    company: Option<String>,
    reply: Option<String>,
    updated_at: DateTime<Utc>,
}

/// The messages of a round in the order of their ids, at most `limit`.
pub async fn list(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    filter: Filter,
    limit: i64,
) -> DbResult<Vec<Listed>> {
    let nothing = MessageId::from_bytes([0; 16]);
    let rows = query!(db => fetch_all::<ListedRow>,
        "SELECT m.id, m.kind, m.n, m.state, m.attempts, COALESCE(m.recipient, c.email) AS recipient,
             COALESCE(co.name, dco.name) AS company, m.reply, m.updated_at
         FROM messages m
         LEFT JOIN contacts c ON c.id = m.contact_id
         LEFT JOIN companies co ON co.id = c.company_id
         LEFT JOIN delegations d ON d.id = m.delegation_id
         LEFT JOIN responses dr ON dr.id = d.response_id
         LEFT JOIN companies dco ON dco.id = dr.company_id
         WHERE m.organisation_id = $1 AND m.round_id = $2 AND ($3 = '' OR m.kind = $3) AND ($4 = '' OR m.state = $4)
           AND m.id > $5
         ORDER BY m.id LIMIT $6",
        organisation, round, filter.kind.map_or("", Kind::as_str), filter.state.map_or("", State::as_str),
        filter.after.unwrap_or(nothing), limit)?;
    rows.into_iter().map(ListedRow::read).collect()
}

impl ListedRow {
    fn read(self) -> DbResult<Listed> {
        Ok(Listed {
            id: self.id,
            kind: stored("messages.kind", self.kind.parse())?,
            n: self.n,
            state: stored("messages.state", self.state.parse())?,
            attempts: self.attempts,
            recipient: self.recipient.unwrap_or_default(),
            company: self.company,
            reply: self.reply,
            updated_at: self.updated_at,
        })
    }
}

/// When the message that has waited longest in an open, not held back round was due: how far the mailing lags.
pub async fn oldest_due(db: &Db, now: DateTime<Utc>) -> DbResult<Option<DateTime<Utc>>> {
    let (oldest,) = query!(db => fetch_one::<(Option<DateTime<Utc>>,)>,
        "SELECT MIN(waiting.oldest) FROM (
             SELECT (SELECT m.due_at FROM messages m
                 WHERE m.round_id = r.id AND m.state IN ('due', 'deferred', 'unknown') AND m.unknowns < 2
                 ORDER BY m.due_at LIMIT 1) AS oldest
             FROM rounds r WHERE r.state = 'open' AND r.paused_at IS NULL) waiting
         WHERE waiting.oldest <= $1", now)?;
    Ok(oldest)
}
