//! `/console/rounds/{id}/letters`: invitations to print, with access code and QR code. Printing is a post, for it is logged: whoever
//! holds a letter can answer for its company.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::Form;
use chrono::{DateTime, Utc};
use rundfrage_shared::Context;
use rundfrage_shared::id::RoundId;
use rundfrage_shared::invitation::letter::{Addressee, Audience, Batch};
use rundfrage_shared::invitation::store::{list_batches, list_letters};
use rundfrage_shared::message::{Invited, Recipient};
use rundfrage_shared::round::{Round, RoundState};
use rundfrage_shared::text::Words;
use rundfrage_worker::mail::Letterhead;
use rundfrage_worker::mail::letter::Letter;
use serde::Deserialize;
use serde_json::json;

use super::{address, found, name};
use crate::app::App;
use crate::assets;
use crate::console::id::Id;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Editor;
use crate::errors::WebError;
use crate::page::{Page, show};
use crate::qr::Qr;

#[derive(Template)]
#[template(path = "console/rounds/letters.html")]
struct LettersPage {
    page: Page,
    shell: Shell,
    round: String,
    back: String,
    /// Why there are none to print.
    why_not: Option<&'static str>,
    audiences: Vec<(String, String)>,
    audience: &'static str,
    batches: Vec<Batch>,
}

/// A sheet of paper.
struct Sheet {
    letter: Letter,
    code: String,
    qr: Qr,
}

#[derive(Template)]
#[template(path = "console/rounds/letters_print.html")]
struct PrintPage {
    words: Words,
    title: String,
    back: String,
    code_address: String,
    reply_to: Option<String>,
    sheets: Vec<Sheet>,
}

impl PrintPage {
    const STYLE: &'static str = assets::STYLE;
    const MORE_STYLE: &'static str = assets::MORE_STYLE;
}

/// Whom the letters go to.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    #[serde(default)]
    audience: String,
}

/// Shows how many letters there are, and the buttons that print them.
pub async fn get(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<RoundId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &editor, id).await?;
    let (audience, words) = (asked.audience.parse::<Audience>().unwrap_or_default(), editor.words());
    let why_not = why_not(&round, app.context.now());
    let batches = match why_not {
        Some(_) => Vec::new(),
        None => list_batches(&app.context.db, editor.organisation_id(), id, audience).await?,
    };
    let named = |audience: Audience| (audience.as_str().to_owned(), words.text(key(audience)).into_owned());
    let (page, shell) = editor.0.open("letters-title", Place::Surveys);
    Ok(show(&LettersPage {
        page,
        shell,
        round: name(&survey, &round),
        back: address(id),
        why_not,
        audiences: Audience::ALL.map(named).to_vec(),
        audience: audience.as_str(),
        batches,
    }))
}

const fn key(audience: Audience) -> &'static str {
    match audience {
        Audience::Everybody => "letters-everybody",
        Audience::Unreachable => "letters-unreachable",
    }
}

/// A letter is of no use before the round is certain to open, nor once it is over.
fn why_not(round: &Round, now: DateTime<Utc>) -> Option<&'static str> {
    match &round.state {
        RoundState::Draft => Some("letters-not-launched"),
        RoundState::Scheduled(launch) if now < launch.undo_until => Some("letters-can-be-undone"),
        RoundState::Scheduled(_) | RoundState::Open { .. } => {
            (round.fieldwork.closes_at() <= now).then_some("letters-over")
        }
        RoundState::Closed { .. } | RoundState::Published { .. } | RoundState::Cancelled => Some("letters-over"),
    }
}

/// Which letters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    audience: String,
    first: i64,
    last: i64,
}

/// Writes the log, then hands the letters out.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<RoundId>,
    Form(wish): Form<Wish>,
) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &editor, id).await?;
    let (db, organisation) = (&app.context.db, editor.organisation_id());
    let audience: Audience = wish.audience.parse().map_err(WebError::BadForm)?;
    if why_not(&round, app.context.now()).is_some() {
        // The page says why.
        return Ok(Redirect::to(&format!("{}/letters", address(id))).into_response());
    }
    let head = Letterhead::load(db, &app.versions, organisation, id).await?.ok_or(WebError::NotFound)?;
    let addressees = list_letters(db, organisation, id, audience, (wish.first, wish.last)).await?;
    let mut tx = db.begin().await?;
    let details =
        json!({ "letters": addressees.len(), "audience": audience.as_str(), "first": wish.first, "last": wish.last });
    editor.record(&app, &mut tx, "letters.printed", format!("round:{id}"), details).await?;
    tx.commit().await?;
    let (words, title, ctx) = (editor.words(), name(&survey, &round), app.context.clone());
    let written = tokio::task::spawn_blocking(move || {
        let sheets = addressees.into_iter().map(|to| sheet(&ctx, &head, to)).collect::<Result<_, _>>()?;
        let reply_to = head.survey.plan.reply_to.as_ref().map(ToString::to_string);
        let back = format!("{}/letters", address(id));
        let code_address = ctx.public_address("/code");
        Ok::<_, WebError>(show(&PrintPage { words, title, back, code_address, reply_to, sheets }))
    });
    written.await.map_err(|error| WebError::Internal(error.into()))?
}

/// One letter, in the language of its contact.
fn sheet(ctx: &Context, head: &Letterhead, to: Addressee) -> Result<Sheet, WebError> {
    let (words, code) = (Words::nearest(&to.language), to.code(&ctx.keys).to_string());
    let invited = Invited {
        contact: to.contact,
        invitation: to.invitation,
        link_serial: to.link_serial,
        name: to.name,
        company: to.company,
    };
    let recipient =
        Recipient { email: to.email, language: to.language.to_string(), invited: Some(invited), delegated: None };
    let letter = Letter::new(ctx, head, &recipient, words);
    Ok(Sheet { qr: Qr::of(&letter.link)?, letter, code })
}
