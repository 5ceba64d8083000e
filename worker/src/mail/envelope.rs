//! The bytes of a mail: the same for the same message at every attempt, on every node.
//!
//! Message-ID and MIME boundary are derived from what the mail is about, the date is when it was planned; so a receiver that
//! drops duplicates can.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use lettre::Address;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use rundfrage_shared::Context;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::keys::Purpose;
use rundfrage_shared::message::Claimed;
use rundfrage_shared::name::Name;

use super::letter::{Letter, Written};
use super::{Letterhead, MailError};

/// Puts a mail together.
pub fn assemble(
    ctx: &Context,
    head: &Letterhead,
    message: &Claimed,
    letter: &Letter,
    written: &Written,
) -> Result<Vec<u8>, MailError> {
    let from = &ctx.settings.mail_from;
    let tag = tag(ctx, message);
    let mut mail = Message::builder()
        .from(mailbox(head.survey.plan.sender_name.as_str(), from)?)
        .to(mailbox(&letter.name, &EmailAddress::parse(&message.recipient.email)?)?)
        .subject(&written.subject)
        .date(system_time(message.planned_at))
        .message_id(Some(format!("<{tag}@{}>", from.domain())));
    if let Some(reply_to) = &head.survey.plan.reply_to {
        mail = mail.reply_to(mailbox("", reply_to)?);
    }
    for (name, value) in headers(head, letter, from) {
        mail = mail.raw_header(on_one_line(name, value)?);
    }
    let body = MultiPart::alternative()
        .boundary(format!("=_{tag}"))
        .singlepart(SinglePart::plain(written.text.clone()))
        .singlepart(SinglePart::html(written.html.clone()));
    let mail = mail.multipart(body).map_err(|error| MailError::Assembly(error.to_string()))?;
    Ok(mail.formatted())
}

/// What tells programs how to treat the mail.
fn headers(head: &Letterhead, letter: &Letter, from: &EmailAddress) -> Vec<(&'static str, String)> {
    let list = format!("<{}.{}.{}>", head.survey.plan.code, head.organisation.slug.as_str(), from.domain());
    let mut headers = vec![
        ("List-Id", list),
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("X-Auto-Response-Suppress", "OOF, AutoReply".to_owned()),
    ];
    if let Some(unsubscribe) = &letter.unsubscribe {
        headers.push(("List-Unsubscribe", format!("<{unsubscribe}>")));
        headers.push(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    headers
}

/// A header that must not be folded; its value is ours and plain ASCII, or the mail is refused.
fn on_one_line(name: &'static str, value: String) -> Result<HeaderValue, MailError> {
    let wrong = || MailError::Assembly(format!("the header {name} is not one line of ASCII"));
    if !value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
        return Err(wrong());
    }
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|_| wrong())?;
    Ok(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value))
}

/// An address with a display name that cannot break the header it stands in.
fn mailbox(name: &str, address: &EmailAddress) -> Result<Mailbox, MailError> {
    let address: Address = address
        .as_str()
        .parse()
        .map_err(|error: lettre::address::AddressError| MailError::Assembly(error.to_string()))?;
    let name = if name.is_empty() { None } else { Some(Name::parse(name)?.to_string()) };
    Ok(Mailbox::new(name, address))
}

/// The message's own name, the same whoever derives it.
fn tag(ctx: &Context, message: &Claimed) -> String {
    let number = message.n.to_be_bytes();
    let whose = message.recipient.invited.as_ref().map_or(message.id.as_bytes(), |to| to.contact.as_bytes());
    ctx.keys
        .short_tag(Purpose::MessageId, &[message.round.as_bytes(), whose, message.kind.as_str().as_bytes(), &number])
}

fn system_time(instant: DateTime<Utc>) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(instant.timestamp()).unwrap_or(0))
}
