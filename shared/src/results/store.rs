//! What results need to know of stored responses beyond [`list_submitted`](crate::response::store::list_submitted).

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use crate::db::{Db, DbResult};
use crate::id::{OrganisationId, ResponseId, RoundId};
use crate::query;
use crate::questionnaire::answer::Answers;

/// The place of a response in the order of submission; the id decides between those of one commit.
pub type Place = (DateTime<Utc>, ResponseId);

/// The place of the `n`-th response of a round, counted from 1.
pub async fn nth_submitted(db: &Db, organisation: OrganisationId, round: RoundId, n: u64) -> DbResult<Option<Place>> {
    let Some(before) = n.checked_sub(1) else { return Ok(None) };
    query!(db => fetch_optional::<Place>,
        "SELECT submitted_at, id FROM responses WHERE organisation_id = $1 AND round_id = $2 AND state = 'submitted' AND NOT is_test
         ORDER BY submitted_at, id LIMIT 1 OFFSET $3", organisation, round, i64::try_from(before).unwrap_or(i64::MAX))
}

/// One response with the name of the company that gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedResponse {
    /// Its id: where the next page of the list begins.
    pub id: ResponseId,
    /// The company's name, if it is known.
    pub company: Option<String>,
    /// The answers.
    pub answers: Answers,
    /// When they were submitted.
    pub submitted_at: DateTime<Utc>,
}

/// The submitted responses of a **personal** round with the companies' names, in the order of their ids, at most `limit`
/// behind `after`. Of a round with any other anonymity there are none: the query itself asks for it.
pub async fn list_named(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    after: Option<ResponseId>,
    limit: i64,
) -> DbResult<Vec<NamedResponse>> {
    let after = after.unwrap_or(ResponseId::from_bytes([0; 16]));
    let rows = query!(db => fetch_all::<(ResponseId, Option<String>, Json<Answers>, DateTime<Utc>)>,
        "SELECT r.id, c.name, r.answers, r.submitted_at
         FROM responses r JOIN rounds o ON o.id = r.round_id AND o.anonymity = 'personal'
         LEFT JOIN companies c ON c.id = r.company_id
         WHERE r.organisation_id = $1 AND r.round_id = $2 AND r.state = 'submitted' AND NOT r.is_test AND r.id > $3 ORDER BY r.id LIMIT $4",
        organisation, round, after, limit)?;
    let named = |(id, company, Json(answers), submitted_at)| NamedResponse { id, company, answers, submitted_at };
    Ok(rows.into_iter().map(named).collect())
}
