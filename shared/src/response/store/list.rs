//! Counting and listing the responses of a round.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use crate::db::{Db, DbResult, stored};
use crate::id::{CompanyId, OrganisationId, ResponseId, RoundId};
use crate::language::Language;
use crate::query;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::attributes::Attributes;

/// How many responses of a round stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Begun and never submitted.
    pub drafts: i64,
    /// Submitted, whether or not they are being changed.
    pub submitted: i64,
}

/// Counts the responses of a round.
pub async fn count_by_state(db: &Db, organisation: OrganisationId, round: RoundId) -> DbResult<Counts> {
    let counts = query!(db => fetch_all::<(String, i64)>,
        "SELECT state, COUNT(*) FROM responses WHERE organisation_id = $1 AND round_id = $2 AND NOT is_test
         GROUP BY state",
        organisation, round)?;
    let of = |state: &str| counts.iter().find(|(word, _)| word == state).map_or(0, |(_, count)| *count);
    Ok(Counts { drafts: of("draft"), submitted: of("submitted") })
}

/// One submitted response as results read it.
#[derive(Clone, Debug, PartialEq)]
pub struct SubmittedResponse {
    /// Its id: where the next page of the list begins.
    pub id: ResponseId,
    /// Who answered.
    pub company: Option<CompanyId>,
    /// In which language.
    pub language: Language,
    /// What the panel knew of the company at launch.
    pub attributes: Attributes,
    /// What the company submitted in the round before.
    pub last: Option<Answers>,
    /// The answers that count.
    pub answers: Answers,
    /// When.
    pub submitted_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct SubmittedRow {
    id: ResponseId,
    company_id: Option<CompanyId>,
    language: String,
    attributes: Json<Attributes>,
    last_answers: Option<Json<Answers>>,
    answers: Json<Answers>,
    submitted_at: DateTime<Utc>,
}

/// The submitted responses of a round in the order of their ids, at most `limit` behind `after`. Call it again with the last id
/// until it returns fewer: memory stays bounded however large the round.
pub async fn list_submitted(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    after: Option<ResponseId>,
    limit: i64,
) -> DbResult<Vec<SubmittedResponse>> {
    let after = after.unwrap_or(ResponseId::from_bytes([0; 16]));
    let rows = query!(db => fetch_all::<SubmittedRow>,
        "SELECT id, company_id, language, attributes, last_answers, answers, submitted_at FROM responses
         WHERE organisation_id = $1 AND round_id = $2 AND state = 'submitted' AND NOT is_test AND id > $3 ORDER BY id LIMIT $4",
        organisation, round, after, limit)?;
    rows.into_iter()
        .map(|row| {
            Ok(SubmittedResponse {
                id: row.id,
                company: row.company_id,
                language: stored("responses.language", Language::parse(&row.language))?,
                attributes: row.attributes.0,
                last: row.last_answers.map(|last| last.0),
                answers: row.answers.0,
                submitted_at: row.submitted_at,
            })
        })
        .collect()
}
