//! A question as its template shows it: texts in one language, and what is filled in.

mod filled;
mod make;

pub use filled::Filled;
pub use make::Maker;

/// One question.
#[derive(Debug)]
pub struct QuestionView {
    /// The name of its field.
    pub name: String,
    /// The question.
    pub text: String,
    /// What helps to answer it, then how many answers it takes.
    pub hint: String,
    /// Shown by the style sheet as soon as the option with this number on the same page is chosen; 0: always shown.
    pub revealed_by: usize,
    /// Whether there is anything to take back.
    pub is_filled: bool,
    /// What it takes.
    pub kind: Kind,
    /// The way out, set apart from the answers, and the name of its field.
    pub apart: Option<(String, OptionView)>,
}

/// What a question takes.
#[derive(Debug)]
pub enum Kind {
    /// One option.
    Single(Vec<OptionView>),
    /// Several options; those in the second list rule out the others.
    Multi(Vec<OptionView>, Vec<OptionView>),
    /// One option a row.
    Matrix(MatrixView),
    /// An option for each rank.
    Ranking(Vec<RankView>),
    /// A number.
    Number(NumberView),
    /// 0 to 10.
    Nps(Vec<OptionView>),
    /// Free text.
    Text(TextView),
}

/// One radio or box.
#[derive(Debug)]
pub struct OptionView {
    /// Its id.
    pub id: String,
    /// What it sends.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it is chosen.
    pub checked: bool,
    /// The numbers of the questions it reveals, as classes.
    pub reveals: String,
    /// The text of one's own that goes with it.
    pub other: Option<OtherView>,
}

/// "Other, namely".
#[derive(Debug)]
pub struct OtherView {
    /// The name of its field.
    pub name: String,
    /// What was typed.
    pub value: String,
}

/// A matrix.
#[derive(Debug)]
pub struct MatrixView {
    /// How many columns the grid has; 0 if it would be too wide for one.
    pub columns: usize,
    /// The headings of the columns.
    pub heads: Vec<String>,
    /// Its rows, at most seven together.
    pub groups: Vec<Vec<RowView>>,
}

/// A row of a matrix.
#[derive(Debug)]
pub struct RowView {
    /// The name of its field.
    pub name: String,
    /// What it says.
    pub label: String,
    /// Its options.
    pub options: Vec<OptionView>,
    /// Its way out.
    pub apart: Option<OptionView>,
}

/// One rank.
#[derive(Debug)]
pub struct RankView {
    /// The name of its field.
    pub name: String,
    /// "First place".
    pub label: String,
    /// What can take it: value, label, whether it does.
    pub options: Vec<(String, String, bool)>,
}

/// A number.
#[derive(Debug)]
pub struct NumberView {
    /// As it was typed.
    pub value: String,
    /// The unit.
    pub unit: String,
    /// How wide the field is, in characters.
    pub width: &'static str,
    /// `numeric` or `decimal`: the keys of a phone.
    pub keys: &'static str,
}

/// Free text.
#[derive(Debug)]
pub struct TextView {
    /// As it was typed.
    pub value: String,
    /// Lines to begin with.
    pub rows: usize,
}
