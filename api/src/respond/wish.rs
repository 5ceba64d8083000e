//! Which button of a page was pressed, and where it leads.

use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::form::SHOWN;
use rundfrage_shared::questionnaire::model::{Question, QuestionKind};
use rundfrage_shared::questionnaire::route::asked_in_item;

use super::question::is_of;
use super::route::Route;
use super::section::Way;
use super::sheets::Sheet;
use super::visit::Visit;
use crate::app::App;
use crate::language::remember;
use crate::page::Page;

/// The form's fields.
pub type Fields = Vec<(String, String)>;

/// Which button was pressed.
pub enum Wish {
    /// Go on.
    GoOn,
    /// Go on another time.
    Later,
    /// Hand the section to a colleague.
    Delegate,
    /// Take back the answer to this question.
    Clear(String),
    /// One more item of this group.
    Add(String),
    /// This item of a group is to go: the group, and the item's number.
    Remove(String, usize),
    /// Send the files of this question, and stay.
    Attach(String),
    /// This file is to go: the question, and the file's id.
    Detach(String, String),
    /// Go on in this language.
    Speak(Language),
    /// Stay on the page and have kept what was typed so far; no button says so, the page's script does.
    Keep,
}

impl Wish {
    /// What the post says.
    pub fn read(posted: &[(String, String)]) -> Self {
        let value = |name: &str| posted.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let short = |value: &str| value.chars().take(140).collect();
        if let Some(question) = value(".clear") {
            Self::Clear(short(question))
        } else if let Some((question, file)) = value(".detach").and_then(|file| file.split_once('.')) {
            Self::Detach(short(question), short(file))
        } else if let Some(question) = value(".attach") {
            Self::Attach(short(question))
        } else if let Some(group) = value(".add") {
            Self::Add(short(group))
        } else if let Some((group, Ok(number))) =
            value(".remove").and_then(|item| item.rsplit_once('.')).map(|(group, number)| (group, number.parse()))
        {
            Self::Remove(short(group), number)
        } else if let Some(language) = value(".language").and_then(|tag| Language::parse(tag).ok()) {
            Self::Speak(language)
        } else if value(".do") == Some("later") {
            Self::Later
        } else if value(".do") == Some("colleague") {
            Self::Delegate
        } else if value(".do") == Some("keep") {
            Self::Keep
        } else {
            Self::GoOn
        }
    }

    /// Whether one wants to leave the page behind.
    pub const fn goes_on(&self) -> bool {
        matches!(self, Self::GoOn)
    }

    /// Whether the page stays open, and its script wants to know what was kept.
    pub const fn keeps(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// The group that gets one item more or less.
    pub fn reshapes(&self) -> Option<&str> {
        if let Self::Add(group) | Self::Remove(group, _) = self { Some(group) } else { None }
    }

    /// The group that gets one item more.
    pub fn extends(&self) -> Option<&str> {
        if let Self::Add(group) = self { Some(group) } else { None }
    }

    /// The page in the language wished for, if the questionnaire speaks it; that is kept.
    pub fn translated(&self, app: &App, jar: CookieJar, mut page: Page) -> (CookieJar, Page) {
        let Self::Speak(language) = self else { return (jar, page) };
        if !page.offered.contains(language) {
            return (jar, page);
        }
        page.speak(language);
        (remember(app, jar, language), page)
    }

    /// The fields without those that are taken back; the items behind one that goes move up.
    pub fn without_taken_back(&self, posted: Fields) -> Fields {
        match self {
            Self::Clear(question) => posted.into_iter().filter(|(name, _)| !is_of(name, question)).collect(),
            Self::Remove(group, gone) => {
                posted.into_iter().filter_map(|(name, value)| Some((moved_up(name, group, *gone)?, value))).collect()
            }
            Self::Detach(question, file) => {
                posted.into_iter().filter(|(name, value)| name != question || value != file).collect()
            }
            _ => posted,
        }
    }

    /// Where to go after saving.
    pub fn target(
        &self,
        visit: &Visit,
        draft: &Answers,
        sheet: &Sheet<'_>,
        way: &Way,
        posted: &[(String, String)],
    ) -> String {
        let here = visit.address(&sheet.address());
        let route = Route::new(visit, draft);
        let then = way.returns(&route);
        let again = then.map_or(String::new(), |then| format!("?then={then}"));
        let with =
            |more: String| if again.is_empty() { format!("{here}?{more}") } else { format!("{here}{again}&{more}") };
        match self {
            Self::Later => return visit.address("later"),
            Self::Delegate => return format!("{}?section={}", visit.address("colleague"), sheet.section.code),
            Self::Speak(_) => return format!("{here}{again}"),
            Self::Clear(question) if sheet.asks(question.split('.').next().unwrap_or_default()) => {
                return format!("{here}{again}#{question}-question");
            }
            Self::Attach(question) | Self::Detach(question, _) if sheet.asks(question) => {
                return format!("{here}{again}#{question}-question");
            }
            Self::Add(group) if sheet.asks(group) => {
                let next = items(draft, group) + 1;
                return with(format!("add={group}#{group}.{next}"));
            }
            Self::Remove(group, _) if sheet.asks(group) => return format!("{here}{again}#{group}-question"),
            _ => {}
        }
        match (brought_up(&route, visit, sheet, posted), then) {
            (Some(question), _) => with(format!("more=1#{question}-question")),
            (None, Some(then)) => visit.address(then),
            (None, None) => visit.address(&route.after(&sheet.address()).unwrap_or_else(|| visit.end().into())),
        }
    }
}

fn items(draft: &Answers, group: &str) -> usize {
    if let Some(Answer::Group(items)) = draft.get(group) { items.len() } else { 0 }
}

/// The name of a field once an item of the group is gone; `None` if it goes with it.
fn moved_up(name: String, group: &str, gone: usize) -> Option<String> {
    let part = name.strip_prefix(group).and_then(|rest| rest.strip_prefix('.')).and_then(|rest| rest.split_once('.'));
    let Some((Ok(number), rest)) = part.map(|(number, rest)| (number.parse::<usize>(), rest)) else {
        return Some(name);
    };
    match number {
        number if number == gone => None,
        number if number > gone => Some(format!("{group}.{}.{rest}", number - 1)),
        _ => Some(name),
    }
}

/// The first question that the answers just saved have brought up on this page. A post that does not say what its page showed comes
/// from a page that showed everything.
fn brought_up(route: &Route<'_>, visit: &Visit, sheet: &Sheet<'_>, posted: &[(String, String)]) -> Option<String> {
    let shown: Vec<&str> = posted.iter().filter(|(name, _)| name == SHOWN).map(|(_, code)| code.as_str()).collect();
    if shown.is_empty() {
        return None;
    }
    let asked = sheet.questions.iter().filter(|question| route.asks(question));
    asked.flat_map(|question| names(route, visit, question)).find(|name| !shown.contains(&name.as_str()))
}

/// The names of a question that is asked, and of those asked in the items of a group.
fn names(route: &Route<'_>, visit: &Visit, question: &Question) -> Vec<String> {
    let mut names = vec![question.code.to_string()];
    if let (QuestionKind::Group { questions, .. }, Some(Answer::Group(items))) =
        (&question.kind, route.counted().get(question.code.as_str()))
    {
        for (item, number) in items.iter().zip(1..) {
            let asked = asked_in_item(questions, item, route.counted(), visit.circumstances()).into_iter();
            let shown = asked.filter(|inner| !matches!(inner.kind, QuestionKind::Calculated { shown: false, .. }));
            names.extend(shown.map(|inner| format!("{}.{number}.{}", question.code, inner.code)));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_items_behind_one_that_goes_move_up() {
        let names =
            ["sites.1.name", "sites.2.name", "sites.3.name", "sites.3.staff.dont_know", "sites_old", "other.3.name"];
        let moved: Vec<_> = names.iter().filter_map(|name| moved_up((*name).to_owned(), "sites", 2)).collect();
        assert_eq!(moved, ["sites.1.name", "sites.2.name", "sites.2.staff.dont_know", "sites_old", "other.3.name"]);
    }
}
