//! Another version of the questionnaire for a round that is open.
//!
//! Who has begun goes on with the version that was begun with; whoever begins from now on gets the new one. That is only sound
//! where answers to both can stand beside each other, so anything else is refused.

use serde_json::json;
use thiserror::Error;

use super::{IllegalMove, Launch, Round, RoundState, Stage, store};
use crate::audit::{self, Actor, Entry};
use crate::context::Context;
use crate::db::{Db, DbError, DbResult};
use crate::id::{OrganisationId, RoundId, VersionId};
use crate::questionnaire::difference::{Difference, compare, is_comparable};
use crate::questionnaire::model::Questionnaire;
use crate::questionnaire::read::read;
use crate::questionnaire::store::{lookup_source, lookup_version};

/// Why a round keeps its version; nothing has changed.
#[derive(Debug, Error)]
pub enum VersionError {
    /// There is no such round, or its questionnaire has no such version.
    #[error("there is no such round, or its questionnaire has no such version")]
    NotFound,
    /// The version is the round's own or an older one.
    #[error("the version is not newer than the one the round has")]
    NotNewer,
    /// Answers to both versions could not be compared.
    #[error("answers to both versions could not be compared")]
    NotComparable(Vec<Difference>),
    /// The round does not stand where its version can be replaced.
    #[error(transparent)]
    Illegal(#[from] IllegalMove),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<store::MoveError> for VersionError {
    fn from(error: store::MoveError) -> Self {
        match error {
            store::MoveError::Illegal(illegal) => Self::Illegal(illegal),
            store::MoveError::Db(db) => Self::Db(db),
        }
    }
}

impl Round {
    /// Open → open with another version of the questionnaire.
    pub fn with_version(self, version: VersionId) -> Result<Self, IllegalMove> {
        match self.state {
            RoundState::Open { launch, opened_at } => {
                Ok(Self { state: RoundState::Open { launch: Launch { version, ..launch }, opened_at }, ..self })
            }
            other => Err(IllegalMove::From { from: other.stage(), to: "be given another version" }),
        }
    }
}

/// Gives an open round a newer version of its questionnaire, if answers to both can be compared.
pub async fn replace_version(
    ctx: &Context,
    organisation: OrganisationId,
    id: RoundId,
    version: VersionId,
    by: Actor,
) -> Result<Round, VersionError> {
    let round = store::lookup(&ctx.db, organisation, id).await?.ok_or(VersionError::NotFound)?;
    let before = round.state.launch().map(|launch| launch.version);
    let shown = round.with_version(version)?;
    let before = before.ok_or(VersionError::NotFound)?;
    let differences = between(&ctx.db, organisation, before, version).await?;
    if !is_comparable(&differences) {
        return Err(VersionError::NotComparable(differences));
    }
    let (mut tx, now) = (ctx.db.begin().await?, ctx.now());
    let round = store::lock(&mut tx, organisation, id).await?.ok_or(VersionError::NotFound)?;
    if round.state.launch().map(|launch| launch.version) != Some(before) || round.survey != shown.survey {
        return Err(IllegalMove::MovedMeanwhile.into());
    }
    let moved = round.with_version(version)?;
    store::move_from(&mut tx, Stage::Open, &moved, now).await?;
    let told: Vec<String> =
        differences.iter().map(|one| format!("{} {}", one.place.codes(), one.what.as_str()).trim().into()).collect();
    let details = json!({ "from": before, "to": version, "differences": told });
    let entry = Entry { actor: by, action: "round.version_replaced", subject: format!("round:{id}"), details };
    audit::append(&mut tx, organisation, &entry, now).await?;
    tx.commit().await?;
    Ok(moved)
}

/// What becomes of one version in a newer one of the same questionnaire.
pub async fn between(
    db: &Db,
    organisation: OrganisationId,
    old: VersionId,
    new: VersionId,
) -> Result<Vec<Difference>, VersionError> {
    let version = |id| lookup_version(db, organisation, id);
    let (before, after) = (version(old).await?, version(new).await?);
    let (Some(before), Some(after)) = (before, after) else { return Err(VersionError::NotFound) };
    if before.questionnaire != after.questionnaire {
        return Err(VersionError::NotFound);
    }
    if after.number <= before.number {
        return Err(VersionError::NotNewer);
    }
    let (before, after) = (questionnaire(db, organisation, old).await?, questionnaire(db, organisation, new).await?);
    Ok(compare(&before.ok_or(VersionError::NotFound)?, &after.ok_or(VersionError::NotFound)?))
}

async fn questionnaire(db: &Db, organisation: OrganisationId, id: VersionId) -> DbResult<Option<Questionnaire>> {
    let Some(source) = lookup_source(db, organisation, id).await? else { return Ok(None) };
    let unreadable = |problems: Vec<_>| {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        DbError::Unreadable("questionnaire_versions.source", first)
    };
    read(source.as_bytes()).map(Some).map_err(unreadable)
}
