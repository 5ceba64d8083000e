//! Makes what browsers load: KERN's styles and fonts from npm and our own sheets and scripts, in files named by their content.

#[path = "build/bundle.rs"]
mod bundle;
#[path = "build/fallback.rs"]
mod fallback;
#[path = "build/fonts.rs"]
mod fonts;
#[path = "build/kern.rs"]
mod kern;
#[path = "build/npm.rs"]
mod npm;
#[path = "build/shake.rs"]
mod shake;
#[path = "build/sheet.rs"]
mod sheet;

use std::path::{Path, PathBuf};
use std::{env, fs};

use bundle::Bundle;
use shake::Used;

/// Sheets with these numbers are for the staff and the public: respondents, who are many and often on the way, do without.
const NOT_FOR_RESPONDENTS: std::ops::Range<&str> = "60".."90";

fn main() {
    if let Err(message) = build() {
        // Cargo shows what a failed build script writes to standard error; one line is enough.
        eprintln!("error: {message}");
        std::process::exit(1);
    }
}

fn build() -> Result<(), String> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=../templates");
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?);
    let assets = here.join("assets");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    let packages = npm::install(&assets, &out.join("npm"))?;

    let mut bundle = Bundle::new(&out.join("files"))?;
    let mut ours = fonts::add(&packages, &mut bundle)?;
    let mut more = String::new();
    for file in sorted(&assets.join("css"))? {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let sheet = if NOT_FOR_RESPONDENTS.contains(&name) { &mut more } else { &mut ours };
        sheet.push_str(&sheet::squeeze(&read(&file)?));
    }
    let used = Used::below(&here.join("../templates"))?;
    let kern = kern::sheet(&read(&packages.join("@kern-ux/native/dist/kern.css"))?, &used, &[&ours, &more]);
    let css = "text/css; charset=utf-8";
    bundle.add("STYLE", "rundfrage.css", css, (kern + &ours).as_bytes())?;
    bundle.add("MORE_STYLE", "rundfrage-more.css", css, more.as_bytes())?;
    bundle.add("SCRIPT", "rundfrage.js", "text/javascript; charset=utf-8", script(&assets)?.as_bytes())?;
    bundle.add("ICON", "rundfrage.svg", "image/svg+xml", read(&assets.join("rundfrage.svg"))?.as_bytes())?;
    bundle.write(&out.join("assets.rs"))
}

/// The scripts in the order of their names, each in a scope of its own, without the comments and indentation on their lines.
fn script(assets: &Path) -> Result<String, String> {
    let mut script = String::from("'use strict';\n");
    for file in sorted(&assets.join("js"))? {
        let text = read(&file)?;
        let is_code = |line: &&str| !(line.is_empty() || line.starts_with("//") || line.starts_with("/**"));
        script += "{\n";
        for line in text.lines().map(str::trim).filter(is_code) {
            script += line;
            script.push('\n');
        }
        script += "}\n";
    }
    Ok(script)
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort();
    Ok(files)
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
