//! Every kind of question of the catalogue: what is typed comes back, what is wrong is named, what is asked follows.

use rundfrage_shared::query;
use rundfrage_tests::page::Page;
use rundfrage_tests::{Browser, Fresh, on_both_engines};
use serde_json::{Value, json};

use super::ground::{CATALOGUE, Ground};

on_both_engines!(
    the_sections_are_listed_and_each_can_be_opened,
    what_is_required_holds_back_and_leaving_is_still_possible,
    one_option_takes_words_of_ones_own,
    a_doubt_is_raised_once,
    answers_stand_in_later_texts,
    amounts_must_come_to_their_total,
    a_figure_may_be_typed_with_its_own_unit_only,
    a_table_is_saved_cell_by_cell,
    of_a_column_without_numbers_its_total_is_told_unless_all_is_unknown,
    a_group_grows_and_shrinks,
    what_an_item_brings_up_is_asked,
    a_summary_shows_earlier_answers,
    a_file_brings_up_a_question_about_it,
    dates_and_durations_are_taken_as_people_write_them,
    a_questionnaire_speaks_a_language_that_the_interface_does_not,
);

/// A visitor at the list of sections.
async fn begun(fresh: Fresh) -> (Ground, Browser, Page) {
    let ground = Ground::open(fresh, CATALOGUE).await;
    let browser = ground.app.browser();
    let start = browser.get(&ground.link(0).await).await.expect(200);
    let overview = browser.submit(&start.form("main form")).await.expect(200);
    (ground, browser, overview)
}

fn at(page: &Page, address: &str) -> String {
    page.path.split('?').next().and_then(|path| path.rsplit_once('/')).map_or("", |(folder, _)| folder).to_owned()
        + "/"
        + address
}

async fn draft(ground: &Ground) -> Value {
    let row = query!(&ground.app.db => fetch_one::<(sqlx::types::Json<Value>,)>, "SELECT draft FROM responses");
    row.unwrap().0.0
}

async fn the_sections_are_listed_and_each_can_be_opened(fresh: Fresh) {
    let (_ground, browser, overview) = begun(fresh).await;
    assert!(overview.path.ends_with("/overview"), "{}", overview.path);
    assert_eq!(overview.texts(".task__status"), ["offen"; 6]);
    let numbers = browser.get(&overview.links("/numbers")[0]).await.expect(200);
    assert!(numbers.says("Seite 1 von 2"), "{}", numbers.text());
    assert_eq!(numbers.links("/overview").len(), 0, "the way back stands above");
    assert_eq!(numbers.attributes(".back a", "href"), [at(&overview, "overview")]);
    let form = numbers.form("#answers").with("employees", "12").press("later");
    let _ = browser.submit(&form).await.expect(200);
    let overview = browser.get(&overview.path).await.expect(200);
    assert_eq!(overview.texts(".task__status"), ["offen", "offen", "begonnen", "offen", "offen", "offen"]);
    let check = browser.get(&at(&overview, "check")).await.expect(200);
    assert!(check.says("2 Pflichtangaben fehlen noch"), "{}", check.text());
}

async fn what_is_required_holds_back_and_leaving_is_still_possible(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "choices")).await.expect(200);
    assert!(page.says("Wie ist Ihre Lage? (Pflichtangabe)"), "{}", page.text());
    let typed = page.form("#answers").with("reliable", "a");
    let again = browser.submit(&typed.clone().press("continue")).await.expect(422);
    assert!(again.says("Bitte beantworten Sie diese Frage"), "{}", again.text());
    assert_eq!(again.links("#situation"), ["#situation"]);
    assert_eq!(again.form("#answers").value("reliable"), Some("a"), "what was typed is kept");
    let later = browser.submit(&typed.press("later")).await.expect(200);
    assert!(later.path.ends_with("/later"), "{}", later.path);
    assert_eq!(draft(&ground).await, json!({"reliable": {"choice": "a"}}));
}

async fn one_option_takes_words_of_ones_own(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "choices")).await.expect(200);
    let form = page.form("#answers").with("situation", "good").with("energy", "other").with("energy.other", " Biogas ");
    let _ = browser.submit(&form.press("continue")).await.expect(200);
    assert_eq!(draft(&ground).await["energy"], json!({"other": {"code": "other", "text": "Biogas"}}));
    let page = browser.get(&page.path).await.expect(200);
    assert_eq!(page.form("#answers").value("energy.other"), Some("Biogas"));
    let cleared = browser.submit(&page.form("#answers").press("energy")).await.expect(200);
    assert_eq!(cleared.form("#answers").value("energy.other"), Some(""), "the words go with their option");
    let check = browser.get(&at(&page, "check")).await.expect(200);
    assert!(!check.says("Biogas"), "{}", check.text());
}

async fn a_doubt_is_raised_once(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "numbers")).await.expect(200);
    let typed = page.form("#answers").with("employees", "9.000").with("turnover", "12,50");
    let doubt = browser.submit(&typed.press("continue")).await.expect(200);
    assert!(doubt.says("Stimmt das so?") && doubt.says("Mehr als 5.000 Beschäftigte sind selten."), "{}", doubt.text());
    assert_eq!(doubt.links("#employees"), ["#employees"]);
    assert_eq!(doubt.attributes("#employees", "aria-describedby"), ["employees-problem"]);
    let form = doubt.form("#answers");
    assert_eq!((form.value("employees"), form.value(".confirmed")), (Some("9.000"), Some("employees")));
    assert_eq!(draft(&ground).await["employees"], json!({"number": 9000.0}), "it is saved already");
    let next = browser.submit(&form.press("continue")).await.expect(200);
    assert!(!next.says("Stimmt das so?"), "{}", next.text());
    // Left blank, it asks as well; and leaving for another time asks nothing.
    let page = browser.get(&page.path).await.expect(200);
    let blank = page.form("#answers").with("employees", "").with("turnover", "");
    let doubt = browser.submit(&blank.clone().press("continue")).await.expect(200);
    assert!(doubt.says("Diese Frage ist noch leer"), "{}", doubt.text());
    assert!(browser.submit(&blank.press("later")).await.path.ends_with("/later"));
}

async fn answers_stand_in_later_texts(fresh: Fresh) {
    let (_ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "choices")).await.expect(200);
    let form = page.form("#answers").with("situation", "poor").with("reason", "<b>Alles</b>");
    let next = browser.submit(&form.press("continue")).await.expect(200);
    assert!(next.says("zu wenig Nachfrage"), "an option that the answer brings up: {}", next.text());
    let form =
        next.form("#answers").with("obstacles", "staff").with("obstacles", "demand").with("obstacles.other", "x");
    let _ = browser.submit(&form.press("continue")).await.expect(200);
    let numbers = browser.get(&at(&page, "numbers")).await.expect(200);
    let form = numbers.form("#answers").with("employees", "1250").press("continue");
    let next = browser.submit(&form).await.expect(200);
    assert!(next.says("Wie viele Ihrer 1.250 Beschäftigten"), "{}", next.text());
    let wrong = next.form("#answers").with("trainees", "1251").press("continue");
    let wrong = browser.submit(&wrong).await.expect(422);
    assert!(wrong.says("nicht mehr sein als 1.250"), "{}", wrong.text());
    let next = browser.submit(&wrong.form("#answers").with("trainees", "100").press("continue")).await.expect(200);
    assert!(next.says("8,0 %"), "a calculated value: {}", next.text());
    let closing = browser.get(&at(&page, "groups.2")).await.expect(200);
    assert!(closing.says("Sie sehen Ihre Lage als schlecht."), "{} {}", closing.path, closing.text());
    assert!(closing.says("fehlendes Personal, zu wenig Nachfrage"), "{}", closing.text());
}

async fn amounts_must_come_to_their_total(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "numbers.3")).await.expect(200);
    assert!(page.says("Muss zusammen 100 % ergeben"), "{}", page.text());
    let form = page.form("#answers").with("costs.energy.amount", "20,5");
    let whole = browser.submit(&form.press("continue")).await.expect(422);
    assert!(whole.says("ganze Zahl"), "{}", whole.text());
    let form = page.form("#answers").with("costs.energy.amount", "20").with("costs.staff.amount", "50");
    let short = browser.submit(&form.press("continue")).await.expect(422);
    assert!(short.says("zusammen 70, es müssen 100 sein. Es fehlen noch 30."), "{}", short.text());
    assert_eq!(short.links("#costs"), ["#costs"]);
    let form = short.form("#answers").with("costs.rest.amount", "30").with("costs.staff.amount", "50");
    let _ = browser.submit(&form.press("continue")).await.expect(200);
    assert_eq!(draft(&ground).await["costs"]["table"]["rest"]["amount"], json!({"number": 30.0}));
}

async fn a_figure_may_be_typed_with_its_own_unit_only(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "numbers")).await.expect(200);
    let form = page.form("#answers").with("employees", "1.200 Personen").with("abroad", "12,5 %");
    let other = browser.submit(&form.clone().with("turnover", "2.500 $").press("continue")).await.expect(422);
    assert!(other.says("eine Zahl in Euro ein"), "{}", other.text());
    let form = other.form("#answers").with("turnover", "€ 2.500,50");
    let _ = browser.submit(&form.press("continue")).await.expect(200);
    let stored = draft(&ground).await;
    let expected = [("employees", 1200.0), ("turnover", 2500.5), ("abroad", 12.5)];
    for (code, number) in expected {
        assert_eq!(stored[code], json!({"number": number}), "{code}");
    }
}

async fn a_table_is_saved_cell_by_cell(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "tables")).await.expect(200);
    assert_eq!(page.texts("label[for='t.works.people']").len(), 0);
    let labels = page.texts("label[for='sites_table.works.people']");
    assert_eq!(labels, ["Werk, Beschäftigte (Personen)"], "row and column name a cell");
    assert!(!page.says("Ausland"), "a row that is not asked: {}", page.text());
    let form = page
        .form("#answers")
        .with("sites_table.works.people", "viele")
        .with("sites_table.works.has", "canteen")
        .with("sites_table.works.has", "parking")
        .with("sites_table.works.state", "fair")
        .with("sites_table.office.since", "87")
        .with("sites_table.office.people.dont_know", "dk");
    let wrong = browser.submit(&form.press("continue")).await.expect(422);
    assert_eq!(wrong.links("#sites_table"), ["#sites_table.works.people", "#sites_table.office.since"]);
    assert_eq!(wrong.attributes("[id='sites_table.office.since']", "aria-invalid"), ["true"]);
    let form = wrong.form("#answers").with("sites_table.works.people", "70").with("sites_table.office.since", "1987");
    let _ = browser.submit(&form.press("continue")).await.expect(200);
    let table = &draft(&ground).await["sites_table"]["table"];
    assert_eq!(table["works"]["has"]["choices"]["codes"], json!(["canteen", "parking"]));
    assert_eq!(table["office"], json!({"people": {"choice": "dk"}, "since": {"date": "1987"}}));
    let check = browser.get(&at(&page, "check")).await.expect(200);
    for said in
        ["Werk, Beschäftigte 70 Personen", "Werk, Vorhanden Kantine, Parkplatz", "Büro, Beschäftigte weiß nicht"]
    {
        assert!(check.text().replace('\u{a0}', " ").contains(said), "{said}: {}", check.text());
    }
}

async fn of_a_column_without_numbers_its_total_is_told_unless_all_is_unknown(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "numbers")).await.expect(200);
    let _ = browser.submit(&page.form("#answers").with("employees", "250").press("continue")).await.expect(200);
    let page = browser.get(&at(&overview, "tables")).await.expect(200);
    let told = "In „Beschäftigte“ steht noch keine Zahl; zusammen müssen es 250 Personen sein.";
    assert_eq!(page.attributes("output", "data-none"), [told.replace("250 ", "250\u{a0}")], "what the script says");
    let form = page.form("#answers").with("sites_table.works.remark", "neu");
    let none = browser.submit(&form.press("continue")).await.expect(422);
    assert!(none.says(told), "{}", none.text());
    // Whoever does not know the numbers is not asked what they come to.
    let form = none.form("#answers").with("sites_table.works.people.dont_know", "dk");
    let _ = browser.submit(&form.press("continue")).await.expect(200);
    assert_eq!(draft(&ground).await["sites_table"]["table"]["works"]["people"], json!({"choice": "dk"}));
}

async fn a_group_grows_and_shrinks(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "groups")).await.expect(200);
    assert_eq!(page.texts(".item__label"), ["Standort 1 von 1"], "one empty item to begin with");
    let mut page = page;
    for (number, place) in ["Kassel", "Fulda", "Gießen"].into_iter().enumerate() {
        let form = page.form("#answers").with(&format!("sites.{}.place", number + 1), place);
        page = match number {
            2 => browser.submit(&form.press("later")).await.expect(200),
            _ => browser.submit(&form.press(".add")).await.expect(200),
        };
    }
    let page = browser.get(&at(&overview, "groups")).await.expect(200);
    assert_eq!(page.texts(".item__label"), ["Standort 1 von 3", "Standort 2 von 3", "Standort 3 von 3"]);
    assert_eq!(page.texts(".items__add").len(), 0, "there are as many as there may be");
    let form = page.form("#answers").with("sites.3.people", "7").press("sites.2");
    let fewer = browser.submit(&form).await.expect(200);
    let form = fewer.form("#answers");
    assert_eq!((form.value("sites.2.place"), form.value("sites.2.people")), (Some("Gießen"), Some("7")));
    let places: Vec<_> =
        draft(&ground).await["sites"]["group"].as_array().unwrap().iter().map(|it| it["place"].clone()).collect();
    assert_eq!(places, [json!({"text": "Kassel"}), json!({"text": "Gießen"})]);
    // What is wrong elsewhere does not stand in the way, and nothing typed is lost.
    let form = form.with("sites.1.people", "viele").press(".add");
    let more = browser.submit(&form).await.expect(200);
    assert_eq!((more.texts(".item__label").len(), more.form("#answers").value("sites.1.people")), (3, Some("viele")));
    let wrong = browser.submit(&more.form("#answers").press("continue")).await.expect(422);
    assert_eq!(wrong.links("#sites"), ["#sites.1.people"], "{}", wrong.text());
}

async fn what_an_item_brings_up_is_asked(fresh: Fresh) {
    let (_ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "groups")).await.expect(200);
    let form = page.form("#answers").with("sites.1.place", "Kassel").with("sites.1.kind", "works");
    let more = browser.submit(&form.press("continue")).await.expect(200);
    assert!(more.path.contains("groups?more=1") && more.says("Wie viele Schichten?"), "{} {}", more.path, more.text());
    assert!(more.says("Art von Kassel"), "a text with an answer of the same item: {}", more.text());
    let blank = more.form("#answers").with("sites.1.place", "").with("sites.1.shifts", "2");
    let wrong = browser.submit(&blank.press("continue")).await.expect(422);
    assert_eq!(wrong.links("#sites"), ["#sites.1.place"], "required inside an item: {}", wrong.text());
}

async fn a_summary_shows_earlier_answers(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "groups")).await.expect(200);
    let form = page.form("#answers").with("sites.1.place", "Kassel").with("sites.1.people", "80").press("continue");
    let summary = browser.submit(&form).await.expect(200);
    assert!(summary.text().replace('\u{a0}', " ").contains("Zusammen 80 Personen"), "{}", summary.text());
    let change = summary.links("#sites-question")[0].clone();
    let there = browser.get(change.split('#').next().unwrap_or_default()).await.expect(200);
    let form = there.form("#answers").with("sites.1.people", "90").press("Speichern und zurück");
    let back = browser.submit(&form).await.expect(200);
    assert_eq!(back.path, summary.path, "the way leads back");
    let form = back.form("#answers").with("all_people", "yes").with("terms", "yes");
    let _ = browser.submit(&form.press("continue")).await.expect(200);
    assert_eq!(draft(&ground).await["all_people"], json!({"choice": "yes"}));
}

async fn dates_and_durations_are_taken_as_people_write_them(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "times")).await.expect(200);
    let form = page.form("#answers").with("founded", "1987-05-01").with("next_month", "bald").with("opens", "7.30 Uhr");
    let wrong = browser.submit(&form.with("best_quarter", "Q4 2026").press("continue")).await.expect(422);
    assert!(wrong.says("zum Beispiel 11/2026"), "{}", wrong.text());
    let form = wrong.form("#answers").with("next_month", "11/2026").press("continue");
    let next = browser.submit(&form).await.expect(200);
    let form = next.form("#answers").with("downtime.hours", "2").with("downtime.minutes", "30");
    let wrong = browser.submit(&form.with("site", "nirgends").with("email", "a@b").press("continue")).await.expect(422);
    assert!(wrong.says("www.beispiel.de") && wrong.says("name@beispiel.de"), "{}", wrong.text());
    let form = wrong.form("#answers").with("site", "www.example.com").with("email", "a@example.com").press("continue");
    let _ = browser.submit(&form).await.expect(200);
    let draft = draft(&ground).await;
    assert_eq!((&draft["opens"], &draft["downtime"]), (&json!({"date": "07:30"}), &json!({"number": 150.0})));
    let check = browser.get(&at(&page, "check")).await.expect(200);
    let said = check.text().replace('\u{a0}', " ");
    for expected in ["01.05.1987", "11/2026", "Q4 2026", "07:30 Uhr", "2 Std. 30 Min.", "https://www.example.com"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

async fn a_questionnaire_speaks_a_language_that_the_interface_does_not(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "numbers")).await.expect(200);
    assert_eq!(page.texts(".languages__button"), ["Deutsch", "English", "Polski"]);
    let typed = page.form("#answers").with("employees", "1250").with("turnover", "2,5");
    let polish = browser.submit(&typed.press("pl")).await.expect(200);
    assert_eq!(polish.attributes("html", "lang"), ["pl"]);
    assert!(polish.says("Ilu mają Państwo pracowników?"), "{}", polish.text());
    assert_eq!(polish.attributes(".site-header", "lang"), ["en"], "our own words are English, and say so");
    assert_eq!(polish.form("#answers").value("turnover"), Some("2,5"), "nothing typed is lost");
    let next = browser.submit(&polish.form("#answers").press("continue")).await.expect(200);
    assert!(next.says("z 1 250 prac"), "numbers as in Polish: {}", next.text());
    let row = query!(&ground.app.db => fetch_one::<(String,)>, "SELECT language FROM responses").unwrap();
    assert_eq!(row.0, "pl");
    let console = browser.get("/").await.expect(200);
    assert_eq!(console.attributes("html", "lang"), ["en"], "pages of our own come in the nearest language");
    let other = ground.app.browser();
    let start = other.get(&ground.link(0).await).await.expect(200);
    assert_eq!(start.attributes("html", "lang"), ["de"], "the start page speaks the contact's language");
}

async fn a_file_brings_up_a_question_about_it(fresh: Fresh) {
    let (ground, browser, overview) = begun(fresh).await;
    let page = browser.get(&at(&overview, "groups.2")).await.expect(200);
    let form = page.form("#answers").with("terms", "yes").with_file("report", "Bericht.pdf", b"%PDF-1.7");
    let more = browser.submit(&form.press("continue")).await.expect(200);
    assert!(more.says("Worum geht es in dem Bericht?") && more.says("Bericht.pdf"), "{}", more.text());
    let next = browser.submit(&more.form("#answers").with("about_report", "2025").press("continue")).await.expect(200);
    assert!(next.path.ends_with("/overview"), "{}", next.path);
    let draft = draft(&ground).await;
    assert_eq!((&draft["report"]["files"][0]["kind"], &draft["about_report"]["text"]), (&json!("pdf"), &json!("2025")));
}
