//! Groups of `KoboToolbox` that are one question: statements that are rated, ranks, and a table.

use super::super::super::codes::Codes;
use super::super::super::formula::Formula;
use super::super::heading::Field;
use super::super::kind::{Frame, Kind, Select};
use super::super::scope::State;
use super::super::survey::Part;
use super::Builder;
use super::choices::{NoOffer, Offered};
use super::matrix::Found;
use crate::questionnaire::format::{Column, Condition, Question, QuestionType, Row};

/// The columns that name the list of such a group.
pub const LISTS: [&str; 3] = ["kobo--score-choices", "kobo--rank-items", "kobo--matrix_list"];

impl Builder<'_, '_> {
    /// The frame of a group of `KoboToolbox` that is one question.
    pub(super) fn kobo(&self, line: usize) -> Option<Frame> {
        match self.survey.lines[line].kind {
            Some(Kind::Begin(frame @ (Frame::Score | Frame::Rank | Frame::Matrix))) => Some(frame),
            _ => None,
        }
    }

    /// Makes one question of the group.
    pub(super) fn kobo_group(
        &mut self,
        line: usize,
        frame: Frame,
        parts: &[Part],
        own: Formula,
        out: &mut Vec<Question>,
    ) {
        let lines: Option<Vec<usize>> = parts.iter().map(|part| self.kobo_row(frame, part)).collect();
        let Some(lines) = lines.filter(|lines| !lines.is_empty()) else {
            return self.drop_all(parts, "rows of another type stand in the group, or none", line);
        };
        let Ok(show_if) = self.asked_if(line, own) else {
            return self.drop_all(parts, "the condition of the group never holds", line);
        };
        let column = match frame {
            Frame::Score => LISTS[0],
            Frame::Rank => LISTS[1],
            _ => LISTS[2],
        };
        let select = Select { list: self.get(line, &Field::Other(column.into())).to_owned(), or_other: false };
        if frame == Frame::Score {
            let found = Found { length: lines.len(), rows: lines, select, several: false, header: None };
            return self.score(line, &found, show_if, out);
        }
        let offered = match self.offered(line, &select) {
            Ok(offered) => offered,
            Err(NoOffer::List(_)) => return self.drop_all(parts, "its list is too long", line),
            Err(NoOffer::Because(reason)) => return self.drop_all(parts, &reason, line),
        };
        let id = self.codes.make_name(self.survey.lines[line].name, "q");
        let help = self.help(line);
        let mut question = Question { id, show_if, text: self.group_text(line), help, ..Question::default() };
        self.require(line, &mut question);
        match frame {
            Frame::Rank => self.ranks(&lines, question, offered, out),
            _ => self.table(line, &lines, question, offered, out),
        }
    }

    /// The line of a part, if it fits into such a group.
    fn kobo_row(&self, frame: Frame, part: &Part) -> Option<usize> {
        let Part::Question(line) = part else { return None };
        let is_row = self.survey.lines[*line].kind == Some(Kind::Row);
        (is_row == (frame != Frame::Matrix)).then_some(*line)
    }

    fn score(&mut self, line: usize, found: &Found, show_if: Option<Condition>, out: &mut Vec<Question>) {
        let before = out.len();
        self.matrix(found, Some(line), show_if, out);
        if let Some(matrix) = out.get_mut(before) {
            self.require(line, matrix);
        }
    }

    /// A ranking with as many ranks as there are rows.
    fn ranks(&mut self, lines: &[usize], question: Question, offered: Offered, out: &mut Vec<Question>) {
        self.report.questions += 1;
        self.report.carried += 1;
        self.questions += 1;
        let place = self.place(lines[0], &Field::Label);
        self.report.replaced(place, "ranks have no words of their own", "1, 2, 3");
        for line in lines {
            self.scope.set(self.survey.lines[*line].name, *line, State::Gone("is a rank of a ranking"));
        }
        let max_ranks = (lines.len() < offered.options.len()).then_some(lines.len());
        let options = Some(offered.options);
        out.push(Question { question_type: QuestionType::Ranking, options, max_ranks, ..question });
    }

    /// A table: the items of the list are its rows, the questions its columns.
    fn table(&mut self, line: usize, lines: &[usize], question: Question, offered: Offered, out: &mut Vec<Question>) {
        let mut names = Codes::default();
        let columns: Vec<Column> = lines.iter().filter_map(|line| self.column(*line, &mut names)).collect();
        if columns.is_empty() {
            return self.report.dropped(self.place(line, &Field::Type), "none of its questions can be a column");
        }
        let row = |option: crate::questionnaire::format::Choice| Row {
            id: option.code,
            show_if: option.show_if,
            label: option.label,
            ..Row::default()
        };
        let rows = offered.options.into_iter().map(row).collect();
        out.push(Question { question_type: QuestionType::Table, rows, columns, ..question });
    }

    fn column(&mut self, line: usize, names: &mut Codes) -> Option<Column> {
        self.report.questions += 1;
        self.questions += 1;
        let it = &self.survey.lines[line];
        self.scope.set(it.name, line, State::Gone("is a column of a table, one for each row"));
        let column = match it.kind.clone() {
            Some(Kind::Text) => Ok(Column { column_type: QuestionType::ShortText, ..Column::default() }),
            Some(Kind::Integer) => Ok(Column { column_type: QuestionType::Numeric, ..Column::default() }),
            Some(Kind::Decimal) => {
                Ok(Column { column_type: QuestionType::Numeric, decimals: Some(6), ..Column::default() })
            }
            Some(Kind::Date) => Ok(Column { column_type: QuestionType::Date, ..Column::default() }),
            Some(Kind::One(select)) => self.chosen(line, &select, QuestionType::Single),
            Some(Kind::Several(select)) => self.chosen(line, &select, QuestionType::MultiSelect),
            _ => Err(format!("a column of a table takes no {}", it.written)),
        };
        match column {
            Ok(column) => {
                self.report.carried += 1;
                self.tell_of_column(line);
                let id = names.make_name(it.name, "column");
                let label = self.texts(line, &Field::Label).unwrap_or_else(|| self.everywhere(it.name));
                Some(Column { id, label, ..column })
            }
            Err(reason) => {
                self.report.dropped += 1;
                self.report.dropped(self.place(line, &Field::Type), reason);
                None
            }
        }
    }

    fn chosen(&mut self, line: usize, select: &Select, column_type: QuestionType) -> Result<Column, String> {
        match self.offered(line, select) {
            Ok(offered) => Ok(Column { column_type, options: Some(offered.options), ..Column::default() }),
            Err(NoOffer::List(_)) => Err("its list is too long".into()),
            Err(NoOffer::Because(reason)) => Err(reason),
        }
    }

    /// What a column of a table cannot have of its own.
    fn tell_of_column(&mut self, line: usize) {
        for field in [Field::Required, Field::Relevant, Field::Constraint, Field::Hint] {
            if self.survey.table.texts(self.survey.lines[line].row, &field).next().is_some() {
                self.report.dropped(self.place(line, &field), "a column of a table has none of its own");
            }
        }
        self.tell_looks(line, &[]);
    }
}
