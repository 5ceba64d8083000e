//! `/code`: the access code of a letter.

use chrono::TimeDelta;
use rundfrage_shared::query;
use rundfrage_shared::response::store::Counts;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};

use super::ground::{BUSINESS, Ground};

on_both_engines!(
    a_code_leads_to_the_personal_link_however_it_is_typed,
    codes_that_lead_nowhere_get_one_and_the_same_answer,
    what_cannot_be_a_code_is_told_and_stays_in_the_field,
    a_code_is_replaced_with_its_link,
    codes_are_throttled_per_network_before_they_are_looked_up,
    the_way_to_the_code_is_found_without_a_link,
);

async fn type_in(browser: &Browser, code: &str) -> Page {
    browser.submit(&browser.get("/code").await.expect(200).form("main form").with("code", code)).await
}

async fn a_code_leads_to_the_personal_link_however_it_is_typed(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let browser = ground.app.browser();
    for company in 0..3 {
        let (code, link) = (ground.code(company).await, ground.link(company).await);
        for typed in [code.clone(), code.to_lowercase(), format!(" {} ", code.replace('-', " ")), code.replace('-', "")]
        {
            assert_eq!(type_in(&browser, &typed).await.expect(200).path, link, "{typed}");
        }
    }
    assert_eq!(ground.counts().await, Counts::default(), "only the button begins");
}

async fn codes_that_lead_nowhere_get_one_and_the_same_answer(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (genuine, other) = (ground.code(0).await, ground.code(2).await);
    let mut tampered = genuine.clone();
    let last = if tampered.ends_with('A') { 'B' } else { 'A' };
    let _ = tampered.pop();
    tampered.push(last);
    let swapped = format!("{}{}", &genuine[..7], &other[7..]);
    query!(&ground.app.db => execute, "UPDATE invitations SET state = 'excluded' WHERE id = $1", ground.invitation(1).await)
        .unwrap();
    let excluded = ground.code(1).await;
    let browser = ground.app.browser();
    let mut bodies = Vec::new();
    for typed in [tampered.as_str(), &swapped, &excluded, "ZZZZ-ZZZZ-ZZZZ", "2222-2222-2222"] {
        let page = type_in(&browser, typed).await.expect(422);
        assert!(page.says("Diesen Zugangscode gibt es nicht") && page.says("mit Ihrem Brief"), "{}", page.text());
        bodies.push(page.body.replace(typed, "CODE"));
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "{bodies:#?}");
}

async fn what_cannot_be_a_code_is_told_and_stays_in_the_field(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (german, english) = (ground.app.browser(), ground.app.english_browser());
    for (typed, told) in [
        ("", "Geben Sie den Zugangscode"),
        ("K7RM-2XQD", "eingegeben sind 8"),
        ("O7RM-2XQD-9TFA", "0, O, 1, I und L"),
        ("K7RM-2XQD-9TF1", "0, O, 1, I und L"),
        ("K7RM-2XQD-9TF<", "„<“"),
    ] {
        let page = type_in(&german, typed).await.expect(422);
        assert!(page.texts("main .kern-error").join(" ").contains(told), "{typed}: {}", page.text());
        assert_eq!(page.form("main form").value("code"), Some(typed));
    }
    assert!(type_in(&english, "K7RM").await.expect(422).says("12 characters; you typed 4"));
    let attempts = query!(&ground.app.db => fetch_all::<(i64,)>, "SELECT attempts FROM attempts").unwrap();
    assert!(attempts.is_empty(), "nothing was looked up: {attempts:?}");
}

async fn a_code_is_replaced_with_its_link(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, old) = (ground.app.browser(), ground.code(0).await);
    query!(&ground.app.db => execute, "UPDATE invitations SET link_serial = 1 WHERE id = $1", ground.invitation(0).await)
        .unwrap();
    let _ = type_in(&browser, &old).await.expect(422);
    assert_eq!(type_in(&browser, &ground.code(0).await).await.expect(200).path, ground.link(0).await);
}

async fn codes_are_throttled_per_network_before_they_are_looked_up(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, code) = (ground.app.browser(), ground.code(0).await);
    for _ in 0..100 {
        assert_eq!(browser.post("/code", &[("code", "ZZZZ-ZZZZ-ZZZZ")]).await.status, 422);
    }
    let refused = type_in(&browser, &code).await.expect(429);
    assert!(refused.says("warten Sie 15 Minuten"), "{}", refused.text());
    ground.app.clock.advance(TimeDelta::minutes(15));
    let _ = type_in(&browser, &code).await.expect(200);
}

async fn the_way_to_the_code_is_found_without_a_link(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let browser = ground.app.browser();
    assert_eq!(browser.get("/").await.links("/code"), ["/code"]);
    assert_eq!(browser.get("/r/nonsense").await.expect(404).links("/code"), ["/code"]);
}
