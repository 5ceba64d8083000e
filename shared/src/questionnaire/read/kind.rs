//! The names of the types of questions, and which room reads each.
//!
//! To add a type: its name here and in [`format`](crate::questionnaire::format), a variant of [`QuestionKind`] if no present
//! one can say it, the keys in the room that reads it, what expressions see of it in `types.rs`, its fields in `form/`, its
//! rules in `validate/`.

use super::Reading;
use super::entry::Fields;
use crate::questionnaire::model::{Choice, ChoiceLook, Precision, QuestionKind, RankingSource, Scale, TextFormat};
use crate::questionnaire::problem::quoted;

/// The names of the types.
#[derive(Clone, Copy)]
enum Type {
    Scale(Scale),
    Single(ChoiceLook),
    MultiSelect,
    YesNo,
    Rating,
    Nps,
    Matrix,
    Amounts,
    Table,
    Ranking,
    Numeric,
    Currency,
    Percentage,
    Slider,
    Moment(Precision),
    Duration,
    Text(TextFormat),
    Consent,
    Calculated,
    Summary,
    Group,
    Upload,
    Note,
}

const TYPES: [(&str, Type); 33] = [
    ("three_point", Type::Scale(Scale::ThreePoint)),
    ("five_point", Type::Scale(Scale::FivePoint)),
    ("single", Type::Single(ChoiceLook::Buttons)),
    ("dropdown", Type::Single(ChoiceLook::List)),
    ("multi_select", Type::MultiSelect),
    ("yes_no", Type::YesNo),
    ("rating", Type::Rating),
    ("nps", Type::Nps),
    ("matrix", Type::Matrix),
    ("amounts", Type::Amounts),
    ("table", Type::Table),
    ("ranking", Type::Ranking),
    ("numeric", Type::Numeric),
    ("currency", Type::Currency),
    ("percentage", Type::Percentage),
    ("slider", Type::Slider),
    ("date", Type::Moment(Precision::Day)),
    ("month", Type::Moment(Precision::Month)),
    ("quarter", Type::Moment(Precision::Quarter)),
    ("year", Type::Moment(Precision::Year)),
    ("time", Type::Moment(Precision::Time)),
    ("duration", Type::Duration),
    ("short_text", Type::Text(TextFormat::Line)),
    ("open_text", Type::Text(TextFormat::Lines)),
    ("email", Type::Text(TextFormat::Email)),
    ("url", Type::Text(TextFormat::Url)),
    ("phone", Type::Text(TextFormat::Phone)),
    ("consent", Type::Consent),
    ("calculated", Type::Calculated),
    ("summary", Type::Summary),
    ("group", Type::Group),
    ("upload", Type::Upload),
    ("note", Type::Note),
];

impl Reading {
    /// The kind, and the way out of the whole question; in a matrix or a table each row has its own instead.
    pub fn kind(&mut self, fields: &mut Fields<'_>, way_out: Option<Choice>) -> Option<(QuestionKind, Option<Choice>)> {
        let kind = fields.need("type", &mut self.problems)?.word(&mut self.problems, &TYPES);
        let Some(kind) = kind else {
            // Nothing is known of the other keys then: one problem is enough.
            fields.rest();
            return None;
        };
        let kind = match kind {
            Type::Matrix => return self.matrix(fields, way_out.as_ref()).map(|kind| (kind, None)),
            Type::Table => return self.table(fields, way_out.as_ref()).map(|kind| (kind, None)),
            Type::Amounts => return self.amounts(fields, way_out.as_ref()).map(|kind| (kind, None)),
            Type::Scale(scale) => self.scale(fields, scale),
            Type::Single(look) => self.single(fields, look),
            Type::MultiSelect => self.multi_select(fields),
            Type::YesNo => Some(self.yes_no(fields)),
            Type::Rating => self.rating(fields),
            Type::Nps => Some(QuestionKind::Nps),
            Type::Ranking => self.ranking(fields),
            Type::Numeric => Some(self.numeric(fields)),
            Type::Currency => self.currency(fields),
            Type::Percentage => Some(self.percentage(fields)),
            Type::Slider => self.slider(fields),
            Type::Moment(precision) => Some(QuestionKind::Moment(self.moment(fields, precision))),
            Type::Duration => Some(self.duration(fields)),
            Type::Text(format) => self.text_kind(fields, format),
            Type::Consent => self.consent(fields),
            Type::Calculated => self.calculated(fields),
            Type::Summary => self.summary(fields),
            Type::Group => self.group(fields),
            Type::Upload => self.upload(fields),
            Type::Note => Some(QuestionKind::Note),
        }?;
        self.apart(fields, &kind, way_out.iter());
        Some((kind, way_out))
    }

    /// The way out must not have the code of an option.
    pub fn apart<'c>(
        &mut self,
        fields: &Fields<'_>,
        kind: &QuestionKind,
        mut ways_out: impl Iterator<Item = &'c Choice>,
    ) {
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

    /// Notes that of some keys exactly one is needed.
    pub fn exactly_one<T>(&mut self, fields: &Fields<'_>, keys: &str) -> Option<T> {
        self.problems.add(fields.line, fields.path.clone(), format!("this question needs exactly one of {keys}"));
        None
    }
}
