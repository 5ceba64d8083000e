//! The first row: which column holds what.

use super::{ImportError, OptionalColumns};
use crate::name::excerpt;
use crate::panel::parse_attribute;

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    CompanyId,
    Company,
    Group,
    Sector,
    Section,
    SizeClass,
    Employees,
    Region,
    Cluster,
    Contact,
    Email,
    Language,
}

/// Every column: its name in our own files and reports, then its names elsewhere, in small letters and digits only.
const COLUMNS: [(Column, &str, &[&str]); 12] = [
    (
        Column::CompanyId,
        "company_id",
        &[
            "companyid",
            "companynumber",
            "companyno",
            "id",
            "reference",
            "betriebsnummer",
            "betriebsnr",
            "betriebid",
            "unternehmensnummer",
            "unternehmensnr",
            "unternehmensid",
            "unternehmenid",
            "firmennummer",
            "firmennr",
            "kundennummer",
            "mitgliedsnummer",
            "mitgliedsnr",
        ],
    ),
    (
        Column::Company,
        "company",
        &[
            "company",
            "companyname",
            "nameofcompany",
            "unternehmen",
            "unternehmensname",
            "firma",
            "firmenname",
            "betrieb",
            "betriebsname",
        ],
    ),
    (Column::Group, "group", &["group", "enterprisegroup", "companygroup", "gruppe", "unternehmensgruppe", "konzern"]),
    (
        Column::Sector,
        "sector",
        &[
            "sector",
            "nace",
            "nacecode",
            "nacerev2",
            "industry",
            "wz",
            "wz2008",
            "wzcode",
            "wznummer",
            "wirtschaftszweig",
            "branche",
            "branchenschlüssel",
        ],
    ),
    (Column::Section, "section", &["section", "nacesection", "abschnitt", "wzabschnitt"]),
    (
        Column::SizeClass,
        "size_class",
        &[
            "sizeclass",
            "size",
            "companysize",
            "größenklasse",
            "groessenklasse",
            "größe",
            "groesse",
            "unternehmensgröße",
            "beschäftigtengrößenklasse",
        ],
    ),
    (
        Column::Employees,
        "employees",
        &[
            "employees",
            "numberofemployees",
            "staff",
            "headcount",
            "beschäftigte",
            "beschaeftigte",
            "beschäftigtenzahl",
            "anzahlbeschäftigte",
            "mitarbeiter",
            "mitarbeitende",
            "mitarbeiterzahl",
        ],
    ),
    (
        Column::Region,
        "region",
        &[
            "region",
            "regioncode",
            "county",
            "district",
            "ags",
            "kreis",
            "kreisags",
            "kreisschlüssel",
            "kreisschluessel",
            "landkreis",
            "regionags",
        ],
    ),
    (Column::Cluster, "cluster", &["cluster", "clusterinitiative", "netzwerk"]),
    (
        Column::Contact,
        "contact",
        &[
            "contact",
            "contactname",
            "contactperson",
            "person",
            "ansprechpartner",
            "ansprechpartnerin",
            "ansprechperson",
            "ansprechpartnerinnen",
            "kontakt",
            "kontaktperson",
        ],
    ),
    (Column::Email, "email", &["email", "emailaddress", "mail", "mailaddress", "emailadresse", "mailadresse"]),
    (Column::Language, "language", &["language", "lang", "sprache"]),
];

/// A file without these cannot be read; of size class and employees one is enough.
const MANDATORY: [Column; 5] = [Column::CompanyId, Column::Company, Column::Sector, Column::Region, Column::Email];

/// The most free attributes of a file.
pub(super) const MAX_ATTRIBUTES: usize = 50;

impl Column {
    /// Its name in our own files and reports.
    pub fn word(self) -> &'static str {
        COLUMNS.iter().find(|(column, ..)| *column == self).map_or("", |(_, word, _)| word)
    }

    fn read(heading: &str) -> Option<Self> {
        let plain: String = heading.to_lowercase().chars().filter(|character| character.is_alphanumeric()).collect();
        COLUMNS.iter().find(|(.., names)| names.contains(&plain.as_str())).map(|(column, ..)| *column)
    }
}

/// Which column holds what.
#[derive(Debug)]
pub(super) struct Heading {
    places: [Option<usize>; COLUMNS.len()],
    /// Free attributes: place and name.
    pub attributes: Vec<(usize, String)>,
    /// How many columns there are.
    pub width: usize,
}

impl Heading {
    /// How many of these are headings we know.
    pub fn understood(cells: &[String]) -> usize {
        cells.iter().filter(|cell| Column::read(cell).is_some()).count()
    }

    /// Reads the first row; a column without a heading is left alone.
    pub fn read(cells: &[String]) -> Result<Self, ImportError> {
        let mut heading = Self { places: [None; COLUMNS.len()], attributes: Vec::new(), width: cells.len() };
        for (place, cell) in cells.iter().enumerate() {
            heading.take(place, cell)?;
        }
        let mut missing: Vec<&'static str> =
            MANDATORY.into_iter().filter(|column| !heading.has(*column)).map(Column::word).collect();
        if !heading.has(Column::SizeClass) && !heading.has(Column::Employees) {
            missing.push("size_class");
        }
        if missing.is_empty() {
            Ok(heading)
        } else {
            Err(ImportError::MissingHeadings { missing, found: shortened(cells) })
        }
    }

    fn take(&mut self, place: usize, cell: &str) -> Result<(), ImportError> {
        let double = || ImportError::DoubleHeading(excerpt(cell, 60));
        if let Some(column) = Column::read(cell) {
            let earlier = self.places[column as usize].replace(place);
            return if earlier.is_some() { Err(double()) } else { Ok(()) };
        }
        if cell.is_empty() {
            return Ok(());
        }
        if parse_attribute(cell).is_err() || cell.chars().count() > 60 {
            return Err(ImportError::BadHeading(shortened(&[cell.to_owned()]).concat()));
        }
        if self.attributes.iter().any(|(_, name)| name == cell) {
            return Err(double());
        }
        if self.attributes.len() == MAX_ATTRIBUTES {
            return Err(ImportError::TooManyAttributes);
        }
        self.attributes.push((place, cell.to_owned()));
        Ok(())
    }

    /// Whether the file has this column.
    pub fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// The cell of a row that this column holds; nothing if there is none.
    pub fn cell<'a>(&self, cells: &[&'a str], column: Column) -> &'a str {
        self.places[column as usize].and_then(|place| cells.get(place).copied()).unwrap_or_default()
    }

    /// What the file speaks of.
    pub fn optional(&self) -> OptionalColumns {
        OptionalColumns {
            group: self.has(Column::Group),
            employees: self.has(Column::Employees),
            cluster: self.has(Column::Cluster),
            attributes: self.attributes.iter().map(|(_, name)| (name.clone(), None)).collect(),
        }
    }
}

/// What an error shows of a first row: not more than fits on a line.
fn shortened(cells: &[String]) -> Vec<String> {
    cells.iter().take(20).map(|cell| excerpt(cell, 30)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Heading, ImportError> {
        Heading::read(&line.split(';').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn german_and_english_headings_are_read_in_any_order_and_spelling() {
        let german = "E-Mail;Betriebsnummer;UNTERNEHMEN;WZ;Kreis (AGS);Größenklasse;Ansprechpartner/-in;Exportquote";
        let heading = read(german).unwrap();
        let cells = ["a@b.de", "7", "Firma", "25.6", "06411", "1-9", "Zoë", "12"];
        assert_eq!(heading.cell(&cells, Column::Email), "a@b.de");
        assert_eq!(heading.cell(&cells, Column::Contact), "Zoë");
        assert_eq!(heading.cell(&cells, Column::Language), "");
        assert_eq!(heading.attributes, [(7, "Exportquote".to_owned())]);
        assert!(read("company_id;company;sector;size_class;region;contact;email").is_ok());
        assert!(read("Company ID;Company name;NACE;Employees;Region;Contact person;Email").is_ok());
    }

    #[test]
    fn what_is_missing_is_named_together_with_what_was_found() {
        let error = read("company;sector;contact;Strasse;region").unwrap_err();
        let text = error.to_string();
        for word in ["company_id", "email", "size_class", "Strasse"] {
            assert!(text.contains(word), "{text}");
        }
    }

    #[test]
    fn two_columns_for_one_thing_are_refused() {
        assert!(matches!(
            read("company_id;company;sector;size;region;contact;email;E-Mail"),
            Err(ImportError::DoubleHeading(heading)) if heading == "E-Mail"
        ));
    }

    #[test]
    fn free_attributes_are_bounded() {
        let names = |count: usize| (0..count).map(|n| format!(";Merkmal {n}")).collect::<Vec<_>>().concat();
        let line = |count| format!("company_id;company;sector;size;region;email{}", names(count));
        assert_eq!(read(&line(50)).unwrap().attributes.len(), 50);
        assert!(matches!(read(&line(51)), Err(ImportError::TooManyAttributes)));
    }

    #[test]
    fn every_name_of_a_column_leads_to_it() {
        let all: Vec<&str> = COLUMNS.iter().flat_map(|(_, _, names)| names.iter().copied()).collect();
        assert_eq!(all.len(), all.iter().collect::<std::collections::BTreeSet<_>>().len());
        for (column, word, names) in COLUMNS {
            assert!(names.iter().chain([&word]).all(|name| Column::read(name) == Some(column)), "{word}");
        }
    }
}
