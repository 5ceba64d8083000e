//! Which button of a page was pressed, and where it leads.

use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::form::SHOWN;
use rundfrage_shared::questionnaire::model::Question;
use rundfrage_shared::text::Words;

use super::route::Route;
use super::section::Way;
use super::sheets::Sheet;
use super::visit::Visit;
use crate::app::App;
use crate::language::{by_tag, remember};
use crate::page::Page;

/// Which button was pressed.
pub enum Wish {
    /// Go on.
    GoOn,
    /// Go on another time.
    Later,
    /// Take back the answer to this question.
    Clear(String),
    /// Go on in this language.
    Speak(Words),
}

impl Wish {
    /// What the post says.
    pub fn read(posted: &[(String, String)]) -> Self {
        let value = |name: &str| posted.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        match (value(".clear"), value(".language").and_then(by_tag), value(".do")) {
            (Some(question), _, _) => Self::Clear(question.chars().take(64).collect()),
            (None, Some(language), _) => Self::Speak(Words(language)),
            (None, None, Some("later")) => Self::Later,
            _ => Self::GoOn,
        }
    }

    /// The page in the language wished for, which is kept.
    pub fn translated(&self, app: &App, jar: CookieJar, mut page: Page) -> (CookieJar, Page) {
        let Self::Speak(words) = self else { return (jar, page) };
        page.words = *words;
        (remember(app, jar, *words), page)
    }

    /// The fields without those of the question whose answer is taken back.
    pub fn without_cleared(&self, posted: Vec<(String, String)>) -> Vec<(String, String)> {
        let Self::Clear(question) = self else { return posted };
        posted.into_iter().filter(|(name, _)| name.split('.').next() != Some(question)).collect()
    }

    /// Where to go after saving.
    pub fn target(
        &self,
        visit: &Visit,
        draft: &Answers,
        sheet: Sheet<'_>,
        way: &Way,
        posted: &[(String, String)],
    ) -> String {
        let here = visit.address(&sheet.address());
        let again = if way.returns() { "?then=check" } else { "" };
        match self {
            Self::Later => return visit.address("later"),
            Self::Speak(_) => return format!("{here}{again}"),
            Self::Clear(question) if sheet.asks(question) => return format!("{here}{again}#{question}-question"),
            _ => {}
        }
        let then = if way.returns() { "then=check&" } else { "" };
        let route = Route::new(visit, draft);
        match brought_up(&route, sheet, posted) {
            Some(question) => format!("{here}?{then}more=1#{}-question", question.code),
            None if way.returns() => visit.address("check"),
            None => visit.address(&route.after(&sheet.address()).unwrap_or_else(|| "check".into())),
        }
    }
}

/// The first question that the answers just saved have brought up on this page. A post that does not say what its page showed comes
/// from a page that showed everything.
fn brought_up<'q>(route: &Route<'_>, sheet: Sheet<'q>, posted: &[(String, String)]) -> Option<&'q Question> {
    let shown: Vec<&str> = posted.iter().filter(|(name, _)| name == SHOWN).map(|(_, code)| code.as_str()).collect();
    let is_new = |question: &&Question| route.asks(question) && !shown.contains(&question.code.as_str());
    sheet.questions.iter().find(is_new).filter(|_| !shown.is_empty())
}
