//! Links by which an address leaves. A token is the invitation's id and a keyed tag over it, so that the link of any mail
//! ever sent works for as long as the invitation is known, even when its personal link was replaced.

use crate::id::InvitationId;
use crate::keys::{Keys, LinkToken, Purpose};

/// The token of the link: 43 characters, of which 128 bits cannot be guessed.
#[must_use]
pub fn token(keys: &Keys, invitation: InvitationId) -> String {
    LinkToken::new(keys, Purpose::Unsubscribe, *invitation.as_bytes(), &[]).to_string()
}

/// The invitation whose contact leaves, if the token is genuine.
#[must_use]
pub fn read(keys: &Keys, token: &str) -> Option<InvitationId> {
    let token = LinkToken::read(token).filter(|token| token.is_genuine(keys, Purpose::Unsubscribe, &[]))?;
    Some(InvitationId::from_bytes(token.id()))
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
