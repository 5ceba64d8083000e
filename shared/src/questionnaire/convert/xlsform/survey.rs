//! The survey sheet: its rows, and which of them stand inside which.

use super::super::sheet::Row;
use super::heading::Field;
use super::kind::{self, Frame, Kind};
use super::place::Faults;
use super::table::Table;

/// How deep groups may stand inside each other.
const DEEPEST: usize = 40;

/// A row that says something.
pub struct Line<'w> {
    /// The row.
    pub row: &'w Row,
    /// What it is; `None`: nothing we know.
    pub kind: Option<Kind>,
    /// The type as it is written.
    pub written: &'w str,
    /// Its name; empty for ends, and for notes that have none.
    pub name: &'w str,
    /// The line of the group it stands in.
    pub within: Option<usize>,
    /// The line of the outermost repeat it stands in.
    pub repeat: Option<usize>,
    /// The row is switched off.
    pub is_disabled: bool,
}

/// The rows of the survey sheet in order.
pub struct Survey<'w> {
    /// The sheet.
    pub table: &'w Table<'w>,
    /// Its rows.
    pub lines: Vec<Line<'w>>,
}

/// A part of the survey.
pub enum Part {
    /// A question, by its line.
    Question(usize),
    /// A group and what stands in it.
    Group(usize, Vec<Part>),
}

impl<'w> Survey<'w> {
    /// Reads the sheet.
    pub fn read(table: &'w Table<'w>, faults: &mut Faults) -> Self {
        let mut survey = Self { table, lines: Vec::new() };
        if table.column(&Field::Type).is_none() {
            faults.add(table.row_place_of_headings(), "there is no column with the heading type; add it");
            return survey;
        }
        for row in table.rows() {
            survey.line(row, faults);
        }
        survey
    }

    fn line(&mut self, row: &'w Row, faults: &mut Faults) {
        let table = self.table;
        let written = table.get(row, &Field::Type);
        let name = table.get(row, &Field::Name);
        let is_disabled = truth(table.get(row, &Field::Disabled)) == Some(true);
        if written.is_empty() {
            let says = !name.is_empty() || table.texts(row, &Field::Label).next().is_some();
            if says && !is_disabled {
                faults.add(table.place(row, &Field::Type), "this row has no type; write one, such as text or note");
            }
            return;
        }
        let kind = kind::read(&straight(written));
        let needs_name = !matches!(kind, Some(Kind::End(_) | Kind::Note | Kind::Metadata | Kind::Data) | None);
        if is_disabled {
            // It is told below that it is left out; its faults do not matter.
        } else if name.is_empty() && needs_name {
            faults.add(table.place(row, &Field::Name), "this row has no name; write one");
        } else if !name.is_empty() && !is_name(name) && !matches!(kind, Some(Kind::End(_))) {
            let reason =
                format!("{name} cannot be a name; begin with a letter or _ and go on with letters, digits, _ - or .");
            faults.add(table.place(row, &Field::Name), reason);
        }
        self.lines.push(Line { row, kind, written, name, within: None, repeat: None, is_disabled });
    }

    /// Puts the lines into their groups.
    pub fn parts(&mut self, faults: &mut Faults) -> Vec<Part> {
        // Groups that are open, and what stands in each; the first is the form itself.
        let mut open: Vec<(Option<usize>, Vec<Part>)> = vec![(None, Vec::new())];
        for at in 0..self.lines.len() {
            let within = open.last().and_then(|(group, _)| *group);
            let repeat = open.iter().filter_map(|(group, _)| *group).find(|group| self.is_repeat(*group));
            let place = self.table.place(self.lines[at].row, &Field::Type);
            let line = &mut self.lines[at];
            (line.within, line.repeat) = (within, repeat);
            match (&line.kind, line.is_disabled) {
                (Some(Kind::Begin(_)), _) if open.len() > DEEPEST => {
                    faults.add(place, format!("more than {DEEPEST} groups stand inside each other"));
                    return Vec::new();
                }
                (Some(Kind::Begin(_)), _) => open.push((Some(at), Vec::new())),
                (Some(Kind::End(frame)), _) => {
                    let frame = *frame;
                    self.end(frame, &mut open, place, faults);
                }
                _ => open.last_mut().into_iter().for_each(|(_, parts)| parts.push(Part::Question(at))),
            }
        }
        for (group, _) in open.iter().skip(1) {
            let place = group.map(|group| self.table.place(self.lines[group].row, &Field::Type));
            faults.add(place.unwrap_or_default(), "this group is not ended; add a row with its end");
        }
        self.names_are_unique(faults);
        open.swap_remove(0).1
    }

    fn end(&self, frame: Frame, open: &mut Vec<(Option<usize>, Vec<Part>)>, place: String, faults: &mut Faults) {
        let begun = match open.last() {
            Some((Some(group), _)) => *group,
            _ => return faults.add(place, "this row ends a group that was not begun; remove it or add its beginning"),
        };
        if self.lines[begun].kind != Some(Kind::Begin(frame)) {
            let row = self.lines[begun].row.number;
            faults.add(place, format!("this row ends another kind of group than row {row} begins; end that one first"));
        }
        let Some((Some(group), parts)) = open.pop() else { return };
        open.last_mut().into_iter().for_each(|(_, outer)| outer.push(Part::Group(group, vec![])));
        if let Some(Part::Group(_, inner)) = open.last_mut().and_then(|(_, outer)| outer.last_mut()) {
            *inner = parts;
        }
    }

    /// Whether a line begins a repeat.
    pub fn is_repeat(&self, line: usize) -> bool {
        self.lines[line].kind == Some(Kind::Begin(Frame::Repeat))
    }

    /// Whether a group becomes one question.
    pub fn is_question(&self, line: usize) -> bool {
        let frames = [Frame::Repeat, Frame::Score, Frame::Rank, Frame::Matrix];
        matches!(self.lines[line].kind, Some(Kind::Begin(frame)) if frames.contains(&frame))
    }

    /// Two things in one group cannot have one name.
    fn names_are_unique(&self, faults: &mut Faults) {
        let mut seen = std::collections::HashMap::new();
        for line in self.lines.iter().filter(|line| !line.name.is_empty() && !line.is_disabled) {
            if matches!(line.kind, Some(Kind::End(_))) {
                continue;
            }
            if let Some(first) = seen.insert((line.within, line.name), line.row.number) {
                let reason = format!("the name {} stands in row {first} already; give one of them another", line.name);
                faults.add(self.table.place(line.row, &Field::Name), reason);
            }
        }
    }
}

/// Yes or no as forms write it; `None`: something else.
pub fn truth(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "true" | "true()" | "1" => Some(true),
        "no" | "false" | "false()" | "0" | "" => Some(false),
        _ => None,
    }
}

/// Quotation marks and spaces as programs for prose make them, straight again.
pub fn straight(text: &str) -> String {
    let sign = |sign: char| match sign {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        '\u{A0}' | '\u{202F}' => ' ',
        other => other,
    };
    text.chars().map(sign).collect()
}

/// Whether a text can name an element of XML, which names are.
pub fn is_name(text: &str) -> bool {
    let begins = |sign: char| sign.is_alphabetic() || sign == '_';
    text.starts_with(begins) && text.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.'))
}
