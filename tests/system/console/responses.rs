//! `/console/rounds/{id}/results/responses`: single answers leave by a logged post, for roles that may, without names where
//! the round is confidential. And what a version gives out: codebook and paper.

use rundfrage_shared::audit;
use rundfrage_shared::round::Round;
use rundfrage_shared::staff::Role;
use rundfrage_tests::answered::{about_the_situation, close, make_personal, submit};
use rundfrage_tests::fieldwork::{Fieldwork, open};
use rundfrage_tests::{Browser, Fresh, TestApp, on_both_engines};

use super::ground::signed_in;

on_both_engines!(
    confidential_answers_leave_without_companies_and_not_before_the_end,
    personal_answers_leave_with_their_companies,
    who_may_not_see_results_gets_no_answers,
    a_version_has_a_codebook_and_a_paper_in_its_languages,
);

struct Answered {
    app: TestApp,
    fieldwork: Fieldwork,
    analyst: Browser,
}

/// An open confidential round with three answers.
async fn answered(fresh: Fresh) -> Answered {
    let mut app = TestApp::start(fresh).await;
    app.leave_jobs();
    let fieldwork = open(&app, 8).await;
    submit(&app, &fieldwork.round, about_the_situation("good", 3)).await;
    let analyst = signed_in(&app, fieldwork.round.organisation, Role::Analyst).await;
    Answered { app, fieldwork, analyst }
}

fn path(round: &Round) -> String {
    format!("/console/rounds/{}/results/responses", round.id)
}

async fn confidential_answers_leave_without_companies_and_not_before_the_end(fresh: Fresh) {
    let Answered { app, fieldwork, analyst } = answered(fresh).await;
    let (round, path) = (&fieldwork.round, path(&fieldwork.round));
    let page = analyst.get(&path).await.expect(200);
    assert!(page.says("erst, wenn die Runde beendet ist") && page.texts("main form").is_empty(), "{}", page.text());
    let refused = analyst.post(&path, &[]).await.expect(422);
    assert!(!refused.body.contains(".response"), "{}", refused.body);

    close(&app, round).await;
    // Weeks have passed: the old session is over.
    let analyst = signed_in(&app, round.organisation, Role::Analyst).await;
    let page = analyst.get(&path).await.expect(200);
    assert!(page.says("vertraulich"), "{}", page.text());
    let file = analyst.submit(&page.form("main form")).await.expect(200);
    let lines: Vec<_> = file.body.lines().collect();
    assert!(
        lines[0].starts_with(".response,.round,.version,.sector,.nace,.size,.region,.cluster,situation,"),
        "{}",
        lines[0]
    );
    assert_eq!(lines.len(), 4, "{}", file.body);
    assert!(lines[1..].iter().all(|line| line.contains(",2026-Q4,1,") && line.contains(",good,")), "{}", file.body);
    for named in ["Company", "C-0000", "example"] {
        assert!(!file.body.contains(named), "{named}: {}", file.body);
    }
    let mut names: Vec<_> = lines[1..].iter().map(|line| line.split(',').next().unwrap()).collect();
    assert!(names.is_sorted() && names.iter().all(|name| name.len() == 32), "{names:?}");
    names.dedup();
    assert_eq!(names.len(), 3);
    let again = analyst.post(&path, &[("mark", "yes")]).await.expect(200);
    assert_eq!(again.body.trim_start_matches('\u{feff}'), file.body, "the same responses have the same names");

    let log = audit::list(&app.db, round.organisation, None, 50).await.unwrap();
    let exported: Vec<_> = log.iter().filter(|record| record.action == "responses.exported").collect();
    assert_eq!(exported.len(), 2, "each time it left, and not when it was refused");
    assert_eq!(exported[0].subject, format!("round:{}", round.id));
}

async fn personal_answers_leave_with_their_companies(fresh: Fresh) {
    let Answered { app, fieldwork, analyst } = answered(fresh).await;
    make_personal(&app, &fieldwork.round).await;
    let page = analyst.get(&path(&fieldwork.round)).await.expect(200);
    assert!(page.says("namentlich"), "{}", page.text());
    let file = analyst.submit(&page.form("main form")).await.expect(200);
    assert!(file.body.contains(".reference,.company,") && file.body.contains(",C-0000"), "{}", file.body);
    assert_eq!(file.body.matches("Company ").count(), 3, "{}", file.body);
}

async fn who_may_not_see_results_gets_no_answers(fresh: Fresh) {
    let Answered { app, fieldwork, .. } = answered(fresh).await;
    close(&app, &fieldwork.round).await;
    let viewer = signed_in(&app, fieldwork.round.organisation, Role::Viewer).await;
    viewer.get(&path(&fieldwork.round)).await.expect(403);
    viewer.post(&path(&fieldwork.round), &[]).await.expect(403);
    let owner = signed_in(&app, fieldwork.round.organisation, Role::Owner).await;
    owner.post(&path(&fieldwork.round), &[]).await.expect(200);
    owner.post(&path(&fieldwork.round), &[("names", "yes")]).await.expect(400);
}

async fn a_version_has_a_codebook_and_a_paper_in_its_languages(fresh: Fresh) {
    let Answered { app: _app, fieldwork, analyst } = answered(fresh).await;
    let version = format!("/console/questionnaires/versions/{}", fieldwork.seed.version);
    let page = analyst.get(&version).await.expect(200);
    let links = page.attributes("main a", "href");
    for below in ["/paper", "/codebook.md", "/codebook.csv"] {
        assert!(links.contains(&format!("{version}{below}")), "{below}: {links:?}");
        analyst.get(&format!("{version}{below}")).await.expect(200);
        analyst.get(&format!("{version}{below}?language=fr")).await.expect(404);
    }
    let german = analyst.get(&format!("{version}/paper?language=de")).await.expect(200);
    let english = analyst.get(&format!("{version}/paper?language=en")).await.expect(200);
    assert_eq!(
        (german.attributes("html", "lang"), english.attributes("html", "lang")),
        (vec!["de".into()], vec!["en".into()])
    );
    assert!(german.says("Teil 1") && german.says("Bitte nur eine Antwort ankreuzen."), "{}", german.text());
    assert!(english.says("Part 1") && english.says("How is business?"), "{}", english.text());
    let book = analyst.get(&format!("{version}/codebook.md?language=en")).await.expect(200);
    assert!(
        book.body.starts_with("# Codebook: How is business?") && book.body.contains("\n- `good` good\n"),
        "{}",
        book.body
    );
}
