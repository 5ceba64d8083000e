//! Personal links. A token is the invitation's id and a keyed tag over it; nothing secret is stored, and a reminder derives
//! the same link again.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq as _;

use super::Invitation;
use crate::id::InvitationId;
use crate::keys::{Keys, Purpose};

const ID: usize = 16;
const TAG: usize = 16;

/// The token of a personal link: 43 characters, of which 128 bits cannot be guessed.
#[must_use]
pub fn token(keys: &Keys, invitation: InvitationId, link_serial: i64) -> String {
    let mut bytes = [0; ID + TAG];
    bytes[..ID].copy_from_slice(invitation.as_bytes());
    bytes[ID..].copy_from_slice(&tag(keys, invitation, link_serial));
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The invitation that a token claims to be for; [`is_genuine`] decides once its serial is known.
#[must_use]
pub fn claimed(token: &str) -> Option<InvitationId> {
    let bytes: [u8; ID + TAG] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
    let id: [u8; ID] = bytes[..ID].try_into().ok()?;
    Some(InvitationId::from_bytes(id))
}

/// Whether the token is the present personal link of this invitation.
#[must_use]
pub fn is_genuine(keys: &Keys, token: &str, invitation: &Invitation) -> bool {
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(token) else { return false };
    bytes.len() == ID + TAG && bytes[ID..].ct_eq(&tag(keys, invitation.id, invitation.link_serial)).into()
}

fn tag(keys: &Keys, invitation: InvitationId, link_serial: i64) -> [u8; TAG] {
    let full = keys.tag(Purpose::PersonalLink, &[invitation.as_bytes(), &link_serial.to_be_bytes()]);
    let mut tag = [0; TAG];
    tag.copy_from_slice(&full[..TAG]);
    tag
}
