//! A colleague's link and cookie. Both are derived, as personal links are; each has a purpose of its own, so that neither passes for
//! the link or the cookie of whoever handed over.

use super::Delegation;
use crate::id::DelegationId;
use crate::keys::{Keys, LinkToken, Purpose};

/// The token of a colleague's link: 43 characters, of which 128 bits cannot be guessed.
#[must_use]
pub fn token(keys: &Keys, delegation: DelegationId, link_serial: i64) -> String {
    LinkToken::new(keys, Purpose::DelegationLink, *delegation.as_bytes(), &[&link_serial.to_be_bytes()]).to_string()
}

/// The value of a colleague's cookie: it names the delegation, since a browser may hold several of one response in turn.
#[must_use]
pub fn cookie(keys: &Keys, delegation: &Delegation) -> String {
    let serial = delegation.link_serial.to_be_bytes();
    LinkToken::new(keys, Purpose::DelegationCookie, *delegation.id.as_bytes(), &[&serial]).to_string()
}

/// The delegation that a link or a cookie claims to be for; [`is_genuine`] or [`is_genuine_cookie`] decides once it is known.
#[must_use]
pub fn claimed(token: &str) -> Option<DelegationId> {
    LinkToken::read(token).map(|token| DelegationId::from_bytes(token.id()))
}

/// Whether the token is the present link of this delegation, and it was not taken back.
#[must_use]
pub fn is_genuine(keys: &Keys, token: &str, delegation: &Delegation) -> bool {
    is(keys, Purpose::DelegationLink, token, delegation)
}

/// Whether the value is the cookie of this delegation, and it was not taken back.
#[must_use]
pub fn is_genuine_cookie(keys: &Keys, value: &str, delegation: &Delegation) -> bool {
    is(keys, Purpose::DelegationCookie, value, delegation)
}

fn is(keys: &Keys, purpose: Purpose, text: &str, delegation: &Delegation) -> bool {
    let serial = delegation.link_serial.to_be_bytes();
    let is_ours =
        |token: LinkToken| token.id() == *delegation.id.as_bytes() && token.is_genuine(keys, purpose, &[&serial]);
    LinkToken::read(text).is_some_and(is_ours) && delegation.revoked_at.is_none()
}
