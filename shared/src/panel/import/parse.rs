//! Reading a file from beginning to end; no database.

use std::io::{Read, Seek};

use chrono::{DateTime, Utc};

use super::decode::Decoded;
use super::heading::{Column, Heading};
use super::inspect::inspect;
use super::reason::{Reason, Refusal};
use super::records::Records;
use super::row::{self, Wrong};
use super::seen::{Place, Seen};
use super::{Batch, ImportError, MAX_REFUSALS};
use crate::entropy::Entropy;
use crate::language::Language;

/// So many rows go into the database at once.
const BATCH: usize = 1_000;

/// What reading needs to know beside the file.
pub(super) struct Setup {
    /// The language of contacts whose row names none.
    pub language: Language,
    /// For new ids.
    pub entropy: Entropy,
    /// For new ids.
    pub now: DateTime<Utc>,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub rows: u64,
    pub refused: Vec<Refusal>,
    pub refused_count: u64,
}

/// Reads the whole file and hands over batches of good rows until `send` returns false.
pub(super) fn parse<R: Read + Seek>(
    mut source: R,
    setup: &Setup,
    send: &mut dyn FnMut(Batch) -> bool,
) -> Result<Outcome, ImportError> {
    let layout = inspect(&mut source)?;
    source.rewind()?;
    let mut records = Records::new(Decoded::new(source, layout.encoding), layout.separator);
    let mut parser = Parser {
        heading: &layout.heading,
        setup,
        seen: Seen::default(),
        batch: Batch::default(),
        read: Outcome::default(),
    };
    records.advance()?;
    while records.advance()? {
        parser.take(records.row(), &records.cells());
        if parser.batch.contacts.len() >= BATCH && !send(parser.batch()) {
            return Ok(parser.read);
        }
    }
    if !parser.batch.contacts.is_empty() {
        send(parser.batch());
    }
    Ok(parser.read)
}

struct Parser<'a> {
    heading: &'a Heading,
    setup: &'a Setup,
    seen: Seen,
    batch: Batch,
    read: Outcome,
}

impl Parser<'_> {
    fn take(&mut self, row: u64, cells: &[&str]) {
        if cells.iter().all(|cell| cell.is_empty()) {
            return;
        }
        self.read.rows += 1;
        if let Err((column, reason)) = self.read_row(row, cells) {
            self.read.refused_count += 1;
            if self.read.refused.len() < MAX_REFUSALS {
                self.read.refused.push(Refusal { row, column, reason });
            }
        }
    }

    fn read_row(&mut self, row: u64, cells: &[&str]) -> Result<(), Wrong> {
        let cell = |column| self.heading.cell(cells, column);
        let reference = cell(Column::CompanyId);
        let place = self.seen.place(row, reference, cell(Column::Company), cell(Column::Email));
        if let (Place::Duplicate { first_row }, false) = (place, reference.is_empty()) {
            return Err(("duplicate".into(), Reason::Duplicate { first_row }));
        }
        let (company, contact) = row::read(self.heading, row, cells, self.setup)?;
        self.batch.contacts.push(contact);
        if place == Place::NewCompany {
            self.seen.is_in(reference);
            self.batch.companies.push(company);
        }
        Ok(())
    }

    /// What has been gathered, leaving an empty batch.
    fn batch(&mut self) -> Batch {
        let mut batch = std::mem::take(&mut self.batch);
        batch.columns = self.heading.optional();
        batch
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;

    use super::*;

    const HESSEN: &[u8] = include_bytes!("../../../examples/panel/hessen_400.csv");
    const MESSY: &[u8] = include_bytes!("../../../examples/panel/messy_excel.csv");
    const EXPECTED: &str = include_str!("../../../examples/panel/messy_excel.csv.expected.txt");
    const HEADING: &str = "company_id;company;sector;size_class;employees;region;contact;email\n";

    fn read(bytes: impl AsRef<[u8]>) -> Result<(Outcome, Batch), ImportError> {
        let setup = Setup { language: Language::german(), entropy: Entropy::seeded(1), now: DateTime::UNIX_EPOCH };
        let mut all = Batch::default();
        let outcome = parse(Cursor::new(bytes.as_ref().to_vec()), &setup, &mut |batch| {
            all.companies.extend(batch.companies);
            all.contacts.extend(batch.contacts);
            true
        })?;
        Ok((outcome, all))
    }

    fn refused(outcome: &Outcome) -> Vec<(u64, &str)> {
        outcome.refused.iter().map(|refusal| (refusal.row, refusal.column.as_str())).collect()
    }

    /// A file with one row of these cells under [`HEADING`].
    fn one_row(row: &str) -> Result<(Outcome, Batch), ImportError> {
        read(format!("{HEADING}{row}\n"))
    }

    #[test]
    fn the_example_panel_is_taken_whole() {
        let (outcome, all) = read(HESSEN).unwrap();
        assert_eq!((outcome.rows, outcome.refused_count), (400, 0));
        assert_eq!((all.companies.len(), all.contacts.len()), (400, 400));
        assert!(all.contacts.iter().any(|contact| contact.name.starts_with("Thị Hoa")));
    }

    #[test]
    fn of_the_messy_file_exactly_the_expected_rows_are_refused() {
        let (outcome, all) = read(MESSY).unwrap();
        let expected: Vec<(u64, &str)> = EXPECTED
            .lines()
            .filter_map(|line| line.split_once(char::is_whitespace))
            .map(|(row, column)| (row.parse().unwrap(), column.trim()))
            .collect();
        assert!(expected.len() > 30);
        assert_eq!(refused(&outcome), expected);
        assert_eq!(outcome.rows, (expected.len() + all.companies.len()) as u64);
        assert!(all.companies.iter().any(|company| company.name.starts_with("=HYPERLINK")));
        assert!(all.companies.iter().any(|company| company.employees == Some(1250)));
        assert!(all.companies.iter().any(|company| company.name == "Groß Gebäudetechnik eG"));
    }

    #[test]
    fn a_refused_row_is_told_on_one_line_with_the_way_to_mend_it() {
        let (outcome, _) = one_row("1;Firma;ZZ.9;1-9;5;06411;Anna;a@b.de").unwrap();
        let line = "row 2: sector: “ZZ.9” is not a code of NACE Rev. 2 (WZ 2008); write for example 25.6";
        assert_eq!(outcome.refused[0].to_string(), line);
        let (outcome, _) = one_row("1;Firma;25.6;1-9;5;06411;Anna;\"a\nb@c.de\"").unwrap();
        assert_eq!(outcome.refused[0].to_string().lines().count(), 1);
    }

    #[test]
    fn the_same_table_is_read_in_every_encoding_and_separator() {
        let text = format!("{HEADING}1;Müller & Söhne;25.6;1-9;5;06411;Zoë;a@b.de\n");
        let utf16 = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
        };
        let files = [
            text.clone().into_bytes(),
            format!("\u{FEFF}{text}").into_bytes(),
            encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
            utf16(u16::to_le_bytes, [0xFF, 0xFE]),
            utf16(u16::to_be_bytes, [0xFE, 0xFF]),
            text.replace(';', ",").into_bytes(),
            text.replace(';', "\t").replace('\n', "\r\n").into_bytes(),
        ];
        for file in files {
            let (outcome, all) = read(file).unwrap();
            assert_eq!((outcome.rows, outcome.refused_count), (1, 0), "{:?}", outcome.refused);
            assert_eq!((all.companies[0].name.as_str(), all.contacts[0].name.as_str()), ("Müller & Söhne", "Zoë"));
        }
    }

    #[test]
    fn size_class_and_employees_complete_each_other_and_may_disagree() {
        let size =
            |row: &str| one_row(row).unwrap().1.companies.into_iter().map(|c| (c.size_class, c.employees)).next();
        assert_eq!(size("1;F;25.6;1-9;1.250;06411;A;a@b.de"), Some(("1-9", Some(1250))));
        assert_eq!(size("1;F;25.6;;1.250;06411;A;a@b.de"), Some(("250+", Some(1250))));
        assert_eq!(size("1;F;25.6;50-249;;06411;A;a@b.de"), Some(("50-249", None)));
        let (outcome, _) = one_row("1;F;25.6;;;06411;A;a@b.de").unwrap();
        assert_eq!(refused(&outcome), [(2, "size_class")]);
    }

    #[test]
    fn a_further_contact_needs_the_same_company_and_another_address() {
        let rows = "1;F;25.6;1-9;;06411;A;a@b.de\n1;F;25.6;1-9;;06411;B;b@b.de\n1;F;25.6;1-9;;06411;C;A@B.de\n1;G;25.6;1-9;;06411;D;d@b.de";
        let (outcome, all) = one_row(rows).unwrap();
        assert_eq!((all.companies.len(), all.contacts.len()), (1, 2));
        assert_eq!(refused(&outcome), [(4, "duplicate"), (5, "duplicate")]);
    }

    #[test]
    fn unknown_headings_are_attributes_and_blank_rows_are_no_rows() {
        let text = "company_id,company,sector,size_class,region,email,Exportquote,\n1,F,25.6,1-9,6411,info@b.de,12 %,\n,,,,,,,\n2,G,25.6,1-9,6411,i@b.de,,\n";
        let (outcome, all) = read(text).unwrap();
        assert_eq!((outcome.rows, outcome.refused_count), (2, 0), "{:?}", outcome.refused);
        assert_eq!(all.companies[0].attributes["Exportquote"], "12 %");
        assert!(all.companies[1].attributes.is_empty());
        assert_eq!((all.contacts[0].name.as_str(), all.contacts[0].language.as_str()), ("F", "de"));
    }

    #[test]
    fn what_is_not_a_table_is_named() {
        assert!(matches!(read(""), Err(ImportError::Empty)));
        assert!(matches!(read(" \n\n"), Err(ImportError::Empty)));
        assert!(matches!(read(b"PK\x03\x04rest"), Err(ImportError::Workbook)));
        assert!(matches!(read("\u{FEFF}\n<!DOCTYPE html><p>"), Err(ImportError::Markup)));
        assert!(matches!(read(b"\x7fELF\0\0\0"), Err(ImportError::Binary)));
        assert!(matches!(read("Guten Tag\nwie geht es"), Err(ImportError::MissingHeadings { .. })));
        assert!(matches!(read(HEADING), Err(ImportError::NoRows)));
        assert!(matches!(read(format!("{HEADING}\"1;{}", "x;\n".repeat(200_000))), Err(ImportError::OverlongRow(2))));
    }

    #[test]
    fn a_file_of_too_many_rows_is_refused_before_anything_is_handed_over() {
        let text = format!("{HEADING}{}", "1;F;\n".repeat(1_000_001));
        assert!(matches!(read(text), Err(ImportError::TooManyRows)));
    }

    #[test]
    fn every_reason_has_its_words_in_both_languages() {
        let text = |refusal: &Refusal, language| refusal.reason.text(crate::text::Words(language)).into_owned();
        let (outcome, _) = read(MESSY).unwrap();
        for refusal in &outcome.refused {
            let german = text(refusal, crate::text::InterfaceLanguage::German);
            assert_ne!(german, text(refusal, crate::text::InterfaceLanguage::English));
            assert!(!german.contains("panel-"), "{german}");
        }
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = read(bytes);
        }

        #[test]
        fn arbitrary_cells_are_taken_or_refused_one_row_each(cells in proptest::collection::vec("[^\"]{0,12}", 0..40)) {
            let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{cell}\"")).collect();
            let rows: Vec<String> = quoted.chunks(8).map(|row| row.join(";")).collect();
            if let Ok((outcome, all)) = one_row(&rows.join("\n")) {
                prop_assert!(outcome.rows <= rows.len() as u64);
                prop_assert_eq!(outcome.rows, outcome.refused_count + all.contacts.len() as u64);
            }
        }
    }
}
