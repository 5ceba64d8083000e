//! A whole round over HTTP and a real SMTP server, by nothing but pages and mails: the main job, end to end.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{TimeDelta, TimeZone as _, Utc};
use futures::StreamExt as _;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use rundfrage_tests::respondent::Answered;
use rundfrage_tests::{Browser, Fresh, Mail, Page, TestApp, fieldwork, on_both_engines, respondent, staff};

on_both_engines!(a_round_from_the_import_of_the_panel_to_its_results);

const CONTACTS: usize = 400;
const ANSWERS: usize = 150;

async fn a_round_from_the_import_of_the_panel_to_its_results(fresh: Fresh) {
    let app = TestApp::with_smtp(fresh).await;
    let editor = staff::owner(&app, "ihk").await;
    import_panel(&editor).await;
    upload_questionnaire(&editor).await;
    create_survey(&editor).await;
    let round = create_round(&editor).await;
    launch(&app, &editor, &round).await;

    app.clock.set(Utc.with_ymd_and_hms(2026, 12, 1, 8, 0, 0).unwrap());
    let done = app.run_pending_jobs().await;
    assert_eq!((done.opened, done.mails.accepted), (1, CONTACTS));
    let invitations = app.mails();
    assert_eq!((invitations.len(), recipients(&invitations).len()), (CONTACTS, CONTACTS));

    let answered = answer(&app, &invitations[..ANSWERS]).await;
    app.clock.set(Utc.with_ymd_and_hms(2026, 12, 8, 9, 0, 0).unwrap());
    assert_eq!(app.run_pending_jobs().await.reminder_runs, 1);
    let reminders = app.mails().split_off(CONTACTS);
    assert_eq!(reminders.len(), CONTACTS - ANSWERS);
    assert_eq!(recipients(&reminders), recipients(&invitations[ANSWERS..]), "exactly those who have not answered");

    app.clock.set(Utc.with_ymd_and_hms(2026, 12, 22, 17, 0, 0).unwrap());
    assert_eq!(app.run_pending_jobs().await.closed, 1);
    let late = app.browser().get(&invitations[ANSWERS].personal_link().unwrap()).await;
    assert!(late.status == 410 && (late.says("geschlossen") || late.says("closed")), "{} {}", late.status, late.text());
    assert_eq!(app.mails().len(), 2 * CONTACTS - ANSWERS, "nothing more was mailed");
    let analyst = staff::sign_in(&app, "owner@ihk.example").await;
    assert_results(&analyst, &round, &answered).await;
}

fn recipients(mails: &[Mail]) -> BTreeSet<&str> {
    mails.iter().map(|mail| mail.to.as_str()).collect()
}

async fn import_panel(editor: &Browser) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/examples/panel/hessen_400.csv");
    let page = editor.get("/console/panel/import").await.expect(200);
    let upload = page.form("form[enctype]").with_file("file", "hessen_400.csv", std::fs::read(file).unwrap());
    let report = editor.submit(&upload).await.expect(200);
    assert!(report.says("400"), "{}", report.text());
    editor.submit(&report.form("form[action$='/confirm']")).await.expect(200);
    let panel = editor.get("/console/panel").await.expect(200);
    assert!(panel.says("400"), "{}", panel.text());
}

async fn upload_questionnaire(editor: &Browser) {
    let page = editor.get("/console/questionnaires/upload").await.expect(200);
    let upload = page.form("form[enctype]").with_file("file", "lage.yaml", fieldwork::BUSINESS_SITUATION);
    let version = editor.submit(&upload).await.expect(200);
    assert!(version.path.contains("/versions/"), "{}: {}", version.path, version.text());
}

async fn create_survey(editor: &Browser) {
    let page = editor.get("/console/surveys/new").await.expect(200);
    let form = page.form("form[action='/console/surveys/new']");
    let questionnaire = form.choices("questionnaire").into_iter().find(|id| !id.is_empty()).unwrap().to_owned();
    let form = form.with("title", "Wie läuft das Geschäft?").with("code", "lage").with("questionnaire", &questionnaire);
    let form = form.with("sender_name", "Industriedialog").with("cadence", "quarterly");
    let form = form.with_each("reminder_days", &["7"]).with_each("reminder_at", &["10:00"]);
    let survey = editor.submit(&form).await.expect(200);
    assert!(survey.path.starts_with("/console/surveys/"), "{}: {}", survey.path, survey.text());
}

async fn create_round(editor: &Browser) -> Page {
    let surveys = editor.get("/console/surveys").await.expect(200);
    let survey = surveys.links("/console/surveys/").into_iter().find(|link| !link.ends_with("/new")).unwrap();
    let new = editor.get(&format!("{survey}/rounds/new")).await.expect(200);
    let form = new.form("main form[method=post]").with("name", "2026-Q4");
    let form = form.with("opens", "2026-12-01T09:00").with("closes", "2026-12-22T18:00");
    let round = editor.submit(&form).await.expect(200);
    assert!(round.path.starts_with("/console/rounds/"), "{}: {}", round.path, round.text());
    round
}

/// Launches by the typed number; another number launches nothing.
async fn launch(app: &TestApp, editor: &Browser, round: &Page) {
    let typed = |number: &str| round.form("form[action$='/launch']").with("recipients", number);
    let refused = editor.submit(&typed("399")).await.expect(422);
    assert!(refused.says("400"), "{}", refused.text());
    let launched = editor.submit(&typed(&CONTACTS.to_string())).await.expect(200);
    assert!(!launched.attributes("form[action$='/undo']", "action").is_empty(), "{}", launched.text());
    app.clock.advance(TimeDelta::minutes(10));
    let done = app.run_pending_jobs().await;
    assert_eq!((done.opened, app.mails().len()), (0, 0), "nobody is mailed before the opening");
}

async fn answer(app: &TestApp, invitations: &[Mail]) -> Vec<Answered> {
    let one = async |(n, mail): (usize, &Mail)| {
        let mut draws = ChaCha8Rng::seed_from_u64(n as u64);
        respondent::answer(&app.browser(), &mail.personal_link().unwrap(), &mut draws).await
    };
    futures::stream::iter(invitations.iter().enumerate()).map(one).buffer_unordered(4).collect().await
}

/// The fields whose options are counted one by one.
const COUNTED: [&str; 14] = [
    "situation",
    "expectation",
    "predictability",
    "activity_past",
    "orders_level",
    "stocks",
    "next_quarter.activity_next",
    "next_quarter.export_next",
    "next_quarter.prices_next",
    "next_quarter.jobs_next",
    "next_quarter.invest_next",
    "hampered",
    "obstacles",
    "vacancy_time",
];

type Counts = BTreeMap<(String, String), usize>;

/// What the file of results says, counted again from what was filled in.
async fn assert_results(analyst: &Browser, round: &Page, answered: &[Answered]) {
    let page = analyst.get(&format!("{}/results", round.path)).await.expect(200);
    assert!(page.says("150"), "{}", page.text());
    let file = analyst.get(&format!("{}/results.csv", round.path)).await.expect(200);
    let told = told(&file.body);
    let counted = counted(answered);
    assert!(counted.len() > 40, "{counted:?}");
    assert_eq!(told, counted);
}

/// (field, option) → how often it was chosen; "don't know" is told elsewhere. Our respondents fill in what the page holds,
/// obstacles too if they are not hampered: such an answer is to a question that is not asked, and does not count.
fn counted(answered: &[Answered]) -> Counts {
    let mut counts = Counts::new();
    for Answered { fields, .. } in answered {
        let counts_here = |field: &str| field != "obstacles" || fields["hampered"] == ["yes"];
        for (field, values) in
            fields.iter().filter(|(field, _)| COUNTED.contains(&field.as_str()) && counts_here(field))
        {
            for option in values.iter().filter(|option| *option != "dk") {
                *counts.entry((field.clone(), option.clone())).or_default() += 1;
            }
        }
    }
    counts
}

/// The same out of the downloaded file; options that nobody chose are left out.
fn told(file: &str) -> Counts {
    let mut lines = csv::ReaderBuilder::new().delimiter(b';').from_reader(file.as_bytes());
    let mut counts = Counts::new();
    for line in lines.records().map(Result::unwrap).filter(|line| &line[4] == "Anzahl") {
        let field = if line[2].is_empty() { line[0].to_owned() } else { format!("{}.{}", &line[0], &line[2]) };
        let count: usize = line[7].parse().unwrap();
        if COUNTED.contains(&field.as_str()) && count > 0 {
            counts.insert((field, line[5].to_owned()), count);
        }
    }
    counts
}
