//! `/dev/mailbox`: the mails of an installation that sends none.

use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::language::Language;
use rundfrage_shared::message::store::plan_test;
use rundfrage_shared::text::Words;
use rundfrage_tests::app::TestApp;
use rundfrage_tests::seed;
use rundfrage_tests::{Fresh, on_both_engines};

on_both_engines!(
    an_empty_mailbox_says_so,
    mails_are_listed_and_read_as_text_and_html,
    a_long_mailbox_has_pages,
    nothing_outside_the_folder_is_read,
    where_mails_are_sent_there_is_no_mailbox,
);

async fn with_mails(fresh: Fresh, count: usize) -> TestApp {
    let app = TestApp::start(fresh).await;
    let seed = seed::organisation(&app, "ihk").await;
    let survey = seed::survey(&app, &seed, "lage").await;
    let draft = seed::draft(&app, &survey, "2026-Q4").await;
    for n in 1..=count {
        let to = EmailAddress::parse(&format!("staff{n}@ihk.example")).unwrap();
        let mut tx = app.db.begin().await.unwrap();
        plan_test(&mut tx, &app, &draft, &to, &Language::german()).await.unwrap();
        tx.commit().await.unwrap();
    }
    app.run_pending_jobs().await;
    app
}

async fn an_empty_mailbox_says_so(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    let page = app.browser().get("/dev/mailbox").await.expect(200);
    assert!(page.says("Es liegt noch keine E-Mail vor."));
}

async fn mails_are_listed_and_read_as_text_and_html(fresh: Fresh) {
    let app = with_mails(fresh, 2).await;
    let browser = app.browser();
    let list = browser.get("/dev/mailbox").await.expect(200);
    assert!(list.says("staff1@ihk.example") && list.says("TEST: Kurz gefragt"));
    // On the organisation's clocks, as everywhere else.
    let at = Words::default().instant(app.now(), "Europe/Berlin".parse().unwrap());
    assert!(list.says(&at), "{at}: {}", list.text());
    let path = list.links("/dev/mailbox/").remove(0);
    let mail = browser.get(&path).await.expect(200);
    assert!(mail.says("Dies ist eine Testnachricht.") && mail.says("Message-ID"));
    assert!(!mail.links(&app.settings.public_url).is_empty(), "links in the text can be followed");
    let html = browser.get(&format!("{path}/html")).await.expect(200);
    let policy = html.headers["content-security-policy"].to_str().unwrap();
    assert!(
        policy.contains("default-src 'none'") && policy.contains("sandbox") && !policy.contains("script"),
        "{policy}"
    );
}

async fn a_long_mailbox_has_pages(fresh: Fresh) {
    let app = with_mails(fresh, 60).await;
    let list = app.browser().get("/dev/mailbox?page=2").await.expect(200);
    assert_eq!(list.links("/dev/mailbox/").len(), 10);
}

async fn nothing_outside_the_folder_is_read(fresh: Fresh) {
    let app = with_mails(fresh, 1).await;
    for name in ["..%2Fsecret.key", "%2e%2e%2frundfrage", "nothing", "a%00", "%2Fetc%2Fpasswd"] {
        for address in [format!("/dev/mailbox/{name}"), format!("/dev/mailbox/{name}/html")] {
            assert_eq!(app.browser().get(&address).await.status, 404, "{address}");
        }
    }
}

async fn where_mails_are_sent_there_is_no_mailbox(fresh: Fresh) {
    let app = TestApp::with_smtp(fresh).await;
    for address in ["/dev/mailbox", "/dev/mailbox/x"] {
        assert_eq!(app.browser().get(address).await.status, 404, "{address}");
    }
}
