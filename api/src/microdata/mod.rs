//! Answers of single companies as a file: a logged export for roles that may ([`rundfrage_shared::microdata`] says what leaves).

mod file;

use std::sync::Arc;

use rundfrage_shared::Context;
use rundfrage_shared::audit::{self, Actor, Entry};
use rundfrage_shared::db::DbError;
use rundfrage_shared::id::OrganisationId;
use rundfrage_shared::microdata::{Leaving, Stays, list};
use rundfrage_shared::questionnaire::cache::VersionCache;
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::questionnaire::store::{Version, lookup_version};
use rundfrage_shared::questionnaire::variables::{TooManyColumns, Variables};
use rundfrage_shared::round::Round;
use serde_json::json;
use thiserror::Error;

use self::file::File;

/// Responses read at once.
const PAGE: i64 = 500;

/// Why there is no file.
#[derive(Debug, Error)]
pub enum MicrodataError {
    /// The answers of a round do not leave.
    #[error("the answers of the round {0} stay: {1}")]
    Stays(String, Stays),
    /// No round has answers.
    #[error("there is no round that was launched and may leave")]
    Nothing,
    /// Columns of one name could mean different things.
    #[error("the rounds have different questionnaires; export each round by itself")]
    DifferentQuestionnaires,
    /// Wider than any program reads.
    #[error(transparent)]
    TooManyColumns(#[from] TooManyColumns),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The file could not be written.
    #[error("the file cannot be written: {0}")]
    Csv(#[from] csv::Error),
}

/// What leaves.
#[derive(Debug)]
pub struct Microdata {
    /// The file, CSV in UTF-8.
    pub bytes: Vec<u8>,
    /// How many responses are in it.
    pub responses: u64,
    rounds: Vec<String>,
}

/// A round whose answers leave.
struct Part {
    round: Round,
    leaving: Leaving,
    version: Version,
    questionnaire: Arc<Questionnaire>,
}

/// The answers of `rounds`, in their order. With `mark` the file begins with the mark by which spreadsheets know UTF-8.
pub async fn gather(
    context: &Context,
    organisation: OrganisationId,
    rounds: &[Round],
    mark: bool,
) -> Result<Microdata, MicrodataError> {
    let parts = parts(context, organisation, rounds).await?;
    let mut versions: Vec<_> = parts.iter().map(|part| (part.version.number, &*part.questionnaire)).collect();
    versions.sort_by_key(|(number, _)| *number);
    versions.dedup_by_key(|(number, _)| *number);
    let variables = Variables::of_versions(&versions)?;
    let mut file = File::begin(&variables, parts.iter().any(|part| part.leaving.is_personal), mark)?;
    for part in &parts {
        write(context, organisation, part, &mut file).await?;
    }
    let rounds = parts.iter().map(|part| part.round.id.to_string()).collect();
    let (bytes, responses) = file.end()?;
    Ok(Microdata { bytes, responses, rounds })
}

async fn parts(context: &Context, organisation: OrganisationId, rounds: &[Round]) -> Result<Vec<Part>, MicrodataError> {
    let read = VersionCache::default();
    let mut parts: Vec<Part> = Vec::new();
    for round in rounds {
        let stays = |why| MicrodataError::Stays(round.name.to_string(), why);
        let leaving = Leaving::of(round).map_err(stays)?;
        let version = lookup_version(&context.db, organisation, leaving.version).await?;
        let questionnaire = read.lookup(&context.db, organisation, leaving.version).await?;
        let (Some(version), Some(questionnaire)) = (version, questionnaire) else { continue };
        if parts.first().is_some_and(|first| first.version.questionnaire != version.questionnaire) {
            return Err(MicrodataError::DifferentQuestionnaires);
        }
        parts.push(Part { round: round.clone(), leaving, version, questionnaire });
    }
    if parts.is_empty() { Err(MicrodataError::Nothing) } else { Ok(parts) }
}

async fn write(
    context: &Context,
    organisation: OrganisationId,
    part: &Part,
    file: &mut File<'_>,
) -> Result<(), MicrodataError> {
    let mut after = None;
    loop {
        let page = list(&context.db, organisation, part.round.id, after, PAGE).await?;
        for response in &page {
            let name = part.leaving.name(&context.keys, response.id);
            let round = (part.round.name.as_str(), part.version.number, part.leaving.is_personal);
            file.response(&name, round, response);
        }
        after = page.last().map(|response| response.id);
        if i64::try_from(page.len()).is_ok_and(|length| length < PAGE) {
            return Ok(file.end_round()?);
        }
    }
}

impl Microdata {
    /// Writes into the audit log that the file leaves: before it does.
    pub async fn record(
        &self,
        context: &Context,
        organisation: OrganisationId,
        actor: Actor,
        subject: String,
    ) -> Result<(), DbError> {
        let details = json!({ "rounds": self.rounds, "responses": self.responses });
        let entry = Entry { actor, action: "responses.exported", subject, details };
        let mut tx = context.db.begin().await?;
        audit::append(&mut tx, organisation, &entry, context.now()).await?;
        tx.commit().await
    }
}
