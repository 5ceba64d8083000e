//! `/dev/mailbox`: the mails, the newest first.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use chrono_tz::Tz;
use mail_parser::{DateTime, MessageParser};
use rundfrage_shared::organisation;
use rundfrage_shared::text::Words;
use serde::Deserialize;

use super::folder::Folder;
use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show};

/// So many mails a page.
const PAGE: usize = 50;
/// Organisations looked at.
const MOST: i64 = 1_000;

#[derive(Template)]
#[template(path = "mailbox/list.html")]
struct ListPage {
    page: Page,
    total: usize,
    entries: Vec<Entry>,
    current: usize,
    last: usize,
}

struct Entry {
    name: String,
    to: String,
    subject: String,
    date: String,
}

/// Which page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Which {
    page: Option<usize>,
}

/// Shows one page of mails.
pub async fn get(State(app): State<App>, page: Page, Query(which): Query<Which>) -> Result<Response, WebError> {
    let folder = super::folder(&app)?;
    let names = folder.names().await?;
    let last = names.len().div_ceil(PAGE).max(1);
    let current = which.page.unwrap_or(1).clamp(1, last);
    let mut entries = Vec::new();
    let zone = zone(&app).await?;
    for name in names.iter().skip((current - 1) * PAGE).take(PAGE) {
        entries.extend(entry(&folder, name, (page.words, zone)).await?);
    }
    let page = page.titled("mail-box-title");
    Ok(show(&ListPage { page, total: names.len(), entries, current, last }))
}

/// Where the clocks of all organisations show the same; none if they are at home in different zones.
async fn zone(app: &App) -> Result<Option<Tz>, WebError> {
    let organisations = organisation::store::list(&app.context.db, MOST).await?;
    let zones: BTreeSet<_> = organisations.iter().map(|organisation| organisation.zone.name()).collect();
    Ok(organisations.first().map(|organisation| organisation.zone).filter(|_| zones.len() == 1))
}

/// When a mail was written.
fn told(words: Words, date: &DateTime, zone: Option<Tz>) -> String {
    let Some(at) = chrono::DateTime::from_timestamp(date.to_timestamp(), 0) else { return String::new() };
    zone.map_or_else(|| format!("{} UTC", words.instant(at, Tz::UTC)), |zone| words.instant(at, zone))
}

/// What the list says of one mail; `None` if it has gone meanwhile.
async fn entry(folder: &Folder, name: &str, (words, zone): (Words, Option<Tz>)) -> Result<Option<Entry>, WebError> {
    let bytes = match folder.read(name).await {
        Ok(bytes) => bytes,
        Err(WebError::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mail = MessageParser::default().parse_headers(&bytes);
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let to = mail.as_ref().and_then(|mail| mail.to()).and_then(|to| to.first()).and_then(|to| to.address());
    Ok(Some(Entry {
        name: name.to_owned(),
        to: text(to),
        subject: text(mail.as_ref().and_then(|mail| mail.subject())),
        date: mail.as_ref().and_then(|mail| mail.date()).map(|date| told(words, date, zone)).unwrap_or_default(),
    }))
}
