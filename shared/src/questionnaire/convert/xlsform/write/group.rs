//! Sections, repeats, matrices and tables: groups of rows.

use super::Writer;
use super::grid::{Cells, Key};
use super::kind::number;
use super::names::Holds;
use super::words::{hints, labels};
use crate::questionnaire::format::{Choice, Question, QuestionType, Required, Section};

impl Writer<'_, '_> {
    /// A section: a group at the top.
    pub(super) fn section(&mut self, section: &Section) {
        let name = self.names.make(&section.id);
        let mut cells: Cells = vec![(Key::Type, "begin group".into()), (Key::Name, name)];
        let texts = self.texts(&section.title, &section.id);
        cells.extend(labels(texts));
        if let Some(intro) = &section.intro {
            let texts = self.texts(intro, &section.id);
            cells.extend(hints(texts));
        }
        cells.push((Key::Relevant, self.relevant(section.show_if.as_ref(), &section.id)));
        self.left_out("sections.randomise", section.randomise);
        self.survey.add(cells);
        for question in &section.questions {
            self.question(question);
        }
        self.end("end group");
    }

    fn end(&mut self, kind: &str) {
        self.survey.add(vec![(Key::Type, kind.into())]);
    }

    /// A group that is filled in several times.
    pub(super) fn group(&mut self, question: &Question) -> bool {
        let mut cells = self.cells(question, "begin repeat");
        let repeat = question.repeat.clone().unwrap_or_default();
        match (repeat.min, repeat.max) {
            (Some(min), Some(max)) if min == max => cells.push((Key::RepeatCount, min.to_string())),
            (None, Some(50)) => {}
            _ => self.report.dropped(format!("{}.repeat", question.id), "a repeat has a fixed number of times or none"),
        }
        self.left_out("repeat.label", repeat.label.is_some());
        self.left_out("checks of groups", !question.checks.is_empty());
        self.survey.add(cells);
        for inner in &question.questions {
            self.question(inner);
        }
        self.end("end repeat");
        true
    }

    /// A matrix: a group that looks like a table.
    pub(super) fn matrix(&mut self, question: &Question) -> bool {
        let own_ways_out = question.rows.iter().filter_map(|row| self.way_out(row.dont_know.as_ref()));
        let mut options = self.options(question);
        for way_out in own_ways_out.collect::<Vec<Choice>>() {
            if !options.iter().any(|option| option.code == way_out.code) {
                options.push(way_out);
            }
        }
        let has_way_out = question.dont_know.is_some() || question.rows.iter().any(|row| row.dont_know.is_some());
        let shared = question.scale.as_ref().filter(|_| !has_way_out);
        let list = self.list(&question.id, shared, options).name;
        let kind = if question.several { "select_multiple" } else { "select_one" };
        let mut cells = self.cells(&Question { required: None, ..question.clone() }, "begin group");
        cells.push((Key::Appearance, "table-list".into()));
        self.survey.add(cells);
        for row in &question.rows {
            let path = format!("{}.{}{}", question.id, row.id, if question.several { ".options" } else { "" });
            let name = self.names.get(&path).map(|(name, _)| name.to_owned()).unwrap_or_default();
            let mut cells: Cells = vec![(Key::Type, format!("{kind} {list}")), (Key::Name, name)];
            let texts = self.texts(&row.label, &path);
            cells.extend(labels(texts));
            if question.required == Some(Required::Hard) {
                cells.push((Key::Required, "yes".into()));
            }
            cells.push((Key::Relevant, self.relevant(row.show_if.as_ref(), &path)));
            self.left_out("rows.indicator", row.indicator.is_some());
            self.survey.add(cells);
        }
        self.end("end group");
        self.left_out("checks of matrices", !question.checks.is_empty());
        true
    }

    /// Amounts and tables: each cell is a question of its own.
    pub(super) fn table(&mut self, question: &Question) -> bool {
        let cells = self.cells(&Question { required: None, ..question.clone() }, "begin group");
        self.survey.add(cells);
        for row in &question.rows {
            if question.question_type == QuestionType::Amounts {
                let cell = Question { text: row.label.clone(), ..cell(question) };
                self.cell(&format!("{}.{}.amount", question.id, row.id), row.show_if.as_ref(), &cell);
                continue;
            }
            let texts = self.texts(&row.label, &row.id);
            self.note(&format!("{}_{}", question.id, row.id), texts);
            for column in &question.columns {
                let inner = Question {
                    id: column.id.clone(),
                    question_type: column.column_type,
                    text: column.label.clone(),
                    scale: column.scale.clone(),
                    options: column.options.clone(),
                    min: column.min.clone(),
                    max: column.max.clone(),
                    decimals: column.decimals,
                    max_length: column.max_length,
                    ..cell(question)
                };
                self.cell(&format!("{}.{}.{}", question.id, row.id, column.id), row.show_if.as_ref(), &inner);
            }
        }
        self.end("end group");
        self.left_out(
            "total",
            question.total.is_some() || question.columns.iter().any(|column| column.total.is_some()),
        );
        self.left_out("rows.dont_know", question.rows.iter().any(|row| row.dont_know.is_some()));
        self.left_out("checks of tables", !question.checks.is_empty());
        self.report.replaced(question.id.as_str(), "a form has no table", "a group with a question for each cell");
        false
    }

    /// One cell.
    fn cell(&mut self, path: &str, show_if: Option<&crate::questionnaire::format::Condition>, cell: &Question) {
        use QuestionType as T;
        let name = self.names.get(path).map(|(name, _)| name.to_owned()).unwrap_or_default();
        let kind = match cell.question_type {
            T::Single | T::Dropdown | T::MultiSelect => {
                let options = self.options(cell);
                let list = self.list(&name, cell.scale.as_ref(), options).name;
                format!(
                    "{} {list}",
                    if cell.question_type == T::MultiSelect { "select_multiple" } else { "select_one" }
                )
            }
            T::Date | T::Year => "date".into(),
            T::ShortText | T::OpenText => "text".into(),
            _ => number(cell).to_owned(),
        };
        let mut cells: Cells = vec![(Key::Type, kind), (Key::Name, name)];
        let texts = self.texts(&cell.text, path);
        cells.extend(labels(texts));
        if cell.required == Some(Required::Hard) {
            cells.push((Key::Required, "yes".into()));
        }
        cells.push((Key::Relevant, self.relevant(show_if, path)));
        self.constraint(cell, Holds::Nothing, vec![], &mut cells);
        self.survey.add(cells);
    }
}

/// What the cells of a table have from it.
fn cell(table: &Question) -> Question {
    Question {
        question_type: QuestionType::Numeric,
        min: table.min.clone(),
        max: table.max.clone(),
        decimals: table.decimals,
        required: table.required,
        ..Question::default()
    }
}
