//! Questionnaires in the database. What is stored is the source as it was uploaded; what is asked is read from it.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use super::model::{Code, Questionnaire};
use crate::audit::Actor;
use crate::db::{Db, DbError, DbResult, Tx, stored};
use crate::entropy::Entropy;
use crate::id::{OrganisationId, QuestionnaireId, VersionId};
use crate::query;

/// One immutable version of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// The questionnaire it is a version of.
    pub questionnaire: QuestionnaireId,
    /// The questionnaire's stable name.
    pub code: Code,
    /// Counted from 1 within the questionnaire.
    pub number: i64,
    /// When it was published.
    pub created_at: DateTime<Utc>,
    /// Who published it, as the audit log writes it.
    pub created_by: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: VersionId,
    questionnaire_id: QuestionnaireId,
    code: String,
    number: i64,
    created_at: DateTime<Utc>,
    created_by: String,
}

impl TryFrom<Row> for Version {
    type Error = DbError;
    fn try_from(row: Row) -> Result<Self, Self::Error> {
        let Row { id, questionnaire_id: questionnaire, number, created_at, created_by, .. } = row;
        let code = stored("questionnaires.code", Code::parse(&row.code))?;
        Ok(Self { id, questionnaire, code, number, created_at, created_by })
    }
}

/// Stores `source`, which reads as `questionnaire`, as the newest version. If the newest version has this very source
/// already, nothing is stored and that version is returned.
pub async fn publish_version(
    tx: &mut Tx,
    entropy: &Entropy,
    organisation: OrganisationId,
    (questionnaire, source): (&Questionnaire, &str),
    by: Actor,
    now: DateTime<Utc>,
) -> DbResult<Version> {
    let (id, number, hash) = lock(tx, entropy, organisation, &questionnaire.code, now).await?;
    let new_hash = Sha256::digest(source).to_vec();
    if hash.as_ref() != Some(&new_hash) {
        query!(in tx => execute,
            "INSERT INTO questionnaire_versions
                 (id, organisation_id, questionnaire_id, number, source, source_hash, created_at, created_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            VersionId::new(entropy, now), organisation, id, number + 1, source, new_hash, now, by.to_string())?;
    }
    let row = query!(in tx => fetch_one::<Row>,
        "SELECT v.id, v.questionnaire_id, q.code, v.number, v.created_at, v.created_by
         FROM questionnaire_versions v JOIN questionnaires q ON q.id = v.questionnaire_id
         WHERE v.organisation_id = $1 AND v.questionnaire_id = $2 ORDER BY v.number DESC LIMIT 1", organisation, id)?;
    row.try_into()
}

/// The questionnaire with this code, made if there is none, and its newest version's number and hash. Until the transaction
/// ends nobody else can publish a version of it.
async fn lock(
    tx: &mut Tx,
    entropy: &Entropy,
    organisation: OrganisationId,
    code: &Code,
    now: DateTime<Utc>,
) -> DbResult<(QuestionnaireId, i64, Option<Vec<u8>>)> {
    let (id,) = query!(in tx => fetch_one::<(QuestionnaireId,)>,
        "INSERT INTO questionnaires (id, organisation_id, code, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, code) DO UPDATE SET code = excluded.code RETURNING id",
        QuestionnaireId::new(entropy, now), organisation, code.as_str(), now)?;
    let newest = query!(in tx => fetch_optional::<(i64, Vec<u8>)>,
        "SELECT number, source_hash FROM questionnaire_versions WHERE organisation_id = $1 AND questionnaire_id = $2
         ORDER BY number DESC LIMIT 1", organisation, id)?;
    Ok(newest.map_or((id, 0, None), |(number, hash)| (id, number, Some(hash))))
}

/// The organisation's questionnaires, each by its newest version, by code; at most 500.
pub async fn list(db: &Db, organisation: OrganisationId) -> DbResult<Vec<Version>> {
    let rows = query!(db => fetch_all::<Row>,
        "SELECT v.id, v.questionnaire_id, q.code, v.number, v.created_at, v.created_by
         FROM questionnaires q JOIN questionnaire_versions v ON v.questionnaire_id = q.id
         WHERE q.organisation_id = $1 AND v.number = (SELECT MAX(number) FROM questionnaire_versions WHERE questionnaire_id = q.id)
         ORDER BY q.code LIMIT 500", organisation)?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// The versions of one questionnaire, newest first; at most 500.
pub async fn list_versions(
    db: &Db,
    organisation: OrganisationId,
    questionnaire: QuestionnaireId,
) -> DbResult<Vec<Version>> {
    let rows = query!(db => fetch_all::<Row>,
        "SELECT v.id, v.questionnaire_id, q.code, v.number, v.created_at, v.created_by
         FROM questionnaires q JOIN questionnaire_versions v ON v.questionnaire_id = q.id
         WHERE q.organisation_id = $1 AND q.id = $2 ORDER BY v.number DESC LIMIT 500", organisation, questionnaire)?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// One version, if the organisation has it.
pub async fn lookup_version(db: &Db, organisation: OrganisationId, id: VersionId) -> DbResult<Option<Version>> {
    let row = query!(db => fetch_optional::<Row>,
        "SELECT v.id, v.questionnaire_id, q.code, v.number, v.created_at, v.created_by
         FROM questionnaires q JOIN questionnaire_versions v ON v.questionnaire_id = q.id
         WHERE v.organisation_id = $1 AND v.id = $2", organisation, id)?;
    row.map(TryInto::try_into).transpose()
}

/// The newest version of one questionnaire, if the organisation has it.
pub async fn newest_version(
    db: &Db,
    organisation: OrganisationId,
    questionnaire: QuestionnaireId,
) -> DbResult<Option<Version>> {
    let row = query!(db => fetch_optional::<Row>,
        "SELECT v.id, v.questionnaire_id, q.code, v.number, v.created_at, v.created_by
         FROM questionnaires q JOIN questionnaire_versions v ON v.questionnaire_id = q.id
         WHERE q.organisation_id = $1 AND q.id = $2 ORDER BY v.number DESC LIMIT 1", organisation, questionnaire)?;
    row.map(TryInto::try_into).transpose()
}

/// The newest version of the questionnaire with this code, if the organisation has one.
pub async fn find_by_code(db: &Db, organisation: OrganisationId, code: &Code) -> DbResult<Option<Version>> {
    let row = query!(db => fetch_optional::<Row>,
        "SELECT v.id, v.questionnaire_id, q.code, v.number, v.created_at, v.created_by
         FROM questionnaire_versions v JOIN questionnaires q ON q.id = v.questionnaire_id
         WHERE q.organisation_id = $1 AND q.code = $2 ORDER BY v.number DESC LIMIT 1", organisation, code.as_str())?;
    row.map(TryInto::try_into).transpose()
}

/// The codes of the organisation's questionnaires that begin like this.
pub async fn list_codes(db: &Db, organisation: OrganisationId, stem: &str) -> DbResult<Vec<Code>> {
    let rows = query!(db => fetch_all::<(String,)>,
        "SELECT code FROM questionnaires WHERE organisation_id = $1 AND substr(code, 1, length($2)) = $2",
        organisation, stem)?;
    Ok(rows.into_iter().filter_map(|(code,)| Code::parse(&code).ok()).collect())
}

/// The source of one version as it was uploaded, if the organisation has it.
pub async fn lookup_source(db: &Db, organisation: OrganisationId, id: VersionId) -> DbResult<Option<String>> {
    let found = query!(db => fetch_optional::<(String,)>,
        "SELECT source FROM questionnaire_versions WHERE organisation_id = $1 AND id = $2", organisation, id)?;
    Ok(found.map(|(source,)| source))
}
