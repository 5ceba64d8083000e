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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::entropy::Entropy;
    use crate::id::{CompanyId, ContactId, OrganisationId, RoundId};
    use crate::invitation::InvitationState;
    use crate::questionnaire::condition::Attributes;

    fn invitation(seed: u64) -> Invitation {
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
