//! Open links, and the responses that began by one, in the database.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::OpenLink;
use crate::db::{Db, DbResult, Tx, stored};
use crate::id::{OrganisationId, ResponseId, RoundId, SurveyId};
use crate::language::Language;
use crate::organisation::Slug;
use crate::query;
use crate::response::store::Counts;

#[derive(FromRow)]
struct OpenLinkRow {
    survey_id: SurveyId,
    organisation_id: OrganisationId,
    slug: String,
    most: Option<i64>,
}

impl OpenLinkRow {
    fn read(self) -> DbResult<OpenLink> {
        let slug = stored("open_links.slug", Slug::parse(&self.slug))?;
        Ok(OpenLink { survey: self.survey_id, organisation: self.organisation_id, slug, most: self.most })
    }
}

/// The link with this slug, of whichever organisation: for visitors.
pub async fn find(db: &Db, slug: &Slug) -> DbResult<Option<OpenLink>> {
    let row = query!(db => fetch_optional::<OpenLinkRow>,
        "SELECT survey_id, organisation_id, slug, most FROM open_links WHERE slug = $1", slug.as_str())?;
    row.map(OpenLinkRow::read).transpose()
}

/// The link of a survey, if it has one.
pub async fn lookup(db: &Db, organisation: OrganisationId, survey: SurveyId) -> DbResult<Option<OpenLink>> {
    let row = query!(db => fetch_optional::<OpenLinkRow>,
        "SELECT survey_id, organisation_id, slug, most FROM open_links WHERE organisation_id = $1 AND survey_id = $2",
        organisation, survey)?;
    row.map(OpenLinkRow::read).transpose()
}

/// Sets the link of a survey; [`DbError::Exists`](crate::db::DbError::Exists) if another survey has this slug.
pub async fn put(tx: &mut Tx, link: &OpenLink, now: DateTime<Utc>) -> DbResult<()> {
    query!(in tx => execute,
        "INSERT INTO open_links (survey_id, organisation_id, slug, most, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT (survey_id) DO UPDATE SET slug = excluded.slug, most = excluded.most, updated_at = excluded.updated_at",
        link.survey, link.organisation, link.slug.as_str(), link.most, now)?;
    Ok(())
}

/// Takes the link of a survey away; what came by it stays.
pub async fn remove(tx: &mut Tx, organisation: OrganisationId, survey: SurveyId) -> DbResult<()> {
    query!(in tx => execute, "DELETE FROM open_links WHERE organisation_id = $1 AND survey_id = $2", organisation, survey)?;
    Ok(())
}

/// The round of a survey that takes answers at `now`; of several the one that opened last.
pub async fn open_round(db: &Db, survey: SurveyId, now: DateTime<Utc>) -> DbResult<Option<RoundId>> {
    let found = query!(db => fetch_optional::<(RoundId,)>,
        "SELECT id FROM rounds WHERE survey_id = $1 AND state = 'open' AND closes_at > $2 ORDER BY opens_at DESC, id LIMIT 1",
        survey, now)?;
    Ok(found.map(|(id,)| id))
}

/// How many responses of a round came by an open link, apart from those of its invitations.
pub async fn count(db: &Db, organisation: OrganisationId, round: RoundId) -> DbResult<Counts> {
    let (drafts, submitted) = query!(db => fetch_one::<(i64, i64)>,
        "SELECT COUNT(CASE WHEN state = 'draft' THEN 1 END), COUNT(CASE WHEN state = 'submitted' THEN 1 END) FROM responses
         WHERE organisation_id = $1 AND round_id = $2 AND company_id IS NULL AND NOT is_test", organisation, round)?;
    Ok(Counts { drafts, submitted })
}

/// How many responses of a round have begun by an open link; the caller has locked the round.
pub(super) async fn count_begun(tx: &mut Tx, round: RoundId) -> DbResult<i64> {
    let (begun,) = query!(in tx => fetch_one::<(i64,)>,
        "SELECT COUNT(*) FROM responses WHERE round_id = $1 AND company_id IS NULL AND NOT is_test", round)?;
    Ok(begun)
}

/// When a response of the round began by an open link, if it has.
pub(super) async fn begun_at(tx: &mut Tx, round: RoundId, id: ResponseId) -> DbResult<Option<DateTime<Utc>>> {
    let begun = query!(in tx => fetch_optional::<(DateTime<Utc>,)>,
        "SELECT created_at FROM responses WHERE id = $2 AND round_id = $1 AND company_id IS NULL AND NOT is_test", round, id)?;
    Ok(begun.map(|(at,)| at))
}

/// Begins a response without invitation and company; `false` if the round takes no answers.
pub(super) async fn begin(
    tx: &mut Tx,
    id: ResponseId,
    round: RoundId,
    language: &Language,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let begun = query!(in tx => execute,
        "INSERT INTO responses (id, organisation_id, round_id, version_id, state, language, attributes, draft, draft_revision,
             created_at, updated_at)
         SELECT $1, ro.organisation_id, ro.id, ro.version_id, 'draft', $3, '{}', '{}', 0, $4, $4
         FROM rounds ro WHERE ro.id = $2 AND ro.state = 'open' AND ro.closes_at > $4", id, round, language.as_str(), now)?;
    Ok(begun == 1)
}
