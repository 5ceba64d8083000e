//! `/r/{token}`: the personal link. Looking changes nothing, since mail servers open every link; the button begins.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response as Answer;
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::id::{InvitationId, ResponseId};
use rundfrage_shared::invitation::{self, Invitation, InvitationState, link};
use rundfrage_shared::language::Language;
use rundfrage_shared::panel;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::attributes::Attributes;
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::questionnaire::route::Circumstances;
use rundfrage_shared::response::{Occasion, Receipt, store};
use rundfrage_shared::survey::Anonymity;

use super::voice::Voice;
use super::{enter, notice};
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "respond/start.html")]
struct Start {
    page: Page,
    sender: String,
    intro: String,
    minutes: i64,
    closes: String,
    is_personal: bool,
    reply_to: String,
    state: &'static str,
    /// Where one says why one will not answer; empty once the company has.
    exit: String,
    declined: bool,
    /// Whether it is an open link: nobody knows who answers.
    is_open: bool,
    /// Where a second click on the button of an open link begins, too.
    place: String,
    receipt: Option<(String, String)>,
}

impl Start {
    /// What becomes of the answers.
    const fn anonymity_key(&self) -> &'static str {
        match (self.is_open, self.is_personal) {
            (false, true) => "respond-start-personal",
            (false, false) => "respond-start-confidential",
            (true, true) => "respond-open-personal",
            (true, false) => "respond-open-confidential",
        }
    }
}

/// A genuine personal link, with what it leads to.
pub(super) struct Arrival {
    pub invitation: Invitation,
    pub language: Option<Language>,
    pub occasion: Occasion,
    pub begun: Option<(ResponseId, Option<Receipt>)>,
}

/// Says who asks, what for and until when.
pub async fn get(State(app): State<App>, Path(token): Path<String>, page: Page) -> Result<Answer, WebError> {
    let Some(arrival) = arrive(&app, &token).await? else { return Ok(notice::invalid(page)) };
    let Arrival { invitation, language, occasion, begun } = arrival;
    let page = spoken(page, language.as_ref()).of(occasion.organisation.as_str());
    let receipt = begun.as_ref().and_then(|(_, receipt)| receipt.as_ref());
    let now = app.context.now();
    if !occasion.takes_answers(now) {
        return Ok(notice::closed(page, &occasion, receipt, occasion.is_over(now)));
    }
    let Some(questionnaire) = about(&app, &invitation, &occasion).await? else { return Ok(notice::invalid(page)) };
    let page = page.about(&questionnaire.languages, language.as_ref(), &questionnaire.default_language);
    let mut start = start(page, &occasion, &questionnaire, begun.as_ref());
    start.declined = invitation.state == InvitationState::Declined;
    if receipt.is_none() {
        start.exit = format!("/r/{token}/exit");
    }
    Ok(show(&start))
}

fn start(
    page: Page,
    occasion: &Occasion,
    questionnaire: &Questionnaire,
    begun: Option<&(ResponseId, Option<Receipt>)>,
) -> Start {
    let (nothing, nobody) = (Answers::default(), Attributes::new());
    let voice =
        Voice::new(&page.spoken, questionnaire, &nothing, Circumstances::new(&nobody, Some(occasion.round.as_str())));
    let receipt = begun.and_then(|(_, receipt)| receipt.as_ref());
    let at = |instant| page.words.instant(instant, occasion.zone);
    Start {
        sender: occasion.sender.to_string(),
        intro: questionnaire.intro.as_ref().map_or(String::new(), |intro| voice.say(intro)),
        minutes: questionnaire.estimated_minutes.map_or(0, i64::from),
        closes: at(occasion.closes_at),
        is_personal: occasion.anonymity == Anonymity::Personal,
        reply_to: occasion.reply_to.as_ref().map_or(String::new(), ToString::to_string),
        state: match (begun, receipt) {
            (None, _) => "new",
            (Some(_), None) => "begun",
            (Some(_), Some(_)) => "submitted",
        },
        exit: String::new(),
        declined: false,
        is_open: false,
        place: String::new(),
        receipt: receipt.map(|receipt| (receipt.number.to_string(), at(receipt.at))),
        page: page.titled_as(voice.say(&questionnaire.title)),
    }
}

/// The same for an open link.
pub(super) fn show_open(
    page: Page,
    occasion: &Occasion,
    questionnaire: &Questionnaire,
    begun: Option<&(ResponseId, Option<Receipt>)>,
    place: String,
) -> Answer {
    show(&Start { is_open: true, place, ..start(page, occasion, questionnaire, begun) })
}

/// Begins the response, or finds the one a colleague or another device began, and goes where it was left off.
pub async fn post(
    State(app): State<App>,
    Path(token): Path<String>,
    jar: CookieJar,
    page: Page,
) -> Result<Answer, WebError> {
    let Some(Arrival { invitation, language, occasion, begun }) = arrive(&app, &token).await? else {
        return Ok(notice::invalid(page));
    };
    let page = match about(&app, &invitation, &occasion).await? {
        Some(it) => page.about(&it.languages, language.as_ref(), &it.default_language),
        None => spoken(page, language.as_ref()),
    };
    let Some(id) = begin(&app, &invitation, &page).await? else {
        let receipt = begun.as_ref().and_then(|(_, receipt)| receipt.as_ref());
        let is_over = occasion.is_over(app.context.now());
        return Ok(notice::closed(page.of(occasion.organisation.as_str()), &occasion, receipt, is_over));
    };
    take_back(&app, &invitation).await?;
    Ok(enter(&app, jar, id).await?.unwrap_or_else(|| notice::invalid(page)))
}

/// The page in the language the panel notes for the contact, as the mail was, unless the visitor chose one.
pub(super) fn spoken(page: Page, language: Option<&Language>) -> Page {
    match language {
        Some(language) => page.prefer(language),
        None => page,
    }
}

/// What is asked in the round.
pub(super) async fn about(
    app: &App,
    invitation: &Invitation,
    occasion: &Occasion,
) -> Result<Option<Arc<Questionnaire>>, WebError> {
    let Some(version) = occasion.version else { return Ok(None) };
    Ok(app.versions.lookup(&app.context.db, invitation.organisation, version).await?)
}

/// Whoever begins has not declined after all.
async fn take_back(app: &App, invitation: &Invitation) -> Result<(), WebError> {
    if invitation.state != InvitationState::Declined {
        return Ok(());
    }
    let mut tx = app.context.db.begin().await?;
    invitation::store::take_back(&mut tx, invitation.id, app.context.now()).await?;
    Ok(tx.commit().await?)
}

pub(super) async fn begin(app: &App, invitation: &Invitation, page: &Page) -> Result<Option<ResponseId>, WebError> {
    let ctx = &app.context;
    let now = ctx.now();
    let proposed = ResponseId::new(&ctx.entropy, now);
    let mut tx = ctx.db.begin().await?;
    let id = store::begin(&mut tx, proposed, invitation.id, &page.spoken, now).await?;
    tx.commit().await?;
    Ok(id)
}

/// What a token leads to. A token that cannot be one is looked up like any other, so that all that lead nowhere take the
/// same time.
pub(super) async fn arrive(app: &App, token: &str) -> Result<Option<Arrival>, WebError> {
    let ctx = &app.context;
    let claimed = link::claimed(token).unwrap_or(InvitationId::from_bytes([0; 16]));
    let Some(invitation) = invitation::store::lookup(&ctx.db, claimed).await? else { return Ok(None) };
    if !link::is_genuine(&ctx.keys, token, &invitation) || invitation.state == InvitationState::Excluded {
        return Ok(None);
    }
    let Some(occasion) = store::lookup_occasion(&ctx.db, invitation.round).await? else { return Ok(None) };
    let begun = store::find_by_company(&ctx.db, invitation.round, invitation.company).await?;
    let contact = panel::store::lookup_contact(&ctx.db, invitation.organisation, invitation.contact).await?;
    Ok(Some(Arrival { invitation, language: contact.map(|contact| contact.language), occasion, begun }))
}
