//! Which room reads each type of questions.
//!
//! To add a type: its name in [`format`](crate::questionnaire::format), a variant of [`QuestionKind`] if no present
//! one can say it, the keys in the room that reads it, what expressions see of it in `types.rs`, its fields in `form/`, its
//! rules in `validate/`.

use super::Reading;
use super::entry::Fields;
use crate::questionnaire::format::QuestionType as T;
use crate::questionnaire::model::{Choice, ChoiceLook, Precision, QuestionKind, RankingSource, Scale, TextFormat};
use crate::questionnaire::problem::quoted;

impl Reading {
    /// The kind, and the way out of the whole question; in a matrix or a table each row has its own instead.
    pub fn kind(&mut self, fields: &mut Fields<'_>, way_out: Option<Choice>) -> Option<(QuestionKind, Option<Choice>)> {
        let kind = fields.need("type", &mut self.problems)?.word(&mut self.problems, &T::ALL);
        let Some(kind) = kind else {
            // Nothing is known of the other keys then: one problem is enough.
            fields.rest();
            return None;
        };
        let kind = match kind {
            T::Matrix => return self.matrix(fields, way_out.as_ref()).map(|kind| (kind, None)),
            T::Table => return self.table(fields, way_out.as_ref()).map(|kind| (kind, None)),
            T::Amounts => return self.amounts(fields, way_out.as_ref()).map(|kind| (kind, None)),
            T::ThreePoint => self.scale(fields, Scale::ThreePoint),
            T::FivePoint => self.scale(fields, Scale::FivePoint),
            T::Single => self.single(fields, ChoiceLook::Buttons),
            T::Dropdown => self.single(fields, ChoiceLook::List),
            T::MultiSelect => self.multi_select(fields),
            T::YesNo => Some(self.yes_no(fields)),
            T::Rating => self.rating(fields),
            T::Nps => Some(QuestionKind::Nps),
            T::Ranking => self.ranking(fields),
            T::Numeric => Some(self.numeric(fields)),
            T::Currency => self.currency(fields),
            T::Percentage => Some(self.percentage(fields)),
            T::Slider => self.slider(fields),
            T::Date => Some(QuestionKind::Moment(self.moment(fields, Precision::Day))),
            T::Month => Some(QuestionKind::Moment(self.moment(fields, Precision::Month))),
            T::Quarter => Some(QuestionKind::Moment(self.moment(fields, Precision::Quarter))),
            T::Year => Some(QuestionKind::Moment(self.moment(fields, Precision::Year))),
            T::Time => Some(QuestionKind::Moment(self.moment(fields, Precision::Time))),
            T::Duration => Some(self.duration(fields)),
            T::ShortText => self.text_kind(fields, TextFormat::Line),
            T::OpenText => self.text_kind(fields, TextFormat::Lines),
            T::Email => self.text_kind(fields, TextFormat::Email),
            T::Url => self.text_kind(fields, TextFormat::Url),
            T::Phone => self.text_kind(fields, TextFormat::Phone),
            T::Consent => self.consent(fields),
            T::Calculated => self.calculated(fields),
            T::Summary => self.summary(fields),
            T::Group => self.group(fields),
            T::Upload => self.upload(fields),
            T::Note => Some(QuestionKind::Note),
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
