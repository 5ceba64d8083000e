//! What everybody sees: `/` and what is nowhere.

use rundfrage_tests::{Fresh, TestApp, on_both_engines};

on_both_engines!(
    the_start_page_speaks_the_visitors_language,
    a_visitor_can_change_the_language_and_it_lasts,
    the_way_back_from_the_language_stays_on_this_site,
    what_is_nowhere_is_a_page_not_found,
    every_answer_is_guarded_by_headers,
    a_post_from_another_site_is_refused,
    a_form_beyond_the_limit_is_refused,
);

async fn the_start_page_speaks_the_visitors_language(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    let german = app.browser().get("/").await.expect(200);
    let english = app.english_browser().get("/").await.expect(200);
    assert_eq!(german.attributes("html", "lang"), ["de"]);
    assert_eq!(english.attributes("html", "lang"), ["en"]);
    assert_ne!(german.text(), english.text());
}

async fn a_visitor_can_change_the_language_and_it_lasts(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    let visitor = app.browser();
    let german = visitor.get("/").await;
    let english = visitor.submit(&german.form("form[action='/language']").press("en")).await.expect(200);
    assert_eq!((english.path.as_str(), english.attributes("html", "lang")), ("/", vec!["en".to_owned()]));
    assert_eq!(visitor.get("/").await.attributes("html", "lang"), ["en"]);
}

async fn the_way_back_from_the_language_stays_on_this_site(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    let page = app.browser().get("/").await;
    let form = page.form("form[action='/language']").press("en");
    for elsewhere in ["//example.org/", "/\\example.org", "https://example.org/", "\\\\example.org", "/\t/example.org"]
    {
        let (client, address) = app.browser().raw(&form.action);
        let fields: Vec<_> = form
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), if value.starts_with('/') { elsewhere } else { value.as_str() }))
            .collect();
        assert!(fields.iter().any(|(_, value)| *value == elsewhere), "the form tells the way back: {fields:?}");
        let answer = client.post(address).form(&fields).send().await.unwrap();
        assert_eq!(answer.url().host_str(), Some("127.0.0.1"), "{elsewhere}");
    }
}

async fn what_is_nowhere_is_a_page_not_found(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    let page = app.browser().get("/nowhere").await.expect(404);
    assert!(page.headers["content-type"].to_str().unwrap().starts_with("text/html"));
    let machine = app.browser().get("/api/v1/nowhere").await.expect(404);
    assert_eq!(machine.headers["content-type"], "application/problem+json");
}

async fn every_answer_is_guarded_by_headers(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    for path in ["/", "/nowhere", "/healthz"] {
        let headers = app.browser().get(path).await.headers;
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
    }
}

async fn a_post_from_another_site_is_refused(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    let (client, address) = app.browser().raw("/language");
    let foreign = client.post(address).header("sec-fetch-site", "cross-site").form(&[("language", "en")]);
    assert_eq!(foreign.send().await.unwrap().status(), 403);
}

async fn a_form_beyond_the_limit_is_refused(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    let page = app.browser().post("/language", &[("language", "x".repeat(1024 * 1024).as_str())]).await;
    assert!(page.status == 413, "{}", page.status);
}
