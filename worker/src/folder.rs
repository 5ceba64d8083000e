//! A folder of .eml files instead of a mail server: for trying out, and readable in the browser.

use std::path::PathBuf;

use crate::transport::{HandOver, Parcel, Unreachable};

/// The folder.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at this path; it is made when the first mail comes.
    #[must_use]
    pub const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Makes the folder.
    pub async fn prepare(&self) -> Result<(), Unreachable> {
        let made = tokio::fs::create_dir_all(&self.0).await;
        made.map_err(|error| Unreachable(format!("{}: {error}", self.0.display())))
    }

    /// Writes a mail whole or not at all; the same mail again replaces its file.
    pub async fn hand_over(&self, parcel: Parcel<'_>) -> HandOver {
        let file = self.0.join(format!("{}.eml", parcel.name));
        let unfinished = self.0.join(format!(".{}.part", parcel.name));
        let (bytes, to) = (parcel.bytes.to_owned(), file.clone());
        let written = tokio::task::spawn_blocking(move || {
            std::fs::write(&unfinished, bytes)?;
            std::fs::rename(&unfinished, to)
        });
        match written.await.map_err(std::io::Error::other).flatten() {
            Ok(()) => HandOver::Accepted(format!("written to {}", file.display())),
            Err(error) => HandOver::Temporary(format!("{}: {error}", file.display())),
        }
    }
}
