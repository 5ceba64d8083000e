//! The choices sheet: lists that questions choose from.

use std::collections::HashMap;

use super::super::sheet::Row;
use super::heading::Field;
use super::place::Faults;
use super::table::Table;

/// The lists by name.
pub struct Lists<'w> {
    /// The sheet; there is none in forms without choices.
    pub table: Option<&'w Table<'w>>,
    entries: HashMap<&'w str, Vec<Entry<'w>>>,
    /// The names in the order of the sheet.
    pub names: Vec<&'w str>,
}

/// One choice.
#[derive(Clone, Copy)]
pub struct Entry<'w> {
    /// Its value.
    pub name: &'w str,
    /// Its row.
    pub row: &'w Row,
}

impl<'w> Lists<'w> {
    /// Reads the sheet.
    pub fn read(table: Option<&'w Table<'w>>, may_repeat: bool, faults: &mut Faults) -> Self {
        let mut lists = Self { table, entries: HashMap::new(), names: Vec::new() };
        let Some(table) = table else { return lists };
        let mut seen = std::collections::HashSet::new();
        for row in table.rows() {
            let (list, name) = (table.get(row, &Field::ListName), value(table, row));
            if list.is_empty() {
                // Rows without a list are remarks of the maker, unless they are meant as choices.
                if !name.is_empty() {
                    faults
                        .add(table.place(row, &Field::ListName), "this choice belongs to no list; write its list_name");
                }
                continue;
            }
            if name.is_empty() {
                faults.add(table.place(row, &Field::Name), "this choice has no name; write one");
                continue;
            }
            if !seen.insert((list, name)) && !may_repeat {
                let reason = format!(
                    "the list {list} has two choices named {name}; give one of them another name, or \
                                      write yes below allow_choice_duplicates in the settings"
                );
                faults.add(table.place(row, &Field::Name), reason);
            }
            let entries = lists.entries.entry(list).or_default();
            if entries.is_empty() {
                lists.names.push(list);
            }
            entries.push(Entry { name, row });
        }
        lists
    }

    /// The choices of a list.
    pub fn get(&self, name: &str) -> Option<&[Entry<'w>]> {
        self.entries.get(name).map(Vec::as_slice)
    }

    /// What a choice says in a column that filters may name; `None`: there is no such column.
    pub fn cell(&self, entry: Entry<'w>, column: &str) -> Option<&'w str> {
        let table = self.table?;
        if column == "name" {
            return Some(entry.name);
        }
        let found = table.columns.iter().find(|other| other.written == column)?;
        Some(table.cell(entry.row, found.index))
    }
}

/// The name of a choice; some tools call the column `value`.
fn value<'w>(table: &'w Table<'w>, row: &'w Row) -> &'w str {
    let name = table.get(row, &Field::Name);
    let other = || table.get(row, &Field::Other("value".into()));
    if table.column(&Field::Name).is_none() { other() } else { name }
}
