//! Links by which an address leaves. A token is the invitation's id and a keyed tag over it, so that the link of any mail
//! ever sent works for as long as the invitation is known, even when its personal link was replaced.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq as _;

use crate::id::InvitationId;
use crate::keys::{Keys, Purpose};

const ID: usize = 16;
const TAG: usize = 16;

/// The token of the link: 43 characters, of which 128 bits cannot be guessed.
#[must_use]
pub fn token(keys: &Keys, invitation: InvitationId) -> String {
    let mut bytes = [0; ID + TAG];
    bytes[..ID].copy_from_slice(invitation.as_bytes());
    bytes[ID..].copy_from_slice(&tag(keys, invitation));
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The invitation whose contact leaves, if the token is genuine.
#[must_use]
pub fn read(keys: &Keys, token: &str) -> Option<InvitationId> {
    let bytes: [u8; ID + TAG] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
    let id: [u8; ID] = bytes[..ID].try_into().ok()?;
    let invitation = InvitationId::from_bytes(id);
    bool::from(bytes[ID..].ct_eq(&tag(keys, invitation))).then_some(invitation)
}

fn tag(keys: &Keys, invitation: InvitationId) -> [u8; TAG] {
    let full = keys.tag(Purpose::Unsubscribe, &[invitation.as_bytes()]);
    let mut tag = [0; TAG];
    tag.copy_from_slice(&full[..TAG]);
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_genuine_token_names_its_invitation() {
        let keys = Keys::new(&[1; 32]);
        let invitation = InvitationId::from_bytes([9; 16]);
        let genuine = token(&keys, invitation);
        assert_eq!(read(&keys, &genuine), Some(invitation));
        assert_eq!(read(&Keys::new(&[2; 32]), &genuine), None, "another installation's");
        assert_eq!(read(&keys, &crate::invitation::link::token(&keys, invitation, 0)), None, "a personal link");
        for place in 0..genuine.len() - 1 {
            let mut forged = genuine.clone().into_bytes();
            forged[place] = if forged[place] == b'A' { b'B' } else { b'A' };
            assert_eq!(read(&keys, &String::from_utf8(forged).unwrap()), None);
        }
        assert_eq!(read(&keys, ""), None);
    }
}
