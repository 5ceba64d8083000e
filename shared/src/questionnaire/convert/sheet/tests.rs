//! Workbooks made for tests, good and hostile.

use std::io::{Cursor, Write as _};
use std::time::Instant;

use rust_xlsxwriter::Workbook as Writer;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// The rows of a sheet.
type Rows<'t> = [&'t [&'t str]];

/// A workbook of texts: its sheets by name, each a list of rows.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "a fixture that cannot be made ends the test")]
pub fn workbook(sheets: &[(&str, &Rows<'_>)]) -> Vec<u8> {
    let mut writer = Writer::new();
    for (name, rows) in sheets {
        let sheet = writer.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0_u32..).zip(*rows) {
            for (column, text) in (0_u16..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
    writer.save_to_buffer().unwrap()
}

/// An archive of these parts, each so many times a piece between a beginning and an end.
fn archive(parts: &[(&str, &str, (&str, usize), &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, begin, (piece, times), end) in parts {
        zip.start_file(*path, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        zip.write_all(begin.as_bytes()).unwrap();
        let many = piece.repeat(1_000);
        for _ in 0..times / 1_000 {
            zip.write_all(many.as_bytes()).unwrap();
        }
        zip.write_all(piece.repeat(times % 1_000).as_bytes()).unwrap();
        zip.write_all(end.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: (&str, &str, (&str, usize), &str) = ("[Content_Types].xml", "<Types/>", ("", 0), "");
const BOOK: (&str, &str, (&str, usize), &str) =
    ("xl/workbook.xml", r#"<workbook><sheets><sheet name="survey" r:id="r1"/></sheets></workbook>"#, ("", 0), "");
const LINKS: (&str, &str, (&str, usize), &str) = (
    "xl/_rels/workbook.xml.rels",
    r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
       <Relationship Id="r2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>"#,
    ("", 0),
    "",
);

/// A workbook of one sheet with these rows as they are saved.
#[must_use]
pub fn saved(rows: &str) -> Vec<u8> {
    sheet("<w>", (rows, 1), "</w>")
}

fn sheet<'a>(begin: &'a str, pieces: (&'a str, usize), end: &'a str) -> Vec<u8> {
    archive(&[TYPES, BOOK, LINKS, ("xl/worksheets/sheet1.xml", begin, pieces, end)])
}

fn strings(begin: &str, pieces: (&str, usize), end: &str) -> Vec<u8> {
    archive(&[TYPES, BOOK, LINKS, ("xl/sharedStrings.xml", begin, pieces, end)])
}

fn only_sheet(source: &[u8]) -> Result<Vec<Vec<String>>, Fault> {
    let mut workbook = Workbook::open(source)?;
    let sheet = workbook.sheet(0)?;
    let texts = |row: &Row| row.columns().map(|column| workbook.text(row, column).to_owned()).collect();
    Ok(sheet.rows.iter().map(texts).collect())
}

#[test]
fn days_and_times_are_texts() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Writer};
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    let written = [("2024-01-15", "d. mmmm yyyy"), ("09:30:00", "hh:mm"), ("2024-01-15T09:30:00", "m/d/yy h:mm")];
    for (column, (moment, format)) in (0_u16..).zip(written) {
        let moment = ExcelDateTime::parse_from_str(moment).unwrap();
        sheet.write_datetime_with_format(0, column, &moment, &Format::new().set_num_format(format)).unwrap();
    }
    sheet.write_number_with_format(0, 3, 45_306, &Format::new().set_num_format("0.00 \"days\"")).unwrap();
    let source = writer.save_to_buffer().unwrap();
    let mut book = Workbook::open(&source).unwrap();
    let sheet = book.sheet(0).unwrap();
    let texts: Vec<_> = (0..4).map(|column| book.text(&sheet.rows[0], column)).collect();
    assert_eq!(texts, ["2024-01-15", "09:30", "2024-01-15 09:30", "45306"]);
}

#[test]
fn every_way_of_saving_a_value_is_read() {
    let source = archive(&[
        TYPES,
        BOOK,
        LINKS,
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>one</t></si><si><r><t>t</t></r><r><t>wo &amp; &#x41;</t></r><rPh><t>no</t></rPh></si></sst>",
            ("", 0),
            "",
        ),
        (
            "xl/worksheets/sheet1.xml",
            r#"<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>in</t></is></c>
               <c t="b"><v>1</v></c><c r="E2"><v>3.0</v></c><c t="str"><f>1&lt;2</f><v>said</v></c><c r="H2" s="1"/></row>
               <row><c t="e"><v>#N/A</v></c></row></sheetData></worksheet>"#,
            ("", 0),
            "",
        ),
    ]);
    let mut workbook = Workbook::open(&source).unwrap();
    let sheet = workbook.sheet(0).unwrap();
    let row = &sheet.rows[0];
    assert_eq!((row.number, row.columns().collect::<Vec<_>>()), (2, vec![0, 2, 3, 4, 5]));
    let texts: Vec<_> = [0, 1, 2, 3, 4, 5].map(|column| workbook.text(row, column)).into();
    assert_eq!(texts, ["two & A", "", "in", "TRUE", "3", "said"]);
    assert!(sheet.rows[1].is_error(0));
    assert_eq!(sheet.rows[1].number, 3);
}

#[test]
fn what_is_no_workbook_is_told_by_what_it_is() {
    let told = |source: &[u8]| Workbook::open(source).map(drop).unwrap_err().reason;
    assert!(told(b"").contains("empty"));
    assert!(told(b"type,name,label\ntext,a,A\n").contains(".csv"));
    assert!(told(b"\xEF\xBB\xBF<html>").contains("web page"));
    assert!(told(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....").contains(".xls"));
    let encrypted =
        [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"[..]].concat();
    assert!(told(&encrypted).contains("encrypted"));
    assert!(told(&archive(&[("content.xml", "<a/>", ("", 0), "")])).contains(".ods"));
    assert!(told(&archive(&[("a.txt", "a", ("", 0), "")])).contains("no workbook"));
    let whole = workbook(&[("survey", &[&["type"]])]);
    assert!(told(&whole[..whole.len() / 2]).contains("cut off"));
}

#[test]
fn document_types_entities_and_deep_nesting_are_refused() {
    for source in [
        sheet("<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>", ("", 0), ""),
        sheet("<worksheet><c><v>&b;</v></c></worksheet>", ("", 0), ""),
        sheet("<worksheet>", ("<a>", 1_000), ""),
        sheet("<worksheet><row r=\"&b;\"/></worksheet>", ("", 0), ""),
        sheet("<worksheet><row><c t=\"s\"><v>7</v></c></row></worksheet>", ("", 0), ""),
        sheet("<worksheet><row r=\"5\"/><row r=\"5\"/></worksheet>", ("", 0), ""),
        sheet("<worksheet><row>", ("", 0), ""),
    ] {
        let fault = only_sheet(&source).unwrap_err();
        assert!(fault.reason.contains("damaged"), "{fault}");
    }
}

#[test]
fn too_much_is_refused_where_it_is_too_much() {
    let cell = "<c><v>1</v></c>";
    let rows = format!("<row>{cell}</row>");
    let long = format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", "ä".repeat(32_768));
    for (source, reason) in [
        (sheet("<w>", (&rows, 50_001), "</w>"), "more than 50000 rows"),
        (sheet("<w>", (&format!("<row>{}</row>", cell.repeat(1_000)), 201), "</w>"), "more than 200000 cells"),
        (sheet("<w><row>", (cell, 16_385), "</row></w>"), "not in order"),
        (sheet("<w><row>", (&long, 1), "</row></w>"), "more than 32767 characters"),
        (strings("<sst>", ("<si><t>a</t></si>", 200_001), "</sst>"), "different texts"),
    ] {
        let fault = only_sheet(&source).unwrap_err();
        assert!(fault.reason.contains(reason), "{fault}");
    }
    let many = sheet("<w>", (&rows, 50_001), "</w>");
    let fault = only_sheet(&many).unwrap_err();
    assert_eq!((fault.sheet.as_deref(), fault.row, fault.column), (Some("survey"), Some(50_001), Some(0)));
}

#[test]
fn formulas_are_known_with_and_without_a_saved_value() {
    let cells = r#"<row r="4"><c r="A4"><f>1+1</f><v>2</v></c><c r="B4" t="str"><f>""</f><v></v></c><c r="C4"><f>A4</f></c><c r="D4"><f>A4</f><v/></c><c r="E4"><f>A4</f><v></v></c></row>"#;
    let source = sheet("<w>", (cells, 1), "</w>");
    let sheet = Workbook::open(&source).unwrap().sheet(0).unwrap();
    assert_eq!((sheet.rows[0].is_formula(0), sheet.rows[0].is_formula(1)), (true, false));
    assert_eq!(sheet.unsaved, [(4, 2), (4, 3), (4, 4)]);
}

#[test]
fn what_is_broken_is_told_with_its_part_row_and_column() {
    let place = |source: &[u8]| {
        let Fault { part, row, column, .. } = only_sheet(source).unwrap_err();
        (part.unwrap_or_default(), row, column)
    };
    let part = || "xl/worksheets/sheet1.xml".to_owned();
    let first = "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row>";
    assert_eq!(place(&sheet("<w>", (first, 1), "<row></w>")), (part(), Some(4), None));
    assert_eq!(
        place(&sheet("<w>", (first, 1), "<row r=\"4\"><c r=\"?\"/></row></w>")),
        (String::new(), Some(4), Some(0))
    );
    assert_eq!(place(&sheet("<w>", (first, 2), "</w>")).1, Some(3));
    assert_eq!(place(&sheet("<w>", (first, 1), "")), (part(), Some(3), Some(1)));
    let long = format!("<si><t>a</t></si><si><t>{}</t></si>", "ä".repeat(32_768));
    let cells = r#"<w><row r="7"><c r="C7" t="s"><v>1</v></c></row></w>"#;
    let source = archive(&[
        TYPES,
        BOOK,
        LINKS,
        ("xl/sharedStrings.xml", "<sst>", (&long, 1), "</sst>"),
        ("xl/worksheets/sheet1.xml", cells, ("", 0), ""),
    ]);
    let fault = only_sheet(&source).unwrap_err();
    assert_eq!((fault.sheet.as_deref(), fault.row, fault.column), (Some("survey"), Some(7), Some(2)));
    assert!(fault.reason.contains("32767 characters"), "{fault}");
    assert_eq!(place(&strings("<sst><si>", ("", 0), "</sst>")).0, "xl/sharedStrings.xml");
}

#[test]
fn what_stands_behind_the_end_of_a_part_does_no_harm() {
    for (piece, count) in [(" ", 2_000_000), ("x", 1), ("<row r=\"1\"/>", 5), ("<", 1), ("</w>", 2)] {
        let source = sheet("<w><row><c><v>1</v></c></row></w>", (piece, count), "");
        assert_eq!(only_sheet(&source).unwrap(), [["1"]], "{piece}");
    }
}

/// Files of some hundred kilobytes that inflate to a hundred megabytes, each in its own way.
fn bombs() -> Vec<(&'static str, Vec<u8>)> {
    let cell = "<c r=\"A1\" s=\"1\"/>";
    let shared = format!("<si><t>{}</t></si>", "x".repeat(30_000));
    vec![
        ("rows", sheet("<w>", ("<row><c><v>1</v></c><c><v>2</v></c></row>", 2_500_000), "</w>")),
        ("empty cells", sheet("<w><row>", (cell, 6_000_000), "</row></w>")),
        (
            "one cell",
            sheet("<w><row><c t=\"inlineStr\"><is><t>", ("0123456789", 10_000_000), "</t></is></c></row></w>"),
        ),
        ("one tag", sheet("<w><row ", ("a=\"0123456789\" ", 7_000_000), "/></w>")),
        ("shared texts", strings("<sst>", (&shared, 3_500), "</sst>")),
        ("one shared text", strings("<sst><si><t>", ("0123456789", 10_000_000), "</t></si></sst>")),
        ("runs", strings("<sst><si>", ("<r><t>0123456789</t></r>", 4_500_000), "</si></sst>")),
        ("entries", {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            for number in 0..20_000 {
                zip.start_file(format!("{number}"), SimpleFileOptions::default()).unwrap();
            }
            zip.finish().unwrap().into_inner()
        }),
    ]
}

/// The most memory this process ever had, in kilobytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok()).unwrap_or_default()
}

const BOMB: &str = "RUNDFRAGE_TEST_BOMB";

/// The other side of the test below: a process of its own, so that nothing else counts.
#[test]
fn a_bomb_is_opened_in_a_process_of_its_own() {
    let Ok(path) = std::env::var(BOMB) else { return };
    let source = std::fs::read(path).unwrap();
    // The code itself takes memory once it has run: that is there before.
    let _ =
        only_sheet(&sheet("<w>", ("<row><c t=\"inlineStr\"><is><t>1</t></is></c><c><v>2</v></c></row>", 20), "</w>"));
    let _ = only_sheet(&strings("<sst>", ("<si><r><t>1</t></r></si>", 9), "</sst"));
    let before = peak();
    let fault = only_sheet(&source).unwrap_err();
    let grown = peak() - before;
    assert!(grown < 20_000, "{grown} kB more for {fault}");
}

#[test]
fn bombs_are_refused_in_bounded_memory_and_time() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bomb) in bombs() {
        let path = folder.path().join("bomb.xlsx");
        std::fs::write(&path, &bomb).unwrap();
        let started = Instant::now();
        let test = "a_bomb_is_opened_in_a_process_of_its_own";
        let mut command = std::process::Command::new(std::env::current_exe().unwrap());
        let out = command.arg(test).env(BOMB, &path).output().unwrap();
        let said = String::from_utf8_lossy(&out.stdout);
        assert!(out.status.success() && said.contains("1 passed"), "{name}, {} bytes: {said}", bomb.len());
        assert!(started.elapsed().as_secs() < 60, "{name} took {:?}", started.elapsed());
    }
}
