//! Test responses: staff answer an open round for a trial. They count nowhere and can be deleted.

use chrono::{DateTime, Utc};

use crate::db::{Db, DbResult, Tx};
use crate::id::{OrganisationId, ResponseId, RoundId};
use crate::language::Language;
use crate::query;

/// Begins a test response with the attributes of one of the invited companies; `false` if the round takes no answers.
pub async fn begin_test(
    tx: &mut Tx,
    id: ResponseId,
    (organisation, round): (OrganisationId, RoundId),
    language: &Language,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let begun = query!(in tx => execute,
        "INSERT INTO responses (id, organisation_id, round_id, version_id, state, language, attributes, draft, draft_revision,
             is_test, created_at, updated_at)
         SELECT $1, ro.organisation_id, ro.id, ro.version_id, 'draft', $4,
             COALESCE((SELECT i.attributes FROM invitations i WHERE i.round_id = ro.id ORDER BY i.id LIMIT 1), '{}'),
             '{}', 0, $6, $5, $5
         FROM rounds ro WHERE ro.organisation_id = $2 AND ro.id = $3 AND ro.state = 'open' AND ro.closes_at > $5",
        id, organisation, round, language.as_str(), now, true)?;
    Ok(begun == 1)
}

/// How many test responses a round has.
pub async fn count_tests(db: &Db, organisation: OrganisationId, round: RoundId) -> DbResult<i64> {
    let (count,) = query!(db => fetch_one::<(i64,)>,
        "SELECT COUNT(*) FROM responses WHERE organisation_id = $1 AND round_id = $2 AND is_test", organisation, round)?;
    Ok(count)
}

/// Deletes them with their files. Returns how many there were.
pub async fn delete_tests(tx: &mut Tx, organisation: OrganisationId, round: RoundId) -> DbResult<u64> {
    query!(in tx => execute,
        "DELETE FROM files WHERE response_id IN
             (SELECT id FROM responses WHERE organisation_id = $1 AND round_id = $2 AND is_test)", organisation, round)?;
    query!(in tx => execute,
        "DELETE FROM responses WHERE organisation_id = $1 AND round_id = $2 AND is_test", organisation, round)
}
