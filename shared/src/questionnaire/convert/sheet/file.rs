//! What a file is that calls itself `.xlsx`.

use super::bounds;
use super::fault::Fault;

/// Compound files: Excel until 2003, and everything that Office encrypts.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Refuses what is surely no workbook, by what it is instead.
pub fn check(source: &[u8]) -> Result<(), Fault> {
    if source.is_empty() {
        return Err(Fault::new("the file is empty"));
    }
    if source.len() > bounds::FILE {
        return Err(Fault::new(format!("the file is larger than {} MB", bounds::FILE / 1_000_000)));
    }
    if source.starts_with(COMPOUND) {
        return Err(Fault::new(if holds(source, &wide("EncryptedPackage")) {
            "the file is encrypted; open it with its password, take the password off and save it again"
        } else {
            "the file is an older workbook (.xls), only its name says .xlsx; save it as .xlsx"
        }));
    }
    if !source.starts_with(b"PK") {
        return Err(Fault::new(otherwise(source)));
    }
    if !holds(source, b"PK\x05\x06") {
        return Err(Fault::new("the file is cut off, its end is missing; copy or download it again"));
    }
    Ok(())
}

/// Says what a file is that is no archive.
fn otherwise(source: &[u8]) -> &'static str {
    let start = source.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(source).trim_ascii_start();
    if start.starts_with(b"<") {
        "the file is XML or a web page, not a workbook; save it as .xlsx"
    } else if start.starts_with(b"%PDF") {
        "the file is a PDF, not a workbook"
    } else if start.starts_with(b"{") || start.starts_with(b"[") {
        "the file is JSON, not a workbook"
    } else if std::str::from_utf8(&start[..start.len().min(200)]).is_ok_and(|text| text.contains([',', ';', '\t'])) {
        "the file is text (.csv), only its name says .xlsx; open it in a spreadsheet program and save it as .xlsx"
    } else {
        "the file is no workbook; save it as .xlsx"
    }
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Whether `needle` stands in `source`.
pub fn holds(source: &[u8], needle: &[u8]) -> bool {
    source.windows(needle.len()).any(|window| window == needle)
}
