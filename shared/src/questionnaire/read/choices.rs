//! Questions with options to choose from.

use super::Reading;
use super::entry::{Entry, Fields};
use super::options::Extras;
use super::shape::Shape;
use super::table::ticked;
use crate::questionnaire::model::{Choice, ChoiceLook, OptionOrder, QuestionKind, RankingSource, Scale};
use crate::questionnaire::problem::quoted;

impl Reading {
    pub fn scale(&mut self, fields: &mut Fields<'_>, scale: Scale) -> Option<QuestionKind> {
        let options = match (fields.take("scale"), fields.take("options")) {
            (Some(name), None) => self.named_scale(&name, Some(scale))?,
            (None, Some(options)) => self.scale_options(&options, Some(scale))?,
            _ => return self.exactly_one(fields, "\"scale\" or \"options\""),
        };
        let (order, look) = (OptionOrder::Written, ChoiceLook::Buttons);
        Some(QuestionKind::Single { options, scale: Some(scale), order, look })
    }

    /// The options of a scale of the questionnaire.
    pub fn named_scale(&mut self, name: &Entry<'_>, wanted: Option<Scale>) -> Option<Vec<Choice>> {
        let text = name.text(&mut self.problems)?;
        let Some(found) = self.scales.get(text) else {
            let known = self.scales.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            name.wrong(&mut self.problems, format!("there is no scale {}; known are: {known}", quoted(text)));
            return None;
        };
        if wanted.is_some() && wanted != found.scale {
            let reason = format!("the scale {} has another number of points than this question", quoted(text));
            name.wrong(&mut self.problems, reason);
        }
        Some(found.options.clone())
    }

    pub fn single(&mut self, fields: &mut Fields<'_>, look: ChoiceLook) -> Option<QuestionKind> {
        let order = self.order(fields);
        let options = match (fields.take("scale"), fields.take("options"), fields.take("list")) {
            (Some(name), None, None) => self.named_scale(&name, None)?,
            (None, Some(options), None) => self.options(&options, Extras::One)?,
            (None, None, Some(name)) => self.list(&name)?,
            _ => return self.exactly_one(fields, "\"options\", \"scale\" or \"list\""),
        };
        Some(QuestionKind::Single { options, scale: None, order, look })
    }

    /// In which order options are shown.
    fn order(&mut self, fields: &mut Fields<'_>) -> OptionOrder {
        match (self.flag(fields, "randomise"), self.flag(fields, "rotate")) {
            (false, false) => OptionOrder::Written,
            (true, false) => OptionOrder::Drawn,
            (false, true) => OptionOrder::Rotated,
            (true, true) => {
                let reason = "\"randomise\" and \"rotate\" rule each other out; keep one";
                self.problems.add(fields.line, fields.path.clone(), reason);
                OptionOrder::Written
            }
        }
    }

    pub fn multi_select(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let order = self.order(fields);
        let min = fields.take("min_choices");
        let max = fields.take("max_choices");
        let list = fields.need("options", &mut self.problems)?;
        let options = self.options(&list, Extras::Several)?;
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
        Some(QuestionKind::MultiSelect { options, min_choices, max_choices, order })
    }

    /// A matrix; where several options of a row can be ticked it is a table of one column.
    pub fn matrix(&mut self, fields: &mut Fields<'_>, way_out: Option<&Choice>) -> Option<QuestionKind> {
        let several = self.flag(fields, "several");
        let rows = fields.need("rows", &mut self.problems).and_then(|rows| self.rows(&rows, way_out));
        // `scale_inline` is the older name of a matrix's own options.
        let own = fields.take("options").or_else(|| fields.take("scale_inline"));
        let extras = if several { Extras::Several } else { Extras::None };
        let options = match (fields.take("scale"), own) {
            (Some(name), None) => self.named_scale(&name, None)?,
            (None, Some(options)) => self.options(&options, extras)?,
            _ => return self.exactly_one(fields, "\"scale\" or \"options\""),
        };
        if several {
            return Some(QuestionKind::Table { rows: rows?, columns: vec![ticked(options)] });
        }
        let kind = QuestionKind::Matrix { rows: rows?, options };
        if let QuestionKind::Matrix { rows, .. } = &kind {
            self.apart(fields, &kind, rows.iter().filter_map(|row| row.dont_know.as_ref()));
        }
        Some(kind)
    }

    pub fn ranking(&mut self, fields: &mut Fields<'_>) -> Option<QuestionKind> {
        let max_ranks = fields.take("max_ranks");
        let (source, most) = match (fields.take("options"), fields.take("options_from")) {
            (Some(options), None) => {
                let options = self.options(&options, Extras::One)?;
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
}
