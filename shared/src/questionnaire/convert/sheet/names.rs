//! Which sheets a workbook has, and in which part of the archive each is.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::bounds;
use super::fault::Fault;
use super::part::attribute;

/// What the workbook says of its parts.
pub struct Found {
    /// The sheets by name with their parts.
    pub sheets: Vec<(String, String)>,
    /// The part of the shared texts.
    pub texts: Option<String>,
    /// The part of the styles.
    pub styles: Option<String>,
    /// Days are counted from 1904 instead of 1900.
    pub since_1904: bool,
}

/// Follows the relations from the archive to the workbook to its sheets.
pub fn sheets(archive: &mut Archive<'_>) -> Result<Found, Fault> {
    refuse_other_kinds(archive)?;
    let workbook = relations(archive, "_rels/.rels", "")?.document.unwrap_or_else(|| "xl/workbook.xml".into());
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = relations(archive, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let (mut sheets, mut since_1904) = (Vec::new(), false);
    each_tag(archive, &workbook, |tag| {
        if tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(tag, "name")?, attribute(tag, "id")?)
            && let Some(path) = relations.parts.get(&id)
        {
            sheets.push((name, path.clone()));
        } else if tag.local_name().as_ref() == "workbookPr" {
            since_1904 = attribute(tag, "date1904")?.is_some_and(|is| matches!(is.as_str(), "1" | "true"));
        }
        Ok(sheets.len() <= bounds::SHEETS)
    })?;
    if sheets.len() > bounds::SHEETS {
        return Err(Fault::new(format!("the workbook has more than {} sheets", bounds::SHEETS)));
    }
    if sheets.is_empty() {
        return Err(Fault::broken("it has no sheets"));
    }
    Ok(Found { sheets, texts: relations.texts, styles: relations.styles, since_1904 })
}

fn refuse_other_kinds(archive: &Archive<'_>) -> Result<(), Fault> {
    let other = [
        ("content.xml", "the file is an OpenDocument table (.ods), only its name says .xlsx; save it as .xlsx"),
        ("xl/workbook.bin", "the file is a binary workbook (.xlsb), only its name says .xlsx; save it as .xlsx"),
        ("word/document.xml", "the file is a text document (.docx), not a workbook"),
    ];
    match other.iter().find(|(path, _)| archive.has(path)) {
        Some((_, reason)) => Err(Fault::new(*reason)),
        None if archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml") => Ok(()),
        None => Err(Fault::new("the file is an archive, but no workbook; save it as .xlsx")),
    }
}

#[derive(Default)]
struct Relations {
    parts: HashMap<String, String>,
    document: Option<String>,
    texts: Option<String>,
    styles: Option<String>,
}

/// What a part refers to; nothing if it says nothing of it.
fn relations(archive: &mut Archive<'_>, path: &str, folder: &str) -> Result<Relations, Fault> {
    let mut found = Relations::default();
    if !archive.has(path) {
        return Ok(found);
    }
    each_tag(archive, path, |tag| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id")?, attribute(tag, "Target")?) {
            let target = absolute(folder, &target);
            let kind = attribute(tag, "Type")?.unwrap_or_default();
            match kind.rsplit('/').next() {
                Some("officeDocument") => found.document = Some(target.clone()),
                Some("sharedStrings") => found.texts = Some(target.clone()),
                Some("styles") => found.styles = Some(target.clone()),
                _ => {}
            }
            found.parts.insert(id, target);
        }
        Ok(found.parts.len() <= bounds::ENTRIES)
    })?;
    Ok(found)
}

/// Where a relation leads to: a name in the archive, nothing else.
fn absolute(folder: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Shows each tag that opens to `see`, until it has seen enough.
fn each_tag(
    archive: &mut Archive<'_>,
    path: &str,
    mut see: impl FnMut(&BytesStart<'_>) -> Result<bool, Fault>,
) -> Result<(), Fault> {
    let mut part = archive.part(path)?;
    loop {
        match part.next()? {
            Event::Start(tag) | Event::Empty(tag) if !see(&tag)? => return Ok(()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
