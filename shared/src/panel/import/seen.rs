//! Which companies and contacts earlier rows of the file spoke of, in a few bytes each.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

/// What a row is, given the rows before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The first good row of its company.
    NewCompany,
    /// Another contact of a company that is in.
    FurtherContact,
    /// The company's number again, for another company or the same contact.
    Duplicate {
        /// Where the number stood first.
        first_row: u64,
    },
}

/// What was seen; hashes of 64 bits keyed at random, so that no file can be made to collide.
#[derive(Default)]
pub(super) struct Seen {
    hasher: RandomState,
    companies: HashMap<u64, Company>,
    contacts: HashSet<u64>,
}

struct Company {
    name: u64,
    first_row: u64,
    is_in: bool,
}

impl Seen {
    /// Where a row stands; it counts as seen whatever becomes of it.
    pub fn place(&mut self, row: u64, reference: &str, name: &str, email: &str) -> Place {
        let name = self.hasher.hash_one(name);
        let is_new_contact = self.contacts.insert(self.hasher.hash_one((reference, email.to_lowercase())));
        match self.companies.entry(self.hasher.hash_one(reference)) {
            Entry::Vacant(vacant) => {
                vacant.insert(Company { name, first_row: row, is_in: false });
                Place::NewCompany
            }
            Entry::Occupied(known) => match known.get() {
                company if company.name != name || !is_new_contact => Place::Duplicate { first_row: company.first_row },
                company if company.is_in => Place::FurtherContact,
                _ => Place::NewCompany,
            },
        }
    }

    /// The company of this reference has a good row.
    pub fn is_in(&mut self, reference: &str) {
        if let Some(company) = self.companies.get_mut(&self.hasher.hash_one(reference)) {
            company.is_in = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_again_is_another_contact_of_the_same_company_or_a_duplicate() {
        let mut seen = Seen::default();
        assert_eq!(seen.place(2, "1", "A", "a@x.de"), Place::NewCompany);
        seen.is_in("1");
        assert_eq!(seen.place(3, "1", "A", "b@x.de"), Place::FurtherContact);
        assert_eq!(seen.place(4, "1", "A", "B@x.de"), Place::Duplicate { first_row: 2 });
        assert_eq!(seen.place(5, "1", "B", "c@x.de"), Place::Duplicate { first_row: 2 });
    }

    #[test]
    fn a_refused_row_keeps_its_number_from_other_companies_but_not_from_its_own() {
        let mut seen = Seen::default();
        assert_eq!(seen.place(2, "1", "A", "bad"), Place::NewCompany);
        assert_eq!(seen.place(3, "1", "B", "b@x.de"), Place::Duplicate { first_row: 2 });
        assert_eq!(seen.place(4, "1", "A", "a@x.de"), Place::NewCompany);
    }
}
