//! `/r/{token}/exit`: not responsible, company closed, wrong address. What is said here stops the mails and tells staff what to mend;
//! whoever is responsible instead can be asked at once.

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::Response as Answer;
use rundfrage_shared::delegation::{self, HandOver, Note, Refusal};
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::ResponseId;
use rundfrage_shared::invitation::exit::{Exit, Reason, decline};
use serde::Deserialize;

use super::colleague::{note, person};
use super::notice;
use super::start::{Arrival, arrive, begin, spoken};
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

#[derive(Template)]
#[template(path = "respond/exit.html")]
struct ExitPage {
    page: Page,
    reasons: Vec<(String, String)>,
    typed: Typed,
    back: String,
}

#[derive(Template)]
#[template(path = "respond/exit_done.html")]
struct ExitDone {
    page: Page,
    /// The address that was asked instead; empty if none was.
    asked: String,
    back: String,
}

/// The form as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    hand_over: String,
    #[serde(default)]
    note: String,
}

/// Asks why.
pub async fn get(State(app): State<App>, Path(token): Path<String>, page: Page) -> Result<Answer, WebError> {
    let Some(arrival) = arrive(&app, &token).await? else { return Ok(notice::invalid(page)) };
    let page = addressed(page, &arrival);
    match refusal(&app, &arrival, &page) {
        Some(answer) => Ok(answer),
        None => Ok(show(&draw(page, Typed { hand_over: "yes".into(), ..Typed::default() }, &token))),
    }
}

/// Declines, and asks whoever is responsible instead.
pub async fn post(
    State(app): State<App>,
    Path(token): Path<String>,
    page: Page,
    Form(typed): Form<Typed>,
) -> Result<Answer, WebError> {
    let Some(arrival) = arrive(&app, &token).await? else { return Ok(notice::invalid(page)) };
    let mut page = addressed(page, &arrival);
    if let Some(answer) = refusal(&app, &arrival, &page) {
        return Ok(answer);
    }
    let Some(exit) = typed.read(&mut page) else { return Ok(show_invalid(&draw(page, typed, &token))) };
    let asked = if typed.hand_over == "yes" { exit.email.clone() } else { None };
    let asked =
        asked.filter(|_| exit.reason == Reason::NotResponsible && arrival.occasion.takes_answers(app.context.now()));
    if let Some(email) = &asked
        && let Err(refusal) = ask(&app, &arrival, &page, email, &exit).await?
    {
        page.refuse_all(&[("email", refusal)]);
        return Ok(show_invalid(&draw(page, typed, &token)));
    }
    decline(&app.context, arrival.invitation.id, &exit).await?;
    let asked = asked.map_or(String::new(), |email| email.to_string());
    Ok(show(&ExitDone { page: page.titled("respond-exit-done-title"), asked, back: format!("/r/{token}") }))
}

/// Hands everything to whoever is responsible; the inner error is what the form says.
async fn ask(
    app: &App,
    arrival: &Arrival,
    page: &Page,
    email: &EmailAddress,
    exit: &Exit,
) -> Result<Result<(), &'static str>, WebError> {
    let Some(response) = response(app, arrival, page).await? else { return Ok(Err("respond-colleague-suppressed")) };
    let wish = HandOver {
        response,
        by: None,
        section: None,
        email: email.clone(),
        name: exit.name.clone(),
        language: page.spoken.clone(),
        sender: None,
        note: Note::default(),
    };
    match delegation::hand_over(&app.context, wish).await {
        Ok(_) | Err(Refusal::Already) => Ok(Ok(())),
        Err(Refusal::Db(error)) => Err(error.into()),
        Err(Refusal::TooMany) => Ok(Err("respond-colleague-too-many")),
        Err(Refusal::TooSoon) => Ok(Err("respond-colleague-too-soon")),
        Err(Refusal::Closed | Refusal::Suppressed) => Ok(Err("respond-colleague-suppressed")),
    }
}

/// The company's response, begun if it was not.
async fn response(app: &App, arrival: &Arrival, page: &Page) -> Result<Option<ResponseId>, WebError> {
    match &arrival.begun {
        Some((response, _)) => Ok(Some(*response)),
        None => begin(app, &arrival.invitation, page).await,
    }
}

/// An exit is of no use once the round is over or the company has answered.
fn refusal(app: &App, arrival: &Arrival, page: &Page) -> Option<Answer> {
    let receipt = arrival.begun.as_ref().and_then(|(_, receipt)| receipt.as_ref());
    let is_over = arrival.occasion.is_over(app.context.now());
    (is_over || receipt.is_some()).then(|| notice::closed(page.clone(), &arrival.occasion, receipt, true))
}

fn addressed(page: Page, arrival: &Arrival) -> Page {
    spoken(page, arrival.language.as_ref()).of(arrival.occasion.organisation.as_str())
}

fn draw(page: Page, typed: Typed, token: &str) -> ExitPage {
    let named = |reason: Reason| (reason.as_str().to_owned(), page.t(key(reason)).into_owned());
    ExitPage {
        reasons: Reason::ALL.map(named).to_vec(),
        typed,
        back: format!("/r/{token}"),
        page: page.titled("respond-exit-title"),
    }
}

const fn key(reason: Reason) -> &'static str {
    match reason {
        Reason::NotResponsible => "respond-exit-not-responsible",
        Reason::CompanyClosed => "respond-exit-company-closed",
        Reason::WrongAddress => "respond-exit-wrong-address",
    }
}

impl Typed {
    /// What it means; complaints go to the page.
    fn read(&self, page: &mut Page) -> Option<Exit> {
        let reason = self.reason.parse().map_err(|_| page.refuse_all(&[("reason", "respond-exit-which")]));
        let name = person(page, "name", &self.name);
        let email = match EmailAddress::parse(&self.email) {
            Ok(email) => Some(email),
            Err(_) if self.email.trim().is_empty() => None,
            Err(_) => {
                page.refuse_all(&[("email", "respond-wrong-email")]);
                None
            }
        };
        let note = note(page, &self.note);
        let exit = Exit { reason: reason.ok()?, name, email, note: note? };
        page.problems.is_empty().then_some(exit)
    }
}
