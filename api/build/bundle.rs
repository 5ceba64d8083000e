//! Files to be embedded, each under a name that holds a hash of its content, so that browsers may keep it for ever.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use zopfli::{Format, Options};

/// The files so far.
pub struct Bundle {
    folder: PathBuf,
    consts: String,
    table: String,
}

impl Bundle {
    /// Begins with nothing; the files are written to `folder`.
    pub fn new(folder: &Path) -> Result<Self, String> {
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self { folder: folder.into(), consts: String::new(), table: String::new() })
    }

    /// Adds a file and returns its path on the server. `constant` is the name of the Rust constant with this path, or empty.
    pub fn add(&mut self, constant: &str, name: &str, kind: &str, content: &[u8]) -> Result<String, String> {
        let hash = Sha256::digest(content).iter().take(6).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let name = format!("{stem}-{hash}.{extension}");
        let plain = self.store(&name, content)?;
        let is_packed_already = kind.starts_with("font/");
        let gzip = if is_packed_already { None } else { Some(self.store(&format!("{name}.gz"), &packed(content)?)?) };
        let gzip = gzip.map_or("None".into(), |file| format!("Some(include_bytes!({file:?}))"));
        let _ = writeln!(
            self.table,
            "    Asset {{ name: {name:?}, kind: {kind:?}, plain: include_bytes!({plain:?}), gzip: {gzip} }},"
        );
        let path = format!("/assets/{name}");
        if !constant.is_empty() {
            let _ = writeln!(self.consts, "/// The path of an embedded file.\npub const {constant}: &str = {path:?};");
        }
        Ok(path)
    }

    /// Writes the table of all files as Rust.
    pub fn write(&self, file: &Path) -> Result<(), String> {
        let text = format!("{}static ASSETS: &[Asset] = &[\n{}];\n", self.consts, self.table);
        std::fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
    }

    fn store(&self, name: &str, content: &[u8]) -> Result<String, String> {
        let file = self.folder.join(name);
        std::fs::write(&file, content).map_err(|error| format!("{}: {error}", file.display()))?;
        file.to_str().map(str::to_owned).ok_or_else(|| format!("{}: this path is not UTF-8", file.display()))
    }
}

/// As small as gzip can be: it is made once and sent to everybody.
fn packed(content: &[u8]) -> Result<Vec<u8>, String> {
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, content, &mut packed).map_err(|error| error.to_string())?;
    Ok(packed)
}
