//! The folder of .eml files, read.

use std::io::ErrorKind;
use std::path::PathBuf;

use crate::errors::WebError;

/// The folder.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at this path.
    #[must_use]
    pub const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// The names of all mails, the newest first; names begin with the time.
    pub async fn names(&self) -> Result<Vec<String>, WebError> {
        let folder = self.0.clone();
        blocking(move || {
            let entries = match std::fs::read_dir(folder) {
                Ok(entries) => entries,
                // No mail was written yet.
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
                Err(error) => return Err(error),
            };
            let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
            let mut names: Vec<String> = names.filter_map(|file| name_of(&file).map(str::to_owned)).collect();
            names.sort_unstable_by(|one, other| other.cmp(one));
            Ok(names)
        })
        .await
    }

    /// The bytes of the mail with this name.
    pub async fn read(&self, name: &str) -> Result<Vec<u8>, WebError> {
        let file = format!("{name}.eml");
        if name_of(&file).is_none() {
            return Err(WebError::NotFound);
        }
        let file = self.0.join(file);
        match blocking(move || std::fs::read(file).map(Some).or_else(missing)).await? {
            Some(bytes) => Ok(bytes),
            None => Err(WebError::NotFound),
        }
    }
}

fn missing(error: std::io::Error) -> std::io::Result<Option<Vec<u8>>> {
    if error.kind() == ErrorKind::NotFound { Ok(None) } else { Err(error) }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, WebError> {
    let done = tokio::task::spawn_blocking(work).await.map_err(|error| WebError::Internal(error.into()))?;
    done.map_err(|error| WebError::Internal(anyhow::Error::new(error).context("the mailbox folder")))
}

/// The name of a mail's file without its ending; nothing that could lead out of the folder is a name.
fn name_of(file: &str) -> Option<&str> {
    let name = file.strip_suffix(".eml")?;
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_plain && (1..=120).contains(&name.len())).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_are_mails() {
        assert_eq!(name_of("20261201T080000000000Z-0199.eml"), Some("20261201T080000000000Z-0199"));
        for file in
            ["../secret.key.eml", "..eml", ".eml", "a/b.eml", "a\\b.eml", ".x.eml", "a.part", "a%2Fb.eml", "a\0.eml"]
        {
            assert_eq!(name_of(file), None, "{file}");
        }
    }
}
