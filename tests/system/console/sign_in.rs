//! Who gets in, and for how long.

use chrono::TimeDelta;
use rundfrage_shared::staff::Role;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};

use super::ground::{Ground, PASSWORD, invited};

on_both_engines!(
    a_one_time_link_sets_a_password_once,
    nobody_learns_who_has_an_account,
    guessing_is_slowed_down_even_for_the_right_password,
    a_session_ends_when_idle_and_after_half_a_day,
    an_old_cookie_is_dead_after_signing_out,
    a_new_password_ends_the_session,
    each_role_may_what_it_may_and_no_more,
    the_way_back_stays_in_the_console,
);

async fn sign_in(browser: &Browser, email: &str, password: &str) -> Page {
    let form = browser.get("/sign-in").await.expect(200).form("main form");
    browser.submit(&form.with("email", email).with("password", password)).await
}

async fn a_one_time_link_sets_a_password_once(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let (member, link) = invited(&ground.app, ground.seed.organisation, Role::Editor).await;
    let (first, second) = (ground.app.browser(), ground.app.browser());
    let form = first.get(&link).await.expect(200).form("main form");
    // A scanner opens the link too: that uses nothing up.
    let scanned = second.get(&link).await.expect(200).form("main form");
    let weak = first.submit(&form.clone().with("password", "kurz").with("repeat", "kurz")).await.expect(422);
    assert!(weak.says("mindestens 12 Zeichen") && weak.title().starts_with("Fehler:"), "{}", weak.text());
    let differs = first.submit(&form.clone().with("password", PASSWORD).with("repeat", "anders")).await.expect(422);
    assert!(differs.says("nicht gleich"));
    let done = first.submit(&form.with("password", PASSWORD).with("repeat", PASSWORD)).await.expect(200);
    assert_eq!((done.path.as_str(), done.says("Ihr Passwort ist gespeichert")), ("/console", true));
    let late = second.submit(&scanned.with("password", PASSWORD).with("repeat", PASSWORD)).await.expect(410);
    assert!(late.says("nur einmal"));
    assert_eq!(sign_in(&second, member.email.as_str(), PASSWORD).await.expect(200).path, "/console");
}

async fn nobody_learns_who_has_an_account(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let (known, link) = invited(&ground.app, ground.seed.organisation, Role::Editor).await;
    let browser = ground.app.browser();
    let form = browser.get(&link).await.form("main form");
    let _ = browser.submit(&form.with("password", PASSWORD).with("repeat", PASSWORD)).await.expect(200);
    let visitor = ground.app.browser();
    let wrong = sign_in(&visitor, known.email.as_str(), "ein anderer Satz 1").await.expect(422);
    let unknown = sign_in(&visitor, "niemand@nirgends.example", "ein anderer Satz 1").await.expect(422);
    let plain = |page: &Page, email: &str| page.body.replace(email, "EMAIL");
    assert_eq!(plain(&wrong, known.email.as_str()), plain(&unknown, "niemand@nirgends.example"));
    let dead = format!("/sign-in/link/{}", "A".repeat(32));
    let (dead, good) = (visitor.get(&dead).await, visitor.get(&link).await);
    assert_eq!((dead.status, dead.title()), (good.status, good.title()));
}

async fn guessing_is_slowed_down_even_for_the_right_password(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let (member, link) = invited(&ground.app, ground.seed.organisation, Role::Editor).await;
    let browser = ground.app.browser();
    let form = browser.get(&link).await.form("main form");
    let _ = browser.submit(&form.with("password", PASSWORD).with("repeat", PASSWORD)).await.expect(200);
    let guesser = ground.app.browser();
    for _ in 0..10 {
        assert!(sign_in(&guesser, member.email.as_str(), "falsch geraten 12").await.says("stimmt nicht"));
    }
    assert!(sign_in(&guesser, member.email.as_str(), PASSWORD).await.expect(422).says("Zu viele Versuche"));
    ground.app.clock.advance(TimeDelta::minutes(16));
    assert_eq!(sign_in(&guesser, member.email.as_str(), PASSWORD).await.expect(200).path, "/console");
}

async fn a_session_ends_when_idle_and_after_half_a_day(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let (idle, busy) = (ground.signed_in(Role::Viewer).await, ground.signed_in(Role::Viewer).await);
    for minutes in (25..=700).step_by(25) {
        ground.app.clock.advance(TimeDelta::minutes(25));
        assert_eq!(busy.get("/console").await.expect(200).path, "/console", "after {minutes} minutes");
    }
    assert_eq!(idle.get("/console/panel").await.path, "/sign-in?return=%2Fconsole%2Fpanel");
    ground.app.clock.advance(TimeDelta::minutes(25));
    assert!(busy.get("/console").await.path.starts_with("/sign-in"));
}

async fn an_old_cookie_is_dead_after_signing_out(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let (member, link) = invited(&ground.app, ground.seed.organisation, Role::Owner).await;
    let browser = ground.app.browser();
    let form = browser.get(&link).await.form("main form");
    let _ = browser.submit(&form.with("password", PASSWORD).with("repeat", PASSWORD)).await.expect(200);
    // The answer that signs in sets the cookie; redirects hide it, so it is asked for by hand.
    let (_, address) = browser.raw("/sign-in");
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let fields = [("email", member.email.as_str()), ("password", PASSWORD), ("return", "/console")];
    let planted = "rundfrage-session=AAAAAAAAAAAAAAAAAAAAAA";
    let request = client.post(&address).header("sec-fetch-site", "same-origin").header("cookie", planted);
    let answer = request.form(&fields).send().await.unwrap();
    assert_eq!(answer.status(), 303);
    let set = answer.headers()["set-cookie"].to_str().unwrap().to_owned();
    assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
    let cookie = set.split(';').next().unwrap().to_owned();
    assert_ne!(cookie, planted, "an id that came from outside is never taken");
    let get = async |path: &str| {
        let (_, address) = browser.raw(path);
        client.get(address).header("cookie", &cookie).send().await.unwrap().status()
    };
    assert_eq!(get("/console").await, 200);
    let (_, out) = browser.raw("/sign-out");
    let post = client.post(out).header("sec-fetch-site", "same-origin").header("cookie", &cookie);
    assert_eq!(post.send().await.unwrap().status(), 303);
    assert_eq!(get("/console").await, 303);
    // The browser's own session is another one and lives.
    assert_eq!(browser.get("/console").await.path, "/console");
}

async fn a_new_password_ends_the_session(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let (member, link) = invited(&ground.app, ground.seed.organisation, Role::Editor).await;
    let (first, second) = (ground.app.browser(), ground.app.browser());
    let set_password = async |browser: &Browser, link: &str| {
        let form = browser.get(link).await.expect(200).form("main form");
        browser.submit(&form.with("password", PASSWORD).with("repeat", PASSWORD)).await.expect(200)
    };
    let _ = set_password(&first, &link).await;
    let people = ground.owner().await.post(&format!("/console/people/{}/link", member.id), &[]).await.expect(200);
    let another = people.texts(".one-time-link").remove(0);
    assert_eq!(first.get("/console").await.path, "/console", "a link alone ends nothing");
    let _ = set_password(&second, &another[another.find("/sign-in").unwrap()..]).await;
    assert!(first.get("/console").await.path.starts_with("/sign-in"));
    assert_eq!(second.get("/console").await.path, "/console");
}

async fn each_role_may_what_it_may_and_no_more(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let places = [
        ("/console", Role::Viewer),
        ("/console/panel", Role::Viewer),
        ("/console/questionnaires", Role::Viewer),
        ("/console/surveys", Role::Viewer),
        ("/console/people", Role::Owner),
        ("/console/panel/import", Role::Editor),
        ("/console/questionnaires/upload", Role::Editor),
        ("/console/surveys/new", Role::Editor),
        ("/console/audit", Role::Owner),
    ];
    for role in Role::ALL {
        let browser = ground.signed_in(role).await;
        for (place, needed) in places {
            let expected = if role.may(needed) { 200 } else { 403 };
            assert_eq!(browser.get(place).await.status, expected, "{role} at {place}");
        }
        let fields = [("name", "Neu"), ("email", "neu"), ("role", "owner")];
        let expected = if role.may(Role::Owner) { 422 } else { 403 };
        assert_eq!(browser.post("/console/people", &fields).await.status, expected, "{role} adds people");
    }
    assert_eq!(ground.app.browser().post("/console/people", &[]).await.status, 403, "nobody adds people");
}

async fn the_way_back_stays_in_the_console(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let (member, link) = invited(&ground.app, ground.seed.organisation, Role::Viewer).await;
    let browser = ground.app.browser();
    let form = browser.get(&link).await.form("main form");
    let _ = browser.submit(&form.with("password", PASSWORD).with("repeat", PASSWORD)).await.expect(200);
    for (wish, end) in [
        ("/console/panel?q=a", "/console/panel?q=a"),
        ("//evil.example", "/console"),
        ("https://evil.example/console", "/console"),
        ("/console/../../x\\y", "/console"),
    ] {
        let visitor = ground.app.browser();
        let form = visitor.get("/sign-in").await.form("main form").tampered("return", wish);
        let page = visitor.submit(&form.with("email", member.email.as_str()).with("password", PASSWORD)).await;
        assert_eq!(page.path, end, "{wish}");
    }
}
