//! Nothing crosses the boundary of an organisation, and looking changes nothing.

use std::collections::{BTreeSet, VecDeque};

use rundfrage_shared::id::{CompanyId, RoundId, StaffId, SurveyId, VersionId};
use rundfrage_shared::panel;
use rundfrage_shared::query;
use rundfrage_shared::staff::Role;
use rundfrage_tests::seed::{self, Seed};
use rundfrage_tests::{Browser, Fresh, Page, TestApp, on_both_engines};

use super::ground::{Ground, invited};

on_both_engines!(
    a_foreign_id_is_answered_like_one_that_does_not_exist,
    who_may_only_look_changes_nothing,
    looking_changes_nothing,
    names_are_text_and_never_markup,
);

const ROUTES: &str = include_str!("../../../api/src/routes.rs");
const NOBODY: &str = "0198aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";

/// Every address of the console that names something by its id, from the route table itself.
fn addresses() -> BTreeSet<&'static str> {
    let quoted = ROUTES.split('"').filter(|text| text.starts_with("/console/") && text.contains("{id}"));
    quoted.collect()
}

/// Something of each kind in one organisation.
struct Things {
    round: RoundId,
    survey: SurveyId,
    company: CompanyId,
    version: VersionId,
    staff: StaffId,
}

impl Things {
    async fn new(app: &TestApp, seed: &Seed) -> Self {
        let (company, _) = seed::companies(app, seed, 1).await[0];
        let survey = seed::survey(app, seed, "eins").await;
        let round = seed::draft(app, &survey, "2026-Q4").await;
        let (member, _) = invited(app, seed.organisation, Role::Owner).await;
        Self { round: round.id, survey: survey.id, company, version: seed.version, staff: member.id }
    }

    fn id_for(&self, address: &str) -> String {
        match address.split('/').nth(2) {
            Some("rounds") => self.round.to_string(),
            Some("surveys") => self.survey.to_string(),
            Some("panel") => self.company.to_string(),
            Some("questionnaires") => self.version.to_string(),
            Some("people") => self.staff.to_string(),
            other => panic!("{other:?}: say here which ids this address takes"),
        }
    }
}

/// Fields that the form at this address takes, all of them good.
fn fields(address: &str) -> Vec<(&'static str, &'static str)> {
    let times = [("opens", "2026-12-01T09:00"), ("closes", "2026-12-22T18:00")];
    match address.rsplit('/').next() {
        Some("times") => times.to_vec(),
        Some("new") => [("name", "2027-Q1")].into_iter().chain(times).collect(),
        Some("launch") => vec![("recipients", "1"), ("version", NOBODY)],
        Some("offer") => vec![("language", "fr")],
        Some("version") => vec![("version", NOBODY)],
        Some("preview") => vec![("language", "de"), ("round", "2026-Q4")],
        Some("closed") => vec![("closed", "yes")],
        Some("open-link") => vec![("slug", "offen"), ("most", "10")],
        Some("letters") => vec![("audience", "everybody"), ("first", "1"), ("last", "500")],
        Some("messages") => vec![("message", NOBODY)],
        _ => Vec::new(),
    }
}

async fn both(browser: &Browser, address: &str, id: &str) -> [Page; 2] {
    let path = address.replace("{id}", id);
    [browser.get(&path).await, browser.post(&path, &fields(address)).await]
}

async fn a_foreign_id_is_answered_like_one_that_does_not_exist(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let owner = ground.owner().await;
    let other = seed::organisation(&ground.app, "andere").await;
    let foreign = Things::new(&ground.app, &other).await;
    assert!(addresses().len() >= 16, "{:?}", addresses());
    for address in addresses() {
        let id = foreign.id_for(address);
        let (theirs, nobodys) = (both(&owner, address, &id).await, both(&owner, address, NOBODY).await);
        let nonsense = both(&owner, address, "1%27%20OR%201=1").await;
        for ((theirs, nobodys), nonsense) in theirs.iter().zip(&nobodys).zip(&nonsense) {
            let is_here = ![303, 405].contains(&nobodys.status.as_u16()) && nobodys.path.contains(NOBODY);
            assert!(!is_here || nobodys.status == 404, "{address}: {} {}", nobodys.status, nobodys.text());
            assert_eq!(theirs.status, nobodys.status, "{address}: {}", theirs.text());
            assert_eq!(theirs.body.replace(&id, NOBODY), nobodys.body, "{address}");
            assert!(nonsense.status != 500 && nonsense.status == nobodys.status, "{address}: {}", nonsense.status);
        }
    }
}

async fn who_may_only_look_changes_nothing(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    let ours = Things::new(&ground.app, &ground.seed).await;
    let (viewer, nobody) = (ground.signed_in(Role::Viewer).await, ground.app.browser());
    let before = everything(&ground.app).await;
    let all = ROUTES.split('"').filter(|text| text.starts_with("/console"));
    for address in all {
        let id = if address.contains("{id}") { ours.id_for(address) } else { String::new() };
        let path = address.replace("{id}", &id);
        for (who, browser) in [("viewer", &viewer), ("nobody", &nobody)] {
            let status = browser.post(&path, &fields(address)).await.status.as_u16();
            assert!([403, 405].contains(&status), "{who} posts to {address}: {status}");
        }
        let read = nobody.get(&path).await;
        assert!(read.status == 405 || read.path.starts_with("/sign-in?return="), "nobody reads {address}");
    }
    assert_eq!(everything(&ground.app).await, before);
}

/// How many rows each table holds that pages of the console show, and when they were changed last.
async fn everything(app: &TestApp) -> Vec<(i64, Option<chrono::DateTime<chrono::Utc>>)> {
    macro_rules! state_of {
        ($($table:literal by $column:literal),+ $(,)?) => {
            vec![$(query!(&app.db => fetch_one::<(i64, Option<chrono::DateTime<chrono::Utc>>)>, {
                sqlite: concat!("SELECT COUNT(*), MAX(", $column, ") FROM ", $table),
                postgres: concat!("SELECT COUNT(*), MAX(", $column, ") FROM ", $table)
            }).unwrap()),+]
        };
    }
    state_of!(
        "staff" by "updated_at", "staff_links" by "created_at", "audit_log" by "at", "companies" by "updated_at",
        "contacts" by "updated_at", "questionnaire_versions" by "created_at", "surveys" by "updated_at",
        "rounds" by "updated_at", "invitations" by "updated_at", "messages" by "updated_at", "responses" by "updated_at",
    )
}

async fn looking_changes_nothing(fresh: Fresh) {
    let ground = Ground::new(fresh).await;
    seed::companies(&ground.app, &ground.seed, 3).await;
    let survey = seed::survey(&ground.app, &ground.seed, "lage").await;
    seed::draft(&ground.app, &survey, "2026-Q4").await;
    let owner = ground.owner().await;
    let before = everything(&ground.app).await;
    let (mut seen, mut ahead) = (BTreeSet::new(), VecDeque::from(["/console".to_owned()]));
    while let Some(path) = ahead.pop_front() {
        let page = owner.get(&path).await;
        assert!(page.status == 200, "{path}: {}", page.status);
        let _ = owner.head(&path).await;
        for link in page.attributes("a[href]", "href") {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            if link.starts_with("/console") && seen.insert(link.clone()) {
                ahead.push_back(link);
            }
        }
    }
    assert!(seen.len() >= 15, "{seen:?}");
    assert_eq!(everything(&ground.app).await, before);
}

async fn names_are_text_and_never_markup(fresh: Fresh) {
    const MARKUP: &str = "\"><img src=x onerror=alert(1)>";
    let ground = Ground::new(fresh).await;
    let (company, _) = seed::companies(&ground.app, &ground.seed, 1).await[0];
    for statement in ["companies", "contacts", "staff"] {
        let done = match statement {
            "companies" => query!(&ground.app.db => execute, "UPDATE companies SET name = $1, cluster = $1", MARKUP),
            "contacts" => query!(&ground.app.db => execute, "UPDATE contacts SET name = $1", MARKUP),
            _ => query!(&ground.app.db => execute, "UPDATE organisations SET name = $1", MARKUP),
        };
        assert_eq!(done.unwrap(), 1);
    }
    let survey = seed::survey(&ground.app, &ground.seed, "lage").await;
    query!(&ground.app.db => execute, "UPDATE surveys SET title = $1, sender_name = $1", MARKUP).unwrap();
    let round = seed::draft(&ground.app, &survey, "2026-Q4").await;
    let owner = ground.owner().await;
    let searched = format!("/console/panel?q={}", "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
    for path in [
        "/console".to_owned(),
        "/console/panel".into(),
        searched,
        format!("/console/panel/companies/{company}"),
        "/console/surveys".into(),
        format!("/console/surveys/{}", survey.id),
        format!("/console/surveys/{}/edit", survey.id),
        format!("/console/rounds/{}", round.id),
        format!("/console/rounds/{}/dry-run", round.id),
    ] {
        let page = owner.get(&path).await.expect(200);
        assert!(!page.body.contains("<img src=x"), "{path}");
    }
    let found = panel::store::lookup(&ground.app.db, ground.seed.organisation, company).await.unwrap();
    assert_eq!(found.unwrap().name.as_str(), MARKUP);
}
