//! Delegations in the database.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::{Delegation, Listed, Note};
use crate::db::{Db, DbResult, Tx, stored};
use crate::email::EmailAddress;
use crate::id::{DelegationId, OrganisationId, ResponseId, RoundId, SurveyId};
use crate::language::Language;
use crate::name::Name;
use crate::query;
use crate::questionnaire::model::Code;

#[derive(FromRow)]
struct Row {
    id: DelegationId,
    organisation_id: OrganisationId,
    round_id: RoundId,
    response_id: ResponseId,
    section: Option<String>,
    email: String,
    name: String,
    language: String,
    delegated_by: Option<DelegationId>,
    link_serial: i64,
    created_at: DateTime<Utc>,
    done_at: Option<DateTime<Utc>>,
    revoked_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> DbResult<Delegation> {
        let name = Some(self.name).filter(|name| !name.is_empty());
        Ok(Delegation {
            id: self.id,
            organisation: self.organisation_id,
            round: self.round_id,
            response: self.response_id,
            section: stored("delegations.section", self.section.map(|code| Code::parse(&code)).transpose())?,
            email: stored("delegations.email", EmailAddress::parse(&self.email))?,
            name: stored("delegations.name", name.map(|name| Name::parse(&name)).transpose())?,
            language: stored("delegations.language", Language::parse(&self.language))?,
            by: self.delegated_by,
            link_serial: self.link_serial,
            created_at: self.created_at,
            done_at: self.done_at,
            revoked_at: self.revoked_at,
        })
    }
}

/// What a delegation stands on.
#[derive(Clone, Copy, Debug, FromRow)]
pub(super) struct Ground {
    pub organisation_id: OrganisationId,
    pub round_id: RoundId,
    pub survey_id: SurveyId,
    pub closes_at: DateTime<Utc>,
}

/// What the delegations of a response stand on, the response locked until the transaction ends; `None` if its round takes no
/// answers, or no company answers: whoever came by an open link sends no mails in our name.
pub(super) async fn lock_ground(tx: &mut Tx, response: ResponseId, now: DateTime<Utc>) -> DbResult<Option<Ground>> {
    query!(in tx => fetch_optional::<Ground>,
        {sqlite: "SELECT r.organisation_id, r.round_id, ro.survey_id, ro.closes_at
             FROM responses r JOIN rounds ro ON ro.id = r.round_id
             WHERE r.id = $1 AND r.company_id IS NOT NULL AND ro.state = 'open' AND ro.closes_at > $2",
         postgres: "SELECT r.organisation_id, r.round_id, ro.survey_id, ro.closes_at
             FROM responses r JOIN rounds ro ON ro.id = r.round_id
             WHERE r.id = $1 AND r.company_id IS NOT NULL AND ro.state = 'open' AND ro.closes_at > $2 FOR UPDATE OF r"},
        response, now)
}

/// How many delegations a response has.
#[derive(Clone, Copy, Debug, FromRow)]
pub(super) struct Tally {
    /// All of them, those taken back included.
    pub all: i64,
    /// Those made since an instant.
    pub recent: i64,
}

pub(super) async fn tally(tx: &mut Tx, response: ResponseId, since: DateTime<Utc>) -> DbResult<Tally> {
    query!(in tx => fetch_one::<Tally>,
        "SELECT COUNT(*) AS \"all\", COUNT(CASE WHEN created_at > $2 THEN 1 END) AS recent FROM delegations
         WHERE response_id = $1", response, since)
}

/// Whether this address has a link to the same already.
pub(super) async fn is_handed_over(
    tx: &mut Tx,
    response: ResponseId,
    section: Option<&Code>,
    email: &EmailAddress,
) -> DbResult<bool> {
    let (found,) = query!(in tx => fetch_one::<(bool,)>,
        "SELECT EXISTS (SELECT 1 FROM delegations WHERE response_id = $1 AND COALESCE(section, '') = $2
             AND lower(email) = $3 AND revoked_at IS NULL)",
        response, section.map_or("", Code::as_str), email.normal())?;
    Ok(found)
}

pub(super) async fn insert(tx: &mut Tx, new: &Delegation, sender: Option<&Name>, note: &Note) -> DbResult<()> {
    query!(in tx => execute,
        "INSERT INTO delegations (id, organisation_id, round_id, response_id, section, email, name, sender, note, language,
             delegated_by, link_serial, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        new.id, new.organisation, new.round, new.response, new.section.as_ref().map(Code::as_str), new.email.as_str(),
        new.name.as_ref().map_or("", Name::as_str), sender.map_or("", Name::as_str), note.as_str(),
        new.language.as_str(), new.by, new.link_serial, new.created_at)?;
    Ok(())
}

/// The delegation with this id, of whichever organisation: for a colleague's link or cookie, whose tag is checked next.
pub async fn lookup(db: &Db, id: DelegationId) -> DbResult<Option<Delegation>> {
    let row = query!(db => fetch_optional::<Row>,
        "SELECT id, organisation_id, round_id, response_id, section, email, name, language, delegated_by, link_serial,
             created_at, done_at, revoked_at
         FROM delegations WHERE id = $1", id)?;
    row.map(Row::read).transpose()
}

#[derive(FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    delegation: Row,
    mail: String,
}

/// The delegations of a response with their mails, the oldest first; at most [`LIMIT`](super::LIMIT) exist.
pub async fn list(db: &Db, response: ResponseId) -> DbResult<Vec<Listed>> {
    let rows = query!(db => fetch_all::<ListedRow>,
        "SELECT d.id, d.organisation_id, d.round_id, d.response_id, d.section, d.email, d.name, d.language, d.delegated_by,
             d.link_serial, d.created_at, d.done_at, d.revoked_at, m.state AS mail
         FROM delegations d JOIN messages m ON m.delegation_id = d.id
         WHERE d.response_id = $1 ORDER BY d.created_at, d.id LIMIT 100", response)?;
    rows.into_iter()
        .map(|row| Ok(Listed { delegation: row.delegation.read()?, mail: stored("messages.state", row.mail.parse())? }))
        .collect()
}

/// Takes a link back, and those that were handed on by it; `by` names the colleague who does so and takes back only what is
/// theirs. Links and cookies stop working at the next request. `false` if there is nothing to take back.
pub async fn revoke(
    tx: &mut Tx,
    response: ResponseId,
    id: DelegationId,
    by: Option<DelegationId>,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let everything = by.is_none();
    let revoked = query!(in tx => execute,
        "UPDATE delegations SET revoked_at = $5
         WHERE response_id = $1 AND (id = $2 OR delegated_by = $2) AND revoked_at IS NULL AND ($3 OR delegated_by = $4)",
        response, id, everything, by.unwrap_or(DelegationId::from_bytes([0; 16])), now)?;
    Ok(revoked > 0)
}

/// Notes that the colleague has done what was handed over, or is at it again.
pub async fn mark_done(tx: &mut Tx, id: DelegationId, done_at: Option<DateTime<Utc>>) -> DbResult<()> {
    query!(in tx => execute,
        "UPDATE delegations SET done_at = $2 WHERE id = $1 AND revoked_at IS NULL", id, done_at)?;
    Ok(())
}
