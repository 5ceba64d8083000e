//! `/console/rounds/{id}/letters`: invitations on paper.

use chrono::TimeDelta;
use rundfrage_shared::audit;
use rundfrage_shared::query;
use rundfrage_shared::round::UNDO_WINDOW;
use rundfrage_shared::staff::Role;
use rundfrage_tests::ground::{BUSINESS, Ground};
use rundfrage_tests::{Fresh, Page, on_both_engines};

use super::ground::signed_in;

on_both_engines!(
    a_letter_says_who_asks_whom_and_its_code_opens_the_personal_link,
    letters_go_to_whoever_can_still_answer_and_may_be_written_to,
    every_batch_is_logged_before_it_leaves,
    there_are_letters_from_the_certain_launch_until_the_end,
    only_editors_print_letters,
);

fn path(ground: &Ground) -> String {
    format!("/console/rounds/{}/letters", ground.round.id)
}

fn addressed_to(page: &Page) -> Vec<String> {
    page.texts(".sheet__to").into_iter().map(|to| to.split(" Contact").next().unwrap_or_default().to_owned()).collect()
}

async fn a_letter_says_who_asks_whom_and_its_code_opens_the_personal_link(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    query!(&ground.app.db => execute, "UPDATE contacts SET language = 'en' WHERE company_id = $1", ground.companies[1])
        .unwrap();
    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let round = editor.get(&format!("/console/rounds/{}", ground.round.id)).await.expect(200);
    assert_eq!(round.links("/letters"), [path(&ground)]);
    let page = editor.submit(&editor.get(&path(&ground)).await.expect(200).form("main form[method=post]")).await;
    let page = page.expect(200);
    assert_eq!(addressed_to(&page), ["Company 1", "Company 2", "Company 3"]);
    let letters = page.texts(".sheet");
    assert!(letters[0].contains("Guten Tag Contact 1") && letters[0].contains("22.12.2026"), "{}", letters[0]);
    assert_eq!(page.attributes(".sheet", "lang"), ["de", "en", "de"]);
    assert!(letters[1].contains("access code"), "{}", letters[1]);
    assert!(letters[0].contains(&ground.app.public_address("/code")), "{}", letters[0]);
    assert_eq!(page.attributes(".sheet .qr", "role").len(), 3);
    assert_eq!(page.headers["cache-control"], "no-store");
    assert!(!page.body.contains("@company1.example"), "the address is no business of the postman");
    for (company, code) in page.texts(".sheet__code").iter().enumerate() {
        assert_eq!(*code, ground.code(company).await);
        let visitor = ground.app.browser();
        let start = visitor.submit(&visitor.get("/code").await.form("main form").with("code", code)).await.expect(200);
        assert_eq!(start.path, ground.link(company).await);
    }
}

async fn letters_go_to_whoever_can_still_answer_and_may_be_written_to(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let (db, path) = (&ground.app.db, path(&ground));
    let listed = editor.get(&path).await.form("main form[method=post]");
    let unreachable = format!("{path}?audience=unreachable");
    assert!(editor.get(&unreachable).await.expect(200).says("An niemanden"));
    query!(db => execute, "UPDATE invitations SET state = 'unreachable' WHERE company_id = $1", ground.companies[0])
        .unwrap();
    let suppress = async |company: usize, reason: &str| {
        query!(db => execute,
            "INSERT INTO suppressions (id, organisation_id, email, reason, created_at) VALUES ($1, $2, $3, $4, $5)",
            ground.app.entropy.uuid(ground.app.now()), ground.seed.organisation,
            format!("contact{0}@company{0}.example", company + 1), reason, ground.app.now())
        .unwrap();
    };
    suppress(0, "bounced").await;
    suppress(1, "unsubscribed").await;
    let page = editor.submit(&editor.get(&unreachable).await.form("main form[method=post]")).await.expect(200);
    assert_eq!(addressed_to(&page), ["Company 1"]);
    // The buttons of a page that was open all the while.
    assert_eq!(addressed_to(&editor.submit(&listed).await.expect(200)), ["Company 1", "Company 3"]);
    query!(db => execute, "UPDATE invitations SET state = 'completed' WHERE company_id = $1", ground.companies[0])
        .unwrap();
    query!(db => execute, "UPDATE companies SET closed_at = $2 WHERE id = $1", ground.companies[2], ground.app.now())
        .unwrap();
    assert!(editor.submit(&listed).await.expect(200).says("An niemanden"));
}

async fn every_batch_is_logged_before_it_leaves(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let page = editor.get(&path(&ground)).await.expect(200);
    let logged = async || {
        let entries = audit::list(&ground.app.db, ground.seed.organisation, None, 100).await.unwrap();
        entries.into_iter().filter(|entry| entry.action == "letters.printed").collect::<Vec<_>>()
    };
    assert!(logged().await.is_empty(), "looking at the buttons is no printing");
    let _ = editor.submit(&page.form("main form[method=post]")).await.expect(200);
    let entries = logged().await;
    assert_eq!((entries.len(), entries[0].subject.clone()), (1, format!("round:{}", ground.round.id)));
    assert!(entries[0].details.contains("\"letters\":3"), "{}", entries[0].details);
}

async fn there_are_letters_from_the_certain_launch_until_the_end(fresh: Fresh) {
    let ground = Ground::launched(fresh, BUSINESS).await;
    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let (opens, path) = (ground.round.fieldwork.opens_at(), path(&ground));
    let fields = [("audience", "everybody"), ("first", "1"), ("last", "500")];
    assert!(!editor.get(&path).await.expect(200).texts("main form[method=post]").is_empty());
    let undo = opens + UNDO_WINDOW;
    query!(&ground.app.db => execute, "UPDATE rounds SET undo_until = $2 WHERE id = $1", ground.round.id, undo)
        .unwrap();
    for page in [editor.get(&path).await, editor.post(&path, &fields).await] {
        assert!(page.expect(200).says("noch rückgängig"));
    }
    ground.app.clock.set(ground.round.fieldwork.closes_at() + TimeDelta::seconds(1));
    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    for page in [editor.get(&path).await, editor.post(&path, &fields).await] {
        assert!(page.expect(200).says("keine Antworten mehr"));
    }
}

async fn only_editors_print_letters(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    for role in [Role::Viewer, Role::Analyst] {
        let browser = signed_in(&ground.app, ground.seed.organisation, role).await;
        assert!(browser.get(&format!("/console/rounds/{}", ground.round.id)).await.links("/letters").is_empty());
        let _ = browser.get(&path(&ground)).await.expect(403);
        let fields = [("audience", "everybody"), ("first", "1"), ("last", "500")];
        let _ = browser.post(&path(&ground), &fields).await.expect(403);
    }
}
