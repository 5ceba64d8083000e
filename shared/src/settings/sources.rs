//! Where settings are read: a file, then the environment.

use std::path::{Path, PathBuf};

use figment::providers::{Env, Format as _, Serialized, Toml};
use figment::value::{Dict, Map};
use figment::{Figment, Metadata, Profile, Provider};

use super::complaint::one_line;
use super::{Settings, SettingsError};

/// Settings that are texts, whatever their text looks like: a folder may be called 2024.
const TEXTS: [&str; 8] =
    ["database_url", "smtp_url", "mail_from", "public_url", "data_dir", "secret_file", "log", "log_format"];

/// Reads the file and the environment over the defaults, of which some stand below the data folder.
pub fn read(file: Option<&Path>) -> Result<Settings, SettingsError> {
    // By its exact path: otherwise figment goes on looking in the folders above.
    let file = file.unwrap_or(Path::new("rundfrage.toml"));
    let written = if file.exists() { Figment::from(Toml::file_exact(file)) } else { Figment::new() };
    let written = written
        .merge(Texts(Env::raw().only(&["DATABASE_URL", "SMTP_URL"])))
        .merge(Env::prefixed("RUNDFRAGE_").ignore(&TEXTS))
        .merge(Texts(Env::prefixed("RUNDFRAGE_").only(&TEXTS)));
    let folder = written.extract_inner::<PathBuf>("data_dir");
    let defaults = folder.map_or_else(|_| Settings::default(), |folder| Settings::in_folder(&folder));
    let whole = written.join(Serialized::defaults(defaults));
    whole.extract().map_err(|error| SettingsError(one_line(&error)))
}

/// Variables of the environment as they are, without reading numbers and lists into them.
struct Texts(Env);

impl Provider for Texts {
    fn metadata(&self) -> Metadata {
        Metadata::named("the environment")
    }

    fn data(&self) -> figment::Result<Map<Profile, Dict>> {
        let texts = self.0.iter().map(|(name, text)| (name.to_string(), text.into()));
        Ok(Map::from([(Profile::Default, texts.collect())]))
    }
}
