//! What a browser holds of a response by an open link: the cookie by which it finds its own again, and before that the place at
//! which it would begin one. Neither opens what the other does.

use crate::id::{ResponseId, RoundId};
use crate::keys::{Keys, LinkToken, Purpose};

/// The value of the cookie by which a browser finds its response of a round again.
#[must_use]
pub fn ticket(keys: &Keys, round: RoundId, response: ResponseId) -> String {
    write(keys, Purpose::OpenLinkCookie, round, response)
}

/// The response that a genuine cookie names.
#[must_use]
pub fn named(keys: &Keys, round: RoundId, ticket: &str) -> Option<ResponseId> {
    read(keys, Purpose::OpenLinkCookie, round, ticket)
}

/// The place at which a page would begin a response, for a hidden field.
#[must_use]
pub fn place(keys: &Keys, round: RoundId, response: ResponseId) -> String {
    write(keys, Purpose::OpenLinkPlace, round, response)
}

/// The response that a genuine place would begin.
#[must_use]
pub fn placed(keys: &Keys, round: RoundId, place: &str) -> Option<ResponseId> {
    read(keys, Purpose::OpenLinkPlace, round, place)
}

fn write(keys: &Keys, purpose: Purpose, round: RoundId, response: ResponseId) -> String {
    LinkToken::new(keys, purpose, *response.as_bytes(), &[round.as_bytes()]).to_string()
}

fn read(keys: &Keys, purpose: Purpose, round: RoundId, text: &str) -> Option<ResponseId> {
    let token = LinkToken::read(text)?;
    let is_ours = token.is_genuine(keys, purpose, &[round.as_bytes()]);
    is_ours.then(|| ResponseId::from_bytes(token.id()))
}
