//! `/c/{token}`: a colleague's link. As with the personal link, looking changes nothing; the button begins.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response as Answer};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::delegation::{self, Delegation, link};
use rundfrage_shared::id::DelegationId;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::survey::Anonymity;

use super::claim::Hat;
use super::route::Route;
use super::visit::Visit;
use super::{claim, notice};
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "respond/handed.html")]
struct Handed {
    page: Page,
    sender: String,
    /// The title of the section; empty if it is everything.
    section: String,
    intro: String,
    closes: String,
    is_personal: bool,
    is_done: bool,
    receipt: Option<(String, String)>,
    reply_to: String,
}

/// Says what is asked of the colleague, and for whom.
pub async fn get(State(app): State<App>, Path(token): Path<String>, page: Page) -> Result<Answer, WebError> {
    let Some((delegation, visit)) = arrive(&app, &token).await? else { return Ok(notice::invalid(page)) };
    let page = spoken(page, &visit, &delegation);
    if !visit.occasion.takes_answers(app.context.now()) {
        return Ok(notice::closed_to(&app, &visit, page));
    }
    Ok(show(&handed(page, &delegation, &visit)))
}

/// Begins, or goes on where it was left off.
pub async fn post(
    State(app): State<App>,
    Path(token): Path<String>,
    jar: CookieJar,
    page: Page,
) -> Result<Answer, WebError> {
    let Some((delegation, visit)) = arrive(&app, &token).await? else { return Ok(notice::invalid(page)) };
    if !visit.occasion.takes_answers(app.context.now()) {
        let page = spoken(page, &visit, &delegation);
        return Ok(notice::closed_to(&app, &visit, page));
    }
    let draft = &visit.response.draft;
    let next = match &visit.response.submitted {
        Some(_) if visit.submits() => Some("receipt".to_owned()),
        _ => Route::new(&visit, draft).left_off(draft),
    };
    let address = visit.address(next.as_deref().unwrap_or_else(|| visit.end()));
    Ok((jar.add(claim::grant_colleague(&app, &delegation)), Redirect::to(&address)).into_response())
}

/// What a token leads to; one that cannot be one is looked up like any other.
async fn arrive(app: &App, token: &str) -> Result<Option<(Delegation, Visit)>, WebError> {
    let ctx = &app.context;
    let claimed = link::claimed(token).unwrap_or(DelegationId::from_bytes([0; 16]));
    let Some(delegation) = delegation::store::lookup(&ctx.db, claimed).await? else { return Ok(None) };
    if !link::is_genuine(&ctx.keys, token, &delegation) {
        return Ok(None);
    }
    let hat = Hat::Colleague(Box::new(delegation.clone()));
    let visit = Visit::load_as(app, delegation.response, hat).await?;
    Ok(visit.map(|visit| (delegation, visit)))
}

fn spoken(page: Page, visit: &Visit, delegation: &Delegation) -> Page {
    let questionnaire = &visit.questionnaire;
    let page = page.of(visit.occasion.organisation.as_str());
    page.about(&questionnaire.languages, Some(&delegation.language), &questionnaire.default_language)
}

fn handed(page: Page, delegation: &Delegation, visit: &Visit) -> Handed {
    let (occasion, questionnaire) = (&visit.occasion, &visit.questionnaire);
    let nothing = Answers::default();
    let voice = visit.voice(&page, &nothing);
    let at = |instant| page.words.instant(instant, occasion.zone);
    let receipt = visit.response.submitted.as_ref().map(|submitted| &submitted.receipt);
    Handed {
        sender: occasion.sender.to_string(),
        section: delegation.section.as_ref().map(|code| visit.section_title(&voice, code)).unwrap_or_default(),
        intro: questionnaire.intro.as_ref().map_or(String::new(), |intro| voice.say(intro)),
        closes: at(occasion.closes_at),
        is_personal: occasion.anonymity == Anonymity::Personal,
        is_done: delegation.done_at.is_some(),
        receipt: receipt.map(|receipt| (receipt.number.to_string(), at(receipt.at))),
        reply_to: occasion.reply_to.as_ref().map_or(String::new(), ToString::to_string),
        page: page.titled_as(voice.say(&questionnaire.title)),
    }
}
