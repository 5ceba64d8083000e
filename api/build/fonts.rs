//! Fira Sans in parts. A browser loads a part only if a page needs one of its characters.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::bundle::Bundle;

/// The weights of pages.
const WEIGHTS: [u16; 2] = [400, 600];
/// The parts as the package has them; the one with all of Western Europe comes last.
const PARTS: [&str; 2] = ["latin-ext", "latin"];
/// What most pages need of the last part, in a file of its own: a first visit loads nothing more of it.
const CORE: &str = "U+20-7E,U+A0,U+A7,U+A9,U+AB,U+B0,U+B2-B3,U+B7,U+BB,U+BF-C2,U+C4-CB,U+CE,U+D1,U+D4,U+D6,U+D8,U+DA,U+DC,U+DF-F4,\
                    U+F6,U+F8-FC,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+20AC,U+2212";

/// Adds the font files and their licence to the bundle; returns the rules that name them. Of two rules that have a character the
/// later one counts.
pub fn add(packages: &Path, bundle: &mut Bundle) -> Result<String, String> {
    let package = packages.join("@fontsource/fira-sans");
    let ranges = fs::read_to_string(package.join("unicode.json")).map_err(|error| format!("unicode.json: {error}"))?;
    let mut rules = String::new();
    for weight in WEIGHTS {
        for part in PARTS {
            let file = package.join(format!("files/fira-sans-{part}-{weight}-normal.woff2"));
            let range = range(&ranges, part).ok_or_else(|| format!("unicode.json names no range for {part}"))?;
            rules += &face(bundle, weight, part, range, &file)?;
        }
        let whole = package.join(format!("files/fira-sans-latin-{weight}-normal.woff2"));
        let cut = packages.join(format!("core-{weight}.woff2"));
        cut_out(packages, &whole, &cut)?;
        rules += &face(bundle, weight, "core", CORE, &cut)?;
    }
    let licence = fs::read(package.join("LICENSE")).map_err(|error| format!("LICENSE: {error}"))?;
    bundle.add("FONT_LICENCE", "fira-sans-OFL.txt", "text/plain; charset=utf-8", &licence)?;
    Ok(rules)
}

fn face(bundle: &mut Bundle, weight: u16, part: &str, range: &str, file: &Path) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let path = bundle.add("", &format!("fira-sans-{part}-{weight}.woff2"), "font/woff2", &bytes)?;
    let mut rule = String::new();
    let _ = writeln!(
        rule,
        "@font-face{{font-family:'Fira Sans';font-style:normal;font-display:swap;font-weight:{weight};\
         src:url({path}) format('woff2');unicode-range:{range}}}"
    );
    Ok(rule)
}

fn cut_out(packages: &Path, whole: &Path, to: &Path) -> Result<(), String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("build/cut.mjs");
    let node = Command::new("node").arg(script).args([whole, to]).arg(characters()).current_dir(packages).output();
    let node = node.map_err(|error| format!("node cannot be run ({error}); the web side needs Node.js to be built"))?;
    if node.status.success() {
        return Ok(());
    }
    Err(format!("the font cannot be cut: {}", String::from_utf8_lossy(&node.stderr).trim()))
}

/// The characters of [`CORE`].
fn characters() -> String {
    let code = |text: &str| u32::from_str_radix(text, 16).unwrap_or_default();
    let each = CORE.split(',').map(|range| range.trim_start_matches("U+"));
    let each =
        each.map(|range| range.split_once('-').map_or((code(range), code(range)), |(from, to)| (code(from), code(to))));
    each.flat_map(|(from, to)| from..=to).filter_map(char::from_u32).collect()
}

/// The value of `"part": "…"` in a flat JSON object.
fn range<'a>(json: &'a str, part: &str) -> Option<&'a str> {
    let (_, rest) = json.split_once(&format!("\"{part}\""))?;
    rest.split('"').nth(1)
}
