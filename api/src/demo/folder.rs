//! The folder an example lives in: recognised by a marker file, complete only when the marker says so.

use std::fs::{self, File, TryLockError};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};

/// The file that marks a folder as an example of ours.
const MARKER: &str = ".rundfrage-demo";
const COMPLETE: &str = "complete\n";

/// The folder, held by this program alone as long as this value lives.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    marker: File,
}

impl Folder {
    /// Takes the folder: a new or empty one, or one that holds an example. Anything else is left alone.
    pub fn take(path: &Path) -> anyhow::Result<Self> {
        let told = path.display();
        fs::create_dir_all(path).with_context(|| format!("--dir: {told}"))?;
        let path = path.canonicalize().with_context(|| format!("--dir: {told}"))?;
        let is_ours = path.join(MARKER).is_file();
        let is_empty = fs::read_dir(&path).with_context(|| format!("--dir: {told}"))?.next().is_none();
        ensure!(
            is_ours || is_empty,
            "--dir: {told} is neither empty nor an example made by this program; nothing was changed"
        );
        let marker = File::options().read(true).write(true).create(true).truncate(false).open(path.join(MARKER));
        let marker = marker.with_context(|| format!("--dir: {told}"))?;
        match marker.try_lock() {
            Ok(()) => Ok(Self { path, marker }),
            Err(TryLockError::WouldBlock) => bail!("--dir: {told} is in use by another demo"),
            Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("--dir: {told}")),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether an example was made here to its end.
    pub fn is_complete(&mut self) -> std::io::Result<bool> {
        let mut text = String::new();
        self.marker.seek(SeekFrom::Start(0))?;
        self.marker.read_to_string(&mut text)?;
        Ok(text == COMPLETE)
    }

    /// Removes everything but the marker, which no longer says that there is a whole example.
    pub fn clear(&mut self) -> std::io::Result<()> {
        self.marker.set_len(0)?;
        self.marker.sync_all()?;
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            if entry.file_name() == MARKER {
                continue;
            }
            if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path())? } else { fs::remove_file(entry.path())? }
        }
        Ok(())
    }

    /// Says that the example is whole; the last thing that is done to make it.
    pub fn complete(&mut self) -> std::io::Result<()> {
        self.marker.seek(SeekFrom::Start(0))?;
        self.marker.write_all(COMPLETE.as_bytes())?;
        self.marker.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_things_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("letter.txt"), "mine").expect("a file");
        assert!(Folder::take(folder.path()).is_err());
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn an_example_is_whole_only_once_it_was_completed() {
        let parent = tempfile::tempdir().expect("a folder");
        let path = parent.path().join("demo");
        let mut folder = Folder::take(&path).expect("a new folder");
        assert!(!folder.is_complete().expect("readable"));
        fs::create_dir(path.join("mailbox")).expect("a folder");
        assert!(Folder::take(&path).is_err(), "two at once");
        folder.clear().expect("cleared");
        assert!(!path.join("mailbox").exists());
        folder.complete().expect("completed");
        drop(folder);
        let mut again = Folder::take(&path).expect("the same folder");
        assert!(again.is_complete().expect("readable"));
        again.clear().expect("cleared");
        assert!(!again.is_complete().expect("readable"));
    }
}
