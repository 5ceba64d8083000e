//! The sheets of choices: lists that questions choose from.

use std::collections::{HashMap, HashSet};

use super::super::report::Report;
use super::super::sheet::Row;
use super::heading::Field;
use super::place::Faults;
use super::table::Table;

/// The sheet of lists that are looked up by a filter; a name may stand there once for each of its values.
pub const EXTERNAL: &str = "external_choices";

/// The lists by name.
pub struct Lists<'w> {
    /// The sheets: `choices`, and `external_choices` of forms that list much; none in forms without choices.
    pub tables: &'w [Table<'w>],
    entries: HashMap<&'w str, Vec<Entry<'w>>>,
    /// The names in the order of the sheets.
    pub names: Vec<&'w str>,
}

/// One choice.
#[derive(Clone, Copy)]
pub struct Entry<'w> {
    /// Its value.
    pub name: &'w str,
    /// Its sheet.
    pub table: &'w Table<'w>,
    /// Its row.
    pub row: &'w Row,
}

impl<'w> Lists<'w> {
    /// Reads the sheets; a list that stands in two of them is taken from the first.
    pub fn read(tables: &'w [Table<'w>], may_repeat: bool, report: &mut Report, faults: &mut Faults) -> Self {
        let mut lists = Self { tables, entries: HashMap::new(), names: Vec::new() };
        for table in tables {
            let mut of_sheet = Self { tables, entries: HashMap::new(), names: Vec::new() };
            of_sheet.read_sheet(table, may_repeat || table.is(EXTERNAL), faults);
            for name in of_sheet.names {
                let entries = of_sheet.entries.remove(name).unwrap_or_default();
                if lists.entries.contains_key(name) {
                    let place = entries.first().map(|first| table.place(first.row, &Field::ListName));
                    report.dropped(place.unwrap_or_default(), format!("the list {name} stands in the sheet before"));
                } else {
                    lists.names.push(name);
                    lists.entries.insert(name, entries);
                }
            }
        }
        lists
    }

    fn read_sheet(&mut self, table: &'w Table<'w>, may_repeat: bool, faults: &mut Faults) {
        let mut seen = HashSet::new();
        for row in table.rows() {
            let Some((list, name)) = choice(table, row, faults) else { continue };
            if !seen.insert((list, name)) && !may_repeat {
                let reason = format!(
                    "the list {list} has two choices named {name}; give one of them another name, or write yes below \
                     allow_choice_duplicates in the settings"
                );
                faults.add(table.place(row, &Field::Name), reason);
            }
            let entries = self.entries.entry(list).or_default();
            if entries.is_empty() {
                self.names.push(list);
            }
            entries.push(Entry { name, table, row });
        }
    }

    /// The choices of a list.
    pub fn get(&self, name: &str) -> Option<&[Entry<'w>]> {
        self.entries.get(name).map(Vec::as_slice)
    }
}

impl<'w> Entry<'w> {
    /// What it says in a column that filters may name; `None`: there is no such column.
    pub fn cell(&self, column: &str) -> Option<&'w str> {
        if column == "name" {
            return Some(self.name);
        }
        let found = self.table.columns.iter().find(|other| other.written == column)?;
        Some(self.table.cell(self.row, found.index))
    }
}

/// The list and the name of the choice in a row; nothing in rows that hold none.
fn choice<'w>(table: &'w Table<'w>, row: &'w Row, faults: &mut Faults) -> Option<(&'w str, &'w str)> {
    let (list, name) = (table.get(row, &Field::ListName), value(table, row));
    match (list.is_empty(), name.is_empty()) {
        (false, false) => return Some((list, name)),
        (false, true) => faults.add(table.place(row, &Field::Name), "this choice has no name; write one"),
        (true, false) => {
            faults.add(table.place(row, &Field::ListName), "this choice belongs to no list; write its list_name");
        }
        // A remark of the maker.
        (true, true) => {}
    }
    None
}

/// The name of a choice; some tools call the column `value`.
fn value<'w>(table: &'w Table<'w>, row: &'w Row) -> &'w str {
    let name = table.get(row, &Field::Name);
    let other = || table.get(row, &Field::Other("value".into()));
    if table.column(&Field::Name).is_none() { other() } else { name }
}
