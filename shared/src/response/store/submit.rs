//! Submitting many responses at once: held, then written, in one transaction of a writer.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::types::Json;

use super::super::verdict::Held;
use super::super::{Receipt, ReceiptNumber, SubmissionKey};
use crate::db::{DbResult, Tx, stored};
use crate::id::{CompanyId, OrganisationId, ResponseId, RoundId, VersionId};
use crate::query;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::attributes::Attributes;
use crate::questionnaire::period::Period;

#[derive(sqlx::FromRow)]
struct HeldRow {
    id: ResponseId,
    organisation_id: OrganisationId,
    round_id: RoundId,
    round_name: String,
    is_open: bool,
    closes_at: DateTime<Utc>,
    zone: String,
    company_id: Option<CompanyId>,
    version_id: VersionId,
    attributes: Json<Attributes>,
    draft: Json<Answers>,
    submission_key: Option<String>,
    receipt: Option<String>,
    submitted_at: Option<DateTime<Utc>>,
}

impl HeldRow {
    fn read(self) -> DbResult<Held> {
        let submitted = match (self.submission_key, self.receipt, self.submitted_at) {
            (Some(key), Some(number), Some(at)) => {
                let key = stored("responses.submission_key", SubmissionKey::parse(&key))?;
                Some((key, Receipt { number: ReceiptNumber::stored(number), at }))
            }
            _ => None,
        };
        Ok(Held {
            id: self.id,
            organisation: self.organisation_id,
            round: self.round_id,
            period: Period::parse(&self.round_name),
            is_open: self.is_open,
            closes_at: self.closes_at,
            zone: stored("rounds.zone", self.zone.parse())?,
            company: self.company_id,
            version: self.version_id,
            attributes: self.attributes.0,
            draft: self.draft.0,
            submitted,
        })
    }
}

macro_rules! select_held {
    ($which:literal) => {
        concat!(
            "SELECT r.id, r.organisation_id, r.round_id, ro.name AS round_name, ro.state = 'open' AS is_open, ro.closes_at,
                 ro.zone, r.company_id, r.version_id, r.attributes, r.draft, r.submission_key, r.receipt, r.submitted_at
             FROM responses r JOIN rounds ro ON ro.id = r.round_id ",
            $which
        )
    };
}

/// Reads responses and holds them and their rounds until the transaction ends: no draft is saved meanwhile, no round closed.
/// They are locked in the order of their ids, so that two nodes wait for each other in a line. Unknown ones are left out.
pub(in crate::response) async fn hold(tx: &mut Tx, responses: &[ResponseId]) -> DbResult<Vec<Held>> {
    let rows = query!(in tx => fetch_all::<HeldRow>,
        {sqlite: select_held!("WHERE r.id IN (SELECT unhex(value, '-') FROM json_each($1))"),
         postgres: select_held!("WHERE r.id = ANY(ARRAY(SELECT jsonb_array_elements_text($1)::uuid))
             ORDER BY r.id FOR NO KEY UPDATE OF r FOR SHARE OF ro")},
        Json(responses))?;
    rows.into_iter().map(HeldRow::read).collect()
}

/// A submission that is taken, as the database reads it.
#[derive(Debug, Serialize)]
pub(in crate::response) struct Taken {
    id: ResponseId,
    #[serde(skip)]
    invited: Option<(RoundId, CompanyId)>,
    key: SubmissionKey,
    receipt: ReceiptNumber,
    /// The answers that count; none where they are the draft as it stands, which then need not travel back.
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Answers>,
}

impl Taken {
    pub fn new(held: &Held, key: SubmissionKey, receipt: ReceiptNumber, answers: Answers) -> Self {
        let invited = held.company.map(|company| (held.round, company));
        Self { id: held.id, invited, key, receipt, answers: (answers != held.draft).then_some(answers) }
    }
}

/// Writes the submissions that are taken, of responses that are held.
pub(in crate::response) async fn write(tx: &mut Tx, taken: &[Taken], now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        {sqlite: "UPDATE responses SET state = 'submitted', answers = COALESCE(s.answers, draft), submission_key = s.key,
                 receipt = s.receipt, submitted_at = $2, updated_at = $2
             FROM (SELECT unhex(value ->> 'id', '-') AS id, value ->> 'key' AS key, value ->> 'receipt' AS receipt,
                       value -> 'answers' AS answers FROM json_each($1)) s
             WHERE responses.id = s.id",
         postgres: "UPDATE responses r SET state = 'submitted', answers = COALESCE(s.answers, r.draft), submission_key = s.key,
                 receipt = s.receipt, submitted_at = $2, updated_at = $2
             FROM jsonb_to_recordset($1) AS s(id uuid, key text, receipt text, answers jsonb)
             WHERE r.id = s.id"},
        Json(taken), now)?;
    let invited: Vec<_> = taken.iter().filter_map(|taken| taken.invited).collect();
    complete_invitations(tx, &invited, now).await
}

/// All contacts of a company are done once its response is submitted.
async fn complete_invitations(tx: &mut Tx, invited: &[(RoundId, CompanyId)], now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        {sqlite: "UPDATE invitations SET state = 'completed', completed_at = $2, updated_at = $2
             FROM (SELECT unhex(value ->> 0, '-') AS round, unhex(value ->> 1, '-') AS company FROM json_each($1)) s
             WHERE round_id = s.round AND company_id = s.company
                 AND state IN ('planned', 'invited', 'started', 'declined', 'unreachable')",
         postgres: "UPDATE invitations SET state = 'completed', completed_at = $2, updated_at = $2
             FROM (SELECT (value ->> 0)::uuid AS round, (value ->> 1)::uuid AS company FROM jsonb_array_elements($1)) s
             WHERE round_id = s.round AND company_id = s.company
                 AND state IN ('planned', 'invited', 'started', 'declined', 'unreachable')"},
        Json(invited), now)?;
    Ok(())
}

/// Writes responses as they are, so that whoever repeats a submission is acknowledged by this transaction's own commit.
pub(in crate::response) async fn write_again(tx: &mut Tx, responses: &[ResponseId]) -> DbResult<()> {
    query!(in tx => execute,
        {sqlite: "UPDATE responses SET updated_at = updated_at WHERE id IN (SELECT unhex(value, '-') FROM json_each($1))",
         postgres: "UPDATE responses SET updated_at = updated_at
             WHERE id = ANY(ARRAY(SELECT jsonb_array_elements_text($1)::uuid))"},
        Json(responses))?;
    Ok(())
}
