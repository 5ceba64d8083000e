//! The promises of `shared/src/panel` and its import.

use std::io::{Cursor, Read, Seek, SeekFrom};

use chrono::TimeDelta;
use rundfrage_shared::audit::{self, Actor};
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::name::Name;
use rundfrage_shared::organisation::Organisation;
use rundfrage_shared::panel::import::{Changes, ImportError, Mode, Report, import};
use rundfrage_shared::panel::store::{self, Filter};
use rundfrage_shared::panel::{Company, ContactState, Region, SizeClass};
use rundfrage_shared::query;
use rundfrage_shared::suppression;
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::organisation;

on_both_engines!(
    the_example_panel_is_imported_and_counted,
    a_second_import_changes_nothing,
    only_what_differs_is_updated,
    columns_that_a_file_does_not_have_stay_as_they_are,
    an_import_never_brings_back_who_left_or_is_suppressed,
    a_dry_run_reports_the_same_and_changes_nothing,
    a_file_that_breaks_off_changes_nothing,
    an_import_is_recorded,
    others_write_while_a_file_is_read,
    of_imports_at_once_each_is_whole,
    nothing_stays_staged,
    further_contacts_belong_to_one_company,
    a_list_is_searched_filtered_and_paged,
    wildcards_and_quotes_are_searched_as_they_are,
    organisations_do_not_see_each_other,
);

const HESSEN: &[u8] = include_bytes!("../../../shared/examples/panel/hessen_400.csv");
const MESSY: &[u8] = include_bytes!("../../../shared/examples/panel/messy_excel.csv");
const HEADING: &str =
    "company_id;company;group;sector;size_class;employees;region;cluster;contact;email;Export;Gründung\n";

async fn import_as(
    fresh: &Fresh,
    organisation: &Organisation,
    bytes: &[u8],
    mode: Mode,
) -> Result<Report, ImportError> {
    import(fresh, organisation, Cursor::new(bytes.to_vec()), mode, Actor::Command("test")).await
}

async fn imported(fresh: &Fresh, organisation: &Organisation, bytes: impl AsRef<[u8]>) -> Report {
    import_as(fresh, organisation, bytes.as_ref(), Mode::Apply).await.unwrap()
}

/// The first of the companies whose number, name or contact says so.
async fn found(fresh: &Fresh, organisation: &Organisation, search: &str) -> Company {
    let filter = Filter { search: search.into(), ..Filter::default() };
    store::list(&fresh.db, organisation.id, &filter, 0, 1).await.unwrap().remove(0).company
}

async fn one(fresh: &Fresh, organisation: &Organisation) -> Company {
    found(fresh, organisation, "").await
}

fn only(created: u64, updated: u64, unchanged: u64) -> Changes {
    Changes { created, updated, unchanged }
}

async fn the_example_panel_is_imported_and_counted(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    let report = imported(&fresh, &organisation, HESSEN).await;
    assert_eq!((report.companies, report.contacts), (only(400, 0, 0), only(400, 0, 0)));
    let counts = store::counts(&fresh.db, organisation.id).await.unwrap();
    assert_eq!((counts.companies, counts.contacts, counts.reachable), (400, 400, 400));
    let first = found(&fresh, &organisation, "HE-00002").await;
    assert_eq!(first.group.as_ref().map(Name::as_str), Some("Gruppe 12"));
    assert_eq!((first.sector.as_str(), first.sector.section_code(), first.employees), ("64.1", "K", Some(23)));
    let it = Filter { cluster: Some("House of IT".into()), ..Filter::default() };
    assert!(store::count(&fresh.db, organisation.id, &it).await.unwrap() > 0);
}

async fn a_second_import_changes_nothing(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    imported(&fresh, &organisation, MESSY).await;
    let before = store::list(&fresh.db, organisation.id, &Filter::default(), 0, 500).await.unwrap();
    fresh.clock.advance(TimeDelta::days(1));
    let report = imported(&fresh, &organisation, MESSY).await;
    assert_eq!((report.companies, report.contacts, report.refused_count), (only(0, 0, 213), only(0, 0, 213), 37));
    assert_eq!(store::list(&fresh.db, organisation.id, &Filter::default(), 0, 500).await.unwrap(), before);
}

async fn only_what_differs_is_updated(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    let rows = |name: &str, export: &str| {
        format!(
            "{HEADING}1;{name};G;25.6;1-9;7;06411;Optik;Anna;a@b.de;{export};1901\n2;B;;62.0;250+;;06412;;Berta;b@b.de;;\n"
        )
    };
    imported(&fresh, &organisation, rows("A", "12 %")).await;
    let before = one(&fresh, &organisation).await;
    assert_eq!(before.attributes["Export"], "12 %");
    fresh.clock.advance(TimeDelta::days(1));
    let report = imported(&fresh, &organisation, rows("A & Söhne", "")).await;
    assert_eq!((report.companies, report.contacts), (only(0, 1, 1), only(0, 0, 2)));
    let after = one(&fresh, &organisation).await;
    assert_eq!((after.id, after.name.as_str(), after.created_at), (before.id, "A & Söhne", before.created_at));
    assert_eq!(after.updated_at, fresh.now());
    assert_eq!(after.attributes.keys().collect::<Vec<_>>(), ["Gründung"], "a blank cell clears");
}

async fn columns_that_a_file_does_not_have_stay_as_they_are(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    imported(&fresh, &organisation, format!("{HEADING}1;A;G;25.6;1-9;7;06411;Optik;Anna;a@b.de;12;1901\n")).await;
    let before = one(&fresh, &organisation).await;
    let short = "company_id;company;sector;size_class;region;email\n1;A;25.6;1-9;06411;a@b.de\n";
    assert_eq!(imported(&fresh, &organisation, short).await.companies, only(0, 0, 1));
    assert_eq!(one(&fresh, &organisation).await, before);
    let cleared = format!("{HEADING}1;A;;25.6;1-9;;06411;;Anna;a@b.de;;\n");
    assert_eq!(imported(&fresh, &organisation, cleared).await.companies, only(0, 1, 0));
    let after = one(&fresh, &organisation).await;
    assert_eq!((after.group, after.employees, after.cluster, after.attributes.len()), (None, None, None, 0));
}

async fn an_import_never_brings_back_who_left_or_is_suppressed(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    let row = |contact: &str| format!("{HEADING}1;A;;25.6;1-9;;06411;;{contact};a@b.de;;\n");
    imported(&fresh, &organisation, row("Anna")).await;
    let company = one(&fresh, &organisation).await;
    let contact = store::list_contacts(&fresh.db, organisation.id, company.id).await.unwrap().remove(0);
    let mut tx = fresh.db.begin().await.unwrap();
    let (email, reason) = (&contact.email, suppression::Reason::Unsubscribed);
    let (entropy, now) = (&fresh.entropy, fresh.now());
    assert!(suppression::store::add(&mut tx, organisation.id, email, None, reason, entropy, now).await.unwrap());
    query!(in &mut tx => execute, "UPDATE contacts SET state = 'left' WHERE id = $1", contact.id).unwrap();
    tx.commit().await.unwrap();
    let report = imported(&fresh, &organisation, row("Anna Maria")).await;
    assert_eq!(report.contacts, only(0, 1, 0));
    let contact = store::lookup_contact(&fresh.db, organisation.id, contact.id).await.unwrap().unwrap();
    assert_eq!((contact.name.as_str(), contact.state, contact.suppressed), ("Anna Maria", ContactState::Left, true));
    assert_eq!(store::counts(&fresh.db, organisation.id).await.unwrap().reachable, 0);
}

async fn a_dry_run_reports_the_same_and_changes_nothing(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    let dry = import_as(&fresh, &organisation, MESSY, Mode::DryRun).await.unwrap();
    assert_eq!(store::counts(&fresh.db, organisation.id).await.unwrap(), store::Counts::default());
    assert_eq!(audit::list(&fresh.db, organisation.id, None, 10).await.unwrap(), []);
    assert_eq!(imported(&fresh, &organisation, MESSY).await, dry);
}

async fn a_file_that_breaks_off_changes_nothing(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    let good: Vec<String> = (1..3_000).map(|n| format!("{n};A;;25.6;1-9;;06411;;Anna;a{n}@b.de;;\n")).collect();
    let good = good.concat();
    let broken = format!("{HEADING}{good}\"3000;{}", "x;\n".repeat(100_000));
    let outcome = import_as(&fresh, &organisation, broken.as_bytes(), Mode::Apply).await;
    assert!(matches!(outcome, Err(ImportError::OverlongRow(3_001))), "{outcome:?}");
    assert_eq!(store::counts(&fresh.db, organisation.id).await.unwrap(), store::Counts::default());
    let whole = imported(&fresh, &organisation, format!("{HEADING}{good}")).await;
    assert_eq!(whole.companies, only(2_999, 0, 0), "the connection is of use afterwards, and batches add up");
}

async fn an_import_is_recorded(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    imported(&fresh, &organisation, HESSEN).await;
    let log = audit::list(&fresh.db, organisation.id, None, 10).await.unwrap();
    assert_eq!(log.iter().map(|record| record.action.as_str()).collect::<Vec<_>>(), ["panel.imported"]);
    assert!(log[0].details.contains("\"created\":400"), "{}", log[0].details);
}

async fn further_contacts_belong_to_one_company(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    let rows = "1;A;;25.6;1-9;;06411;;Anna;a@b.de;;\n1;A;;25.6;1-9;;06411;;Berta;b@b.de;;\n";
    let report = imported(&fresh, &organisation, format!("{HEADING}{rows}")).await;
    assert_eq!((report.companies, report.contacts), (only(1, 0, 0), only(2, 0, 0)));
    let company = one(&fresh, &organisation).await;
    let contacts = store::list_contacts(&fresh.db, organisation.id, company.id).await.unwrap();
    assert_eq!(contacts.iter().map(|contact| contact.name.as_str()).collect::<Vec<_>>(), ["Anna", "Berta"]);
    let line = store::list(&fresh.db, organisation.id, &Filter::default(), 0, 10).await.unwrap().remove(0);
    assert_eq!((line.contacts, line.active), (2, 2));
}

async fn a_list_is_searched_filtered_and_paged(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    imported(&fresh, &organisation, HESSEN).await;
    let all = store::list(&fresh.db, organisation.id, &Filter::default(), 0, 500).await.unwrap();
    let second = store::list(&fresh.db, organisation.id, &Filter::default(), 50, 50).await.unwrap();
    assert_eq!((all.len(), &all[50..100]), (400, &second[..]));
    for (search, expected) in [
        ("he-00002", 1),
        ("KONTAKT00007@", 1),
        ("özdemir", all.iter().filter(|l| l.company.name.as_str().starts_with("Özdemir")).count()),
        ("gibt es nicht", 0),
    ] {
        let filter = Filter { search: search.into(), ..Filter::default() };
        assert_eq!(store::list(&fresh.db, organisation.id, &filter, 0, 500).await.unwrap().len(), expected, "{search}");
        assert_eq!(store::count(&fresh.db, organisation.id, &filter).await.unwrap(), i64::try_from(expected).unwrap());
    }
    let filter = Filter {
        section: Some("C".into()),
        size_class: Some(SizeClass::Small),
        region: Some(Region::parse("06633").unwrap()),
        cluster: None,
        search: String::new(),
    };
    let found = store::list(&fresh.db, organisation.id, &filter, 0, 500).await.unwrap();
    let fits = |company: &Company| {
        company.sector.section_code() == "C"
            && company.size_class == SizeClass::Small
            && company.region.as_str() == "06633"
    };
    assert!(!found.is_empty() && found.iter().all(|line| fits(&line.company)));
    assert_eq!(found.len(), all.iter().filter(|line| fits(&line.company)).count());
}

async fn wildcards_and_quotes_are_searched_as_they_are(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    imported(
        &fresh,
        &organisation,
        format!("{HEADING}1;100 % O'Hara_\\;;25.6;1-9;;06411;;Anna;a@b.de;;\n2;B;;25.6;1-9;;06411;;B;b@b.de;;\n"),
    )
    .await;
    for (search, expected) in [("%", 1), ("_", 1), ("\\", 1), ("o'hara", 1), ("';--", 0), ("\0", 2), ("100 % o", 1)] {
        let filter = Filter { search: search.into(), ..Filter::default() };
        assert_eq!(store::count(&fresh.db, organisation.id, &filter).await.unwrap(), expected, "{search:?}");
    }
}

async fn organisations_do_not_see_each_other(fresh: Fresh) {
    let (one_of_two, other) = (organisation(&fresh, "hessen").await, organisation(&fresh, "other").await);
    imported(&fresh, &one_of_two, HESSEN).await;
    let company = found(&fresh, &one_of_two, "HE-00001").await;
    assert_eq!(store::lookup(&fresh.db, other.id, company.id).await.unwrap(), None);
    assert_eq!(store::list_contacts(&fresh.db, other.id, company.id).await.unwrap(), []);
    assert_eq!(imported(&fresh, &other, HESSEN).await.companies, only(400, 0, 0));
    assert_eq!(store::counts(&fresh.db, one_of_two.id).await.unwrap().companies, 400);
}

fn rows(count: usize, name: &str) -> String {
    let row = |n: usize| format!("{n};{name} {n};;25.6;1-9;7;06411;;Anna Muster;kontakt{n}@betrieb{n}.example;;\n");
    (0..count).map(row).collect()
}

async fn staged(fresh: &Fresh) -> i64 {
    let (count,) = query!(&fresh.db => fetch_one::<(i64,)>,
        "SELECT (SELECT COUNT(*) FROM staged_companies) + (SELECT COUNT(*) FROM staged_contacts)")
    .unwrap();
    count
}

/// A file on a slow disk: beyond its first part every piece waits until somebody has written something else.
struct Slow {
    file: Cursor<Vec<u8>>,
    asks: tokio::sync::mpsc::Sender<()>,
    goes_on: std::sync::mpsc::Receiver<()>,
}

impl Read for Slow {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.file.position() > 100_000 && self.asks.blocking_send(()).is_ok() {
            let _ = self.goes_on.recv();
        }
        self.file.read(buffer)
    }
}

impl Seek for Slow {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.file.seek(to)
    }
}

async fn others_write_while_a_file_is_read(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    let (asks, mut asked) = tokio::sync::mpsc::channel(1);
    let (go_on, goes_on) = std::sync::mpsc::channel();
    let file = Slow { file: Cursor::new(format!("{HEADING}{}", rows(8_000, "Firma")).into_bytes()), asks, goes_on };
    let importing = import(&fresh, &organisation, file, Mode::Apply, Actor::Command("test"));
    let email = EmailAddress::parse("somebody@else.example").unwrap();
    let others = async {
        while asked.recv().await.is_some() {
            let mut tx = fresh.db.begin().await.expect("nobody holds the database for the length of a file");
            let (email, reason) = (&email, suppression::Reason::Unsubscribed);
            suppression::store::add(&mut tx, organisation.id, email, None, reason, &fresh.entropy, fresh.now())
                .await
                .unwrap();
            tx.commit().await.unwrap();
            assert_eq!(store::counts(&fresh.db, organisation.id).await.unwrap().companies, 0, "all or nothing");
            go_on.send(()).unwrap();
        }
    };
    let (report, ()) = futures::join!(importing, others);
    assert_eq!(report.unwrap().companies, only(8_000, 0, 0));
}

async fn of_imports_at_once_each_is_whole(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    let file = |name: &str| format!("{HEADING}{}", rows(1_500, name)).into_bytes();
    let files = [file("A"), file("B"), file("C")];
    let reports = files.iter().map(|bytes| import_as(&fresh, &organisation, bytes, Mode::Apply));
    let reports: Vec<Report> = futures::future::join_all(reports).await.into_iter().map(Result::unwrap).collect();
    let mut changes: Vec<_> =
        reports.iter().map(|report| (report.companies.created, report.companies.updated)).collect();
    changes.sort_unstable();
    assert_eq!(changes, [(0, 1_500), (0, 1_500), (1_500, 0)]);
    let names =
        query!(&fresh.db => fetch_all::<(String,)>, "SELECT DISTINCT substr(name, 1, 1) FROM companies").unwrap();
    assert_eq!(names.len(), 1, "the last import is there whole");
}

async fn nothing_stays_staged(fresh: Fresh) {
    let organisation = organisation(&fresh, "hessen").await;
    imported(&fresh, &organisation, MESSY).await;
    import_as(&fresh, &organisation, HESSEN, Mode::DryRun).await.unwrap();
    let broken = format!("{HEADING}{}\"8;{}", rows(2_500, "Firma"), "x;\n".repeat(200_000));
    assert!(import_as(&fresh, &organisation, broken.as_bytes(), Mode::Apply).await.is_err());
    assert_eq!(staged(&fresh).await, 0);
    query!(&fresh.db => execute,
        "INSERT INTO staged_contacts (import_id, line, organisation_id, staged_at, id, reference, name, email, language)
         VALUES ($1, 1, $1, $2, $1, '1', 'Anna', 'a@b.de', 'de')", organisation.id, fresh.now())
    .unwrap();
    imported(&fresh, &organisation, HESSEN).await;
    assert_eq!(staged(&fresh).await, 1, "it may be under way");
    fresh.clock.advance(TimeDelta::days(2));
    imported(&fresh, &organisation, HESSEN).await;
    assert_eq!(staged(&fresh).await, 0);
}
