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
    match make(&file) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(SettingsError(format!("{}: {error}", file.display()))),
    }
    read(&file)
}

fn make(file: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let secret = hex::encode(Entropy::system().bytes::<32>());
    let mut handle = options.open(file)?;
    writeln!(handle, "{secret}")?;
    handle.sync_all()
}

fn read(file: &Path) -> Result<Keys, SettingsError> {
    let wrong = |what: &str| SettingsError(format!("secret_file: {}: {what}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| wrong(&error.to_string()))?;
    let mut secret = [0; 32];
    hex::decode_to_slice(text.trim(), &mut secret)
        .map_err(|_| wrong("must hold 64 hexadecimal digits, as `openssl rand -hex 32` prints them"))?;
    Ok(Keys::new(&secret))
}
