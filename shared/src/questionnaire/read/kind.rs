//! What the kinds of questions have each for themselves.
//!
//! To add a kind: a variant of [`QuestionKind`], its keys here, what conditions may ask of it in `question.rs`, its fields
//! in `form/`, its rules in `validate.rs`.

use super::Reading;
use super::condition::Shape;
use super::entry::{Entry, Fields};
use super::options::Extras;
use crate::questionnaire::model::{Choice, QuestionKind, RankingSource, Scale};
use crate::questionnaire::problem::quoted;

/// Characters of an open text that says nothing of its length, and the most it may allow.
const OPEN_TEXT: (usize, usize) = (2_000, 10_000);
/// Digits after the decimal sign.
const MOST_DECIMALS: usize = 6;

/// The names of the kinds.
#[derive(Clone, Copy)]
enum Type {
    Scale(Scale),
    Single,
    MultiSelect,
    Matrix,
    Ranking,
    Numeric,
    Nps,
    OpenText,
}

const TYPES: [(&str, Type); 9] = [
    ("three_point", Type::Scale(Scale::ThreePoint)),
    ("five_point", Type::Scale(Scale::FivePoint)),
    ("single", Type::Single),
    ("multi_select", Type::MultiSelect),
    ("matrix", Type::Matrix),
    ("ranking", Type::Ranking),
    ("numeric", Type::Numeric),
    ("nps", Type::Nps),
    ("open_text", Type::OpenText),
];

impl Reading {
    /// The kind, and the way out of the whole question; in a matrix each row has its own instead.
    pub fn kind(&mut self, fields: &mut Fields<'_>, way_out: Option<Choice>) -> Option<(QuestionKind, Option<Choice>)> {
        let kind = fields.need("type", &mut self.problems)?.word(&mut self.problems, &TYPES);
        let Some(kind) = kind else {
            // Nothing is known of the other keys then: one problem is enough.
            fields.rest();
            return None;
        };
        let kind = match kind {
            Type::Scale(scale) => self.scale(fields, scale),
            Type::Single => self.single(fields),
            Type::MultiSelect => self.multi_select(fields),
            Type::Matrix => return self.matrix(fields, way_out.as_ref()).map(|kind| (kind, None)),
            Type::Ranking => self.ranking(fields),
            Type::Numeric => Some(self.numeric(fields)),
            Type::Nps => Some(QuestionKind::Nps),
            Type::OpenText => self.open_text(fields),
        }?;
        self.apart(fields, &kind, way_out.iter());
        Some((kind, way_out))
    }

    /// The way out must not have the code of an option.
    fn apart<'c>(&mut self, fields: &Fields<'_>, kind: &QuestionKind, mut ways_out: impl Iterator<Item = &'c Choice>) {
        let (QuestionKind::Single { options, .. }
        | QuestionKind::MultiSelect { options, .. }
        | QuestionKind::Matrix { options, .. }
        | QuestionKind::Ranking { source: RankingSource::Options(options), .. }) = kind
        else {
            return;
        };
        if let Some(way_out) = ways_out.find(|way_out| options.iter().any(|option| option.code == way_out.code)) {
            let reason = format!("an option has the code {} of \"dont_know\"", quoted(way_out.code.as_str()));
            self.problems.add(fields.line, fields.path.clone(), reason);
        }
    }

    fn scale(&mut self, fields: &mut Fields<'_>, scale: Scale) -> Option<QuestionKind> {
        let options = match (fields.take("scale"), fields.take("options")) {
            (Some(name), None) => self.named_scale(&name, Some(scale))?,
            (None, Some(options)) => self.scale_options(&options, Some(scale))?,
            _ => return self.exactly_one(fields, "\"scale\" or \"options\""),
        };
        Some(QuestionKind::Single { options, scale: Some(scale), randomise: false })
    }

    fn named_scale(&mut self, name: &Entry<'_>, wanted: Option<Scale>) -> Option<Vec<Choice>> {
        let text = name.text(&mut self.problems)?;
        let Some(found) = self.scales.get(text) else {
            let known = self.scales.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            name.wrong(&mut self.problems, format!("there is no scale {}; known are: {known}", quoted(text)));
            return None;
        };
        if wanted.is_some_and(|wanted| wanted != found.scale) {
            let reason = format!("the scale {} has another number of points than this question", quoted(text));
            name.wrong(&mut self.problems, reason);
        }
        Some(found.options.clone())
    }

    fn exactly_one<T>(&mut self, fields: &Fields<'_>, keys: &str) -> Option<T> {
        self.problems.add(fields.line, fields.path.clone(), format!("this question needs exactly one of {keys}"));
        None
    }

    fn single(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let randomise = self.flag(fields, "randomise");
        let options = fields.need("options", &mut self.problems)?;
        let options = self.options(&options, Extras::Anchor)?;
        Some(QuestionKind::Single { options, scale: None, randomise })
    }

    fn multi_select(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let randomise = self.flag(fields, "randomise");
        let min = fields.take("min_choices");
        let max = fields.take("max_choices");
        let options = fields.need("options", &mut self.problems)?;
        let list = options;
        let options = self.options(&list, Extras::All)?;
        if options.iter().filter(|choice| choice.other_text).count() > 1 {
            list.wrong(&mut self.problems, "more than one option has an other_text; keep one");
        }
        let min_choices = min.and_then(|min| min.whole(&mut self.problems, 1, options.len()));
        let max_choices = max.as_ref().and_then(|max| max.whole(&mut self.problems, 1, options.len()));
        if let (Some(min), Some(most), Some(entry)) = (min_choices, max_choices, max)
            && min > most
        {
            entry.wrong(&mut self.problems, "max_choices is below min_choices");
        }
        Some(QuestionKind::MultiSelect { options, min_choices, max_choices, randomise })
    }

    fn matrix(&mut self, fields: &mut Fields<'_>, way_out: Option<&Choice>) -> Option<QuestionKind> {
        let rows = fields.need("rows", &mut self.problems).and_then(|rows| self.rows(&rows, way_out));
        let options = match (fields.take("scale"), fields.take("scale_inline")) {
            (Some(name), None) => self.named_scale(&name, None)?,
            (None, Some(options)) => self.options(&options, Extras::None)?,
            _ => return self.exactly_one(fields, "\"scale\" or \"scale_inline\""),
        };
        let kind = QuestionKind::Matrix { rows: rows?, options };
        if let QuestionKind::Matrix { rows, .. } = &kind {
            self.apart(fields, &kind, rows.iter().filter_map(|row| row.dont_know.as_ref()));
        }
        Some(kind)
    }

    fn ranking(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let max_ranks = fields.take("max_ranks");
        let (source, most) = match (fields.take("options"), fields.take("options_from")) {
            (Some(options), None) => {
                let options = self.options(&options, Extras::Anchor)?;
                let most = options.len();
                (RankingSource::Options(options), most)
            }
            (None, Some(from)) => self.options_from(&from)?,
            _ => return self.exactly_one(fields, "\"options\" or \"options_from\""),
        };
        let max_ranks = match max_ranks {
            Some(ranks) => ranks.whole(&mut self.problems, 1, most)?,
            None => most,
        };
        Some(QuestionKind::Ranking { source, max_ranks })
    }

    /// An earlier question that gives the options of a ranking, and how many it can give.
    fn options_from(&mut self, entry: &Entry<'_>) -> Option<(RankingSource, usize)> {
        let mut fields = entry.fields(&mut self.problems)?;
        let rows = self.flag(&mut fields, "rows");
        let selected = self.flag(&mut fields, "selected_only");
        let question = fields.need("question", &mut self.problems);
        fields.finish(&mut self.problems);
        let question = self.earlier(&question?)?;
        match (self.seen.get(question.as_str()), rows, selected) {
            (Some(Shape::Matrix(count)), true, false) => Some((RankingSource::Rows(question), *count)),
            (Some(Shape::Options { several: Some(most), .. }), false, true) => {
                Some((RankingSource::Selected(question), *most))
            }
            (Some(Shape::Broken), ..) => None,
            _ => {
                let reason = "options come from a matrix by \"rows: true\" or from a multi_select question by \
                              \"selected_only: true\"";
                entry.wrong(&mut self.problems, reason);
                None
            }
        }
    }

    fn numeric(&mut self, fields: &mut Fields<'_>) -> QuestionKind {
        let unit = fields.take("unit").and_then(|unit| unit.code(&mut self.problems)).map(|unit| unit.to_string());
        let min = fields.take("min").and_then(|min| min.number(&mut self.problems));
        let max_entry = fields.take("max");
        let max = max_entry.as_ref().and_then(|max| max.number(&mut self.problems));
        let decimals = fields.take("decimals").and_then(|d| d.whole(&mut self.problems, 0, MOST_DECIMALS)).unwrap_or(0);
        if let (Some(min), Some(max), Some(entry)) = (min, max, max_entry)
            && min > max
        {
            entry.wrong(&mut self.problems, "max is below min");
        }
        QuestionKind::Numeric { unit, min, max, decimals: u8::try_from(decimals).unwrap_or(0) }
    }

    fn open_text(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let max_length = match fields.take("max_length") {
            Some(length) => length.whole(&mut self.problems, 1, OPEN_TEXT.1)?,
            None => OPEN_TEXT.0,
        };
        Some(QuestionKind::OpenText { max_length })
    }
}
