//! Invitations in the database.

mod exits;
mod letters;

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Invitation, InvitationState};
use crate::db::{Db, DbResult, Tx, stored};
use crate::id::{CompanyId, ContactId, InvitationId, OrganisationId, RoundId, SurveyId};
use crate::language::Language;
use crate::query;
use crate::questionnaire::attributes::Attributes;
use crate::round::Round;
use crate::survey::Segment;

pub use exits::{count_exits, list_exits, take_back};
pub(super) use exits::{decline, report_closed};
pub use letters::{list_batches, list_letters};

/// Who may be written to in a survey and lies in a segment ($1 organisation, $2 survey, $3 segment), for either engine.
macro_rules! recipients {
    (sqlite $select:literal) => {
        concat!(
            $select,
            " FROM reachable_contacts r
              WHERE r.organisation_id = $1
                AND NOT EXISTS (SELECT 1 FROM suppressions s
                    WHERE s.organisation_id = $1 AND s.email = r.normal_email AND (s.survey_id IS NULL OR s.survey_id = $2))
                AND (json_array_length($3, '$.sections') = 0 OR r.section IN (SELECT value FROM json_each($3, '$.sections')))
                AND (json_array_length($3, '$.size_classes') = 0 OR r.size_class IN (SELECT value FROM json_each($3, '$.size_classes')))
                AND (json_array_length($3, '$.regions') = 0 OR r.region IN (SELECT value FROM json_each($3, '$.regions')))
                AND (json_array_length($3, '$.clusters') = 0 OR r.cluster IN (SELECT value FROM json_each($3, '$.clusters')))"
        )
    };
    (postgres $select:literal) => {
        concat!(
            $select,
            " FROM reachable_contacts r
              WHERE r.organisation_id = $1
                AND NOT EXISTS (SELECT 1 FROM suppressions s
                    WHERE s.organisation_id = $1 AND s.email = r.normal_email AND (s.survey_id IS NULL OR s.survey_id = $2))
                AND (jsonb_array_length($3 -> 'sections') = 0 OR jsonb_exists($3 -> 'sections', r.section))
                AND (jsonb_array_length($3 -> 'size_classes') = 0 OR jsonb_exists($3 -> 'size_classes', r.size_class))
                AND (jsonb_array_length($3 -> 'regions') = 0 OR jsonb_exists($3 -> 'regions', r.region))
                AND (jsonb_array_length($3 -> 'clusters') = 0 OR jsonb_exists($3 -> 'clusters', r.cluster))"
        )
    };
}

/// How many contacts a round of this survey would invite if it were launched now.
pub async fn count_recipients(
    db: &Db,
    organisation: OrganisationId,
    survey: SurveyId,
    segment: &Segment,
) -> DbResult<i64> {
    let (count,) = query!(db => fetch_one::<(i64,)>,
        {sqlite: recipients!(sqlite "SELECT COUNT(*)"), postgres: recipients!(postgres "SELECT COUNT(*)")},
        organisation, survey, Json(segment))?;
    Ok(count)
}

/// A contact that a round would invite.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Reachable {
    /// Its id.
    #[sqlx(rename = "contact_id")]
    pub contact: ContactId,
    /// The person's name.
    pub name: String,
    /// The company's name.
    pub company: String,
    /// The address.
    pub email: String,
    /// The language tag.
    pub language: String,
}

/// Some of the contacts a round of this survey would invite if it were launched now, at most `limit`.
pub async fn list_recipients(
    db: &Db,
    organisation: OrganisationId,
    survey: SurveyId,
    segment: &Segment,
    limit: i64,
) -> DbResult<Vec<Reachable>> {
    /// The statement around an engine's recipients.
    macro_rules! listed {
        ($engine:tt) => {
            concat!(
                "SELECT found.contact_id, c.name, co.name AS company, c.email, c.language FROM (",
                recipients!($engine "SELECT r.contact_id"),
                ") found JOIN contacts c ON c.id = found.contact_id JOIN companies co ON co.id = c.company_id
                 ORDER BY c.id LIMIT $4"
            )
        };
    }
    query!(db => fetch_all::<Reachable>,
        {sqlite: listed!(sqlite), postgres: listed!(postgres)}, organisation, survey, Json(segment), limit)
}

/// Plans the invitations of a round in one statement and returns how many there are. The ids are drawn by the database, and so are
/// the numbers: planners take turns on SQLite, and PostgreSQL has a sequence.
pub async fn plan(tx: &mut Tx, round: &Round, segment: &Segment, now: DateTime<Utc>) -> DbResult<i64> {
    let planned = query!(in tx => execute,
        {sqlite: recipients!(sqlite
            "INSERT INTO invitations (id, organisation_id, round_id, contact_id, company_id, state, attributes, created_at, updated_at,
                 number)
             SELECT randomblob(16), r.organisation_id, $4, r.contact_id, r.company_id, 'planned', r.attributes, $5, $5,
                 COALESCE((SELECT MAX(number) FROM invitations), 0) + ROW_NUMBER() OVER (ORDER BY r.contact_id)"),
         postgres: recipients!(postgres
            "INSERT INTO invitations (id, organisation_id, round_id, contact_id, company_id, state, attributes, created_at, updated_at)
             SELECT gen_random_uuid(), r.organisation_id, $4, r.contact_id, r.company_id, 'planned', r.attributes, $5, $5")},
        round.organisation, round.survey, Json(segment), round.id, now)?;
    Ok(i64::try_from(planned).unwrap_or(i64::MAX))
}

/// Removes the planned invitations of a round whose launch is taken back.
pub async fn forget_planned(tx: &mut Tx, organisation: OrganisationId, round: RoundId) -> DbResult<()> {
    query!(in tx => execute,
        "DELETE FROM invitations WHERE organisation_id = $1 AND round_id = $2 AND state = 'planned'", organisation, round)?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct InvitationRow {
    id: InvitationId,
    organisation_id: OrganisationId,
    round_id: RoundId,
    contact_id: ContactId,
    company_id: CompanyId,
    state: String,
    attributes: Json<Attributes>,
    link_serial: i64,
}

impl InvitationRow {
    fn read(self) -> DbResult<Invitation> {
        Ok(Invitation {
            id: self.id,
            organisation: self.organisation_id,
            round: self.round_id,
            contact: self.contact_id,
            company: self.company_id,
            state: stored("invitations.state", self.state.parse())?,
            attributes: self.attributes.0,
            link_serial: self.link_serial,
        })
    }
}

/// The invitation with this id, of whichever organisation: for personal links, whose tag is checked next.
pub async fn lookup(db: &Db, id: InvitationId) -> DbResult<Option<Invitation>> {
    let row = query!(db => fetch_optional::<InvitationRow>,
        "SELECT id, organisation_id, round_id, contact_id, company_id, state, attributes, link_serial
         FROM invitations WHERE id = $1", id)?;
    row.map(InvitationRow::read).transpose()
}

/// The invitation with this number, of whichever organisation: for access codes, whose tag is checked next.
pub async fn find_by_number(db: &Db, number: i64) -> DbResult<Option<Invitation>> {
    let row = query!(db => fetch_optional::<InvitationRow>,
        "SELECT id, organisation_id, round_id, contact_id, company_id, state, attributes, link_serial
         FROM invitations WHERE number = $1", number)?;
    row.map(InvitationRow::read).transpose()
}

/// How many of a round's invitations stand where; every state is listed, and the sum is the number of invited contacts.
pub async fn count_by_state(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
) -> DbResult<Vec<(InvitationState, i64)>> {
    let counts = query!(db => fetch_all::<(String, i64)>,
        "SELECT state, COUNT(*) FROM invitations WHERE organisation_id = $1 AND round_id = $2 GROUP BY state",
        organisation, round)?;
    let of =
        |state: InvitationState| counts.iter().find(|(word, _)| word == state.as_str()).map_or(0, |(_, count)| *count);
    Ok(InvitationState::ALL.map(|state| (state, of(state))).to_vec())
}

/// Marks the invitation of a mail that was accepted: planned → invited.
pub async fn mark_invited(tx: &mut Tx, id: InvitationId, now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        "UPDATE invitations SET state = 'invited', invited_at = $2, updated_at = $2 WHERE id = $1 AND state = 'planned'",
        id, now)?;
    Ok(())
}

/// Marks the invitation whose first answer was stored: planned, invited or unreachable → started.
pub async fn mark_started(tx: &mut Tx, id: InvitationId, now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        "UPDATE invitations SET state = 'started', started_at = $2, updated_at = $2
         WHERE id = $1 AND state IN ('planned', 'invited', 'unreachable')", id, now)?;
    Ok(())
}

/// Marks the invitation whose address does not work.
pub async fn mark_unreachable(tx: &mut Tx, id: InvitationId, now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        "UPDATE invitations SET state = 'unreachable', updated_at = $2 WHERE id = $1 AND state IN ('planned', 'invited')",
        id, now)?;
    Ok(())
}

/// An invitation with what one needs to address its contact.
#[derive(Clone, Debug, PartialEq)]
pub struct Invited {
    /// Its id: where the next page of the list begins.
    pub id: InvitationId,
    /// Goes up when the personal link is replaced.
    pub link_serial: i64,
    /// Where it stands.
    pub state: InvitationState,
    /// What the panel knew of the company at launch.
    pub attributes: Attributes,
    /// The company's number in the panel.
    pub reference: String,
    /// The company's name.
    pub company: String,
    /// The contact's address.
    pub email: String,
    /// The contact's language.
    pub language: Language,
}

#[derive(sqlx::FromRow)]
struct InvitedRow {
    id: InvitationId,
    link_serial: i64,
    state: String,
    attributes: Json<Attributes>,
    reference: String,
    company: String,
    email: String,
    language: String,
}

impl InvitedRow {
    fn read(self) -> DbResult<Invited> {
        Ok(Invited {
            id: self.id,
            link_serial: self.link_serial,
            state: stored("invitations.state", self.state.parse::<InvitationState>())?,
            attributes: self.attributes.0,
            reference: self.reference,
            company: self.company,
            email: self.email,
            language: stored("contacts.language", Language::parse(&self.language))?,
        })
    }
}

/// The invitations of a round in the order of their ids, at most `limit` behind `after`.
pub async fn list_invited(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    after: Option<InvitationId>,
    limit: i64,
) -> DbResult<Vec<Invited>> {
    let after = after.unwrap_or(InvitationId::from_bytes([0; 16]));
    let rows = query!(db => fetch_all::<InvitedRow>,
        "SELECT i.id, i.link_serial, i.state, i.attributes, co.reference, co.name AS company, c.email, c.language
         FROM invitations i JOIN contacts c ON c.id = i.contact_id JOIN companies co ON co.id = i.company_id
         WHERE i.organisation_id = $1 AND i.round_id = $2 AND i.id > $3 ORDER BY i.id LIMIT $4",
        organisation, round, after, limit)?;
    rows.into_iter().map(InvitedRow::read).collect()
}
