//! `/console/rounds/…`: from the checklist to fieldwork.

use chrono::TimeDelta;
use rundfrage_shared::audit;
use rundfrage_shared::id::RoundId;
use rundfrage_shared::message::store::{Filter, list};
use rundfrage_shared::query;
use rundfrage_shared::round::{self, Round, RoundState};
use rundfrage_shared::staff::Role;
use rundfrage_tests::seed;
use rundfrage_tests::{Browser, Form, Fresh, on_both_engines};

use super::ground::Ground;

on_both_engines!(
    a_round_is_launched_by_typing_the_number,
    a_wrong_number_launches_nothing,
    nobody_to_invite_launches_nothing,
    two_launches_at_once_are_one,
    a_launch_can_be_undone_for_ten_minutes,
    a_round_is_paused_and_resumed,
    a_draft_is_cancelled_for_good,
    trying_out_sends_nothing_to_the_panel,
    every_number_leads_to_its_list,
    a_failed_mail_is_sent_again_by_a_button,
);

/// A draft for three companies, and an editor who looks at it.
struct Prepared {
    ground: Ground,
    editor: Browser,
    round: RoundId,
}

impl Prepared {
    async fn new(fresh: Fresh, companies: usize) -> Self {
        let ground = Ground::new(fresh).await;
        seed::companies(&ground.app, &ground.seed, companies).await;
        let survey = seed::survey(&ground.app, &ground.seed, "lage").await;
        let round = seed::draft(&ground.app, &survey, "2026-Q4").await.id;
        let editor = ground.signed_in(Role::Editor).await;
        Self { ground, editor, round }
    }

    fn path(&self) -> String {
        format!("/console/rounds/{}", self.round)
    }

    async fn launch_form(&self) -> Form {
        self.editor.get(&self.path()).await.expect(200).form("form[action$=launch]")
    }

    async fn launched(&self) {
        let page = self.editor.submit(&self.launch_form().await.with("recipients", "3")).await.expect(200);
        assert!(page.says("Die Runde ist gestartet"), "{}", page.text());
    }

    async fn stored(&self) -> Round {
        let (db, organisation) = (&self.ground.app.db, self.ground.seed.organisation);
        round::store::lookup(db, organisation, self.round).await.unwrap().unwrap()
    }

    async fn invited(&self) -> i64 {
        let counted = query!(&self.ground.app.db => fetch_one::<(i64,)>,
            "SELECT COUNT(*) FROM invitations WHERE round_id = $1", self.round);
        counted.unwrap().0
    }

    async fn launches(&self) -> usize {
        let log = audit::list(&self.ground.app.db, self.ground.seed.organisation, None, 100).await.unwrap();
        log.iter().filter(|entry| entry.action == "round.launched").count()
    }

    async fn press(&self, action: &str) -> rundfrage_tests::Page {
        let form = self.editor.get(&self.path()).await.expect(200).form(&format!("form[action$={action}]"));
        self.editor.submit(&form).await.expect(200)
    }
}

async fn a_round_is_launched_by_typing_the_number(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 3).await;
    let page = prepared.editor.get(&prepared.path()).await.expect(200);
    assert!(
        page.says("3 Ansprechpersonen würden eingeladen") && page.says("Vollständig in: de, en"),
        "{}",
        page.text()
    );
    assert_eq!(page.texts(".check--danger").len(), 0, "{}", page.text());
    prepared.launched().await;
    assert!(matches!(prepared.stored().await.state, RoundState::Scheduled(_)));
    assert_eq!(prepared.invited().await, 3);
    let overview = prepared.editor.get("/console").await.expect(200);
    assert!(overview.says("2026-Q4") && overview.says("gestartet, öffnet bald"));
}

async fn a_wrong_number_launches_nothing(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 3).await;
    for (typed, words) in [("4", "nicht die Anzahl"), ("", "ganze Zahl"), ("drei", "ganze Zahl"), ("-3", "ganze Zahl")]
    {
        let page = prepared.editor.submit(&prepared.launch_form().await.with("recipients", typed)).await.expect(422);
        assert!(page.says(words) && page.title().starts_with("Fehler:"), "{typed}: {}", page.text());
        assert_eq!(page.form("form[action$=launch]").value("recipients"), Some(typed));
    }
    assert_eq!((prepared.stored().await.state, prepared.invited().await), (RoundState::Draft, 0));
}

async fn nobody_to_invite_launches_nothing(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 0).await;
    let page = prepared.editor.submit(&prepared.launch_form().await.with("recipients", "0")).await.expect(422);
    assert!(page.says("Niemand würde eingeladen"), "{}", page.text());
    assert_eq!(prepared.stored().await.state, RoundState::Draft);
}

async fn two_launches_at_once_are_one(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 3).await;
    let form = prepared.launch_form().await.with("recipients", "3");
    let pages = futures::future::join_all((0..8).map(|_| prepared.editor.submit(&form))).await;
    assert!(
        pages.iter().all(|page| page.status == 200),
        "{:?}",
        pages.iter().map(|page| page.status).collect::<Vec<_>>()
    );
    assert_eq!((prepared.invited().await, prepared.launches().await), (3, 1));
    let late = prepared.editor.submit(&form).await.expect(200);
    assert!(late.says("bereits gestartet"), "{}", late.text());
}

async fn a_launch_can_be_undone_for_ten_minutes(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 3).await;
    prepared.launched().await;
    prepared.ground.app.clock.advance(TimeDelta::minutes(7));
    let page = prepared.editor.get(&prepared.path()).await;
    assert!(page.says("noch 3 Minuten lang"), "{}", page.text());
    assert!(prepared.press("undo").await.says("Niemand wurde eingeladen"));
    assert_eq!((prepared.stored().await.state, prepared.invited().await), (RoundState::Draft, 0));
    prepared.launched().await;
    let undo = prepared.editor.get(&prepared.path()).await.form("form[action$=undo]");
    prepared.ground.app.clock.advance(TimeDelta::minutes(11));
    let late = prepared.editor.submit(&undo).await.expect(200);
    assert!(late.says("Die zehn Minuten sind vorbei"), "{}", late.text());
    assert_eq!((late.texts("form[action$=undo]").len(), prepared.invited().await), (0, 3));
}

async fn a_round_is_paused_and_resumed(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 3).await;
    prepared.launched().await;
    assert!(prepared.press("pause").await.says("Die Runde ist angehalten"));
    assert!(prepared.stored().await.paused_at.is_some());
    assert!(prepared.press("resume").await.says("Die Runde läuft weiter"));
    assert!(prepared.stored().await.paused_at.is_none());
    let twice = prepared.editor.post(&format!("{}/resume", prepared.path()), &[]).await.expect(200);
    assert!(twice.says("geht in diesem Stand der Runde nicht mehr"));
}

async fn a_draft_is_cancelled_for_good(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 3).await;
    let form = prepared.launch_form().await.with("recipients", "3");
    assert!(prepared.press("cancel").await.says("Die Runde ist abgesagt"));
    assert_eq!(prepared.editor.submit(&form).await.status, 422);
    assert_eq!((prepared.stored().await.state, prepared.invited().await), (RoundState::Cancelled, 0));
}

async fn trying_out_sends_nothing_to_the_panel(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 3).await;
    let dry = prepared.editor.get(&format!("{}/dry-run", prepared.path())).await.expect(200);
    assert!(
        dry.says("@company") && dry.says("Guten Tag Contact") && dry.says("Es wurde nichts verschickt"),
        "{}",
        dry.text()
    );
    assert!(prepared.press("test-mail").await.says("Die Test-E-Mail geht gleich an editor@"));
    let (db, organisation) = (&prepared.ground.app.db, prepared.ground.seed.organisation);
    let messages = list(db, organisation, prepared.round, Filter::default(), 10).await.unwrap();
    assert_eq!(messages.iter().map(|message| message.kind.as_str()).collect::<Vec<_>>(), ["test"]);
    assert!(messages[0].recipient.starts_with("editor@") && prepared.invited().await == 0);
}

async fn every_number_leads_to_its_list(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 3).await;
    prepared.launched().await;
    let page = prepared.editor.get(&prepared.path()).await.expect(200);
    assert!(page.says("misst nicht, ob eine E-Mail geöffnet wurde"));
    let links = page.links("/invitations?");
    assert!(links.len() >= 8, "{links:?}");
    for link in links {
        let number = page.texts(&format!("td a[href='{link}']")).remove(0);
        let listed = prepared.editor.get(&link).await.expect(200);
        assert_eq!(listed.texts("tbody tr").len().to_string(), number, "{link}");
    }
}

async fn a_failed_mail_is_sent_again_by_a_button(fresh: Fresh) {
    let prepared = Prepared::new(fresh, 3).await;
    prepared.launched().await;
    prepared.ground.app.clock.set(prepared.stored().await.fieldwork.opens_at());
    prepared.ground.app.run_pending_jobs().await;
    let db = &prepared.ground.app.db;
    rundfrage_shared::query!(db => execute, "UPDATE messages SET state = 'failed' WHERE recipient LIKE 'contact1@%'")
        .unwrap();
    let path = format!("{}/messages", prepared.path());
    // Weeks have passed: the first session is over.
    let editor = prepared.ground.signed_in(Role::Owner).await;
    let viewer = prepared.ground.signed_in(Role::Viewer).await;
    assert!(viewer.get(&path).await.expect(200).texts("form[action$=messages] button[type=submit]").is_empty());
    let again = editor.get(&path).await.expect(200).form("form[method=post][action$=messages]");
    assert!(editor.submit(&again).await.expect(200).says("Die E-Mail wird gleich noch einmal verschickt"));
    let twice = editor.submit(&again).await.expect(200);
    assert!(twice.says("kann nicht mehr erneut verschickt werden"));
    let log = audit::list(db, prepared.ground.seed.organisation, None, 100).await.unwrap();
    assert_eq!(log.iter().filter(|entry| entry.action == "round.message-again").count(), 1);
    prepared.ground.app.run_pending_jobs().await;
    let to_one = prepared.ground.app.mails().into_iter().filter(|mail| mail.to.starts_with("contact1@"));
    assert!(
        to_one.count() >= 1
            && list(db, prepared.ground.seed.organisation, prepared.round, Filter::default(), 10)
                .await
                .unwrap()
                .iter()
                .all(|message| message.state == rundfrage_shared::message::State::Accepted)
    );
}
