//! Keys derived from the one secret of the installation: what can be derived again need not be stored.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

/// What a keyed tag is for; a tag made for one purpose is worthless for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The tag in a personal link.
    PersonalLink,
    /// The cookie by which a browser finds the response it began by an open link.
    OpenLinkCookie,
    /// The field by which two clicks on one page of an open link begin one response.
    OpenLinkPlace,
    /// The tag in an access code.
    AccessCode,
    /// The cookie that lets a browser work on one response.
    ResponseCookie,
    /// The `Message-ID` of a mail.
    MessageId,
    /// The link by which an address leaves.
    Unsubscribe,
    /// The number on a receipt.
    Receipt,
    /// What a response is called where nobody may tell whose it is.
    Pseudonym,
    /// The tag in a colleague's link.
    DelegationLink,
    /// The cookie that lets a colleague's browser work on what was handed over.
    DelegationCookie,
    /// The link by which a colleague's address leaves.
    DelegationUnsubscribe,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::PersonalLink => b"personal-link",
            Self::OpenLinkCookie => b"open-link-cookie",
            Self::OpenLinkPlace => b"open-link-place",
            Self::AccessCode => b"access-code",
            Self::ResponseCookie => b"response-cookie",
            Self::MessageId => b"message-id",
            Self::Unsubscribe => b"unsubscribe",
            Self::Receipt => b"receipt",
            Self::Pseudonym => b"pseudonym",
            Self::DelegationLink => b"delegation-link",
            Self::DelegationCookie => b"delegation-cookie",
            Self::DelegationUnsubscribe => b"delegation-unsubscribe",
        }
    }
}

/// The secret of the installation. Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Keys(Hmac<Sha256>);

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// Keys derived from `secret`.
    #[must_use]
    pub fn new(secret: &[u8; 32]) -> Self {
        Self(Hmac::new_from_slice(secret).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length")))
    }

    /// HMAC-SHA-256 over the purpose and the parts, each preceded by its length so that parts cannot run together.
    #[must_use]
    pub fn tag(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = self.0.clone();
        for part in std::iter::once(&purpose.label()).chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// The first 128 bits of [`Keys::tag`] in 22 characters that are safe in an address.
    #[must_use]
    pub fn short_tag(&self, purpose: Purpose, parts: &[&[u8]]) -> String {
        URL_SAFE_NO_PAD.encode(&self.tag(purpose, parts)[..16])
    }

    /// Whether `candidate` is the [`Keys::short_tag`] of these parts, compared in constant time.
    #[must_use]
    pub fn verify(&self, purpose: Purpose, parts: &[&[u8]], candidate: &str) -> bool {
        use subtle::ConstantTimeEq as _;
        self.short_tag(purpose, parts).as_bytes().ct_eq(candidate.as_bytes()).into()
    }
}

/// Bytes of an id, and of the tag behind it, in a link.
const HALF: usize = 16;

/// The id of something and a keyed tag over it, as it stands in a link: 43 characters, of which 128 bits cannot be guessed.
/// Nothing secret is stored; whoever has the keys derives the same link again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkToken {
    id: [u8; HALF],
    tag: [u8; HALF],
}

impl LinkToken {
    /// The token that names `id`; the tag is over the id and `rest`.
    #[must_use]
    pub fn new(keys: &Keys, purpose: Purpose, id: [u8; HALF], rest: &[&[u8]]) -> Self {
        let parts: Vec<&[u8]> = std::iter::once(&id[..]).chain(rest.iter().copied()).collect();
        let mut tag = [0; HALF];
        tag.copy_from_slice(&keys.tag(purpose, &parts)[..HALF]);
        Self { id, tag }
    }

    /// Reads a token as it claims to be; [`LinkToken::is_genuine`] decides.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bytes: [u8; 2 * HALF] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        Some(Self { id: bytes[..HALF].try_into().ok()?, tag: bytes[HALF..].try_into().ok()? })
    }

    /// The id that it names.
    #[must_use]
    pub const fn id(&self) -> [u8; HALF] {
        self.id
    }

    /// Whether its tag was made with these keys, for this purpose, over its id and `rest`; compared in constant time.
    #[must_use]
    pub fn is_genuine(&self, keys: &Keys, purpose: Purpose, rest: &[&[u8]]) -> bool {
        use subtle::ConstantTimeEq as _;
        self.tag.ct_eq(&Self::new(keys, purpose, self.id, rest).tag).into()
    }
}

impl std::fmt::Display for LinkToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode([self.id, self.tag].concat()))
    }
}

/// SHA-256 of a random token: what is stored of it.
#[must_use]
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
