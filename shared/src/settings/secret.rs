//! The installation's secret: read from its file, or made once.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use super::{Settings, SettingsError};
use crate::entropy::Entropy;
use crate::keys::Keys;

/// Reads the secret that personal links and cookies are derived from. Without `secret_file` it is made in the data folder
/// at the first start, readable by its owner only; on several nodes all must be given the same file.
pub fn load_keys(settings: &Settings) -> Result<Keys, SettingsError> {
    if let Some(file) = &settings.secret_file {
        return read(file);
    }
    std::fs::create_dir_all(&settings.data_dir)
        .map_err(|error| SettingsError(format!("data_dir: {}: {error}", settings.data_dir.display())))?;
    let file = settings.data_dir.join("secret.key");
    make(&file).map_err(|error| SettingsError(format!("{}: {error}", file.display())))?;
    read(&file)
}

/// Writes the secret beside its place and links it there whole: of several programs that start at once one makes it, and
/// none ever reads half of it, whenever a program dies.
fn make(file: &Path) -> std::io::Result<()> {
    if file.try_exists()? {
        return Ok(());
    }
    let entropy = Entropy::system();
    let draft = file.with_extension(format!("key.{}", hex::encode(entropy.bytes::<8>())));
    let outcome = write(&draft, &hex::encode(entropy.bytes::<32>())).and_then(|()| std::fs::hard_link(&draft, file));
    let tidied = std::fs::remove_file(&draft);
    match outcome {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => tidied,
        outcome => outcome.and(tidied),
    }
}

/// Writes a file that its owner alone can read, onto the disk.
fn write(file: &Path, secret: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut handle = options.open(file)?;
    writeln!(handle, "{secret}")?;
    handle.sync_all()?;
    file.parent().map_or(Ok(()), |folder| std::fs::File::open(folder)?.sync_all())
}

fn read(file: &Path) -> Result<Keys, SettingsError> {
    let wrong = |what: &str| SettingsError(format!("secret_file: {}: {what}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| wrong(&error.to_string()))?;
    let mut secret = [0; 32];
    hex::decode_to_slice(text.trim(), &mut secret)
        .map_err(|_| wrong("must hold 64 hexadecimal digits, as `openssl rand -hex 32` prints them"))?;
    Ok(Keys::new(&secret))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Purpose;

    #[test]
    fn programs_that_start_at_once_have_the_same_secret() {
        for _ in 0..50 {
            let folder = tempfile::tempdir().unwrap();
            let settings = Settings::in_folder(&folder.path().join("data"));
            let start = std::sync::Barrier::new(8);
            let tags: Vec<_> = std::thread::scope(|scope| {
                let program = || {
                    start.wait();
                    load_keys(&settings).unwrap().short_tag(Purpose::PersonalLink, &[])
                };
                let programs: Vec<_> = (0..8).map(|_| scope.spawn(program)).collect();
                programs.into_iter().map(|program| program.join().unwrap()).collect()
            });
            assert!(tags.iter().all(|tag| *tag == tags[0]));
            let files = std::fs::read_dir(&settings.data_dir).unwrap();
            assert_eq!(files.map(|file| file.unwrap().file_name()).collect::<Vec<_>>(), ["secret.key"]);
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_secret_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        load_keys(&Settings::in_folder(folder.path())).unwrap();
        let mode = std::fs::metadata(folder.path().join("secret.key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_file_that_holds_no_secret_is_named() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("secret.key"), "abc").unwrap();
        let error = load_keys(&Settings::in_folder(folder.path())).unwrap_err().to_string();
        assert!(error.contains("secret.key") && error.contains("64 hexadecimal digits"), "{error}");
    }
}
