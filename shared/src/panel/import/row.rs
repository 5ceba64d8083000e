//! One row: read whole or refused.

use chrono::{DateTime, TimeDelta, Utc};

use super::batch::{CompanyLine, ContactLine};
use super::heading::{Column, Heading};
use super::parse::Setup;
use super::reason::Reason;
use crate::email::EmailAddress;
use crate::id::{CompanyId, ContactId};
use crate::language::Language;
use crate::name::Name;
use crate::panel::{Attributes, Employees, Reference, Region, Sector, SizeClass, parse_attribute};

/// A column and what is wrong in it.
pub(super) type Wrong = (String, Reason);

/// Reads the cells of the row with this number: the company and the contact it speaks of.
pub(super) fn read(
    heading: &Heading,
    line: u64,
    cells: &[&str],
    setup: &Setup,
) -> Result<(CompanyLine, ContactLine), Wrong> {
    let row = Row { heading, line, cells };
    row.check_width()?;
    let company = row.company(setup)?;
    let contact = row.contact(&company, setup)?;
    Ok((company, contact))
}

struct Row<'a> {
    heading: &'a Heading,
    line: u64,
    cells: &'a [&'a str],
}

impl Row<'_> {
    /// What the ids of this row tell as their time. A hundred rows share a millisecond, so that a large file's ids come in the
    /// order of its rows: the database then writes its indices from one end to the other instead of all over.
    fn instant(&self, setup: &Setup) -> DateTime<Utc> {
        setup.now + TimeDelta::milliseconds(i64::try_from(self.line / 100).unwrap_or(0))
    }

    fn check_width(&self) -> Result<(), Wrong> {
        let expected = self.heading.width;
        let excess = self.cells.iter().skip(expected).any(|cell| !cell.is_empty());
        let found = self.cells.len();
        if excess { Err(("row".into(), Reason::TooManyCells { found, expected })) } else { Ok(()) }
    }

    fn company(&self, setup: &Setup) -> Result<CompanyLine, Wrong> {
        let reference = self.parse(Column::CompanyId, |cell| Reference::parse(cell).map_err(Reason::from))?;
        let name = self.parse(Column::Company, |cell| Name::parse(cell).map_err(Reason::from))?;
        let sector = self.sector()?;
        let (size_class, employees) = self.size()?;
        let region = self.parse(Column::Region, region)?;
        Ok(CompanyLine {
            line: self.line,
            id: hex::encode(CompanyId::new(&setup.entropy, self.instant(setup)).as_bytes()),
            reference: reference.as_str().into(),
            name: name.into(),
            enterprise_group: self.optional_name(Column::Group)?,
            section: sector.section_code(),
            sector: sector.as_str().into(),
            size_class: size_class.as_str(),
            employees,
            region: region.as_str(),
            cluster: self.optional_name(Column::Cluster)?,
            attributes: self.attributes()?,
        })
    }

    fn contact(&self, company: &CompanyLine, setup: &Setup) -> Result<ContactLine, Wrong> {
        // A mailbox of a company without a person's name is greeted by the company's.
        let name = self.optional_name(Column::Contact)?.unwrap_or_else(|| company.name.clone());
        let email = self.parse(Column::Email, |cell| EmailAddress::parse(cell).map_err(Reason::from))?;
        let language = self.parse(Column::Language, |cell| match cell {
            "" => Ok(setup.language.clone()),
            cell => Language::parse(cell).map_err(|_| Reason::Language(excerpt(cell))),
        })?;
        Ok(ContactLine {
            line: self.line,
            id: hex::encode(ContactId::new(&setup.entropy, self.instant(setup)).as_bytes()),
            reference: company.reference.clone(),
            name,
            // Two spellings of one mailbox are one contact.
            email: email.normal(),
            language: language.into(),
        })
    }

    fn sector(&self) -> Result<Sector, Wrong> {
        let sector = self.parse(Column::Sector, |cell| match cell {
            "" => Err(Reason::Missing),
            cell => Sector::parse(cell).map_err(|_| Reason::Sector(excerpt(cell))),
        })?;
        self.parse(Column::Section, |cell| {
            let right = sector.section_code();
            let good = cell.is_empty() || cell.eq_ignore_ascii_case(right);
            if good { Ok(()) } else { Err(Reason::Section { given: excerpt(cell), right }) }
        })?;
        Ok(sector)
    }

    /// The column of the size class decides; a different number of employees is not a reason to leave a company out.
    fn size(&self) -> Result<(SizeClass, Option<i64>), Wrong> {
        let given = self.parse(Column::SizeClass, |cell| match cell {
            "" => Ok(None),
            cell => SizeClass::parse(cell).map(Some).map_err(|_| Reason::Size(excerpt(cell))),
        })?;
        let employees = self.parse(Column::Employees, |cell| match cell {
            "" => Ok(None),
            cell => {
                Employees::parse(cell).map(|number| Some(number.get())).map_err(|_| Reason::Employees(excerpt(cell)))
            }
        })?;
        let class = given.or(employees.map(SizeClass::of));
        let class = class.ok_or_else(|| (Column::SizeClass.word().to_owned(), Reason::SizeMissing))?;
        Ok((class, employees))
    }

    fn optional_name(&self, column: Column) -> Result<Option<String>, Wrong> {
        self.parse(column, |cell| match cell {
            "" => Ok(None),
            cell => Name::parse(cell).map(|name| Some(name.into())).map_err(Reason::from),
        })
    }

    fn attributes(&self) -> Result<Attributes, Wrong> {
        let mut attributes = Attributes::new();
        for (place, name) in &self.heading.attributes {
            let cell = self.cells.get(*place).copied().unwrap_or_default();
            let value = parse_attribute(cell).map_err(|error| (name.clone(), error.into()))?;
            if !value.is_empty() {
                attributes.insert(name.clone(), value.into());
            }
        }
        Ok(attributes)
    }

    fn parse<T>(&self, column: Column, read: impl FnOnce(&str) -> Result<T, Reason>) -> Result<T, Wrong> {
        read(self.heading.cell(self.cells, column)).map_err(|reason| (column.word().to_owned(), reason))
    }
}

/// What a report keeps of a wrong cell: ten thousand of them must not fill the memory.
fn excerpt(cell: &str) -> String {
    crate::name::excerpt(cell, 40)
}

fn region(cell: &str) -> Result<Region, Reason> {
    match cell {
        "" => Err(Reason::Missing),
        cell => Region::parse(cell).map_err(|_| Reason::Region(excerpt(cell))),
    }
}
