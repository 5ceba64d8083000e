//! Reading what leaves.

use sqlx::types::Json;

use crate::db::{Db, DbResult};
use crate::id::{OrganisationId, ResponseId, RoundId};
use crate::query;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::attributes::Attributes;

/// One submitted response; its company only if the round is personal.
#[derive(Clone, Debug, PartialEq)]
pub struct MicroResponse {
    /// Its id: where the next page of the list begins.
    pub id: ResponseId,
    /// The company's number in the panel and its name.
    pub company: Option<(String, String)>,
    /// What the panel knew of the company at launch.
    pub attributes: Attributes,
    /// The answers that count.
    pub answers: Answers,
}

type Row = (ResponseId, Option<String>, Option<String>, Json<Attributes>, Json<Answers>);

/// The submitted responses of a round in the order of their ids, at most `limit` behind `after`. The query itself leaves the
/// companies out unless the round is personal.
pub async fn list(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    after: Option<ResponseId>,
    limit: i64,
) -> DbResult<Vec<MicroResponse>> {
    let after = after.unwrap_or(ResponseId::from_bytes([0; 16]));
    let rows = query!(db => fetch_all::<Row>,
        "SELECT r.id, c.reference, c.name, r.attributes, r.answers
         FROM responses r JOIN rounds o ON o.id = r.round_id
         LEFT JOIN companies c ON c.id = r.company_id AND o.anonymity = 'personal'
         WHERE r.organisation_id = $1 AND r.round_id = $2 AND r.state = 'submitted' AND NOT r.is_test AND r.id > $3 ORDER BY r.id LIMIT $4",
        organisation, round, after, limit)?;
    let read = |(id, reference, name, Json(attributes), Json(answers)): Row| MicroResponse {
        id,
        company: reference.zip(name),
        attributes,
        answers,
    };
    Ok(rows.into_iter().map(read).collect())
}
