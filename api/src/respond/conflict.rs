//! Two people on one page: what it showed when it was opened, and the page with both answers where they differ.

use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::fault::FieldProblem;
use rundfrage_shared::questionnaire::form::fields;
use rundfrage_shared::questionnaire::model::{Code, Question, QuestionKind};
use rundfrage_shared::response::save::{Shown, mark};

use super::question::{Filled, is_of};
use super::route::Route;
use super::sheets::Sheet;
use super::spoken::lines;
use super::visit::Visit;
use super::voice::Voice;
use crate::page::Page;

/// The hidden field that says what the page showed of one question: its code, a colon and the mark of the answer.
const WAS: &str = ".was";
/// Characters of a text in the line that tells of a conflict: it is read aloud.
const SHORT: usize = 60;

/// One person's post: what it says, and what its page showed.
#[derive(Clone, Copy, Debug)]
pub struct Mine<'a> {
    /// All answers, as the post would have them.
    pub answers: &'a Answers,
    /// What the page showed.
    pub shown: &'a Shown,
    /// The fields.
    pub posted: &'a [(String, String)],
}

impl Mine<'_> {
    /// Whether this person has changed the answer.
    fn has_changed(&self, code: &Code) -> bool {
        self.shown.get(code).is_some_and(|base| mark(self.answers.get(code.as_str())) != *base)
    }
}

/// The value of the hidden field of a question: what the page showed at first, or shows now.
pub fn was(question: &Question, draft: &Answers, shown: &Shown) -> String {
    let now = || mark(draft.get(question.code.as_str()));
    field(&question.code, &shown.get(&question.code).cloned().unwrap_or_else(now))
}

/// The value of such a field.
pub fn field(code: &Code, mark: &str) -> String {
    format!("{code}:{mark}")
}

/// What a posted page showed.
pub fn shown(posted: &[(String, String)]) -> Shown {
    let fields = posted.iter().filter(|(name, _)| name == WAS);
    let pairs = fields.filter_map(|(_, value)| value.split_once(':'));
    pairs.filter_map(|(code, mark)| Some((Code::parse(code).ok()?, mark.to_owned()))).collect()
}

/// The field with what the page sent before without getting an answer: its fields as JSON, a list of names and values.
const SENT: &str = ".sent";
/// More of them than the script sends along.
const MOST_SENT: usize = 5;

/// What the page sent before, whose answer was lost.
pub fn sent_before(posted: &[(String, String)]) -> Vec<Vec<(String, String)>> {
    let lost = posted.iter().filter(|(name, _)| name == SENT).take(MOST_SENT);
    lost.filter_map(|(_, fields)| serde_json::from_str(fields).ok()).collect()
}

/// What the page showed, with its own earlier posts counted among that: what is stored of them is nobody else's answer.
pub fn own(mut shown: Shown, stored: &Answers, before: &[Answers]) -> Shown {
    for (code, base) in &mut shown {
        let Some(now) = stored.get(code.as_str()) else { continue };
        if before.iter().any(|answers| answers.get(code.as_str()) == Some(now)) {
            *base = mark(Some(now));
        }
    }
    shown
}

/// Of what a page showed, that of the questions which are to be mended: nothing was saved of them.
pub fn still_open(shown: &Shown, problems: &[FieldProblem]) -> Shown {
    let is_open = |code: &Code| problems.iter().any(|problem| problem.question.as_ref() == Some(code));
    shown.iter().filter(|(code, _)| is_open(code)).map(|(code, mark)| (code.clone(), mark.clone())).collect()
}

/// What stands in the fields of the page that is shown again: this person's own answers where they changed any, else what is
/// stored by now.
pub fn filled(theirs: &Answers, sheet: &Sheet<'_>, language: &Language, mine: &Mine<'_>) -> Filled {
    let of = |question: &Question| -> Vec<(String, String)> {
        // Files of mine that came with the post are not stored; those that are there stay there.
        if mine.has_changed(&question.code) && !matches!(question.kind, QuestionKind::Upload(_)) {
            let its = mine.posted.iter().filter(|(name, _)| is_of(name, question.code.as_str()));
            return its.cloned().collect();
        }
        let answer = theirs.get(question.code.as_str());
        answer.map(|answer| fields(question, answer, language)).unwrap_or_default()
    };
    sheet.questions.iter().copied().flat_map(of).collect()
}

/// Tells at each question what the other person answered.
pub fn refuse(page: &mut Page, visit: &Visit, route: &Route<'_>, sheet: &Sheet<'_>, questions: &[Code]) {
    let voice = visit.voice(page, route.counted());
    for question in of(sheet, questions) {
        let theirs = theirs(&voice, question, &visit.response.draft);
        let message = if theirs.is_empty() {
            page.t("respond-conflict-cleared").into_owned()
        } else {
            page.t1("respond-conflict", "theirs", theirs).into_owned()
        };
        page.refuse(question.code.to_string(), message);
    }
}

/// Tells in one line what the other person answered, while the page stays as it is; all else was saved at `time`.
pub fn tell(
    page: &Page,
    visit: &Visit,
    sheet: &Sheet<'_>,
    (stored, questions): (&Answers, &[Code]),
    time: String,
) -> String {
    let route = Route::new(visit, stored);
    let voice = visit.voice(page, route.counted());
    let line = |question: &Question| {
        let theirs = theirs(&voice, question, stored);
        let theirs = if theirs.is_empty() { page.t("respond-keep-cleared").into_owned() } else { shortened(&theirs) };
        let values = [("question", shortened(&voice.say(&question.text)).into()), ("theirs", theirs.into())];
        page.words.with("respond-keep-theirs", &values).into_owned()
    };
    let answers = of(sheet, questions).map(line).collect::<Vec<_>>().join("; ");
    page.words.with("respond-keep-conflict", &[("answers", answers.into()), ("time", time.into())]).into_owned()
}

fn of<'s>(sheet: &'s Sheet<'_>, codes: &[Code]) -> impl Iterator<Item = &'s Question> {
    sheet.section.questions.iter().filter(|question| codes.contains(&question.code))
}

fn theirs(voice: &Voice<'_>, question: &Question, stored: &Answers) -> String {
    let said = lines(voice, question, stored).into_iter();
    said.map(|line| format!("{} {}", line.label, line.text).trim().to_owned()).collect::<Vec<_>>().join("; ")
}

/// A text of which the beginning will do.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
