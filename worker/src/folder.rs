//! A folder of .eml files instead of a mail server: for trying out, and readable in the browser.

use std::io::Write as _;
use std::path::{Path, PathBuf};

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

    /// Makes the folder, for its owner only: personal links lie in it.
    pub async fn prepare(&self) -> Result<(), Unreachable> {
        let mut builder = tokio::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        builder.mode(0o700);
        let made = builder.create(&self.0).await;
        made.map_err(|error| Unreachable(format!("{}: {error}", self.0.display())))
    }

    /// Writes a mail whole or not at all; the same mail again replaces its file.
    pub async fn hand_over(&self, parcel: Parcel<'_>) -> HandOver {
        let file = self.0.join(format!("{}.eml", parcel.name));
        let unfinished = self.0.join(format!(".{}.part", parcel.name));
        let (bytes, to) = (parcel.bytes.to_owned(), file.clone());
        let written = tokio::task::spawn_blocking(move || {
            write_private(&unfinished, &bytes)?;
            std::fs::rename(&unfinished, to)
        });
        match written.await.map_err(std::io::Error::other).flatten() {
            Ok(()) => HandOver::Accepted(format!("written to {}", file.display())),
            Err(error) => HandOver::Temporary(format!("{}: {error}", file.display())),
        }
    }
}

fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(bytes)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use rundfrage_shared::email::EmailAddress;

    use super::*;

    #[tokio::test]
    async fn mails_are_for_their_owner_only() {
        let parent = tempfile::tempdir().unwrap();
        let folder = Folder::new(parent.path().join("mailbox"));
        folder.prepare().await.unwrap();
        let from = EmailAddress::parse("survey@ihk.example").unwrap();
        folder.hand_over(Parcel { name: "one", from: &from, to: "a@b.example", bytes: b"Subject: x" }).await;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder.0), mode(&folder.0.join("one.eml"))), (0o700, 0o600));
    }
}
