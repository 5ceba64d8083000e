//! Links by which an address leaves. A token is the invitation's id and a keyed tag over it, so that the link of any mail
//! ever sent works for as long as the invitation is known, even when its personal link was replaced.

use crate::id::{DelegationId, InvitationId};
use crate::keys::{Keys, LinkToken, Purpose};

/// The token of the link: 43 characters, of which 128 bits cannot be guessed.
#[must_use]
pub fn token(keys: &Keys, invitation: InvitationId) -> String {
    LinkToken::new(keys, Purpose::Unsubscribe, *invitation.as_bytes(), &[]).to_string()
}

/// The token of the link in the mail to a colleague.
#[must_use]
pub fn colleague_token(keys: &Keys, delegation: DelegationId) -> String {
    LinkToken::new(keys, Purpose::DelegationUnsubscribe, *delegation.as_bytes(), &[]).to_string()
}

/// Whose mails carried the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressee {
    /// A contact of the panel.
    Contact(InvitationId),
    /// A colleague to whom something was handed.
    Colleague(DelegationId),
}

/// Who leaves, if the token is genuine.
#[must_use]
pub fn read(keys: &Keys, token: &str) -> Option<Addressee> {
    let token = LinkToken::read(token)?;
    let is_genuine = |purpose| token.is_genuine(keys, purpose, &[]);
    if is_genuine(Purpose::Unsubscribe) {
        return Some(Addressee::Contact(InvitationId::from_bytes(token.id())));
    }
    let colleague = Addressee::Colleague(DelegationId::from_bytes(token.id()));
    is_genuine(Purpose::DelegationUnsubscribe).then_some(colleague)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_genuine_token_names_its_invitation() {
        let keys = Keys::new(&[1; 32]);
        let invitation = InvitationId::from_bytes([9; 16]);
        let genuine = token(&keys, invitation);
        assert_eq!(read(&keys, &genuine), Some(Addressee::Contact(invitation)));
        let colleague = DelegationId::from_bytes([9; 16]);
        assert_eq!(read(&keys, &colleague_token(&keys, colleague)), Some(Addressee::Colleague(colleague)));
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
