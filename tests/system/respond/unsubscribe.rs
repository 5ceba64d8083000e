//! `/unsubscribe/{token}`: by the page, and in one click by a mail program.

use reqwest::multipart;
use rundfrage_shared::suppression;
use rundfrage_tests::suppressed::is_suppressed;
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::{BUSINESS, Ground};

on_both_engines!(
    looking_leaves_nothing,
    the_button_leaves_one_survey_or_all,
    one_click_works_without_cookies_in_either_encoding,
    a_forged_link_leaves_nothing,
);

async fn link(ground: &Ground, company: usize) -> String {
    format!("/unsubscribe/{}", suppression::link::token(&ground.app.keys, ground.invitation(company).await))
}

/// Whether the company's contact gets no mail of this survey, and none of the organisation.
async fn has_left(ground: &Ground, company: usize) -> (bool, bool) {
    let email = format!("contact{0}@company{0}.example", company + 1);
    let left = async |survey| is_suppressed(&ground.app, ground.seed.organisation, &email, survey).await;
    (left(Some(ground.round.survey)).await, left(None).await)
}

async fn looking_leaves_nothing(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let page = ground.app.browser().get(&link(&ground, 0).await).await.expect(200);
    assert!(page.says("industriedialog") && page.says("Kurz gefragt"), "{}", page.text());
    let _ = ground.app.browser().head(&link(&ground, 0).await).await.expect(200);
    assert_eq!(has_left(&ground, 0).await, (false, false));
}

async fn the_button_leaves_one_survey_or_all(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let browser = ground.app.browser();
    let page = browser.get(&link(&ground, 0).await).await.expect(200);
    let done = browser.submit(&page.form("main form").press("Abbestellen")).await.expect(200);
    assert!(done.says("„Kurz gefragt“ keine E-Mails mehr"), "{}", done.text());
    assert_eq!((has_left(&ground, 0).await, has_left(&ground, 1).await), ((true, false), (false, false)));
    let _ = browser.submit(&page.form("main form").with("scope", "everything")).await.expect(200);
    let _ = browser.submit(&page.form("main form").with("scope", "everything")).await.expect(200);
    assert_eq!(has_left(&ground, 0).await, (true, true));
}

async fn one_click_works_without_cookies_in_either_encoding(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let client = reqwest::Client::new();
    let address = async |company| ground.app.browser().raw(&link(&ground, company).await).1;
    let field = ("List-Unsubscribe", "One-Click");
    let plain = client.post(address(0).await).form(&[field]).send().await.unwrap();
    let parts =
        client.post(address(1).await).multipart(multipart::Form::new().text(field.0, field.1)).send().await.unwrap();
    assert_eq!((plain.status().as_u16(), parts.status().as_u16()), (200, 200));
    assert_eq!((has_left(&ground, 0).await, has_left(&ground, 1).await), ((true, false), (true, false)));
}

async fn a_forged_link_leaves_nothing(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    // A personal link is no link for leaving, and the other way round.
    let personal = ground.link(0).await.replace("/r/", "/unsubscribe/");
    let leaving = link(&ground, 0).await.replace("/unsubscribe/", "/r/");
    for path in [personal.as_str(), &leaving, "/unsubscribe/x"] {
        let refused = ground.app.browser().post(path, &[]).await.expect(404);
        assert!(refused.says("Dieser Link ist nicht gültig"), "{}", refused.text());
    }
    assert_eq!(has_left(&ground, 0).await, (false, false));
}
