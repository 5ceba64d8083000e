//! A question as its template shows it: texts in one language, and what is filled in.

mod choose;
mod field;
mod filled;
mod group;
mod make;
mod matrix;
mod table;
mod upload;

pub use choose::{GradesView, ListView, OptionView, RankView};
pub use field::{FieldView, TextView};
pub use filled::{Filled, is_of};
pub use group::{GroupView, SummaryView};
pub use make::Maker;
pub use matrix::MatrixView;
pub use table::{CellKind, TableView};
pub use upload::{UploadView, hint as files_hint};

/// One question.
#[derive(Debug)]
pub struct QuestionView {
    /// The name of its field.
    pub name: String,
    /// The question.
    pub text: String,
    /// What helps to answer it.
    pub help: String,
    /// How many answers it takes, or how they are written; in the interface's words.
    pub note: String,
    /// Whether it must be answered.
    pub is_required: bool,
    /// Shown by the style sheet as soon as the option with this number on the same page is chosen; 0: always shown.
    pub revealed_by: usize,
    /// Whether there is anything to take back.
    pub is_filled: bool,
    /// What it takes.
    pub kind: Kind,
    /// The way out, set apart from the answers, and the name of its field.
    pub apart: Option<(String, OptionView)>,
}

impl QuestionView {
    /// Help and note together, to know whether there is a hint.
    pub fn hint(&self) -> String {
        format!("{}{}", self.help, self.note)
    }

    /// Whether it, or a question of its items, must be answered.
    pub fn holds_required(&self) -> bool {
        let in_items = |group: &GroupView| group.items.iter().flat_map(|item| &item.questions).any(|it| it.is_required);
        self.is_required || matches!(&self.kind, Kind::Group(group) if in_items(group))
    }

    /// Whether its options have pictures.
    pub fn is_pictured(&self) -> bool {
        let has_picture = |option: &OptionView| !option.image.is_empty();
        match &self.kind {
            Kind::Single(options) => options.iter().any(has_picture),
            Kind::Multi(options, exclusive) => options.iter().chain(exclusive).any(has_picture),
            _ => false,
        }
    }

    /// Whether an answer can be taken back by a button.
    pub const fn can_be_cleared(&self) -> bool {
        !matches!(self.kind, Kind::Value(_) | Kind::Note | Kind::Group(_) | Kind::Upload(_))
    }
}

/// What a question takes.
#[derive(Debug)]
pub enum Kind {
    /// One option.
    Single(Vec<OptionView>),
    /// One option of a list.
    List(ListView),
    /// Several options; those in the second list rule out the others.
    Multi(Vec<OptionView>, Vec<OptionView>),
    /// Numbers side by side.
    Grades(GradesView),
    /// One option a row, or several.
    Matrix(MatrixView),
    /// A cell for each row and column.
    Table(TableView),
    /// A field for each row.
    Amounts(TableView),
    /// An option for each rank.
    Ranking(Vec<RankView>),
    /// One line; what its ends mean, where it has ends.
    Field(FieldView, Option<(String, String)>),
    /// Hours and minutes.
    Duration([FieldView; 2]),
    /// Free text.
    Text(TextView),
    /// A statement to agree to.
    Consent(OptionView),
    /// A value that follows from other answers.
    Value(String),
    /// Earlier answers, and whether they are right.
    Summary(SummaryView),
    /// Questions that are answered several times.
    Group(GroupView),
    /// Files.
    Upload(UploadView),
    /// Nothing.
    Note,
}
