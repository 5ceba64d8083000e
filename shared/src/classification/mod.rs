//! Official classifications: the sections and divisions of NACE Rev. 2 (WZ 2008) and the Kreise of Hessen.

use std::sync::LazyLock;

use crate::language::Language;

/// A section of NACE Rev. 2 and the divisions it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// `A` to `U`.
    pub code: &'static str,
    /// Its first division.
    pub first_division: u8,
    /// Its last division; every number in between is one.
    pub last_division: u8,
    german: &'static str,
    english: &'static str,
}

impl Section {
    /// Its title: German for German, else English.
    #[must_use]
    pub fn title(&self, language: &Language) -> &'static str {
        if language.as_str().starts_with("de") { self.german } else { self.english }
    }
}

/// A code and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// The code.
    pub code: &'static str,
    german: &'static str,
    english: &'static str,
}

impl Title {
    /// German for German, else English.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> &'static str {
        if language.as_str().starts_with("de") { self.german } else { self.english }
    }
}

/// A Kreis or a city without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kreis {
    /// Its official code (AGS), five digits.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The Regierungsbezirk it lies in.
    pub district: &'static str,
}

static SECTIONS: LazyLock<Vec<Section>> =
    LazyLock::new(|| include_str!("nace_sections.csv").lines().skip(1).filter_map(read_section).collect());

static KREISE: LazyLock<Vec<Kreis>> =
    LazyLock::new(|| include_str!("hessen_kreise.csv").lines().skip(1).filter_map(read_kreis).collect());

static DIVISIONS: LazyLock<Vec<Title>> =
    LazyLock::new(|| include_str!("nace_divisions.csv").lines().skip(1).filter_map(read_title).collect());

static COUNTRIES: LazyLock<Vec<Title>> =
    LazyLock::new(|| include_str!("countries.csv").lines().skip(1).filter_map(read_title).collect());

fn read_title(line: &'static str) -> Option<Title> {
    let mut cells = line.split(';');
    Some(Title { code: cells.next()?, german: cells.next()?, english: cells.next()? })
}

fn read_section(line: &'static str) -> Option<Section> {
    let mut cells = line.split(';');
    let mut next = || cells.next();
    let (code, first, last) = (next()?, next()?.parse().ok()?, next()?.parse().ok()?);
    Some(Section { code, first_division: first, last_division: last, german: next()?, english: next()? })
}

fn read_kreis(line: &'static str) -> Option<Kreis> {
    let (code, rest) = line.split_once(',')?;
    let (name, district) = rest.rsplit_once(',')?;
    Some(Kreis { code, name: name.trim_matches('"'), district })
}

/// The 21 sections in order.
#[must_use]
pub fn sections() -> &'static [Section] {
    &SECTIONS
}

/// The section with this letter.
#[must_use]
pub fn section(code: &str) -> Option<&'static Section> {
    SECTIONS.iter().find(|section| section.code == code)
}

/// The section that a division belongs to.
#[must_use]
pub fn section_of(division: u8) -> Option<&'static Section> {
    SECTIONS.iter().find(|section| (section.first_division..=section.last_division).contains(&division))
}

/// The 26 Kreise of Hessen in the order of their codes.
#[must_use]
pub fn kreise() -> &'static [Kreis] {
    &KREISE
}

/// The Kreis with this code.
#[must_use]
pub fn kreis(code: &str) -> Option<&'static Kreis> {
    KREISE.iter().find(|kreis| kreis.code == code)
}

/// The titles of the 21 sections.
#[must_use]
pub fn section_titles() -> Vec<Title> {
    let title = |section: &Section| Title { code: section.code, german: section.german, english: section.english };
    SECTIONS.iter().map(title).collect()
}

/// The titles of the 88 divisions of NACE Rev. 2.
#[must_use]
pub fn division_titles() -> Vec<Title> {
    DIVISIONS.clone()
}

/// The names of the Kreise.
#[must_use]
pub fn kreis_titles() -> Vec<Title> {
    KREISE.iter().map(|kreis| Title { code: kreis.code, german: kreis.name, english: kreis.name }).collect()
}

/// The names of countries by their two letters (ISO 3166-1).
#[must_use]
pub fn country_titles() -> Vec<Title> {
    COUNTRIES.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nace_has_21_sections_and_88_divisions() {
        assert_eq!(sections().len(), 21);
        assert_eq!((0..=u8::MAX).filter(|division| section_of(*division).is_some()).count(), 88);
        for (division, code) in [(1, "A"), (25, "C"), (35, "D"), (41, "F"), (62, "J"), (99, "U")] {
            assert_eq!(section_of(division).map(|section| section.code), Some(code));
        }
        assert_eq!(section_of(34), None);
        assert_eq!(section("C").unwrap().title(&Language::english()), "Manufacturing");
    }

    #[test]
    fn every_division_and_country_has_a_title() {
        let divisions = division_titles();
        assert_eq!(divisions.len(), 88);
        assert!(divisions.iter().all(|title| section_of(title.code.parse().unwrap()).is_some()));
        assert_eq!(country_titles().len(), 249);
        let germany = country_titles().into_iter().find(|title| title.code == "DE").unwrap();
        assert_eq!((germany.german, germany.english), ("Deutschland", "Germany"));
    }

    #[test]
    fn hessen_has_26_kreise() {
        assert_eq!(kreise().len(), 26);
        assert_eq!(kreis("06411").unwrap().name, "Darmstadt, Wissenschaftsstadt");
        assert_eq!(kreis("06636").unwrap().district, "Kassel");
        assert_eq!(kreis("99999"), None);
    }
}
