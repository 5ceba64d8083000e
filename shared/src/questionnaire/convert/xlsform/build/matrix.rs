//! Choices from one list that stand below each other: a matrix.

use std::rc::Rc;

use super::super::super::codes::Codes;
use super::super::super::formula::Formula;
use super::super::super::lists::is_too_long;
use super::super::heading::Field;
use super::super::kind::{Kind, Select};
use super::super::scope::{State, Type};
use super::super::survey::Part;
use super::Builder;
use super::choices::NoOffer;
use crate::questionnaire::format::{Condition, Question, QuestionType, Required, Row};

/// A matrix that was found.
pub struct Found {
    /// The lines of its rows.
    pub rows: Vec<usize>,
    /// What they choose from.
    pub select: Select,
    /// They choose several.
    pub several: bool,
    /// The line that only shows the options above.
    pub header: Option<usize>,
    /// Parts it takes.
    pub length: usize,
}

impl Builder<'_, '_> {
    /// The matrix that parts begin with: a row of labels and rows without.
    pub(super) fn matrix_at(&self, parts: &[Part]) -> Option<Found> {
        let Some(Part::Question(header)) = parts.first() else { return None };
        let kind = self.survey.lines[*header].kind.clone()?;
        if !self.is_row(*header, &kind) || !self.looks_like(*header, &["label"]) {
            return None;
        }
        let rows = parts[1..].iter().map_while(|part| match part {
            Part::Question(line) if self.is_row(*line, &kind) && self.looks_like(*line, &["list-nolabel", "list"]) => {
                Some(*line)
            }
            _ => None,
        });
        let rows: Vec<usize> = rows.collect();
        let (select, several) = choices(kind.clone())?;
        (!rows.is_empty()).then(|| Found { length: rows.len() + 1, rows, select, several, header: Some(*header) })
    }

    /// The matrix that all parts of a group of appearance `table-list` make together.
    pub(super) fn table_list(&self, group: usize, parts: &[Part]) -> Option<Found> {
        if !self.looks_like(group, &["table-list"]) {
            return None;
        }
        let Some(Part::Question(first)) = parts.first() else { return None };
        let kind = self.survey.lines[*first].kind.clone()?;
        let row = |part: &Part| match part {
            Part::Question(line) if self.is_row(*line, &kind) => Some(*line),
            _ => None,
        };
        let rows: Vec<usize> = parts.iter().map(row).collect::<Option<_>>()?;
        let (select, several) = choices(kind)?;
        Some(Found { length: rows.len(), rows, select, several, header: None })
    }

    /// Whether a line can be a row of a matrix of choices of this kind.
    fn is_row(&self, line: usize, kind: &Kind) -> bool {
        let it = &self.survey.lines[line];
        let (Kind::One(select) | Kind::Several(select)) = kind else { return false };
        let is_plain =
            self.get(line, &Field::ChoiceFilter).is_empty() && self.get(line, &Field::Calculation).is_empty();
        let fits = self.lists.get(&select.list).is_none_or(|list| !is_too_long(list.len()));
        !select.or_other && !it.is_disabled && it.kind.as_ref() == Some(kind) && is_plain && fits
    }

    /// Makes a matrix; the name and the text come from the row of labels or from the group.
    pub(super) fn matrix(
        &mut self,
        found: &Found,
        group: Option<usize>,
        show_if: Option<Condition>,
        out: &mut Vec<Question>,
    ) {
        let named = found.header.or(group).unwrap_or(found.rows[0]);
        self.report.questions += found.rows.len() + usize::from(found.header.is_some());
        self.questions += 1;
        let (select, several) = (&found.select, found.several);
        let offered = match self.offered(found.rows[0], select) {
            Ok(offered) => offered,
            Err(NoOffer::List(_)) => return self.no_matrix(found, "its list is too long"),
            Err(NoOffer::Because(reason)) => return self.no_matrix(found, &reason),
        };
        let id = self.codes.make_name(self.survey.lines[named].name, "matrix");
        let mut question =
            Question { id, question_type: QuestionType::Matrix, several, show_if, ..Question::default() };
        question.text = self.matrix_text(found.header, group, named);
        question.help = self.help(named);
        question.rows = self.rows(found, &question.id, several, &offered.codes);
        question.required = self.rows_required(&found.rows);
        if question.rows.is_empty() {
            return self.report.dropped(self.place(named, &Field::Type), "a matrix whose rows are never asked");
        }
        if let Some(header) = found.header {
            self.report.replaced += 1;
            let place = self.place(header, &Field::Appearance);
            self.report.replaced(place, "a question that only shows the options above others", "the text of a matrix");
        }
        match (self.shared(&select.list, &offered), several) {
            (Some(scale), false) => question.scale = Some(scale),
            _ => question.options = Some(offered.options),
        }
        out.push(question);
    }

    fn no_matrix(&mut self, found: &Found, reason: &str) {
        let lines = found.rows.iter().chain(&found.header);
        self.report.dropped += lines.clone().count();
        for line in lines {
            let place = self.place(*line, &Field::Type);
            self.report.dropped(place, reason);
            self.scope.set(self.survey.lines[*line].name, *line, State::Gone("is left out"));
        }
    }

    fn matrix_text(
        &mut self,
        header: Option<usize>,
        group: Option<usize>,
        named: usize,
    ) -> crate::questionnaire::format::Texts {
        let own = header.and_then(|header| self.texts(header, &Field::Label));
        if let Some(text) = own.or_else(|| self.texts(group?, &Field::Label)) {
            return text;
        }
        let name = self.survey.lines[named].name;
        let place = self.place(named, &Field::Label);
        self.report.replaced(place, "there is no label", format!("the name {name}"));
        self.everywhere(name)
    }

    /// Its rows; each is a question of the form.
    fn rows(&mut self, found: &Found, matrix: &str, several: bool, codes: &Rc<super::super::scope::Codes>) -> Vec<Row> {
        let (mut rows, mut names, mut states) = (Vec::new(), Codes::default(), Vec::new());
        for line in found.rows.iter().copied() {
            let it = &self.survey.lines[line];
            let own = self.relevant(line);
            let around = std::mem::take(&mut self.around);
            let show_if = self.asked_if(line, own);
            self.around = around;
            let Ok(show_if) = show_if else {
                self.report.dropped += 1;
                self.report.dropped(self.place(line, &Field::Relevant), "its condition never holds");
                states.push((line, State::Gone("is left out")));
                continue;
            };
            let id = names.make_name(it.name, "row");
            let label = self.texts(line, &Field::Label).unwrap_or_else(|| {
                let place = self.place(line, &Field::Label);
                self.report.replaced(place, "there is no label", format!("the name {}", it.name));
                self.everywhere(it.name)
            });
            self.told_of_row(line);
            let path = format!("{matrix}.{id}");
            let state = if several {
                State::Here(path + ".options", Type::Choices(Rc::clone(codes)))
            } else {
                State::Here(path, Type::Choice(Rc::clone(codes)))
            };
            states.push((line, state));
            self.report.carried += 1;
            rows.push(Row { id, show_if, label, ..Row::default() });
        }
        for (line, state) in states {
            self.scope.set(self.survey.lines[line].name, line, state);
        }
        if let Some(header) = found.header {
            self.scope.set(self.survey.lines[header].name, header, State::Gone("only shows the options of a matrix"));
        }
        rows
    }

    /// What a row of a matrix cannot have of its own.
    fn told_of_row(&mut self, line: usize) {
        let fields = [
            (Field::Hint, "a row has no help text of its own"),
            (Field::GuidanceHint, "a row has no help text of its own"),
            (Field::Constraint, "a row has no rule of its own"),
            (Field::ReadOnly, "a row can always be answered"),
        ];
        for (field, reason) in fields {
            if self.survey.table.texts(self.survey.lines[line].row, &field).next().is_some() {
                self.report.dropped(self.place(line, &field), reason);
            }
        }
        self.tell_looks(line, &["label", "list-nolabel", "list"]);
        self.tell_parameters(line, &[]);
    }

    /// A matrix is needed as a whole or not at all.
    fn rows_required(&mut self, rows: &[usize]) -> Option<Required> {
        let needed: Vec<_> = rows.iter().map(|row| (*row, self.required(*row))).collect();
        if needed.iter().all(|(_, needed)| *needed == Formula::Bool(true)) {
            return Some(Required::Hard);
        }
        for (row, _) in needed.into_iter().filter(|(_, needed)| *needed != Formula::Bool(false)) {
            let place = self.place(row, &Field::Required);
            self.report.replaced(place, "not every row of the matrix is always needed", "they may be left out");
        }
        None
    }
}

/// What a type chooses from, and whether several.
fn choices(kind: Kind) -> Option<(Select, bool)> {
    match kind {
        Kind::One(select) => Some((select, false)),
        Kind::Several(select) => Some((select, true)),
        _ => None,
    }
}
