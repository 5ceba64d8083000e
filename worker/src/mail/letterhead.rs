//! What all mails of one round have in common, read once for many.

use std::sync::Arc;

use rundfrage_shared::db::{Db, DbResult};
use rundfrage_shared::id::{OrganisationId, RoundId};
use rundfrage_shared::organisation::{self, Organisation};
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::questionnaire::{cache::VersionCache, store};
use rundfrage_shared::round::{self, Round};
use rundfrage_shared::survey::{self, Survey};

/// Who writes, and about what.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Who asks.
    pub organisation: Organisation,
    /// The survey: sender, reply address, zone.
    pub survey: Survey,
    /// The round: closing time, anonymity.
    pub round: Round,
    /// The questionnaire: title, minutes.
    pub questionnaire: Arc<Questionnaire>,
}

impl Letterhead {
    /// Reads it; `None` if the organisation has no such round or there is no questionnaire yet.
    pub async fn load(
        db: &Db,
        versions: &VersionCache,
        organisation: OrganisationId,
        round: RoundId,
    ) -> DbResult<Option<Self>> {
        let (Some(organisation), Some(round)) = (
            organisation::store::lookup(db, organisation).await?,
            round::store::lookup(db, organisation, round).await?,
        ) else {
            return Ok(None);
        };
        let Some(survey) = survey::store::lookup(db, organisation.id, round.survey).await? else { return Ok(None) };
        let Some(questionnaire) = questionnaire(db, versions, &survey, &round).await? else { return Ok(None) };
        Ok(Some(Self { organisation, survey, round, questionnaire }))
    }
}

/// What is asked in the round: the version it was launched with, before that the newest.
async fn questionnaire(
    db: &Db,
    versions: &VersionCache,
    survey: &Survey,
    round: &Round,
) -> DbResult<Option<Arc<Questionnaire>>> {
    let newest = || store::newest_version(db, survey.organisation, survey.plan.questionnaire);
    let version = match round.state.launch() {
        Some(launch) => Some(launch.version),
        None => newest().await?.map(|version| version.id),
    };
    match version {
        Some(version) => versions.lookup(db, survey.organisation, version).await,
        None => Ok(None),
    }
}
