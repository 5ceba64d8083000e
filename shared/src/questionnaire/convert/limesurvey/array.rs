//! Arrays: one option a row, or several; two scales; cells of numbers and texts.

use std::rc::Rc;

use super::super::formula::Operator;
use super::entry::LONGEST_LINE;
use super::making::Making;
use super::names::{Cell, Pair, Shape};
use super::number::MOST_DECIMALS;
use super::question::Made;
use super::survey::Question as Theirs;
use super::value::decimal;
use crate::questionnaire::format::{Bound, Check, Choice, Column, Question, QuestionType, Row};

impl<'r> Making<'r, '_> {
    /// One option a row, from a list of the question or of its type.
    pub(super) fn array(&mut self, theirs: &'r Theirs<'r>, place: &str) -> Option<Made> {
        let (rows, known) = self.array_rows(theirs, place)?;
        let (choices, options) = match theirs.kind {
            'A' | 'B' => {
                let most = if theirs.kind == 'A' { 5 } else { 10 };
                let numbers: Vec<_> = (1..=most).map(|number: u8| number.to_string()).collect();
                let labels: Vec<_> = numbers.iter().map(|number| (number.as_str(), self.everywhere(number))).collect();
                Self::fixed(&labels)
            }
            'C' => self.built_in_options(&[("Y", "convert-yes"), ("N", "convert-no"), ("U", "convert-uncertain")]),
            'E' => {
                self.built_in_options(&[("I", "convert-increase"), ("S", "convert-same"), ("D", "convert-decrease")])
            }
            _ => {
                let (choices, known) = self.choices(place, &theirs.answers[0], &[]);
                (choices, Rc::new(known))
            }
        };
        if choices.is_empty() {
            self.report.dropped(place, "it has no options");
            return None;
        }
        let question = Question { rows, options: Some(choices), ..Question::default() };
        Some(Made::new(QuestionType::Matrix, Shape::Matrix(known, options)).with(question))
    }

    fn built_in_options(&mut self, keys: &[(&str, &str)]) -> (Vec<Choice>, super::value::Options) {
        let labels: Vec<_> = keys.iter().map(|(code, key)| (*code, self.built_in(key))).collect();
        Self::fixed(&labels)
    }

    /// The rows of an array; `None` if there are none.
    pub(super) fn array_rows(&mut self, theirs: &'r Theirs<'r>, place: &str) -> Option<(Vec<Row>, Vec<Pair>)> {
        let filters = self.filters(place, &theirs.settings);
        let (rows, known) = self.rows(place, &theirs.parts[0], &filters);
        let random = theirs.settings.is_on("random_order");
        if random || theirs.settings.get("subquestion_order") == "random" {
            self.report.replaced(place, "its rows come in an order drawn", "they come in the order written");
        }
        if rows.is_empty() {
            self.report.dropped(place, "it has no rows");
            return None;
        }
        Some((rows, known))
    }

    /// Two scales beside each other.
    pub(super) fn dual(&mut self, theirs: &'r Theirs<'r>, place: &str) -> Option<Made> {
        let (rows, known) = self.array_rows(theirs, place)?;
        let is_list = theirs.settings.is_on("use_dropdown");
        let column_type = if is_list { QuestionType::Dropdown } else { QuestionType::Single };
        let (mut columns, mut cells) = (Vec::new(), Vec::new());
        for (scale, header) in ["dualscale_headerA", "dualscale_headerB"].into_iter().enumerate() {
            let label = theirs.settings.words(header).cloned();
            let label = label.and_then(|words| self.texts(&format!("{place}, {header}"), &words));
            let label = label.unwrap_or_else(|| self.everywhere(&(scale + 1).to_string()));
            let (choices, options) = self.choices(place, &theirs.answers[scale], &[]);
            if choices.is_empty() {
                self.report.dropped(place, format!("its scale {} has no options", scale + 1));
                continue;
            }
            let id = format!("scale_{}", scale + 1);
            cells.push(((scale.to_string(), id.clone()), Cell::Choice(Rc::new(options))));
            columns.push(Column { id, column_type, options: Some(choices), label, ..Column::default() });
        }
        if columns.is_empty() {
            return None;
        }
        let question = Question { rows, columns, ..Question::default() };
        Some(Made::new(QuestionType::Table, Shape::Table(known, cells)).with(question))
    }

    /// Cells of numbers or texts, or boxes to tick.
    pub(super) fn cells(&mut self, theirs: &'r Theirs<'r>, id: &str, place: &str) -> Option<Made> {
        let (rows, known) = self.array_rows(theirs, place)?;
        if theirs.parts[1].is_empty() {
            self.report.dropped(place, "it has no columns");
            return None;
        }
        if theirs.kind == ':' && theirs.settings.is_on("multiflexible_checkbox") {
            let (choices, options) = self.choices(place, &theirs.parts[1], &[]);
            let question = Question { rows, several: true, options: Some(choices), ..Question::default() };
            return Some(Made::new(QuestionType::Matrix, Shape::Ticks(known, Rc::new(options))).with(question));
        }
        let (heads, names) = self.heads(theirs, place);
        let is_number = theirs.kind == ':' || theirs.settings.is_on("numbers_only");
        let cell = || if is_number { Cell::Number } else { Cell::Text };
        let shape = Shape::Table(known, names.into_iter().map(|name| (name, cell())).collect());
        let (kind, checks) = self.cell_kind(theirs, id, place, &shape);
        let column = |head: Row| Column { id: head.id, label: head.label, ..kind.clone() };
        let columns = heads.into_iter().map(column).collect();
        let question = Question { checks, rows, columns, ..Question::default() };
        Some(Made::new(QuestionType::Table, shape).with(question))
    }

    /// The heads of columns.
    fn heads(&mut self, theirs: &'r Theirs<'r>, place: &str) -> (Vec<Row>, Vec<Pair>) {
        /// Columns of one table.
        const MOST: usize = 40;
        let (mut heads, mut names) = self.rows(place, &theirs.parts[1], &[]);
        if heads.len() > MOST {
            self.report.replaced(place, format!("it has {} columns", heads.len()), format!("the first {MOST}"));
            heads.truncate(MOST);
            names.truncate(MOST);
        }
        if heads.iter().any(|head| head.show_if.is_some()) {
            self.report.dropped(place, "columns that are shown only sometimes");
        }
        (heads, names)
    }

    /// What the cells of an array of numbers or texts take, and their rules.
    fn cell_kind(&mut self, theirs: &Theirs<'r>, id: &str, place: &str, shape: &Shape) -> (Column, Vec<Check>) {
        if theirs.kind == ';' {
            return (self.text_cell(theirs, place), vec![]);
        }
        let settings = &theirs.settings;
        let (step, is_free) =
            (decimal(settings.get("multiflexible_step")).unwrap_or(1.0), settings.is_on("input_boxes"));
        let known = Self::provisional(theirs, id, shape);
        let mut checks = Vec::new();
        let min = self.bound(&known, place, settings.get("multiflexible_min"), Operator::AtLeast, &mut checks);
        let max = self.bound(&known, place, settings.get("multiflexible_max"), Operator::AtMost, &mut checks);
        if !is_free && (step - 1.0).abs() > f64::EPSILON {
            self.report.replaced(
                place,
                format!("its numbers stand in steps of {step}"),
                "any number between the bounds",
            );
        }
        // A list of numbers to open goes from 1 to 10 if it says nothing.
        let listed = |bound: Option<f64>, number: f64| bound.or((!is_free).then_some(number)).map(Bound::Number);
        let decimals = (is_free || step.fract() != 0.0).then_some(MOST_DECIMALS);
        let (min, max) = (listed(min, 1.0), listed(max, 10.0));
        (Column { column_type: QuestionType::Numeric, min, max, decimals, ..Column::default() }, checks)
    }

    /// What cells of texts take.
    pub(super) fn text_cell(&mut self, theirs: &Theirs<'r>, place: &str) -> Column {
        if theirs.settings.is_on("numbers_only") {
            return Column { column_type: QuestionType::Numeric, decimals: Some(MOST_DECIMALS), ..Column::default() };
        }
        let max_length = Some(self.length(theirs, place, LONGEST_LINE));
        Column { column_type: QuestionType::ShortText, max_length, ..Column::default() }
    }

    /// A text for each subquestion.
    pub(super) fn short_texts(&mut self, theirs: &'r Theirs<'r>, place: &str) -> Option<Made> {
        let (rows, known) = self.array_rows(theirs, place)?;
        let cell = self.text_cell(theirs, place);
        let kind = if cell.column_type == QuestionType::Numeric { Cell::Number } else { Cell::Text };
        let column = Column { id: "answer".into(), label: self.built_in("convert-answer"), ..cell };
        let shape = Shape::Table(known, vec![((String::new(), "answer".into()), kind)]);
        let text = self.with_affixes(theirs, place);
        let question = Question { rows, columns: vec![column], text: text.unwrap_or_default(), ..Question::default() };
        Some(Made::new(QuestionType::Table, shape).with(question))
    }
}
