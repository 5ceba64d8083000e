//! Questions that an answer on the same page brings up. Where one option decides, the page holds the question already and the style
//! sheet shows it as soon as the option is chosen; a browser that cannot do this shows it always, and what is not asked is left
//! out on the server in either case. Where more decides (a number, a count), the page comes again with the question.

use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::model::{Code, Question, QuestionKind};
use rundfrage_shared::questionnaire::route::asked;

use super::route::Route;
use super::sheets::Sheet;
use super::visit::Visit;

/// As many as the style sheet has rules for; further ones come by the server.
const MOST: usize = 8;

/// The questions of one page that options of the same page reveal.
#[derive(Debug)]
pub struct Reveals<'q>(Vec<Reveal<'q>>);

#[derive(Debug)]
struct Reveal<'q> {
    question: &'q Code,
    trigger: &'q Code,
    options: Vec<&'q Code>,
}

impl<'q> Reveals<'q> {
    /// Those of `sheet`. A trigger counts only if it is asked for certain, so that nothing hidden reveals anything.
    pub fn new(visit: &'q Visit, route: &Route<'q>, sheet: &Sheet<'q>) -> Self {
        let reveal = |question: &'q Question| {
            let (trigger, options) = question.show_if.as_ref()?.as_option_test()?;
            let asked_here = sheet.questions.iter().copied().find(|here| here.code == *trigger && route.asks(here))?;
            let would_be = would_be_asked(visit, asked_here, question, options.first().copied()?);
            would_be.then_some(Reveal { question: &question.code, trigger, options })
        };
        let mut reveals: Vec<_> = sheet.questions.iter().copied().filter_map(reveal).collect();
        reveals.truncate(MOST);
        // A trigger that is itself revealed is not asked for certain.
        let revealed: Vec<&Code> = reveals.iter().map(|reveal| reveal.question).collect();
        reveals.retain(|reveal| !revealed.contains(&reveal.trigger));
        Self(reveals)
    }

    /// The number by which a question is revealed; 0 if it is not.
    pub fn number(&self, question: &Question) -> usize {
        self.0.iter().position(|reveal| *reveal.question == question.code).map_or(0, |place| place + 1)
    }

    /// The classes of an option that reveals questions, each with a space before it.
    pub fn classes(&self, question: &Question, option: &Code) -> String {
        let reveals = self.0.iter().enumerate();
        let its = reveals.filter(|(_, reveal)| *reveal.trigger == question.code && reveal.options.contains(&option));
        its.flat_map(|(place, _)| [" reveals-".to_owned(), (place + 1).to_string()]).collect()
    }
}

/// Whether `question` would be asked if `trigger` were answered with `option`: its other conditions (how often it is asked, say) may
/// forbid it.
fn would_be_asked(visit: &Visit, trigger: &Question, question: &Question, option: &Code) -> bool {
    let answer = match trigger.kind {
        QuestionKind::Single { .. } => Answer::Choice(option.clone()),
        QuestionKind::MultiSelect { .. } => Answer::Choices { codes: vec![option.clone()], other: None },
        _ => return false,
    };
    let mut answers: Answers = visit.response.draft.clone();
    answers.0.insert(trigger.code.clone(), answer);
    asked(&visit.questionnaire, &answers, visit.circumstances()).contains(question.code.as_str())
}
