//! `/r/…/exit`: ways out that feed the panel.

use rundfrage_shared::invitation::InvitationState;
use rundfrage_shared::invitation::store::lookup;
use rundfrage_shared::message::Kind;
use rundfrage_shared::message::store::{count_by_state, plan_invitations, plan_reminders};
use rundfrage_shared::query;
use rundfrage_shared::staff::Role;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};

use super::ground::{BUSINESS, Ground};
use crate::console::ground::signed_in;

on_both_engines!(
    looking_at_the_exit_changes_nothing,
    who_is_not_responsible_gets_no_more_mails_and_names_who_is,
    a_company_that_is_said_to_be_closed_is_marked_and_staff_decide,
    who_begins_after_all_has_not_declined,
    who_has_answered_cannot_leave_any_more,
    an_exit_that_cannot_be_read_is_shown_again,
);

async fn exit(ground: &Ground, company: usize) -> (Browser, Page) {
    let browser = ground.app.browser();
    let start = browser.get(&ground.link(company).await).await.expect(200);
    let link = start.links("/exit").remove(0);
    let page = browser.get(&link).await.expect(200);
    (browser, page)
}

async fn state(ground: &Ground, company: usize) -> InvitationState {
    lookup(&ground.app.db, ground.invitation(company).await).await.unwrap().unwrap().state
}

async fn looking_at_the_exit_changes_nothing(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, page) = exit(&ground, 0).await;
    let _ = browser.head(&page.path).await.expect(200);
    assert!(!page.headers.contains_key("set-cookie") && page.headers["cache-control"] == "no-store");
    assert_eq!(state(&ground, 0).await, InvitationState::Planned);
    let _ = browser.get("/r/x/exit").await.expect(404);
    let _ = browser.post("/r/x/exit", &[("reason", "wrong_address")]).await.expect(404);
}

async fn who_is_not_responsible_gets_no_more_mails_and_names_who_is(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, page) = exit(&ground, 0).await;
    let form = page.form("main form").with("reason", "not_responsible").with("email", "chef@company1.example");
    let form = form.with("name", "Kim Chef").with("note", "Ich bin im Einkauf <b>tätig</b>.");
    let done = browser.submit(&form).await.expect(200);
    assert!(
        done.says("Danke für den Hinweis") && done.says("chef@company1.example erhält einen Link"),
        "{}",
        done.text()
    );
    assert_eq!(state(&ground, 0).await, InvitationState::Declined);

    let mut tx = ground.app.db.begin().await.unwrap();
    let (now, closes) = (ground.app.now(), ground.round.fieldwork.closes_at());
    plan_invitations(&mut tx, &ground.round, now).await.unwrap();
    plan_reminders(&mut tx, ground.seed.organisation, ground.round.id, 1, closes, now).await.unwrap();
    tx.commit().await.unwrap();
    ground.app.run_pending_jobs().await;
    let mut to: Vec<_> = ground.app.mails().into_iter().map(|mail| mail.to).collect();
    to.sort();
    assert_eq!(to, ["chef@company1.example", "contact2@company2.example", "contact3@company3.example"]);
    let counts = count_by_state(&ground.app.db, ground.seed.organisation, ground.round.id).await.unwrap();
    let invitations: i64 = counts.iter().filter(|(kind, ..)| *kind == Kind::Invitation).map(|(.., count)| count).sum();
    assert_eq!(invitations, 3, "the sum is the number of invited contacts");

    // Whoever was named answers for the company.
    let chef = ground.app.mails().into_iter().find(|mail| mail.to.starts_with("chef@")).unwrap();
    let start = chef.text.find("/c/").unwrap();
    let link = chef.text[start..].split_whitespace().next().unwrap();
    let named = ground.app.browser();
    let first = named.submit(&named.get(link).await.expect(200).form("main form")).await.expect(200);
    let _ = named.submit(&first.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    assert_eq!(state(&ground, 0).await, InvitationState::Declined, "it is not the contact who has begun");
    let check = named.get(&first.path.replace("/s1", "/check")).await.expect(200);
    let _ = named.submit(&check.form("main form")).await.expect(200);
    assert_eq!((ground.counts().await.submitted, state(&ground, 0).await), (1, InvitationState::Completed));

    let viewer = signed_in(&ground.app, ground.seed.organisation, Role::Viewer).await;
    let company = viewer.get(&format!("/console/panel/companies/{}", ground.companies[0])).await.expect(200);
    for said in ["Nicht zuständig", "Kim Chef", "chef@company1.example", "<b>tätig</b>"] {
        assert!(company.says(said), "{said}: {}", company.text());
    }
}

async fn a_company_that_is_said_to_be_closed_is_marked_and_staff_decide(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, page) = exit(&ground, 0).await;
    let form = page.form("main form").with("reason", "company_closed").with("email", "x@company1.example");
    let done = browser.submit(&form).await.expect(200);
    assert!(!done.says("erhält einen Link"), "nobody is asked for a company that is closed");
    let (browser, page) = exit(&ground, 1).await;
    let _ = browser.submit(&page.form("main form").with("reason", "wrong_address")).await.expect(200);

    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let round = editor.get(&format!("/console/rounds/{}", ground.round.id)).await.expect(200);
    let list = round.links("reason=company_closed").remove(0);
    let list = editor.get(&list).await.expect(200);
    assert!(
        list.says("Company 1") && !list.says("Company 2") && list.says("Unternehmen geschlossen"),
        "{}",
        list.text()
    );
    let path = format!("/console/panel/companies/{}", ground.companies[0]);
    let company = editor.get(&path).await.expect(200);
    assert!(company.says("gibt es dieses Unternehmen nicht mehr"), "{}", company.text());
    let viewer = signed_in(&ground.app, ground.seed.organisation, Role::Viewer).await;
    assert!(viewer.get(&path).await.texts("form[action$=closed]").is_empty());
    let _ = viewer.post(&format!("{path}/closed"), &[("closed", "yes")]).await.expect(403);
    let company = editor.submit(&company.form("form[action$=closed]").press("yes")).await.expect(200);
    assert!(company.says("Dieses Unternehmen ist geschlossen"), "{}", company.text());
    let (left,) =
        query!(&ground.app.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM contacts WHERE state = 'left'").unwrap();
    assert_eq!(left, 1);
    let company = editor.submit(&company.form("form[action$=closed]").press("no")).await.expect(200);
    assert!(!company.says("ist geschlossen"), "{}", company.text());
    let owner = signed_in(&ground.app, ground.seed.organisation, Role::Owner).await;
    assert!(owner.get("/console/audit").await.says("Unternehmen als geschlossen vermerkt"));
}

async fn who_begins_after_all_has_not_declined(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, page) = exit(&ground, 0).await;
    let done = browser.submit(&page.form("main form").with("reason", "wrong_address")).await.expect(200);
    let start = browser.get(&done.links("/r/")[0]).await.expect(200);
    assert!(start.says("Sie hatten mitgeteilt"), "{}", start.text());
    let first = browser.submit(&start.form("main form")).await.expect(200);
    assert_eq!(state(&ground, 0).await, InvitationState::Planned);
    let _ = browser.submit(&first.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    assert_eq!(state(&ground, 0).await, InvitationState::Started);
}

async fn who_has_answered_cannot_leave_any_more(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, page) = exit(&ground, 0).await;
    let start = browser.get(&ground.link(0).await).await;
    let first = browser.submit(&start.form("main form")).await.expect(200);
    let _ = browser.submit(&first.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    let check = browser.get(&first.path.replace("/s1", "/check")).await.expect(200);
    let _ = browser.submit(&check.form("main form")).await.expect(200);
    browser.submit(&page.form("main form").with("reason", "wrong_address")).await;
    assert_eq!(state(&ground, 0).await, InvitationState::Completed);
    let start = browser.get(&ground.link(0).await).await.expect(200);
    assert!(start.links("/exit").is_empty());
}

async fn an_exit_that_cannot_be_read_is_shown_again(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (browser, page) = exit(&ground, 0).await;
    let form = page.form("main form").with("email", "kein at zeichen").with("note", "bleibt stehen");
    let again = browser.submit(&form).await.expect(422);
    assert!(again.title().starts_with("Fehler") && again.says("Wählen Sie aus"), "{}", again.text());
    assert_eq!(again.form("main form").value("note"), Some("bleibt stehen"));
    for (field, value) in [("reason", "other"), ("email", "a@b.de\r\nBcc: c@d.de"), ("name", "x\ny")] {
        let fields = [("reason", "wrong_address"), (field, value)];
        let fields = if field == "reason" { &fields[1..] } else { &fields[..] };
        let _ = browser.post(&page.path, fields).await.expect(422);
    }
    assert_eq!(state(&ground, 0).await, InvitationState::Planned);
}
