//! `/o/{slug}`: the open link of a survey.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use futures::future::join_all;
use rundfrage_shared::open_link::{OpenLink, store};
use rundfrage_shared::organisation::Slug;
use rundfrage_shared::response::store::Counts;
use rundfrage_shared::staff::Role;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines, seed};

use super::ground::{BUSINESS, Ground};
use crate::console::ground::signed_in;

on_both_engines!(
    whoever_follows_the_link_answers_without_invitation_and_company,
    a_browser_has_one_response_and_another_browser_another,
    two_clicks_at_once_begin_one_response,
    of_many_who_take_the_last_places_at_once_no_more_get_in,
    a_link_that_leads_nowhere_now_says_why,
    beginnings_are_throttled_per_network,
    staff_set_the_link_and_take_it_away,
);

async fn with_link(fresh: Fresh, questionnaire: &str, most: Option<i64>) -> Ground {
    let ground = Ground::open(fresh, questionnaire).await;
    set(&ground, most).await;
    ground
}

async fn set(ground: &Ground, most: Option<i64>) {
    let slug = Slug::parse("lage-hessen").unwrap();
    let link = OpenLink { survey: ground.round.survey, organisation: ground.seed.organisation, slug, most };
    let mut tx = ground.app.db.begin().await.unwrap();
    store::put(&mut tx, &link, ground.app.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn open(ground: &Ground) -> Counts {
    store::count(&ground.app.db, ground.seed.organisation, ground.round.id).await.unwrap()
}

async fn begin(browser: &Browser) -> Page {
    browser.submit(&browser.get("/o/lage-hessen").await.expect(200).form("main form")).await
}

async fn whoever_follows_the_link_answers_without_invitation_and_company(fresh: Fresh) {
    let ground = with_link(fresh, seed::QUESTIONNAIRE, None).await;
    let browser = ground.app.browser();
    let start = browser.get("/o/Lage-Hessen").await.expect(200);
    assert!(start.says("Niemand weiß, wer hier antwortet") && !start.says("Ihres Unternehmens"), "{}", start.text());
    assert!(!start.headers.contains_key("set-cookie"));
    assert_eq!(open(&ground).await, Counts::default(), "looking changes nothing");
    let page = begin(&browser).await.expect(200);
    let later = browser.get(&page.path.replace("/s1", "/later")).await.expect(200);
    assert!(later.says("denselben Link") && later.links("/colleague").is_empty(), "{}", later.text());
    let check = browser.submit(&page.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    let receipt = browser.submit(&check.form("form[action$='/submit']")).await.expect(200);
    assert!(receipt.path.ends_with("/receipt") && !receipt.says("persönlichen Link"), "{}", receipt.text());
    assert_eq!(open(&ground).await, Counts { drafts: 0, submitted: 1 });
    let analyst = signed_in(&ground.app, ground.seed.organisation, Role::Analyst).await;
    let round = format!("/console/rounds/{}", ground.round.id);
    let fieldwork = analyst.get(&round).await.expect(200);
    assert_eq!(fieldwork.texts(".figures .figure dd"), ["3", "0 0,0 %", "0", "1 0 weitere begonnen"]);
    ground.close().await;
    let analyst = signed_in(&ground.app, ground.seed.organisation, Role::Analyst).await;
    let results = analyst.get(&format!("{round}/results")).await.expect(200);
    assert!(results.says("1 abgeschickte Antwort Eine der abgeschickten"), "{}", results.text());
    let export = analyst.get(&format!("{round}/results/responses")).await.expect(200).form("main form");
    let file = analyst.submit(&export).await.expect(200);
    let line = file.body.lines().nth(1).unwrap_or_default();
    assert!(file.body.lines().count() == 2 && line.contains(",2026-Q4,1,,,,,,"), "{}", file.body);
}

async fn a_browser_has_one_response_and_another_browser_another(fresh: Fresh) {
    let ground = with_link(fresh, BUSINESS, None).await;
    let (one, other) = (ground.app.browser(), ground.app.browser());
    let first = begin(&one).await.expect(200);
    let again = one.get("/o/lage-hessen").await.expect(200);
    assert!(again.says("bereits begonnen") || again.says("schon begonnen"), "{}", again.text());
    assert_eq!(begin(&one).await.expect(200).path, first.path);
    assert_eq!(open(&ground).await, Counts { drafts: 1, submitted: 0 });
    assert_ne!(begin(&other).await.expect(200).path, first.path);
    let _ = other.get(&first.path).await.expect(404);
    assert_eq!(open(&ground).await, Counts { drafts: 2, submitted: 0 });
}

async fn two_clicks_at_once_begin_one_response(fresh: Fresh) {
    let ground = with_link(fresh, BUSINESS, Some(1)).await;
    for most in [Some(1), None] {
        set(&ground, most).await;
        let form = ground.app.browser().get("/o/lage-hessen").await.expect(200).form("main form");
        // The second is on its way before the first has brought a cookie.
        let clicks: Vec<_> = (0..4).map(|_| ground.app.browser()).collect();
        let pages = join_all(clicks.iter().map(|browser| browser.submit(&form))).await;
        let paths: BTreeSet<_> = pages.into_iter().map(|page| page.expect(200).path).collect();
        assert_eq!(paths.len(), 1, "{paths:?}");
        set(&ground, None).await;
        // Whoever comes to the page on the same computer later begins anew.
        ground.app.clock.advance(TimeDelta::minutes(2));
        let later = ground.app.browser().submit(&form).await.expect(200);
        assert!(!paths.contains(&later.path));
    }
    assert_eq!(open(&ground).await, Counts { drafts: 4, submitted: 0 });
    let strange = ground.app.browser().post("/o/lage-hessen", &[("place", "made up")]).await.expect(200);
    assert!(strange.path.ends_with("/s1"), "{}", strange.path);
}

async fn of_many_who_take_the_last_places_at_once_no_more_get_in(fresh: Fresh) {
    let ground = with_link(fresh, BUSINESS, Some(3)).await;
    let inside = ground.app.browser();
    let _ = begin(&inside).await.expect(200);
    let browsers: Vec<_> = (0..6).map(|_| ground.app.browser()).collect();
    let statuses = join_all(browsers.iter().map(|browser| browser.post("/o/lage-hessen", &[]))).await;
    let full = statuses.iter().filter(|page| page.status == 410).count();
    assert_eq!((full, open(&ground).await), (4, Counts { drafts: 3, submitted: 0 }));
    let refused = ground.app.browser().get("/o/lage-hessen").await.expect(410);
    assert!(refused.says("Höchstzahl an Antworten ist erreicht"), "{}", refused.text());
    let _ = begin(&inside).await.expect(200);
    let personal = ground.app.browser();
    let _ = personal.submit(&personal.get(&ground.link(0).await).await.form("main form")).await.expect(200);
}

async fn a_link_that_leads_nowhere_now_says_why(fresh: Fresh) {
    let ground = Ground::launched(fresh, BUSINESS).await;
    let browser = ground.app.browser();
    for path in ["/o/lage-hessen", "/o/x", "/o/%3Cb%3E"] {
        assert!(browser.get(path).await.expect(404).says("zu keiner Umfrage"), "{path}");
        let _ = browser.post(path, &[]).await.expect(404);
    }
    set(&ground, None).await;
    for answer in [browser.get("/o/lage-hessen").await, browser.post("/o/lage-hessen", &[]).await] {
        assert!(answer.expect(410).says("nimmt zurzeit keine Antworten an"));
    }
    assert_eq!(open(&ground).await, Counts::default());
}

async fn beginnings_are_throttled_per_network(fresh: Fresh) {
    let ground = with_link(fresh, BUSINESS, None).await;
    let window = ground.app.now() + TimeDelta::minutes(15);
    for _ in 0..100 {
        let bucket = "open-link:network:127.0.0.1";
        rundfrage_shared::throttle::store::count(&ground.app.db, bucket, window, ground.app.now()).await.unwrap();
    }
    let refused = begin(&ground.app.browser()).await.expect(429);
    assert!(refused.says("warten Sie 15 Minuten"), "{}", refused.text());
    assert_eq!(open(&ground).await, Counts::default());
}

async fn staff_set_the_link_and_take_it_away(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let survey = format!("/console/surveys/{}", ground.round.survey);
    let page = editor.get(&survey).await.expect(200);
    assert!(page.says("Kein offener Link"));
    let form = editor.get(&page.links("/open-link")[0]).await.expect(200).form("main form");
    for (slug, most, complaint) in [
        ("Große Lage", "", "kleine Buchstaben"),
        ("", "5", "kleine Buchstaben"),
        ("lage", "0", "ganze Zahl"),
        ("lage", "1.5", "ganze Zahl"),
    ] {
        let refused = editor.submit(&form.clone().with("slug", slug).with("most", most)).await.expect(422);
        assert!(refused.says(complaint) && refused.form("main form").value("slug") == Some(slug), "{}", refused.text());
    }
    let shown = editor.submit(&form.clone().with("slug", "lage").with("most", "1.000")).await.expect(200);
    assert!(shown.path == survey && shown.says(&ground.app.public_address("/o/lage")), "{}", shown.text());
    assert_eq!(shown.attributes("main .qr", "role"), ["img"]);
    assert!(shown.says("Offenen Link ändern"), "{}", shown.text());
    let _ = ground.app.browser().get("/o/lage").await.expect(200);
    let other = seed::survey(&ground.app, &ground.seed, "andere").await;
    let form = editor.get(&format!("/console/surveys/{}/open-link", other.id)).await.expect(200).form("main form");
    assert!(editor.submit(&form.with("slug", "lage")).await.expect(422).says("bereits ein anderer"));
    let form = editor.get(&format!("{survey}/open-link")).await.expect(200).form("main form");
    assert_eq!((form.value("slug"), form.value("most")), (Some("lage"), Some("1000")));
    let shown = editor.submit(&form.with("slug", "").with("most", "")).await.expect(200);
    assert!(shown.says("Kein offener Link"), "{}", shown.text());
    let _ = ground.app.browser().get("/o/lage").await.expect(404);
}
