//! `/console/rounds/{id}/dry-run`: every invitation written, nothing sent, nothing stored.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use rundfrage_shared::Context;
use rundfrage_shared::id::{InvitationId, MessageId, RoundId};
use rundfrage_shared::invitation::store::{Reachable, count_recipients, list_recipients};
use rundfrage_shared::language::Language;
use rundfrage_shared::message::{Claimed, Invited, Kind, Recipient};
use rundfrage_shared::round::Round;
use rundfrage_shared::text::Words;
use rundfrage_worker::mail::letter::{self, Letter, Written};
use rundfrage_worker::mail::{Letterhead, render};

use super::{address, found, name};
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Editor;
use crate::errors::WebError;
use crate::page::{Page, show};

/// So many mails are written at one request.
const MOST: i64 = 2_000;

/// One language's mails.
#[derive(Default)]
struct Sample {
    written: i64,
    to: String,
    mail: Option<Written>,
}

#[derive(Template)]
#[template(path = "console/rounds/dry_run.html")]
struct DryRunPage {
    page: Page,
    shell: Shell,
    round: String,
    back: String,
    recipients: i64,
    is_cut: bool,
    most: i64,
    samples: BTreeMap<&'static str, Sample>,
    failed: i64,
}

/// Writes the mails and shows how many there are, and one in each language.
pub async fn get(State(app): State<App>, editor: Editor, Id(id): Id<RoundId>) -> Result<Response, WebError> {
    let (round, survey) = found(&app, &editor, id).await?;
    let (db, organisation) = (&app.context.db, editor.organisation_id());
    let Some(head) = Letterhead::load(db, &app.versions, organisation, id).await? else {
        Notice::refused("console-launch-not-ready").leave(&editor.session).await?;
        return Ok(Redirect::to(&address(id)).into_response());
    };
    let recipients = count_recipients(db, organisation, survey.id, &survey.plan.segment).await?;
    let reached = list_recipients(db, organisation, survey.id, &survey.plan.segment, MOST).await?;
    let (context, round_name) = (app.context.clone(), name(&survey, &round));
    let (samples, failed) = tokio::task::spawn_blocking(move || write_all(&context, &head, &round, reached))
        .await
        .map_err(|error| WebError::Internal(error.into()))?;
    let (page, shell) = editor.0.open("console-dry-run-title", Place::Surveys);
    let (back, is_cut) = (address(id), recipients > MOST);
    Ok(show(&DryRunPage { page, shell, round: round_name, back, recipients, is_cut, most: MOST, samples, failed }))
}

fn write_all(
    ctx: &Context,
    head: &Letterhead,
    round: &Round,
    reached: Vec<Reachable>,
) -> (BTreeMap<&'static str, Sample>, i64) {
    let (mut samples, mut failed): (BTreeMap<_, Sample>, _) = (BTreeMap::new(), 0);
    for one in reached {
        let language = Language::parse(&one.language).unwrap_or_else(|_| Language::german());
        let message = message(ctx, round, one);
        let words = Words::nearest(&language);
        let letter = Letter::new(ctx, head, &message.recipient, words);
        match (render(ctx, head, &message), letter::write(Kind::Invitation, &letter)) {
            (Ok(_), Ok(mail)) => {
                let sample = samples.entry(words.tag()).or_default();
                sample.written += 1;
                if sample.mail.is_none() {
                    (sample.to, sample.mail) = (message.recipient.email, Some(mail));
                }
            }
            _ => failed += 1,
        }
    }
    (samples, failed)
}

/// The message that the launch would plan. Its invitation does not exist, so the link in the sample leads nowhere.
fn message(ctx: &Context, round: &Round, one: Reachable) -> Claimed {
    let now = ctx.now();
    let invited = Invited {
        contact: one.contact,
        invitation: InvitationId::from_bytes([0; 16]),
        link_serial: 0,
        name: one.name,
        company: one.company,
    };
    Claimed {
        id: MessageId::from_bytes([0; 16]),
        organisation: round.organisation,
        round: round.id,
        kind: Kind::Invitation,
        n: 0,
        planned_at: now,
        not_after: round.fieldwork.closes_at(),
        attempts: 0,
        first_attempt_at: None,
        fencing: 0,
        recipient: Recipient { email: one.email, language: one.language, invited: Some(invited), delegated: None },
        bytes: None,
    }
}
