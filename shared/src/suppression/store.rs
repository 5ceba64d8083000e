//! Suppressions in the database. Addresses are stored in small letters, as `normal_email` of the view `reachable_contacts`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use uuid::Uuid;

use super::link::Addressee;
use super::{Reason, Suppression};
use crate::db::{Db, DbError, DbResult, Tx, stored};
use crate::email::EmailAddress;
use crate::entropy::Entropy;
use crate::id::{OrganisationId, SurveyId};
use crate::language::Language;
use crate::name::Name;
use crate::query;

#[derive(FromRow)]
struct Row {
    email: String,
    survey_id: Option<SurveyId>,
    reason: String,
    created_at: DateTime<Utc>,
}

impl TryFrom<Row> for Suppression {
    type Error = DbError;
    fn try_from(row: Row) -> DbResult<Self> {
        Ok(Self {
            email: stored("suppressions.email", row.email.try_into())?,
            survey: row.survey_id,
            reason: stored("suppressions.reason", row.reason.parse())?,
            created_at: row.created_at,
        })
    }
}

/// Suppresses an address, in one survey or in all of the organisation's mail; false if it was already, whatever for.
pub async fn add(
    tx: &mut Tx,
    organisation: OrganisationId,
    email: &EmailAddress,
    survey: Option<SurveyId>,
    reason: Reason,
    entropy: &Entropy,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let id: Uuid = entropy.uuid(now);
    let added = query!(in tx => execute, {
        sqlite: "INSERT INTO suppressions (id, organisation_id, email, survey_id, reason, created_at)
                 SELECT $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (SELECT 1 FROM suppressions
                     WHERE organisation_id = $2 AND email = $3 AND (survey_id IS NULL OR survey_id = $4))",
        postgres: "INSERT INTO suppressions (id, organisation_id, email, survey_id, reason, created_at)
                   SELECT $1, $2, $3, $4::uuid, $5, $6::timestamptz WHERE NOT EXISTS (SELECT 1 FROM suppressions
                       WHERE organisation_id = $2 AND email = $3 AND (survey_id IS NULL OR survey_id = $4::uuid))"
    }, id, organisation, email.normal(), survey, reason.as_str(), now)?;
    Ok(added == 1)
}

/// Whether an address gets no mail of this survey; without a survey, whether it gets none of the organisation at all.
pub async fn is_suppressed(
    tx: &mut Tx,
    organisation: OrganisationId,
    email: &EmailAddress,
    survey: Option<SurveyId>,
) -> DbResult<bool> {
    let (found,) = query!(in tx => fetch_one::<(bool,)>, {
        sqlite: "SELECT EXISTS (SELECT 1 FROM suppressions
                 WHERE organisation_id = $1 AND email = $2 AND (survey_id IS NULL OR survey_id = $3))",
        postgres: "SELECT EXISTS (SELECT 1 FROM suppressions
                   WHERE organisation_id = $1 AND email = $2 AND (survey_id IS NULL OR survey_id = $3::uuid))"
    }, organisation, email.normal(), survey)?;
    Ok(found)
}

/// One page of suppressions, the newest first.
pub async fn list(db: &Db, organisation: OrganisationId, offset: i64, limit: i64) -> DbResult<Vec<Suppression>> {
    let rows = query!(db => fetch_all::<Row>,
        "SELECT email, survey_id, reason, created_at FROM suppressions WHERE organisation_id = $1
         ORDER BY created_at DESC, id LIMIT $2 OFFSET $3", organisation, limit, offset)?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Who leaves by the link of an invitation's mails, and what can be left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: Name,
    /// The survey the mail was about.
    pub survey: SurveyId,
    /// Its title.
    pub survey_title: Name,
    /// The address that leaves.
    pub email: EmailAddress,
    /// The contact's language.
    pub language: Language,
}

#[derive(FromRow)]
struct LeavingRow {
    organisation_id: OrganisationId,
    organisation_name: String,
    survey_id: SurveyId,
    survey_title: String,
    email: String,
    language: String,
}

/// Whoever a mail went to, of whichever organisation: for the link in it, whose tag has been checked.
pub async fn lookup_leaving(db: &Db, addressee: Addressee) -> DbResult<Option<Leaving>> {
    let row = match addressee {
        Addressee::Contact(invitation) => query!(db => fetch_optional::<LeavingRow>,
            "SELECT i.organisation_id, o.name AS organisation_name, s.id AS survey_id, s.title AS survey_title, c.email, c.language
             FROM invitations i JOIN contacts c ON c.id = i.contact_id JOIN rounds r ON r.id = i.round_id
             JOIN surveys s ON s.id = r.survey_id JOIN organisations o ON o.id = i.organisation_id
             WHERE i.id = $1", invitation)?,
        Addressee::Colleague(delegation) => query!(db => fetch_optional::<LeavingRow>,
            "SELECT d.organisation_id, o.name AS organisation_name, s.id AS survey_id, s.title AS survey_title, d.email, d.language
             FROM delegations d JOIN rounds r ON r.id = d.round_id
             JOIN surveys s ON s.id = r.survey_id JOIN organisations o ON o.id = d.organisation_id
             WHERE d.id = $1", delegation)?,
    };
    row.map(|row| {
        Ok(Leaving {
            organisation: row.organisation_id,
            organisation_name: stored("organisations.name", Name::parse(&row.organisation_name))?,
            survey: row.survey_id,
            survey_title: stored("surveys.title", Name::parse(&row.survey_title))?,
            email: stored("contacts.email", EmailAddress::parse(&row.email))?,
            language: stored("contacts.language", Language::parse(&row.language))?,
        })
    })
    .transpose()
}
