//! Files with an answer: sent with the page or by a button of their own, refused whole, fetched again, removed, and counted.

use rundfrage_shared::staff::Role;
use rundfrage_shared::{audit, query};
use rundfrage_tests::answered::make_personal;
use rundfrage_tests::{Browser, Fresh, Page, on_both_engines};
use serde_json::{Value, json};

use super::ground::Ground;
use crate::console::ground::signed_in;

on_both_engines!(
    a_file_goes_in_with_the_page_and_comes_out_as_an_attachment,
    a_file_comes_out_under_the_name_it_went_in_with,
    a_post_larger_than_anything_read_says_so_and_leads_back,
    a_file_stays_where_another_answer_is_wrong,
    what_is_kept_in_between_leaves_files_alone,
    what_is_not_asked_for_changes_nothing,
    a_response_holds_only_so_much,
    a_file_is_removed_and_gone_once_nothing_names_it,
    a_hidden_file_never_enters_the_response,
    two_people_do_not_lose_each_others_files,
    a_preview_keeps_no_file,
    nobody_else_fetches_a_file,
    staff_fetch_files_of_personal_rounds_only_and_it_is_logged,
);

const ASKED: &str = "
id: papers
languages: [de, en]
default_language: de
title: {de: Unterlagen, en: Papers}
sections:
  - id: papers
    title: {de: Unterlagen, en: Papers}
    questions:
      - {id: has, type: yes_no, text: {de: Gibt es einen Bericht?, en: Is there a report?}}
      - {id: jobs, type: numeric, text: {de: Beschäftigte?, en: Jobs?}}
      - {id: report, type: upload, max_files: 2, max_megabytes: 1, kinds: [pdf, csv], text: {de: Ihr Bericht?, en: Your report?}}
  - id: more
    title: {de: Mehr, en: More}
    questions:
      - {id: about, type: short_text, show_if: answered(report), text: {de: Worum geht es?, en: What is it about?}}
      - {id: plan, type: upload, required: hard, show_if: has == \"yes\", max_files: 5, max_megabytes: 10, text: {de: Ihr Plan?, en: Your plan?}}
  - id: end
    title: {de: Ende, en: End}
    questions:
      - {id: last, type: short_text, text: {de: Noch etwas?, en: Anything else?}}
";

const PDF: &[u8] = b"%PDF-1.7 a report";

async fn begun(fresh: Fresh) -> (Ground, Browser, Page) {
    let ground = Ground::open(fresh, ASKED).await;
    let browser = ground.app.browser();
    let start = browser.get(&ground.link(0).await).await.expect(200);
    let page = browser.submit(&start.form("main form")).await.expect(200);
    assert!(page.path.ends_with("/papers"), "{}", page.path);
    (ground, browser, page)
}

async fn draft(ground: &Ground) -> Value {
    let row = query!(&ground.app.db => fetch_one::<(sqlx::types::Json<Value>,)>, "SELECT draft FROM responses");
    row.unwrap().0.0
}

/// Question, name, size and content of all files, in the order of their names.
async fn files(ground: &Ground) -> Vec<(String, String, i64, Vec<u8>)> {
    query!(&ground.app.db => fetch_all::<(String, String, i64, Vec<u8>)>,
        "SELECT question, name, size, content FROM files ORDER BY name")
    .unwrap()
}

async fn names(ground: &Ground) -> Vec<String> {
    files(ground).await.into_iter().map(|(_, name, ..)| name).collect()
}

fn header<'p>(page: &'p Page, name: &str) -> &'p str {
    page.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

async fn a_file_goes_in_with_the_page_and_comes_out_as_an_attachment(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    assert!(page.says("Bis zu 2 Dateien mit je höchstens 1 MB: PDF, CSV."), "{}", page.text());
    assert_eq!(page.attributes("#report", "accept"), [".pdf,.csv"]);
    let form = page.form("#answers").with("jobs", "12").with_file("report", r"C:\x\Bericht 2025.pdf", PDF);
    let next = browser.submit(&form.press("continue")).await.expect(200);
    assert!(next.path.ends_with("/more") && next.says("Worum geht es?"), "{} {}", next.path, next.text());
    let kept = draft(&ground).await;
    let told = &kept["report"]["files"][0];
    assert_eq!(kept["jobs"], json!({"number": 12.0}));
    assert_eq!(
        (&told["name"], &told["size"], &told["kind"], told.as_object().unwrap().len()),
        (&json!("Bericht 2025.pdf"), &json!(PDF.len()), &json!("pdf"), 4)
    );
    let size = i64::try_from(PDF.len()).unwrap();
    assert_eq!(files(&ground).await, [("report".into(), "Bericht 2025.pdf".into(), size, PDF.to_vec())]);

    let page = browser.get(&page.path).await.expect(200);
    let got = browser.get(&page.links("/files/")[0]).await.expect(200);
    assert_eq!(got.body.as_bytes(), PDF);
    assert_eq!(header(&got, "content-type"), "application/octet-stream");
    assert!(header(&got, "content-disposition").starts_with("attachment; filename=\"Bericht 2025.pdf\""));
    assert_eq!((header(&got, "x-content-type-options"), header(&got, "cache-control")), ("nosniff", "no-store"));

    // Saved again without a new file it stays; the page after a post is loaded again as the page itself.
    let form = page.form("#answers").press("later");
    let _ = browser.submit(&form).await.expect(200);
    assert_eq!(names(&ground).await, ["Bericht 2025.pdf"]);
    let again = browser.get(&format!("{}/files", page.path)).await.expect(200);
    assert_eq!(again.path, page.path);
    let check = browser.get(&page.path.replace("/papers", "/check")).await.expect(200);
    assert!(check.says("Bericht 2025.pdf (1 KB)"), "{}", check.text());
}

async fn a_file_comes_out_under_the_name_it_went_in_with(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let name = "Anlage \"Übersicht\" 100%.pdf";
    let page = browser.submit(&page.form("#answers").with_file("report", name, PDF).press("report")).await.expect(200);
    assert!(page.says(name) && names(&ground).await == [name], "{}", page.text());
    let got = browser.get(&page.links("/files/")[0]).await.expect(200);
    let exact = "filename*=UTF-8''Anlage%20%22%C3%9Cbersicht%22%20100%25.pdf";
    assert!(header(&got, "content-disposition").ends_with(exact), "{}", header(&got, "content-disposition"));
}

async fn a_post_larger_than_anything_read_says_so_and_leads_back(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let _ = browser.submit(&page.form("#answers").with("jobs", "7").press("later")).await.expect(200);
    let form = page.form("#answers").with("jobs", "8").with_file("report", "a.csv", vec![b'a'; 65 * 1024 * 1024]);
    let refused = browser.submit(&form.press("continue")).await.expect(413);
    assert!(refused.says("mehr als 64 MB auf einmal"), "{}", refused.text());
    assert!(refused.says("Ihr Bericht? Bis zu 2 Dateien mit je höchstens 1 MB: PDF, CSV."), "{}", refused.text());
    let back = browser.get(&refused.links("/papers")[0]).await.expect(200);
    assert_eq!(back.form("#answers").value("jobs"), Some("7"), "what was saved before is there");
    assert_eq!(names(&ground).await, Vec::<String>::new());
}

async fn a_file_stays_where_another_answer_is_wrong(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let form = page.form("#answers").with("jobs", "viele").with_file("report", "a.pdf", PDF);
    let wrong = browser.submit(&form.press("continue")).await.expect(422);
    assert!(wrong.says("eine Zahl ein") && wrong.says("a.pdf"), "{}", wrong.text());
    assert_eq!(wrong.form("#answers").value("jobs"), Some("viele"));
    assert_eq!(draft(&ground).await.as_object().unwrap().keys().collect::<Vec<_>>(), ["report"]);
    let next = browser.submit(&wrong.form("#answers").with("jobs", "3").press("continue")).await.expect(200);
    assert!(next.path.ends_with("/more"), "{}: {}", next.path, next.text());
    assert_eq!((names(&ground).await, &draft(&ground).await["jobs"]), (vec!["a.pdf".into()], &json!({"number": 3.0})));
}

async fn what_is_kept_in_between_leaves_files_alone(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let form = page.form("#answers").with_file("report", "a.pdf", PDF);
    let _ = browser.submit(&form.press("later")).await.expect(200);
    let form = browser.get(&page.path).await.expect(200).form("#answers").with("jobs", "14");
    let mut fields: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.push((".do", "keep"));
    let _ = browser.post(&page.path, &fields).await.expect(200);
    assert_eq!((names(&ground).await, &draft(&ground).await["jobs"]), (vec!["a.pdf".into()], &json!({"number": 14.0})));
}

async fn what_is_not_asked_for_changes_nothing(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let large = vec![b'a'; 1024 * 1024 + 1];
    let huge = vec![b'a'; 11 * 1024 * 1024];
    for (name, content, told) in [
        ("a.exe", PDF, "hat keines der möglichen Formate. Bitte senden Sie eines von diesen: PDF, CSV."),
        ("a.png", b"\x89PNG\r\n\x1a\n".as_slice(), "hat keines der möglichen Formate"),
        ("a.pdf", b"MZ not a document".as_slice(), "ist keine PDF-Datei"),
        ("a.csv", b"".as_slice(), "ist leer"),
        ("a.csv", large.as_slice(), "ist zu groß. Möglich sind höchstens 1 MB"),
        ("a.csv", huge.as_slice(), "ist zu groß"),
        ("...", PDF, "hat keinen Namen"),
    ] {
        let form = page.form("#answers").with("jobs", "7").with_file("report", name, content);
        let refused = browser.submit(&form.press("continue")).await.expect(422);
        assert!(refused.says(told), "{name}: {}", refused.text());
        assert_eq!(refused.links("#report"), ["#report"]);
        assert_eq!(refused.form("#answers").value("jobs"), Some("7"), "what was typed is kept");
    }
    // One that is refused takes the others of its question with it; too many are refused together.
    let two = page.form("#answers").with_file("report", "a.pdf", PDF).with_file("report", "b.exe", PDF);
    let refused = browser.submit(&two.press("report")).await.expect(422);
    assert!(refused.says("„b.exe“") && !refused.says("a.pdf"), "{}", refused.text());
    let three = ["a.pdf", "b.pdf", "c.pdf"].into_iter();
    let three = three.fold(page.form("#answers"), |form, name| form.with_file("report", name, PDF));
    let refused = browser.submit(&three.press("continue")).await.expect(422);
    assert!(refused.says("höchstens 2 Dateien möglich"), "{}", refused.text());
    // A field that takes no files, and ids of nobody's file.
    let strange = page.form("#answers").with_file("jobs", "a.pdf", PDF);
    let _ = browser.submit(&strange.press("continue")).await.expect(422);
    let made_up = page.form("#answers").tampered("report", "019aaaaa-0000-7000-8000-000000000000");
    let _ = browser.submit(&made_up.press("later")).await.expect(200);
    assert_eq!((draft(&ground).await, names(&ground).await), (json!({}), vec![]));
}

async fn a_response_holds_only_so_much(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let _ = browser.submit(&page.form("#answers").with("has", "yes").press("continue")).await.expect(200);
    let more = browser.get(&page.path.replace("/papers", "/more")).await.expect(200);
    let missing = browser.submit(&more.form("#answers").press("continue")).await.expect(422);
    assert!(missing.says("Bitte wählen Sie eine Datei aus"), "{}", missing.text());
    let nine = || vec![b'a'; 9 * 1024 * 1024];
    let form = more.form("#answers").with_file("plan", "a.txt", nine()).with_file("plan", "b.txt", nine());
    let more = browser.submit(&form.press("plan")).await.expect(200);
    assert!(more.says("a.txt 9 MB"), "{}", more.text());
    let full = browser.submit(&more.form("#answers").with_file("plan", "c.txt", nine()).press("continue")).await;
    let full = full.expect(422);
    assert!(full.says("kein Platz mehr") && full.says("20 Stück und 25 MB"), "{}", full.text());
    // The same in one post.
    let three = ["c.txt", "d.txt", "e.txt"].into_iter();
    let three = three.fold(more.form("#answers"), |form, name| form.with_file("plan", name, nine()));
    let full = browser.submit(&three.press("continue")).await.expect(422);
    assert!(full.says("Für die Datei „e.txt“ ist kein Platz mehr"), "{}", full.text());
    assert_eq!(names(&ground).await, ["a.txt", "b.txt"]);
}

async fn submit(browser: &Browser, page: &Page, section: &str) -> Page {
    let check = browser.get(&page.path.replace(section, "/check")).await.expect(200);
    let receipt = browser.submit(&check.form("form[action$='/submit']")).await.expect(200);
    assert!(receipt.path.ends_with("/receipt"), "{}: {}", receipt.path, receipt.text());
    receipt
}

async fn a_file_is_removed_and_gone_once_nothing_names_it(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let two = page.form("#answers").with_file("report", "a.pdf", PDF).with_file("report", "b.pdf", PDF);
    let page = browser.submit(&two.press("report")).await.expect(200);
    assert!(page.path.ends_with("/papers") && page.says("Mehr Dateien sind hier nicht möglich"), "{}", page.text());
    let page = browser.submit(&page.form("#answers").press("Entfernen : a.pdf")).await.expect(200);
    assert_eq!(page.attributes(".files input", "name"), ["report"]);
    assert_eq!(names(&ground).await, ["b.pdf"], "it is gone at once");
    let _ = submit(&browser, &page, "/papers").await;

    // What was submitted stays; once something else was submitted, it goes when the round closes.
    let page = browser.get(&page.path).await.expect(200);
    let form = page.form("#answers").with("jobs", "2").press("Entfernen : b.pdf");
    let page = browser.submit(&form).await.expect(200);
    assert_eq!((draft(&ground).await.get("report"), names(&ground).await), (None, vec!["b.pdf".into()]));
    let _ = submit(&browser, &page, "/papers").await;
    ground.app.clock.set(ground.round.fieldwork.closes_at());
    ground.app.run_pending_jobs().await;
    assert_eq!(names(&ground).await, Vec::<String>::new());
}

async fn a_hidden_file_never_enters_the_response(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let _ = browser.submit(&page.form("#answers").with("has", "yes").press("continue")).await.expect(200);
    let more = browser.get(&page.path.replace("/papers", "/more")).await.expect(200);
    let form = more.form("#answers").with_file("plan", "plan.pdf", PDF);
    let _ = browser.submit(&form.press("continue")).await.expect(200);
    let page = browser.get(&page.path).await.expect(200);
    let _ = browser.submit(&page.form("#answers").with("has", "no").press("continue")).await.expect(200);
    // A page that is not asked any more takes no files.
    let late = browser.submit(&more.form("#answers").with_file("plan", "late.pdf", PDF).press("continue")).await;
    assert!(late.status == 422 || late.path.ends_with("/end"), "{} {}", late.status, late.path);
    assert_eq!(names(&ground).await, ["plan.pdf"]);
    let _ = submit(&browser, &page, "/papers").await;
    let answers = query!(&ground.app.db => fetch_one::<(sqlx::types::Json<Value>,)>, "SELECT answers FROM responses");
    assert_eq!(answers.unwrap().0.0.as_object().unwrap().keys().collect::<Vec<_>>(), ["has"]);
}

async fn two_people_do_not_lose_each_others_files(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let other = ground.app.browser();
    let start = other.get(&ground.link(0).await).await.expect(200);
    let theirs = other.submit(&start.form("main form")).await.expect(200);
    let _ =
        other.submit(&theirs.form("#answers").with_file("report", "theirs.pdf", PDF).press("report")).await.expect(200);
    let mine = page.form("#answers").with_file("report", "mine.pdf", PDF).press("continue");
    let both = browser.submit(&mine).await.expect(409);
    assert!(both.says("theirs.pdf (1 KB)"), "{}", both.text());
    assert_eq!(names(&ground).await, ["theirs.pdf"]);
    let again = both.form("#answers").with_file("report", "mine.pdf", PDF).press("continue");
    let _ = browser.submit(&again).await.expect(200);
    assert_eq!(names(&ground).await, ["mine.pdf", "theirs.pdf"]);
}

async fn a_preview_keeps_no_file(fresh: Fresh) {
    let ground = Ground::open(fresh, ASKED).await;
    let editor = signed_in(&ground.app, ground.seed.organisation, Role::Editor).await;
    let address = format!("/console/questionnaires/versions/{}/preview", ground.seed.version);
    let form = editor.get(&address).await.expect(200).form("main form");
    let page = editor.submit(&form.with("language", "de")).await.expect(200);
    assert!(page.says("In der Vorschau wird keine Datei gespeichert."), "{}", page.text());
    let form = page.form("#answers").with_file("report", "a.pdf", PDF).press("report");
    let page = editor.submit(&form).await.expect(200);
    assert_eq!(page.path, format!("{address}/papers"));
    assert!(page.says("a.pdf") && page.links("/files/").is_empty(), "{}", page.text());
    let more = editor.submit(&page.form("#answers").press("continue")).await.expect(200);
    assert!(more.says("Worum geht es?"), "{}", more.text());
    assert_eq!(names(&ground).await, Vec::<String>::new());
}

async fn nobody_else_fetches_a_file(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let form = page.form("#answers").with_file("report", "a.pdf", PDF).press("report");
    let page = browser.submit(&form).await.expect(200);
    let link = &page.links("/files/")[0];
    assert_eq!(ground.app.browser().get(link).await.status, 404, "without the cookie");
    let other = ground.app.browser();
    let start = other.get(&ground.link(1).await).await.expect(200);
    let theirs = other.submit(&start.form("main form")).await.expect(200);
    assert_eq!(other.get(link).await.status, 404);
    let file = link.rsplit('/').next().unwrap();
    assert_eq!(other.get(&format!("{}/files/{file}", theirs.path)).await.status, 404, "named as one's own");
    assert_eq!(browser.get(&link.replace("/papers/", "/end/")).await.status, 404, "another page");
    let form = theirs.form("#answers").tampered("report", file).press("later");
    let _ = other.submit(&form).await.expect(200);
    assert_eq!(
        query!(&ground.app.db => fetch_one::<(i64,)>, "SELECT COUNT(*) FROM responses WHERE draft = '{}'").unwrap(),
        (1,)
    );
}

async fn staff_fetch_files_of_personal_rounds_only_and_it_is_logged(fresh: Fresh) {
    let (ground, browser, page) = begun(fresh).await;
    let form = page.form("#answers").with_file("report", "a.pdf", PDF).press("report");
    let page = browser.submit(&form).await.expect(200);
    let file = page.links("/files/")[0].rsplit('/').next().unwrap().to_owned();
    let path = format!("/console/rounds/{}/results/files/{file}", ground.round.id);
    let organisation = ground.seed.organisation;
    let analyst = signed_in(&ground.app, organisation, Role::Analyst).await;
    let submitted = async || submit(&browser, &page, "/papers").await;
    let _ = submitted().await;
    assert_eq!(analyst.post(&path, &[]).await.status, 404, "the round is confidential");
    assert_eq!(analyst.get(&format!("/console/rounds/{}/results/answers", ground.round.id)).await.status, 404);

    let _ = make_personal(&ground.app, &ground.round).await;
    let answers = analyst.get(&format!("/console/rounds/{}/results/answers", ground.round.id)).await.expect(200);
    let got = analyst.submit(&answers.form(&format!("form[action='{path}']"))).await.expect(200);
    assert_eq!((got.body.as_bytes(), header(&got, "content-type")), (PDF, "application/octet-stream"));
    assert!(header(&got, "content-disposition").starts_with("attachment;"));
    assert_eq!(analyst.get(&path).await.status, 405, "it is logged, so it is a post");
    let log = audit::list(&ground.app.db, organisation, None, 50).await.unwrap();
    let logged: Vec<_> = log.iter().filter(|record| record.action == "file.downloaded").collect();
    assert!(logged.len() == 1 && logged[0].details.contains("report"), "{logged:?}");

    let editor_of_others = rundfrage_tests::seed::organisation(&ground.app, "andere").await;
    let foreign = signed_in(&ground.app, editor_of_others.organisation, Role::Owner).await;
    assert_eq!(foreign.post(&path, &[]).await.status, 404);
    assert_eq!(ground.app.browser().post(&path, &[]).await.status, 403, "who is not signed in");
}
