//! `/respond/{response}/colleague`: hands a section, or everything, to a colleague; shows who has what, and takes it back.

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use rundfrage_shared::delegation::{self, HandOver, LIMIT, Listed, Note, Refusal, names_a_site};
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::DelegationId;
use rundfrage_shared::language::Language;
use rundfrage_shared::message::State as MailState;
use rundfrage_shared::name::Name;
use rundfrage_shared::questionnaire::model::Code;
use serde::Deserialize;

use super::claim::Hat;
use super::notice;
use super::route::Route;
use super::visit::{OpenVisit, Visit};
use super::voice::Voice;
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

/// What is sent for "everything".
const EVERYTHING: &str = ".all";

#[derive(Template)]
#[template(path = "respond/colleague.html")]
struct ColleaguePage {
    page: Page,
    colleagues: Vec<Colleague>,
    sections: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    typed: Typed,
    may_more: bool,
    here: String,
    back: String,
}

/// A colleague in the list.
#[derive(Debug)]
struct Colleague {
    id: DelegationId,
    name: String,
    email: String,
    what: String,
    since: String,
    /// Kind of badge, and the text in it.
    badge: (&'static str, &'static str),
    is_revoked: bool,
}

/// The form as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    email: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    section: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    sender: String,
    #[serde(default)]
    note: String,
}

/// Which section was open when the visitor came here.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    section: String,
}

/// Shows the form, and who has what.
pub async fn get(
    State(app): State<App>,
    OpenVisit(visit): OpenVisit,
    page: Page,
    Query(asked): Query<Asked>,
) -> Result<Answer, WebError> {
    let page = visit.page(page);
    if !visit.hands_over() {
        return Err(WebError::NotFound);
    }
    let language = page.spoken.to_string();
    let typed = Typed { language, section: asked.section, ..Typed::default() };
    Ok(show(&draw(&app, &visit, page, typed).await?))
}

/// Hands over, or shows the form again with what is to be mended.
pub async fn post(
    State(app): State<App>,
    visit: Visit,
    page: Page,
    Form(typed): Form<Typed>,
) -> Result<Answer, WebError> {
    let mut page = visit.page(page);
    if !visit.hands_over() {
        return Err(WebError::NotFound);
    }
    if let Some(wish) = typed.read(&visit, &mut page) {
        match delegation::hand_over(&app.context, wish).await {
            Ok(_) => return Ok(Redirect::to(&format!("{}#handed", visit.address("colleague"))).into_response()),
            Err(Refusal::Closed) => return Ok(notice::closed_to(&app, &visit, page)),
            Err(Refusal::Db(error)) => return Err(error.into()),
            Err(refusal) => page.refuse_all(&[("email", told(&refusal))]),
        }
    }
    Ok(show_invalid(&draw(&app, &visit, page, typed).await?))
}

/// Takes a link back.
pub async fn post_revoke(
    State(app): State<App>,
    Path((_, id)): Path<(String, String)>,
    visit: Visit,
) -> Result<Answer, WebError> {
    if !visit.hands_over() {
        return Err(WebError::NotFound);
    }
    let id: DelegationId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = app.context.db.begin().await?;
    let revoked = delegation::store::revoke(&mut tx, visit.response.id, id, visit.hand(), app.context.now()).await?;
    tx.commit().await?;
    // Once more, from a second tab, is no error; something else's id is.
    let is_known = || async {
        let listed = delegation::store::list(&app.context.db, visit.response.id).await?;
        Ok::<_, WebError>(listed.iter().any(|one| one.delegation.id == id && visit.sees(&one.delegation)))
    };
    if !revoked && !is_known().await? {
        return Err(WebError::NotFound);
    }
    Ok(Redirect::to(&format!("{}#handed", visit.address("colleague"))).into_response())
}

const fn told(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::TooMany => "respond-colleague-too-many",
        Refusal::TooSoon => "respond-colleague-too-soon",
        Refusal::Already => "respond-colleague-already",
        Refusal::Suppressed | Refusal::Closed | Refusal::Db(_) => "respond-colleague-suppressed",
    }
}

impl Typed {
    /// What it means; complaints go to the page.
    fn read(&self, visit: &Visit, page: &mut Page) -> Option<HandOver> {
        let email = EmailAddress::parse(&self.email).map_err(|_| page.refuse_all(&[("email", "respond-wrong-email")]));
        let name = person(page, "name", &self.name);
        let sender = person(page, "sender", &self.sender);
        let note = note(page, &self.note);
        let is_offered = offered(visit, page).iter().any(|(value, _)| *value == self.section);
        if !is_offered {
            page.refuse_all(&[("section", "respond-wrong-option")]);
        }
        let section = (self.section != EVERYTHING).then(|| Code::parse(&self.section).ok()).flatten();
        let language = Language::parse(&self.language).ok().filter(|language| page.offered.contains(language));
        let language = language.unwrap_or_else(|| page.spoken.clone());
        let (email, note) = (email.ok()?, note?);
        let is_good = page.problems.is_empty();
        let (response, by) = (visit.response.id, visit.hand());
        is_good.then_some(HandOver { response, by, section, email, name, language, sender, note })
    }
}

/// A person's name, or nothing; complaints go to the page.
pub(super) fn person(page: &mut Page, field: &str, text: &str) -> Option<Name> {
    if text.trim().is_empty() {
        return None;
    }
    match Name::parse(text) {
        Ok(name) if !names_a_site(name.as_str()) => return Some(name),
        _ => page.refuse_all(&[(field, "respond-wrong-name")]),
    }
    None
}

/// A note; complaints go to the page.
pub(super) fn note(page: &mut Page, text: &str) -> Option<Note> {
    Note::parse(text).map_err(|_| page.refuse_all(&[("note", "respond-wrong-note")])).ok()
}

/// What can be handed over: the sections on which something is asked, and everything.
fn offered(visit: &Visit, page: &Page) -> Vec<(String, String)> {
    let route = Route::new(visit, &visit.response.draft);
    let voice = visit.voice(page, route.counted());
    let mut sections: Vec<(String, String)> = Vec::new();
    for sheet in route.visible() {
        let code = sheet.section.code.to_string();
        if sections.last().is_none_or(|(last, _)| *last != code) {
            sections.push((code, voice.say(&sheet.section.title)));
        }
    }
    let everything = (EVERYTHING.to_owned(), page.t("respond-colleague-everything").into_owned());
    let everything = matches!(visit.hat, Hat::Holder).then_some(everything);
    sections.into_iter().chain(everything).collect()
}

async fn draw(app: &App, visit: &Visit, page: Page, typed: Typed) -> Result<ColleaguePage, WebError> {
    let listed = delegation::store::list(&app.context.db, visit.response.id).await?;
    let made = i64::try_from(listed.len()).unwrap_or(i64::MAX);
    let route = Route::new(visit, &visit.response.draft);
    let voice = visit.voice(&page, route.counted());
    let seen = listed.into_iter().filter(|one| visit.sees(&one.delegation));
    let languages = page.tongues().into_iter().map(|tongue| (tongue.tag, tongue.name));
    let back = route.left_off(&visit.response.draft).unwrap_or_else(|| visit.end().to_owned());
    Ok(ColleaguePage {
        colleagues: seen.map(|one| colleague(visit, &page, &voice, one)).collect(),
        sections: offered(visit, &page),
        languages: languages.collect(),
        typed,
        may_more: made < LIMIT,
        here: visit.address("colleague"),
        back: visit.address(&back),
        page: page.titled("respond-colleague-title"),
    })
}

fn colleague(visit: &Visit, page: &Page, voice: &Voice<'_>, one: Listed) -> Colleague {
    let Listed { delegation, mail } = one;
    let everything = || page.t("respond-colleague-everything").into_owned();
    Colleague {
        id: delegation.id,
        name: delegation.called().to_owned(),
        email: delegation.name.as_ref().map(|_| delegation.email.to_string()).unwrap_or_default(),
        what: delegation.section.as_ref().map_or_else(everything, |code| visit.section_title(voice, code)),
        since: page.words.instant(delegation.created_at, visit.occasion.zone),
        badge: match (delegation.revoked_at, delegation.done_at, mail) {
            (Some(_), ..) => ("neutral", "respond-colleague-revoked"),
            (None, Some(_), _) => ("success", "respond-colleague-done"),
            (None, None, MailState::Accepted) => ("info", "respond-colleague-sent"),
            (None, None, MailState::Due | MailState::Sending | MailState::Deferred) => {
                ("info", "respond-colleague-due")
            }
            (None, None, _) => ("danger", "respond-colleague-failed"),
        },
        is_revoked: delegation.revoked_at.is_some(),
    }
}
