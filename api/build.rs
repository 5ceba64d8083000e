//! Makes what browsers load: KERN's styles and fonts from npm and our own sheets, in files named by their content.

#[path = "build/bundle.rs"]
mod bundle;
#[path = "build/kern.rs"]
mod kern;
#[path = "build/npm.rs"]
mod npm;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use bundle::Bundle;

/// The parts of Fira Sans that pages use: weight, and part of the alphabet. A browser loads a part only if a page needs it.
const FONTS: [(u16, &str); 4] = [(400, "latin"), (600, "latin"), (400, "latin-ext"), (600, "latin-ext")];

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
    let assets = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?).join("assets");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    let packages = npm::install(&assets, &out.join("npm"))?;

    let mut bundle = Bundle::new(&out.join("files"))?;
    let mut sheet = kern::sheet(&read(&packages.join("@kern-ux/native/dist/kern.css"))?);
    sheet += &fonts(&packages.join("@fontsource/fira-sans"), &mut bundle)?;
    for file in sorted(&assets.join("css"))? {
        sheet += &kern::squeeze(&read(&file)?);
    }
    bundle.add("STYLE", "rundfrage.css", "text/css; charset=utf-8", sheet.as_bytes())?;
    bundle.add("ICON", "rundfrage.svg", "image/svg+xml", read(&assets.join("rundfrage.svg"))?.as_bytes())?;
    bundle.write(&out.join("assets.rs"))
}

/// Adds the font files and their licence to the bundle; returns the rules that name them.
fn fonts(package: &Path, bundle: &mut Bundle) -> Result<String, String> {
    let ranges = read(&package.join("unicode.json"))?;
    let mut rules = String::new();
    for (weight, part) in FONTS {
        let file = package.join(format!("files/fira-sans-{part}-{weight}-normal.woff2"));
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let name = format!("fira-sans-{part}-{weight}.woff2");
        let path = bundle.add("", &name, "font/woff2", &bytes)?;
        let range = range(&ranges, part).ok_or_else(|| format!("unicode.json names no range for {part}"))?;
        let _ = writeln!(
            rules,
            "@font-face{{font-family:'Fira Sans';font-style:normal;font-display:swap;font-weight:{weight};\
             src:url({path}) format('woff2');unicode-range:{range}}}"
        );
    }
    let licence = read(&package.join("LICENSE"))?;
    bundle.add("FONT_LICENCE", "fira-sans-OFL.txt", "text/plain; charset=utf-8", licence.as_bytes())?;
    Ok(rules)
}

/// The value of `"part": "…"` in a flat JSON object.
fn range<'a>(json: &'a str, part: &str) -> Option<&'a str> {
    let (_, rest) = json.split_once(&format!("\"{part}\""))?;
    rest.split('"').nth(1)
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
