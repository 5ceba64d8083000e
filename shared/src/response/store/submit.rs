//! Submitting many responses at once: read, then written if they still stand as they were read.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::types::Json;

use super::super::checked::Checked;
use super::super::verdict::Pending;
use super::super::{Receipt, ReceiptNumber, SubmissionKey};
use crate::db::{Db, DbResult, stored};
use crate::id::{OrganisationId, ResponseId, RoundId, VersionId};
use crate::query;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::attributes::Attributes;
use crate::round::RoundName;

macro_rules! select_pending {
    ($which:literal) => {
        concat!(
            "SELECT r.id, r.organisation_id, r.round_id, ro.name AS round_name, ro.state AS round_state, ro.closes_at,
                 ro.zone, r.version_id, r.attributes, r.last_answers, r.draft, r.draft_revision, r.submission_key,
                 r.receipt, r.submitted_at
             FROM responses r JOIN rounds ro ON ro.id = r.round_id WHERE ",
            $which
        )
    };
}

#[derive(sqlx::FromRow)]
struct PendingRow {
    id: ResponseId,
    organisation_id: OrganisationId,
    round_id: RoundId,
    round_name: String,
    round_state: String,
    closes_at: DateTime<Utc>,
    zone: String,
    version_id: VersionId,
    attributes: Json<Attributes>,
    last_answers: Option<Json<Answers>>,
    draft: Json<Answers>,
    draft_revision: i64,
    submission_key: Option<String>,
    receipt: Option<String>,
    submitted_at: Option<DateTime<Utc>>,
}

impl PendingRow {
    fn read(self) -> DbResult<Pending> {
        let submitted = match (self.submission_key, self.receipt, self.submitted_at) {
            (Some(key), Some(number), Some(at)) => {
                let key = stored("responses.submission_key", SubmissionKey::parse(&key))?;
                Some((key, Receipt { number: ReceiptNumber::stored(number), at }))
            }
            _ => None,
        };
        Ok(Pending {
            id: self.id,
            organisation: self.organisation_id,
            round: self.round_id,
            round_name: stored("rounds.name", RoundName::parse(&self.round_name))?,
            stage: stored("rounds.state", self.round_state.parse())?,
            closes_at: self.closes_at,
            zone: stored("rounds.zone", self.zone.parse())?,
            version: self.version_id,
            attributes: self.attributes.0,
            last: self.last_answers.map(|last| last.0),
            draft: self.draft.0,
            revision: self.draft_revision,
            submitted,
        })
    }
}

/// The responses as they stand; unknown ones are left out. Nothing is locked: [`write`] looks whether they still stand so.
pub(in crate::response) async fn pending(db: &Db, responses: &[ResponseId]) -> DbResult<Vec<Pending>> {
    let rows = query!(db => fetch_all::<PendingRow>,
        {sqlite: select_pending!("r.id IN (SELECT unhex(value, '-') FROM json_each($1))"),
         postgres: select_pending!("r.id = ANY(ARRAY(SELECT jsonb_array_elements_text($1)::uuid))")},
        Json(responses))?;
    rows.into_iter().map(PendingRow::read).collect()
}

/// A submission that is taken, as the database reads it.
#[derive(Debug, Serialize)]
pub(in crate::response) struct ToWrite {
    id: ResponseId,
    round: RoundId,
    /// The save that was judged.
    revision: i64,
    key: SubmissionKey,
    receipt: ReceiptNumber,
    /// The answers that count; none where they are the draft as it stands, which then need not travel back.
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Answers>,
}

impl ToWrite {
    /// A draft that was judged when its respondent checked it.
    pub fn checked(id: ResponseId, checked: Checked, key: SubmissionKey, receipt: ReceiptNumber) -> Self {
        Self { id, round: checked.round, revision: checked.revision, key, receipt, answers: None }
    }

    /// A draft that was judged just now, and what counts of it.
    pub fn judged(pending: &Pending, key: SubmissionKey, receipt: ReceiptNumber, answers: Answers) -> Self {
        let answers = (answers != pending.draft).then_some(answers);
        Self { id: pending.id, round: pending.round, revision: pending.revision, key, receipt, answers }
    }

    pub fn response(&self) -> ResponseId {
        self.id
    }

    /// What its respondent gets once it is written.
    pub fn receipt(self, at: DateTime<Utc>) -> Receipt {
        Receipt { number: self.receipt, at }
    }
}

/// Writes the submissions that are taken and completes their companies' invitations, all or nothing; when it returns, they
/// are on disk. A response that changed since it was read is left as it is: another save, another writer that took the same
/// submission, a round that is closed. Returns what was written.
///
/// On PostgreSQL the rounds are locked against closing first. Two writers, or a writer and the mail ledger, can meet in
/// opposite orders on responses and invitations: then one of them gets [`DbError::Conflict`](crate::db::DbError::Conflict).
pub(in crate::response) async fn write(
    db: &Db,
    taken: &[ToWrite],
    now: DateTime<Utc>,
) -> DbResult<BTreeSet<ResponseId>> {
    let written = query!(whole db => fetch_all::<(ResponseId,)>,
        {sqlite: "UPDATE responses SET state = 'submitted', answers = COALESCE(s.answers, draft), submission_key = s.key,
                 receipt = s.receipt, submitted_at = $2, updated_at = $2
             FROM (SELECT unhex(value ->> 'id', '-') AS id, value ->> 'revision' AS revision, value ->> 'key' AS key,
                       value ->> 'receipt' AS receipt, value -> 'answers' AS answers FROM json_each($1)) s
             WHERE responses.id = s.id AND draft_revision = s.revision AND submission_key IS NOT s.key
                 AND EXISTS (SELECT 1 FROM rounds ro WHERE ro.id = round_id AND ro.state = 'open' AND ro.closes_at > $2)
             RETURNING id;
             UPDATE invitations SET state = 'completed', completed_at = $2, updated_at = $2
             FROM (SELECT r.round_id AS round, r.company_id AS company FROM json_each($1)
                       JOIN responses r ON r.id = unhex(value ->> 'id', '-') AND r.submission_key = value ->> 'key'
                           AND r.submitted_at = $2 AND r.draft_revision = value ->> 'revision') s
             WHERE round_id = s.round AND company_id = s.company
                 AND state IN ('planned', 'invited', 'started', 'declined', 'unreachable')",
         postgres: "WITH s AS (
                 SELECT * FROM jsonb_to_recordset($1)
                     AS s(id uuid, round uuid, revision bigint, key text, receipt text, answers jsonb)
             ), open AS (
                 SELECT id FROM rounds WHERE id IN (SELECT round FROM s) AND state = 'open' AND closes_at > $2
                 FOR SHARE
             ), written AS (
                 UPDATE responses r SET state = 'submitted', answers = COALESCE(s.answers, r.draft), submission_key = s.key,
                     receipt = s.receipt, submitted_at = $2, updated_at = $2
                 FROM s JOIN open ON open.id = s.round
                 WHERE r.id = s.id AND r.draft_revision = s.revision AND r.submission_key IS DISTINCT FROM s.key
                 RETURNING r.id, r.round_id, r.company_id
             ), completed AS (
                 UPDATE invitations i SET state = 'completed', completed_at = $2, updated_at = $2
                 FROM written w WHERE i.round_id = w.round_id AND i.company_id = w.company_id
                     AND i.state IN ('planned', 'invited', 'started', 'declined', 'unreachable')
             )
             SELECT id FROM written"},
        Json(taken), now)?;
    Ok(written.into_iter().map(|(id,)| id).collect())
}
