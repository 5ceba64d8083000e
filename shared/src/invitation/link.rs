//! Personal links. A token is the invitation's id and a keyed tag over it; nothing secret is stored, and a reminder derives
//! the same link again.

use super::Invitation;
use crate::id::InvitationId;
use crate::keys::{Keys, LinkToken, Purpose};

/// The token of a personal link: 43 characters, of which 128 bits cannot be guessed.
#[must_use]
pub fn token(keys: &Keys, invitation: InvitationId, link_serial: i64) -> String {
    LinkToken::new(keys, Purpose::PersonalLink, *invitation.as_bytes(), &[&link_serial.to_be_bytes()]).to_string()
}

/// The invitation that a token claims to be for; [`is_genuine`] decides once its serial is known.
#[must_use]
pub fn claimed(token: &str) -> Option<InvitationId> {
    LinkToken::read(token).map(|token| InvitationId::from_bytes(token.id()))
}

/// Whether the token is the present personal link of this invitation.
#[must_use]
pub fn is_genuine(keys: &Keys, token: &str, invitation: &Invitation) -> bool {
    let serial = invitation.link_serial.to_be_bytes();
    LinkToken::read(token).is_some_and(|token| {
        token.id() == *invitation.id.as_bytes() && token.is_genuine(keys, Purpose::PersonalLink, &[&serial])
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::entropy::Entropy;
    use crate::id::{CompanyId, ContactId, OrganisationId, RoundId};
    use crate::invitation::InvitationState;
    use crate::questionnaire::attributes::Attributes;

    pub(in crate::invitation) fn invitation(seed: u64) -> Invitation {
        let (entropy, now) = (Entropy::seeded(seed), Clock::System.now());
        Invitation {
            id: InvitationId::new(&entropy, now),
            organisation: OrganisationId::new(&entropy, now),
            round: RoundId::new(&entropy, now),
            contact: ContactId::new(&entropy, now),
            company: CompanyId::new(&entropy, now),
            state: InvitationState::Planned,
            attributes: Attributes::new(),
            link_serial: 0,
        }
    }

    #[test]
    fn a_token_leads_back_to_its_invitation() {
        let (keys, invitation) = (Keys::new(&[1; 32]), invitation(1));
        let token = token(&keys, invitation.id, 0);
        assert_eq!((token.len(), claimed(&token)), (43, Some(invitation.id)));
        assert!(is_genuine(&keys, &token, &invitation));
    }

    #[test]
    fn a_tampered_foreign_or_replaced_token_is_not_genuine() {
        let (keys, another) = (Keys::new(&[1; 32]), invitation(2));
        let invitation = invitation(1);
        let good = token(&keys, invitation.id, 0);
        for place in 0..good.len() {
            let mut bytes = good.clone().into_bytes();
            bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
            let tampered = String::from_utf8(bytes).unwrap();
            let accepted = claimed(&tampered) == Some(invitation.id) && is_genuine(&keys, &tampered, &invitation);
            assert!(!accepted, "{tampered}");
        }
        assert!(!is_genuine(&Keys::new(&[2; 32]), &good, &invitation), "another installation's key");
        assert!(!is_genuine(&keys, &token(&keys, another.id, 0), &invitation), "another invitation's tag");
        assert!(!is_genuine(&keys, &good, &Invitation { link_serial: 1, ..invitation }), "a replaced link");
        assert_eq!(claimed("short"), None);
    }
}
