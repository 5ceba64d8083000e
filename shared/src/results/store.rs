//! The submitted responses of a round, read in pages.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use crate::db::{Db, DbResult};
use crate::id::{CompanyId, OrganisationId, ResponseId, RoundId};
use crate::query;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::condition::Attributes;

/// Responses read at once.
const PAGE: i64 = 2_000;

/// One submitted response.
#[derive(Clone, Debug, PartialEq)]
pub struct Submitted {
    /// Its id.
    pub id: ResponseId,
    /// The company that answered, if it is known.
    pub company: Option<CompanyId>,
    /// What was submitted.
    pub answers: Answers,
    /// What the panel knew of the company when it was asked.
    pub attributes: Attributes,
    /// When.
    pub at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct SubmittedRow {
    id: ResponseId,
    company_id: Option<CompanyId>,
    answers: Json<Answers>,
    attributes: Json<Attributes>,
    submitted_at: DateTime<Utc>,
}

/// How many companies have submitted in a round.
pub async fn count(db: &Db, organisation: OrganisationId, round: RoundId) -> DbResult<u64> {
    let (count,) = query!(db => fetch_one::<(i64,)>,
        "SELECT COUNT(*) FROM responses WHERE organisation_id = $1 AND round_id = $2 AND state = 'submitted'",
        organisation, round)?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// When the `n`-th response of a round was submitted, counted from 1.
pub async fn submitted_at(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    n: u64,
) -> DbResult<Option<DateTime<Utc>>> {
    let before = i64::try_from(n.saturating_sub(1)).unwrap_or(i64::MAX);
    let row = query!(db => fetch_optional::<(DateTime<Utc>,)>,
        "SELECT submitted_at FROM responses WHERE organisation_id = $1 AND round_id = $2 AND state = 'submitted'
         ORDER BY submitted_at, id LIMIT 1 OFFSET $3", organisation, round, before)?;
    Ok(row.map(|(at,)| at))
}

/// A page of the responses submitted up to `until`, by id: the order does not change when an answer does, so no response
/// is read twice. Give the last id of a page to get the next; an empty page is the end.
pub async fn page(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    until: DateTime<Utc>,
    after: Option<ResponseId>,
) -> DbResult<Vec<Submitted>> {
    let after = after.unwrap_or(ResponseId::from_bytes([0; 16]));
    let rows = query!(db => fetch_all::<SubmittedRow>,
        "SELECT id, company_id, answers, attributes, submitted_at FROM responses
         WHERE organisation_id = $1 AND round_id = $2 AND state = 'submitted' AND submitted_at <= $3 AND id > $4
         ORDER BY id LIMIT $5", organisation, round, until, after, PAGE)?;
    Ok(rows.into_iter().map(SubmittedRow::read).collect())
}

impl SubmittedRow {
    fn read(self) -> Submitted {
        Submitted {
            id: self.id,
            company: self.company_id,
            answers: self.answers.0,
            attributes: self.attributes.0,
            at: self.submitted_at,
        }
    }
}
