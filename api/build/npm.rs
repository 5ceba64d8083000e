//! Packages from npm, by the lock file and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Installs what the lock file in `from` names below `into` and returns the folder of the packages. No script of a package
/// is run. What is installed already stays.
pub fn install(from: &Path, into: &Path) -> Result<PathBuf, String> {
    let packages = into.join("node_modules");
    let lock = fs::read(from.join("package-lock.json")).map_err(|error| format!("package-lock.json: {error}"))?;
    let stamp = into.join("installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(packages);
    }
    fs::create_dir_all(into).map_err(|error| format!("{}: {error}", into.display()))?;
    for file in FILES {
        fs::copy(from.join(file), into.join(file)).map_err(|error| format!("{file}: {error}"))?;
    }
    let npm = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(into)
        .output()
        .map_err(|error| format!("npm cannot be run ({error}); the web side needs Node.js with npm to be built"))?;
    if !npm.status.success() {
        let complaint = String::from_utf8_lossy(&npm.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
        return Err(format!("npm ci failed: {complaint}"));
    }
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(packages)
}
