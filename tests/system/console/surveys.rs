//! `/console/surveys` and their rounds.

use rundfrage_shared::round;
use rundfrage_shared::staff::Role;
use rundfrage_shared::survey;
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::Ground;

on_both_engines!(
    a_survey_is_made_changed_and_gets_a_round,
    what_was_typed_in_stays_with_its_complaints,
    fields_that_the_form_does_not_have_are_refused,
);

async fn a_survey_is_made_changed_and_gets_a_round(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let (editor, organisation) = (ground.signed_in(Role::Editor).await, ground.seed.organisation);
    let form = editor.get("/console/surveys/new").await.expect(200).form("main form");
    let questionnaire = ground.seed.questionnaire.to_string();
    let filled =
        form.with("title", "Lage").with("code", "lage").with("questionnaire", &questionnaire).with("section", "C");
    let shown = editor.submit(&filled.with_each("reminder_days", &["3", "10"])).await.expect(200);
    assert!(shown.says("Die Umfragereihe ist angelegt") && shown.says("3 Tage nach der Öffnung um 09:00"));
    let surveys = survey::store::list(&ground.app.db, organisation).await.unwrap();
    let plan = &surveys[0].plan;
    assert_eq!((plan.segment.sections.as_slice(), plan.reminder_rules.len()), (&["C".to_owned()][..], 2));
    let edit = editor.get(&format!("{}/edit", shown.path)).await.expect(200).form("main form");
    let changed = editor.submit(&edit.without("section").with("title", "Lage neu")).await.expect(200);
    assert!(changed.says("Lage neu") && changed.says("Änderungen sind gespeichert"));
    let new = editor.get(&format!("{}/rounds/new", shown.path)).await.expect(200).form("main form");
    assert_eq!(new.value("name"), Some("2026-Q4"));
    let draft = editor.submit(&new).await.expect(200);
    assert!(draft.says("Der Entwurf ist angelegt") && draft.says("Niemand würde eingeladen"), "{}", draft.text());
    let twice = editor.submit(&new).await.expect(422);
    assert!(twice.says("bereits eine Runde mit diesem Namen"));
    let rounds = round::store::list(&ground.app.db, organisation, surveys[0].id).await.unwrap();
    assert_eq!(rounds.len(), 1);
    let times = editor.get(&format!("{}/times", draft.path)).await.expect(200).form("main form");
    let wrong = editor.submit(&times.clone().with("closes", "2020-01-01T00:00")).await.expect(422);
    assert!(wrong.says("nach ihrer Öffnung schließen"));
    let later = editor.submit(&times.with("closes", "2027-01-15T12:00")).await.expect(200);
    assert!(later.says("15.01.2027, 12:00 Uhr"));
}

async fn what_was_typed_in_stays_with_its_complaints(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let form = editor.get("/console/surveys/new").await.expect(200).form("main form");
    let wrong =
        form.with("title", "Lage").with("code", "ä ß").with("reply_to", "a@b\r\nBcc: c@d.de").with("zone", "Mars");
    let page = editor.submit(&wrong).await.expect(422);
    let again = page.form("main form");
    assert_eq!(
        (again.value("title"), again.value("code"), again.value("zone")),
        (Some("Lage"), Some("ä ß"), Some("Mars"))
    );
    let fields: Vec<String> = page.attributes(".error-summary a", "href");
    assert_eq!(fields, ["#code", "#questionnaire", "#reply_to", "#zone"]);
    for field in &fields {
        assert!(!page.attributes(&format!("[id='{}']", &field[1..]), "id").is_empty(), "{field} leads nowhere");
    }
    assert!(survey::store::list(&ground.app.db, ground.seed.organisation).await.unwrap().is_empty());
}

async fn fields_that_the_form_does_not_have_are_refused(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let editor = ground.signed_in(Role::Editor).await;
    let page = editor.post("/console/surveys/new", &[("title", "Lage"), ("organisation", "andere")]).await;
    assert_eq!(page.status, 400, "{}", page.text());
}
