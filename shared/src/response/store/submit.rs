//! Writing submissions, many at once.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::super::writer::Entry;
use crate::db::{Db, DbResult, Tx};
use crate::id::ResponseId;
use crate::query;

/// Writes a batch of submissions, at most one a response, and returns the receipts of those that were taken: the round is
/// open, or this very submission was taken before. Every one that is returned is acknowledged by this transaction's own commit.
pub(in crate::response) async fn submit(
    tx: &mut Tx,
    batch: &[&Entry],
    now: DateTime<Utc>,
) -> DbResult<Vec<(ResponseId, String, DateTime<Utc>)>> {
    let taken = query!(in tx => fetch_all::<(ResponseId, String, DateTime<Utc>)>,
        {sqlite: "UPDATE responses SET state = 'submitted',
                 answers = CASE WHEN responses.submission_key = s.key THEN responses.answers ELSE s.answers END,
                 receipt = CASE WHEN responses.submission_key = s.key THEN responses.receipt ELSE s.receipt END,
                 submitted_at = CASE WHEN responses.submission_key = s.key THEN responses.submitted_at ELSE $2 END,
                 updated_at = CASE WHEN responses.submission_key = s.key THEN responses.updated_at ELSE $2 END,
                 submission_key = s.key
             FROM (SELECT unhex(value ->> 'id', '-') AS id, value ->> 'key' AS key, value ->> 'receipt' AS receipt,
                       value -> 'answers' AS answers FROM json_each($1)) s
             WHERE responses.id = s.id AND (responses.submission_key = s.key OR EXISTS (SELECT 1 FROM rounds ro
                 WHERE ro.id = responses.round_id AND ro.state = 'open' AND ro.closes_at > $2))
             RETURNING id, receipt, submitted_at",
         postgres: "WITH s AS MATERIALIZED (
                 SELECT * FROM jsonb_to_recordset($1) AS s(id uuid, round uuid, key text, receipt text, answers jsonb)
             ), open AS MATERIALIZED (
                 SELECT id FROM rounds WHERE id IN (SELECT round FROM s) AND state = 'open' AND closes_at > $2 FOR SHARE
             )
             UPDATE responses r SET state = 'submitted',
                 answers = CASE WHEN r.submission_key = s.key THEN r.answers ELSE s.answers END,
                 receipt = CASE WHEN r.submission_key = s.key THEN r.receipt ELSE s.receipt END,
                 submitted_at = CASE WHEN r.submission_key = s.key THEN r.submitted_at ELSE $2 END,
                 updated_at = CASE WHEN r.submission_key = s.key THEN r.updated_at ELSE $2 END,
                 submission_key = s.key
             FROM s WHERE r.id = s.id AND (r.submission_key = s.key OR r.round_id IN (SELECT id FROM open))
             RETURNING r.id, r.receipt, r.submitted_at"},
        Json(batch), now)?;
    let ids: Vec<ResponseId> = taken.iter().map(|(id, _, _)| *id).collect();
    complete_invitations(tx, &ids, now).await?;
    Ok(taken)
}

/// All contacts of a company are done once its response is submitted.
async fn complete_invitations(tx: &mut Tx, responses: &[ResponseId], now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        {sqlite: "UPDATE invitations SET state = 'completed', completed_at = $2, updated_at = $2
             FROM (SELECT r.round_id, r.company_id FROM json_each($1) j JOIN responses r ON r.id = unhex(j.value, '-')) r
             WHERE invitations.round_id = r.round_id AND invitations.company_id = r.company_id
                 AND invitations.state IN ('planned', 'invited', 'started', 'declined', 'unreachable')",
         postgres: "UPDATE invitations i SET state = 'completed', completed_at = $2, updated_at = $2
             FROM (SELECT r.round_id, r.company_id FROM jsonb_array_elements_text($1) j JOIN responses r ON r.id = j::uuid) r
             WHERE i.round_id = r.round_id AND i.company_id = r.company_id
                 AND i.state IN ('planned', 'invited', 'started', 'declined', 'unreachable')"},
        Json(responses), now)?;
    Ok(())
}

/// Whether there is such a response, whatever its round's state.
pub(in crate::response) async fn exists(db: &Db, id: ResponseId) -> DbResult<bool> {
    let found = query!(db => fetch_optional::<(ResponseId,)>, "SELECT id FROM responses WHERE id = $1", id)?;
    Ok(found.is_some())
}
