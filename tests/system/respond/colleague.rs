//! `/respond/…/colleague` and `/c/…`: several people, one company's answer.

use chrono::TimeDelta;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::DelegationId;
use rundfrage_shared::message::Kind;
use rundfrage_shared::message::store::count_by_state;
use rundfrage_shared::suppression::Reason;
use rundfrage_shared::suppression::store::add;
use rundfrage_shared::{delegation, query};
use rundfrage_tests::form::Form;
use rundfrage_tests::mail::Mail;
use rundfrage_tests::suppressed::is_suppressed;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};

use super::ground::{BUSINESS, Ground};

on_both_engines!(
    a_section_goes_to_a_colleague_and_back_and_the_holder_submits,
    a_colleague_who_has_everything_submits_and_hands_on_sections,
    a_section_colleague_sees_and_sends_nothing_else,
    a_link_that_is_taken_back_stops_at_once,
    what_one_sees_the_other_sees_and_conflicts_are_told,
    an_answer_that_only_one_has_changed_goes_in_without_a_question,
    no_more_than_ten_links_and_three_an_hour,
    whoever_left_is_not_written_to,
    what_would_break_a_mail_or_advertise_is_refused,
    a_colleague_leaves_by_the_mail,
    a_mail_to_a_colleague_waits_for_a_paused_round_and_is_dropped_once_the_company_has_answered,
    after_the_end_nothing_is_handed_over,
);

/// A company's contact at work.
async fn holder(ground: &Ground) -> (Browser, Page) {
    let browser = ground.app.browser();
    let start = browser.get(&ground.link(0).await).await.expect(200);
    let first = browser.submit(&start.form("main form")).await.expect(200);
    (browser, first)
}

fn here(first: &Page, page: &str) -> String {
    first.path.replace("/s1", &format!("/{page}"))
}

async fn form(browser: &Browser, first: &Page) -> Form {
    browser.get(&here(first, "colleague")).await.expect(200).form("#hand-over")
}

async fn hand_over(browser: &Browser, first: &Page, email: &str, section: &str) -> Page {
    let form = form(browser, first).await.with("email", email).with("section", section);
    browser.submit(&form).await
}

/// The mails to an address, after everything due has gone out.
async fn mails_to(ground: &Ground, email: &str) -> Vec<Mail> {
    ground.app.run_pending_jobs().await;
    ground.app.mails().into_iter().filter(|mail| mail.to.contains(&email.to_owned())).collect()
}

fn link(mail: &Mail) -> String {
    let start = mail.text.find("/c/").unwrap();
    mail.text[start..].split_whitespace().next().unwrap().to_owned()
}

/// The path of the link of whoever has this address.
async fn link_of(ground: &Ground, email: &str) -> String {
    let (id, serial) = query!(&ground.app.db => fetch_one::<(DelegationId, i64)>,
        "SELECT id, link_serial FROM delegations WHERE email = $1", email)
    .unwrap();
    format!("/c/{}", delegation::link::token(&ground.app.keys, id, serial))
}

/// A colleague at work on what was handed over.
async fn colleague(ground: &Ground, email: &str) -> (Browser, Page) {
    let browser = ground.app.browser();
    let start = browser.get(&link_of(ground, email).await).await.expect(200);
    let page = browser.submit(&start.form("main form").press("Beginnen")).await.expect(200);
    (browser, page)
}

async fn a_section_goes_to_a_colleague_and_back_and_the_holder_submits(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    let saved = first.form("#answers").with("situation", "good").press("colleague");
    let page = holder.submit(&saved).await.expect(200);
    assert!(page.path.ends_with("/colleague?section=s1"), "{}", page.path);
    let form = page.form("#hand-over").with("section", "s4").with("email", "ayse@company1.example");
    let form = form.with("name", "Ayşe Demir").with("sender", "Jürgen Weiß").with("note", "Bitte bis Freitag.\nDanke!");
    let listed = holder.submit(&form).await.expect(200);
    assert!(listed.says("Ayşe Demir") && listed.says("E-Mail geht gleich hinaus"), "{}", listed.text());

    let mails = mails_to(&ground, "ayse@company1.example").await;
    let [mail] = mails.as_slice() else { panic!("one mail: {mails:?}") };
    for said in ["Jürgen Weiß bittet Sie, für Company 1", "> Bitte bis Freitag.", "weil jemand bei Company 1"] {
        assert!(mail.text.contains(said), "{said}: {}", mail.text);
    }
    let anonymous = ground.app.browser();
    let start = anonymous.get(&link(mail)).await.expect(200);
    let _ = anonymous.head(&link(mail)).await.expect(200);
    assert!(!start.headers.contains_key("set-cookie") && start.headers["cache-control"] == "no-store");
    assert!(start.says("den Abschnitt"), "{}", start.text());
    let (ayse, page) = colleague(&ground, "ayse@company1.example").await;
    assert!(page.path.ends_with("/s4") && !page.says("Seite 1 von"), "{} {}", page.path, page.text());
    assert!(page.texts("button[value=colleague]").is_empty(), "a section is not handed on");
    let form = page.form("#answers").with("recommend", "9").with("comment", "von Ayşe");
    let end = ayse.submit(&form.press("continue")).await.expect(200);
    assert!(end.path.ends_with("/done") && end.says("von Ayşe") && !end.says("gut"), "{} {}", end.path, end.text());
    let thanks = ayse.submit(&end.form("main form").press("Abschnitt ist erledigt")).await.expect(200);
    assert!(thanks.says("Vielen Dank") && thanks.says("zurückgegeben"), "{}", thanks.text());

    let listed = holder.get(&here(&first, "colleague")).await.expect(200);
    assert!(listed.says("Erledigt"), "{}", listed.text());
    let check = holder.get(&here(&first, "check")).await.expect(200);
    assert!(check.says("gut") && check.says("von Ayşe"), "{}", check.text());
    let receipt = holder.submit(&check.form("main form")).await.expect(200);
    assert!(receipt.path.ends_with("/receipt"));
    assert_eq!((ground.counts().await.drafts, ground.counts().await.submitted), (0, 1));
}

async fn a_colleague_who_has_everything_submits_and_hands_on_sections(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    hand_over(&holder, &first, "all@company1.example", ".all").await.expect(200);
    let (all, page) = colleague(&ground, "all@company1.example").await;
    assert!(page.path.ends_with("/s1"), "{}", page.path);
    let _ = all.submit(&page.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    let form = form(&all, &page).await;
    assert!(!form.choices("section").contains(&".all"), "{:?}", form.choices("section"));
    hand_over(&all, &page, "part@company1.example", "s4").await.expect(200);
    let mine = all.get(&here(&page, "colleague")).await.expect(200);
    assert!(mine.says("part@company1.example") && !mine.says("all@company1.example"), "{}", mine.text());
    assert!(holder.get(&here(&first, "colleague")).await.says("part@company1.example"));
    let check = all.get(&here(&page, "check")).await.expect(200);
    let receipt = all.submit(&check.form("main form")).await.expect(200);
    assert!(receipt.path.ends_with("/receipt"), "{}", receipt.path);
    // What was handed on goes with the link it came by.
    let (part, theirs) = colleague(&ground, "part@company1.example").await;
    let list = holder.get(&here(&first, "colleague")).await;
    holder.post(&list.attributes("form[action$=revoke]", "action")[0], &[]).await.expect(200);
    let _ = all.get(&page.path).await.expect(404);
    let _ = part.get(&theirs.path).await.expect(404);
}

async fn a_section_colleague_sees_and_sends_nothing_else(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    let _ = holder.submit(&first.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    hand_over(&holder, &first, "part@company1.example", "s4").await.expect(200);
    let (part, _) = colleague(&ground, "part@company1.example").await;
    let _ = part.get(&first.path).await.expect(404);
    let _ = part.post(&first.path, &[("situation", "poor")]).await.expect(404);
    let _ = part.get(&here(&first, "colleague")).await.expect(404);
    let _ = part.post(&here(&first, "colleague"), &[("email", "x@y.example"), ("section", "s1")]).await.expect(404);
    let _ = part.post(&here(&first, "submit"), &[("key", "0123456789abcdef")]).await.expect(403);
    for page in ["check", "receipt", "answers"] {
        let ended = part.get(&here(&first, page)).await.expect(200);
        assert!(ended.path.ends_with("/done") && !ended.says("gut"), "{page}: {}", ended.text());
    }
    let later = part.get(&here(&first, "later")).await.expect(200);
    assert!(!later.body.contains("/colleague"), "{}", later.text());
    let list = holder.get(&here(&first, "colleague")).await;
    let revoke = list.attributes("form[action$=revoke]", "action").remove(0);
    let _ = part.post(&revoke, &[]).await.expect(404);
    assert_eq!(ground.counts().await.submitted, 0);
    // One company's cookie is nothing for another's response.
    let other = ground.app.browser();
    let others = other.submit(&other.get(&ground.link(1).await).await.form("main form")).await.expect(200);
    let _ = part.get(&others.path.replace("/s1", "/s4")).await.expect(404);
    let foreign = other.post(&revoke.replace(&first.path[..45], &others.path[..45]), &[]).await;
    assert_eq!(foreign.status, 404, "{}", foreign.text());
    assert!(part.get(&here(&first, "s4")).await.status == 200);
}

async fn a_link_that_is_taken_back_stops_at_once(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    let listed = hand_over(&holder, &first, "part@company1.example", "s4").await.expect(200);
    let (part, page) = colleague(&ground, "part@company1.example").await;
    let typed = page.form("#answers").with("recommend", "9").press("continue");
    let revoke = listed.form("form[action$=revoke]");
    let listed = holder.submit(&revoke).await.expect(200);
    assert!(listed.says("Zurückgezogen") && listed.texts("form[action$=revoke]").is_empty(), "{}", listed.text());
    let _ = holder.submit(&revoke).await.expect(200);
    let refused = part.submit(&typed).await.expect(404);
    assert!(refused.says("Dieser Link ist nicht gültig"));
    let link = link_of(&ground, "part@company1.example").await;
    for answer in [part.get(&link).await, part.post(&link, &[]).await, part.get(&page.path).await] {
        assert_eq!(answer.status, 404);
    }
    assert!(mails_to(&ground, "part@company1.example").await.is_empty(), "and no mail goes out any more");
}

async fn what_one_sees_the_other_sees_and_conflicts_are_told(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    hand_over(&holder, &first, "all@company1.example", ".all").await.expect(200);
    let (all, theirs) = colleague(&ground, "all@company1.example").await;
    let form = first.form("#answers").with("situation", "good").with("expectation", "same");
    let _ = holder.submit(&form.press("continue")).await.expect(200);

    let form = theirs.form("#answers").with("situation", "poor").with("predictability", "neither");
    let both = all.submit(&form.press("continue")).await.expect(409);
    assert!(both.title().starts_with("Fehler") && both.says("in einem anderen Fenster: gut"), "{}", both.text());
    let form = both.form("#answers");
    assert_eq!(
        [form.value("situation"), form.value("expectation"), form.value("predictability")],
        [Some("poor"), Some("same"), Some("neither")],
        "one's own where one has changed anything, else what is stored"
    );
    let stored = holder.get(&first.path).await.form("#answers");
    assert_eq!((stored.value("situation"), stored.value("predictability")), (Some("good"), None), "nothing was saved");

    let _ = all.submit(&form.press("continue")).await.expect(200);
    let stored = holder.get(&first.path).await.form("#answers");
    let values = [stored.value("situation"), stored.value("expectation"), stored.value("predictability")];
    assert_eq!(values, [Some("poor"), Some("same"), Some("neither")]);
    // Between the two, somebody has answered once more.
    let old = both.form("#answers").with("situation", "satisfactory").press("continue");
    let _ = all.submit(&old).await.expect(409);
}

async fn an_answer_that_only_one_has_changed_goes_in_without_a_question(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (one, first) = holder(&ground).await;
    let two = ground.app.browser();
    let second = two.submit(&two.get(&ground.link(0).await).await.form("main form")).await.expect(200);
    let _ = one.submit(&first.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    let form = second.form("#answers").with("expectation", "same").press("continue");
    let _ = two.submit(&form).await.expect(200);
    let stored = two.get(&first.path).await.form("#answers");
    assert_eq!((stored.value("situation"), stored.value("expectation")), (Some("good"), Some("same")));
    // The same answer twice, and a double click, are no conflict.
    let _ = two.submit(&form).await.expect(200);
    // What is to be mended keeps what the page showed at first: the other's answer is not overwritten unseen.
    let numbers = one.get(&here(&first, "s2.3")).await.form("#answers");
    let _ = two.submit(&numbers.clone().with("utilisation", "70").press("continue")).await.expect(200);
    let mended = one.submit(&numbers.with("utilisation", "viel").press("continue")).await.expect(422);
    let mended = mended.form("#answers").with("utilisation", "80").press("continue");
    let both = one.submit(&mended).await.expect(409);
    assert!(both.says("70 %"), "{}", both.text());
}

async fn no_more_than_ten_links_and_three_an_hour(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    for n in 0..10 {
        if n > 0 && n % 3 == 0 {
            let page = hand_over(&holder, &first, "soon@company1.example", "s4").await.expect(422);
            assert!(page.says("höchstens drei E-Mails"), "{}", page.text());
            ground.app.clock.advance(TimeDelta::minutes(61));
        }
        hand_over(&holder, &first, &format!("c{n}@company1.example"), "s4").await.expect(200);
    }
    ground.app.clock.advance(TimeDelta::minutes(61));
    let list = holder.get(&here(&first, "colleague")).await.expect(200);
    assert!(list.texts("#hand-over").is_empty() && list.says("Mehr als zehn Links"), "{}", list.text());
    let fields = [("email", "c11@company1.example"), ("section", "s4"), ("language", "de")];
    let _ = holder.post(&here(&first, "colleague"), &fields).await.expect(422);
    ground.app.run_pending_jobs().await;
    assert_eq!(ground.app.mails().len(), 10);
}

async fn whoever_left_is_not_written_to(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    suppress(&ground, "gone@company1.example").await;
    let page = hand_over(&holder, &first, "Gone@company1.example", "s4").await.expect(422);
    assert!(page.says("An diese Adresse können wir nicht schreiben"), "{}", page.text());
    // Whoever leaves before the mail goes out gets none.
    hand_over(&holder, &first, "later@company1.example", "s4").await.expect(200);
    suppress(&ground, "later@company1.example").await;
    assert!(mails_to(&ground, "later@company1.example").await.is_empty());
    assert!(holder.get(&here(&first, "colleague")).await.says("E-Mail kam nicht an"));
}

async fn suppress(ground: &Ground, email: &str) {
    let mut tx = ground.app.db.begin().await.unwrap();
    let (email, now) = (EmailAddress::parse(email).unwrap(), ground.app.now());
    add(&mut tx, ground.seed.organisation, &email, None, Reason::Unsubscribed, &ground.app.entropy, now).await.unwrap();
    tx.commit().await.unwrap();
}

async fn what_would_break_a_mail_or_advertise_is_refused(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    let good = [("email", "x@company1.example"), ("section", "s4"), ("language", "de")];
    for (field, value) in [
        ("email", "x@company1.example\r\nBcc: all@example.org"),
        ("email", "a@[1.2.3.4]"),
        ("email", ""),
        ("name", "Eve\r\nBcc: all@example.org"),
        ("name", "Eve\u{202e}x"),
        ("sender", "https://win.example"),
        ("note", "Hier: www.win.example"),
        ("note", &"x".repeat(501)),
        ("section", "nowhere"),
        ("section", ""),
    ] {
        let fields: Vec<_> = good.into_iter().filter(|(known, _)| *known != field).chain([(field, value)]).collect();
        let refused = holder.post(&here(&first, "colleague"), &fields).await.expect(422);
        assert!(!refused.texts(".kern-error").is_empty(), "{field}={value:?}");
    }
    let unknown: Vec<_> = good.into_iter().chain([("delegated_by", "x")]).collect();
    assert!(holder.post(&here(&first, "colleague"), &unknown).await.status.is_client_error());
    let (count,) = query!(&ground.app.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM delegations").unwrap();
    assert_eq!(count, 0);
    let twice = [
        hand_over(&holder, &first, "x@company1.example", "s4").await,
        hand_over(&holder, &first, "X@company1.example", "s4").await,
    ];
    assert_eq!(twice.map(|page| page.status.as_u16()), [200, 422]);
}

async fn a_colleague_leaves_by_the_mail(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    hand_over(&holder, &first, "part@company1.example", "s4").await.expect(200);
    let mail = mails_to(&ground, "part@company1.example").await.remove(0);
    let address = mail.header("List-Unsubscribe").unwrap();
    let address = address.trim_matches(['<', '>']);
    assert_eq!(mail.header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
    let page = holder.get(address).await.expect(200);
    let _ = holder.submit(&page.form("main form")).await.expect(200);
    let left = |survey| is_suppressed(&ground.app, ground.seed.organisation, "part@company1.example", survey);
    assert_eq!((left(Some(ground.round.survey)).await, left(None).await), (true, false));
}

async fn a_mail_to_a_colleague_waits_for_a_paused_round_and_is_dropped_once_the_company_has_answered(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    let _ = holder.submit(&first.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    let now = ground.app.now();
    query!(&ground.app.db => execute, "UPDATE rounds SET paused_at = $1", now).unwrap();
    hand_over(&holder, &first, "part@company1.example", "s4").await.expect(200);
    assert!(mails_to(&ground, "part@company1.example").await.is_empty());
    ground.app.clock.advance(TimeDelta::minutes(1));
    let check = holder.get(&here(&first, "check")).await.expect(200);
    let _ = holder.submit(&check.form("main form")).await.expect(200);
    query!(&ground.app.db => execute, "UPDATE rounds SET paused_at = NULL").unwrap();
    assert!(mails_to(&ground, "part@company1.example").await.is_empty());
    // Whoever wants something changed afterwards may ask for it.
    hand_over(&holder, &first, "again@company1.example", "s4").await.expect(200);
    assert_eq!(mails_to(&ground, "again@company1.example").await.len(), 1);
    let counts = count_by_state(&ground.app.db, ground.seed.organisation, ground.round.id).await.unwrap();
    let mails: Vec<_> = counts.into_iter().map(|(kind, state, count)| (kind, state.as_str(), count)).collect();
    assert_eq!(mails, [(Kind::Delegation, "accepted", 1), (Kind::Delegation, "cancelled", 1)]);
}

async fn after_the_end_nothing_is_handed_over(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (holder, first) = holder(&ground).await;
    let form = form(&holder, &first).await.with("email", "part@company1.example").with("section", "s4");
    ground.close().await;
    let late = holder.submit(&form).await.expect(410);
    assert!(late.says("Diese Runde ist geschlossen"));
    let (count,) = query!(&ground.app.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM delegations").unwrap();
    assert_eq!(count, 0);
}
