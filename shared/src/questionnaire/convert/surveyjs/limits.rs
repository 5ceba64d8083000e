//! What a type of ours takes: what goes beyond is taken back and told.

use super::Reading;
use crate::questionnaire::format::{Bound, Choice, Question, QuestionType};

/// Digits that may follow the decimal sign at most; a number of theirs without steps has any.
pub const MOST_DECIMALS: u8 = 6;
/// Numbers beyond this are no bounds but mistakes.
const LARGEST: f64 = 1e12;

impl Reading<'_> {
    /// Takes back what the type of `question` does not take.
    pub fn keep_to_type(&mut self, question: &mut Question, place: &str) {
        self.keep_bounds(question, place);
        self.keep_counts(question, place);
        let (takes_more, rules_out) = match question.question_type {
            QuestionType::MultiSelect => (true, true),
            QuestionType::Matrix => (question.several, question.several),
            _ => (true, false),
        };
        if let Some(mut options) = question.options.take() {
            self.keep_options(&mut options, takes_more, rules_out, place);
            question.options = Some(options);
        }
        if question.question_type == QuestionType::Ranking && std::mem::take(&mut question.randomise) {
            self.report.dropped(place, "the options of a ranking keep their order");
        }
    }

    /// Options of a matrix have no conditions, and only where several are ticked one can rule out the others.
    pub fn keep_options(&mut self, options: &mut [Choice], takes_more: bool, rules_out: bool, place: &str) {
        let (mut lost, mut others) = ([0; 3], 0);
        for option in options {
            others += usize::from(option.other_text);
            lost[0] += usize::from(!rules_out && std::mem::take(&mut option.exclusive));
            if !takes_more {
                lost[1] += usize::from(option.show_if.take().is_some() || option.anchor.take().is_some());
                lost[1] += usize::from(option.image.take().is_some());
            }
            if option.other_text && (!takes_more || (rules_out && others > 1)) {
                option.other_text = false;
                lost[2] += 1;
            }
        }
        let reasons = [
            "options that rule out others, where only one can be chosen anyway",
            "options with a condition or picture, where all rows have the same",
            "options that take a text, of which there is one at most",
        ];
        for (count, reason) in lost.into_iter().zip(reasons).filter(|(count, _)| *count > 0) {
            self.report.dropped(place, format!("{count} {reason}"));
        }
    }

    fn keep_bounds(&mut self, question: &mut Question, place: &str) {
        for bound in [&mut question.min, &mut question.max] {
            if matches!(bound, Some(Bound::Number(number)) if number.abs() > LARGEST) {
                *bound = None;
                self.report.dropped(place, format!("a bound beyond {LARGEST}"));
            }
        }
        let is_upside_down = match (&question.min, &question.max) {
            (Some(Bound::Number(min)), Some(Bound::Number(max))) => min > max,
            (Some(Bound::Text(min)), Some(Bound::Text(max))) => min > max,
            _ => false,
        };
        if is_upside_down {
            question.max = None;
            self.report.dropped(place, "the greatest value, which is below the least");
        }
        if question.question_type == QuestionType::Slider && !is_slider(question) {
            question.question_type = QuestionType::Numeric;
            question.decimals = Some(MOST_DECIMALS);
            question.step = None;
            self.report.replaced(place, "a slider whose ends and steps do not fit", "a number");
        }
    }

    fn keep_counts(&mut self, question: &mut Question, place: &str) {
        let count = question.options.as_ref().map_or(usize::MAX, Vec::len);
        // As many as there are is no limit.
        question.max_choices = question.max_choices.filter(|most| *most < count);
        question.max_ranks = question.max_ranks.map(|most| most.min(count));
        let most = question.max_choices.unwrap_or(count);
        if question.min_choices.is_some_and(|least| least > most) {
            question.min_choices = None;
            self.report.dropped(place, "a least number of options that nobody could reach");
        }
    }
}

fn is_slider(question: &Question) -> bool {
    let (Some(Bound::Number(min)), Some(Bound::Number(max))) = (&question.min, &question.max) else { return false };
    question.step.is_some_and(|step| step > 0.0 && step <= max - min)
}
