//! Files in the database.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use sqlx::types::Json;

use super::{File, FileKind, FileName, MOST_BYTES, MOST_FILES};
use crate::db::{Db, DbResult, Tx, stored};
use crate::id::{FileId, OrganisationId, ResponseId, RoundId};
use crate::query;
use crate::questionnaire::answer::Answers;
use crate::questionnaire::model::Code;

/// A file as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its name.
    pub name: FileName,
    /// What kind of file it is.
    pub kind: FileKind,
    /// What is in it.
    pub content: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct KeptRow {
    name: String,
    kind: String,
    content: Vec<u8>,
}

impl KeptRow {
    fn read(self) -> DbResult<Kept> {
        Ok(Kept {
            name: stored("files.name", FileName::of_upload(&self.name))?,
            kind: stored("files.kind", self.kind.parse())?,
            content: self.content,
        })
    }
}

/// Keeps a file of a response, in the transaction that writes the answer which names it.
pub async fn insert(tx: &mut Tx, response: ResponseId, file: &File, now: DateTime<Utc>) -> DbResult<()> {
    let told = &file.told;
    let (size, sha256) = (i64::try_from(told.size).unwrap_or(i64::MAX), hex::encode(Sha256::digest(&file.content)));
    query!(in tx => execute,
        "INSERT INTO files (id, organisation_id, response_id, question, name, kind, size, sha256, content, created_at)
         SELECT $1, organisation_id, id, $3, $4, $5, $6, $7, $8, $9 FROM responses WHERE id = $2",
        told.id, response, file.question.as_str(), told.name.as_str(), told.kind.as_str(), size, &sha256, &file.content[..],
        now)?;
    Ok(())
}

/// Deletes the files of a response that neither its draft nor what was submitted names any more, and tells whether those that stay
/// are few and small enough for one response.
pub async fn sweep(tx: &mut Tx, response: ResponseId) -> DbResult<bool> {
    let answers = query!(in tx => fetch_optional::<(Json<Answers>, Option<Json<Answers>>)>,
        {sqlite: "SELECT draft, answers FROM responses WHERE id = $1",
         postgres: "SELECT draft, answers FROM responses WHERE id = $1 FOR UPDATE"}, response)?;
    let Some((Json(draft), submitted)) = answers else { return Ok(true) };
    let named =
        |id: &FileId| [Some(&draft), submitted.as_deref()].into_iter().flatten().any(|all| all.file(*id).is_some());
    let files =
        query!(in tx => fetch_all::<(FileId, i64)>, "SELECT id, size FROM files WHERE response_id = $1", response)?;
    let (stay, go): (Vec<_>, Vec<_>) = files.into_iter().partition(|(id, _)| named(id));
    for (id, _) in go {
        query!(in tx => execute, "DELETE FROM files WHERE id = $1 AND response_id = $2", id, response)?;
    }
    let bytes: i64 = stay.iter().map(|(_, size)| *size).sum();
    Ok(stay.len() <= MOST_FILES && usize::try_from(bytes).is_ok_and(|bytes| bytes <= MOST_BYTES))
}

/// The same for all responses of a round that closes: what only answers named that were submitted anew since goes.
pub async fn sweep_round(tx: &mut Tx, round: RoundId) -> DbResult<()> {
    let responses = query!(in tx => fetch_all::<(ResponseId,)>,
        "SELECT DISTINCT f.response_id FROM files f JOIN responses r ON r.id = f.response_id WHERE r.round_id = $1", round)?;
    for (response,) in responses {
        sweep(tx, response).await?;
    }
    Ok(())
}

/// A file of a response; the caller has checked that whoever asks may see the answer that names it.
pub async fn lookup(db: &Db, response: ResponseId, id: FileId) -> DbResult<Option<Kept>> {
    let row = query!(db => fetch_optional::<KeptRow>,
        "SELECT name, kind, content FROM files WHERE id = $1 AND response_id = $2", id, response)?;
    row.map(KeptRow::read).transpose()
}

/// The response that a file was submitted with and the question that it answers, in a **personal** round of this organisation. Of a round with any other anonymity
/// there is none: the query itself asks for it.
pub async fn find_submitted(
    db: &Db,
    organisation: OrganisationId,
    round: RoundId,
    id: FileId,
) -> DbResult<Option<(ResponseId, Code)>> {
    let row = query!(db => fetch_optional::<(ResponseId, Json<Answers>)>,
        "SELECT r.id, r.answers FROM files f JOIN responses r ON r.id = f.response_id
         JOIN rounds o ON o.id = r.round_id AND o.anonymity = 'personal'
         WHERE f.id = $1 AND f.organisation_id = $2 AND r.organisation_id = $2 AND r.round_id = $3 AND r.state = 'submitted'",
        id, organisation, round)?;
    Ok(row.and_then(|(response, Json(answers))| Some((response, answers.file(id)?.0.clone()))))
}
