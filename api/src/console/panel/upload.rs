//! Files that were checked and wait for a confirmation: in a folder beside the database, an hour at the longest; what a
//! restart leaves behind goes with the next upload.
//!
//! They lie on the machine that took them. Behind a load balancer a confirmation that reaches another machine is told to
//! upload the file again.

use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::extract::multipart::Field;
use rundfrage_shared::Context;
use rundfrage_shared::id::StaffId;
use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt as _;

use crate::errors::WebError;

/// A file is kept so long.
const KEPT: Duration = Duration::from_hours(1);

fn folder(context: &Context) -> PathBuf {
    context.settings.data_dir.join("uploads")
}

/// The file of an upload of this person, whose name nobody else can know. The token is one of ours or there is no file.
#[must_use]
pub fn path(context: &Context, staff: StaffId, token: &str) -> Option<PathBuf> {
    let is_ours = token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    is_ours.then(|| folder(context).join(format!("{staff}-{token}.csv")))
}

/// Writes a field to a new file and returns its token and size; a file that grows beyond `most` bytes is not kept.
pub async fn keep(
    context: &Context,
    staff: StaffId,
    mut field: Field<'_>,
    most: u64,
) -> Result<(String, u64), WebError> {
    fs::create_dir_all(folder(context)).await.map_err(defect)?;
    let _ = forget_old(&folder(context)).await;
    let token = context.entropy.token();
    let path = path(context, staff, &token).ok_or(WebError::NotFound)?;
    let mut file = File::create_new(&path).await.map_err(defect)?;
    let mut size = 0;
    loop {
        let chunk = match field.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            Err(error) => {
                let _ = fs::remove_file(&path).await;
                return Err(error.into());
            }
        };
        size += chunk.len() as u64;
        if size > most {
            let _ = fs::remove_file(&path).await;
            return Err(WebError::TooLarge);
        }
        file.write_all(&chunk).await.map_err(defect)?;
    }
    file.flush().await.map_err(defect)?;
    tokio::spawn(async move {
        tokio::time::sleep(KEPT).await;
        let _ = fs::remove_file(&path).await;
    });
    Ok((token, size))
}

/// Removes a file that is of no more use.
pub async fn forget(path: &Path) {
    if let Err(error) = fs::remove_file(path).await {
        tracing::warn!(%error, "an uploaded file is left over");
    }
}

/// By the file system's own clock: the age of a file is no business of the platform's.
async fn forget_old(folder: &Path) -> std::io::Result<()> {
    let mut entries = fs::read_dir(folder).await?;
    while let Some(entry) = entries.next_entry().await? {
        let age = entry.metadata().await?.modified()?.elapsed().unwrap_or_default();
        if age > KEPT {
            fs::remove_file(entry.path()).await?;
        }
    }
    Ok(())
}

fn defect(error: std::io::Error) -> WebError {
    WebError::Internal(anyhow::Error::new(error).context("uploads cannot be kept"))
}
