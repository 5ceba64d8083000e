//! No token passes for another: every kind of token at every address and in every cookie that takes one.

use rundfrage_shared::id::{DelegationId, InvitationId, ResponseId};
use rundfrage_shared::keys::{Keys, LinkToken, Purpose};
use rundfrage_shared::{invitation, query};
use rundfrage_tests::{Browser, Fresh, on_both_engines};

use super::ground::{BUSINESS, Ground};

on_both_engines!(
    no_token_opens_an_address_that_it_was_not_made_for,
    no_tag_passes_for_the_cookie_of_another_purpose,
    tokens_of_one_kind_that_lead_nowhere_get_one_and_the_same_page,
);

/// Everything that a keyed tag is for.
const PURPOSES: [Purpose; 8] = [
    Purpose::PersonalLink,
    Purpose::ResponseCookie,
    Purpose::MessageId,
    Purpose::Unsubscribe,
    Purpose::Receipt,
    Purpose::DelegationLink,
    Purpose::DelegationCookie,
    Purpose::DelegationUnsubscribe,
];

/// One company's ids.
struct Ids {
    invitation: InvitationId,
    response: ResponseId,
    delegation: DelegationId,
}

impl Ids {
    /// An answer was begun, and its section s4 handed over.
    async fn new(ground: &Ground) -> Self {
        let browser = ground.app.browser();
        let first = browser.submit(&browser.get(&ground.link(0).await).await.form("main form")).await.expect(200);
        let page = browser.get(&first.path.replace("/s1", "/colleague")).await.expect(200);
        let form = page.form("#hand-over").with("email", "part@company1.example").with("section", "s4");
        let _ = browser.submit(&form).await.expect(200);
        let (response, delegation) = query!(&ground.app.db => fetch_one::<(ResponseId, DelegationId)>,
            "SELECT response_id, id FROM delegations")
        .unwrap();
        Self { invitation: ground.invitation(0).await, response, delegation }
    }

    /// Tokens over each of the ids, with and without a serial, for each purpose, by these keys.
    fn tokens(&self, keys: &Keys) -> Vec<(Purpose, &'static str, String)> {
        let ids = [
            ("invitation", *self.invitation.as_bytes()),
            ("response", *self.response.as_bytes()),
            ("delegation", *self.delegation.as_bytes()),
        ];
        let mut tokens = Vec::new();
        for purpose in PURPOSES {
            for (of, id) in ids {
                for serial in [None, Some(0_i64), Some(1)] {
                    let bytes = serial.map(i64::to_be_bytes);
                    let rest: Vec<&[u8]> = bytes.iter().map(<[u8; 8]>::as_slice).collect();
                    tokens.push((purpose, of, LinkToken::new(keys, purpose, id, &rest).to_string()));
                }
            }
        }
        tokens
    }
}

async fn opens(browser: &Browser, path: &str) -> bool {
    browser.get(path).await.status != 404
}

async fn no_token_opens_an_address_that_it_was_not_made_for(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let ids = Ids::new(&ground).await;
    let browser = ground.app.browser();
    let mut opened = Vec::new();
    for (purpose, of, token) in ids.tokens(&ground.app.keys) {
        for (address, path) in [
            ("/r", format!("/r/{token}")),
            ("/r/exit", format!("/r/{token}/exit")),
            ("/c", format!("/c/{token}")),
            ("/unsubscribe", format!("/unsubscribe/{token}")),
        ] {
            if opens(&browser, &path).await {
                opened.push((purpose, of, address));
            }
        }
    }
    let expected = [
        (Purpose::PersonalLink, "invitation", "/r"),
        (Purpose::PersonalLink, "invitation", "/r/exit"),
        (Purpose::Unsubscribe, "invitation", "/unsubscribe"),
        (Purpose::DelegationLink, "delegation", "/c"),
        (Purpose::DelegationUnsubscribe, "delegation", "/unsubscribe"),
    ];
    // The link for leaving names any id; over that of another thing it leads nowhere.
    assert_eq!(opened, expected);
    for (.., token) in ids.tokens(&Keys::new(&[8; 32])) {
        for path in [format!("/r/{token}"), format!("/c/{token}"), format!("/unsubscribe/{token}")] {
            assert!(!opens(&browser, &path).await, "another installation's token opens {path}");
        }
    }
}

async fn no_tag_passes_for_the_cookie_of_another_purpose(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let ids = Ids::new(&ground).await;
    let id = ids.response.to_string();
    let end = &id[id.len() - 12..];
    let mut tags: Vec<_> = ids.tokens(&ground.app.keys);
    for purpose in PURPOSES {
        for of in [ids.invitation.as_bytes(), ids.response.as_bytes(), ids.delegation.as_bytes()] {
            tags.push((purpose, "tag", ground.app.keys.short_tag(purpose, &[of])));
        }
    }
    let mut opened = Vec::new();
    for (purpose, of, tag) in tags {
        for cookie in ["respond", "colleague"] {
            let (client, address) = ground.app.browser().raw(&format!("/respond/{id}/s4"));
            let request = client.get(address).header("cookie", format!("rundfrage-{cookie}-{end}={tag}"));
            if request.send().await.unwrap().status() == 200 {
                opened.push((purpose, of, cookie));
            }
        }
    }
    let expected =
        [(Purpose::DelegationCookie, "delegation", "colleague"), (Purpose::ResponseCookie, "tag", "respond")];
    assert_eq!(opened, expected);
}

async fn tokens_of_one_kind_that_lead_nowhere_get_one_and_the_same_page(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let ids = Ids::new(&ground).await;
    let keys = &ground.app.keys;
    let revoked = rundfrage_shared::delegation::link::token(keys, ids.delegation, 0);
    query!(&ground.app.db => execute, "UPDATE delegations SET revoked_at = created_at").unwrap();
    let personal = invitation::link::token(keys, ids.invitation, 0);
    let unknown = LinkToken::new(keys, Purpose::DelegationLink, [7; 16], &[&0_i64.to_be_bytes()]).to_string();
    let mut bodies = Vec::new();
    for token in [&revoked, &personal, &unknown, &"A".repeat(43), "x"] {
        let path = format!("/c/{token}");
        for answer in [ground.app.browser().get(&path).await, ground.app.browser().post(&path, &[]).await] {
            assert_eq!(answer.status, 404, "{path}");
            bodies.push(answer.body.replace(&path, "LINK"));
        }
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "{bodies:#?}");
}
