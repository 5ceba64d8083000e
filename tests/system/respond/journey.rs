//! A respondent's way from the personal link to the receipt, without JavaScript.

use rundfrage_tests::{Browser, Fresh, on_both_engines};

use super::ground::{BUSINESS, Ground, LOCATION};

on_both_engines!(
    a_respondent_answers_from_the_link_to_the_receipt,
    what_is_submitted_is_what_was_looked_at,
    every_question_of_the_location_questionnaire_can_be_answered,
);

async fn a_respondent_answers_from_the_link_to_the_receipt(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let browser = ground.app.browser();
    let start = browser.get(&ground.link(0).await).await.expect(200);
    assert!(start.says("Wie läuft das Geschäft?") && start.says("22.12.2026, 18:00 Uhr"), "{}", start.text());

    let page = browser.submit(&start.form("main form").press("Beginnen")).await.expect(200);
    assert!(page.path.ends_with("/s1") && page.says("Seite 1 von 6"), "{} {}", page.path, page.text());
    let form =
        page.form("#answers").with("situation", "good").with("expectation", "same").with("predictability", "very_hard");
    let page = browser.submit(&form.press("Speichern und weiter")).await.expect(200);
    assert!(page.path.ends_with("/s2") && page.says("Teil 1 von 3"), "{}", page.path);
    let form = page.form("#answers").with("activity_past", "up").with("orders_level", "dk").with("stocks", "adequate");
    let page = browser.submit(&form.press("continue")).await.expect(200);
    assert!(page.path.ends_with("/s2.2"), "{}", page.path);
    let form = page.form("#answers").with("next_quarter.activity_next", "up").with("next_quarter.export_next", "dk");
    let page = browser.submit(&form.press("continue")).await.expect(200);
    let form = page.form("#answers").with("utilisation", "85").with("order_reach", "2,5");
    let page = browser.submit(&form.press("continue")).await.expect(200);

    assert!(page.path.ends_with("/s3"), "{}", page.path);
    let form = page.form("#answers").with("hampered", "yes").with("obstacles", "staff").with("obstacles", "energy");
    let form = form.with("obstacles", "other").with("obstacles.other", "Hochwasser").with("vacancies", "1.250");
    let page = browser.submit(&form.press("continue")).await.expect(200);
    assert!(page.path.contains("/s3?more=1") && page.says("weitere Fragen auf dieser Seite"), "{}", page.path);
    let form = page.form("#answers").with("worst_obstacle.1", "other").with("worst_obstacle.2", "staff");
    let page = browser.submit(&form.with("vacancy_time", "gt6").press("continue")).await.expect(200);

    assert!(page.path.ends_with("/s4"), "{}", page.path);
    let form = page
        .form("#answers")
        .with("investment", "1 250")
        .with("recommend", "9")
        .with("comment", "Zeile\nund <b>noch</b> eine");
    let check = browser.submit(&form.press("continue")).await.expect(200);
    assert!(check.path.ends_with("/check"), "{}", check.path);
    for said in ["gut", "85 %", "2,5 Monate", "Sonstiges: Hochwasser", "1. Sonstiges", "1.250 Tsd. Euro", "<b>noch</b>"]
    {
        assert!(check.says(said), "{said}: {}", check.text());
    }
    let receipt = browser.submit(&check.form("main form").press("Antworten absenden")).await.expect(200);
    assert!(receipt.path.ends_with("/receipt") && receipt.says("Vielen Dank"), "{}", receipt.text());
    assert_eq!(ground.counts().await.submitted, 1);
    let print = browser.get(&receipt.path.replace("receipt", "answers")).await.expect(200);
    assert!(print.says("Sonstiges: Hochwasser") && !print.says("Ändern"), "{}", print.text());
}

async fn what_is_submitted_is_what_was_looked_at(fresh: Fresh) {
    let ground = Ground::open(fresh, BUSINESS).await;
    let (one, two) = (ground.app.browser(), ground.app.browser());
    let first = one.submit(&one.get(&ground.link(0).await).await.expect(200).form("main form")).await.expect(200);
    let _ = one.submit(&first.form("#answers").with("situation", "good").press("continue")).await.expect(200);
    let check = one.get(&first.path.replace("/s1", "/check")).await.expect(200);
    // A colleague with the same link changes the answer between the look and the button.
    let _ = two.submit(&two.get(&ground.link(0).await).await.expect(200).form("main form")).await.expect(200);
    let theirs = two.get(&first.path).await.expect(200);
    let _ = two.submit(&theirs.form("#answers").with("situation", "poor").press("continue")).await.expect(200);
    let again = one.submit(&check.form("main form").press("Antworten absenden")).await.expect(422);
    assert!(again.says("Inzwischen wurden Antworten geändert") && again.says("schlecht"), "{}", again.text());
    assert_eq!(ground.counts().await.submitted, 0);
    let receipt = one.submit(&again.form("main form").press("Antworten absenden")).await.expect(200);
    assert!(receipt.path.ends_with("/receipt"), "{}", receipt.text());
}

/// Goes through all pages, choosing the first thing each field offers, typing 1 into the others.
async fn fill(browser: &Browser, mut page: rundfrage_tests::page::Page) -> (rundfrage_tests::page::Page, Vec<String>) {
    let mut seen = Vec::new();
    for _ in 0..40 {
        if page.path.ends_with("/check") {
            return (page, seen);
        }
        let mut form = page.form("#answers");
        let names: Vec<String> =
            form.names().into_iter().filter(|name| !name.starts_with('.')).map(str::to_owned).collect();
        for name in names.iter().filter(|name| !name.ends_with(".dont_know")) {
            let choices: Vec<String> =
                form.choices(name).into_iter().filter(|it| !it.is_empty()).map(str::to_owned).collect();
            // Ranks take one thing each.
            let place = name.rsplit('.').next().and_then(|rank| rank.parse::<usize>().ok()).unwrap_or(1);
            form = form.with(name, choices.get(place - 1).map_or("1", String::as_str));
        }
        seen.extend(names);
        page = browser.submit(&form.press("continue")).await.expect(200);
    }
    panic!("the questionnaire never ends");
}

async fn every_question_of_the_location_questionnaire_can_be_answered(fresh: Fresh) {
    let ground = Ground::open(fresh, LOCATION).await;
    let browser = ground.app.english_browser();
    browser.post("/language", &[("language", "en"), ("return", "/")]).await;
    let start = browser.get(&ground.link(1).await).await.expect(200);
    let first = browser.submit(&start.form("main form").press("Begin")).await.expect(200);
    let (check, seen) = fill(&browser, first).await;
    for question in
        ["satisfaction.energy", "importance.childcare", "priorities.3", "skills_groups.other", "wish", "dialogue"]
    {
        assert!(seen.iter().any(|name| name == question), "{question} is not among {seen:?}");
    }
    let receipt = browser.submit(&check.form("main form").press("Submit answers")).await.expect(200);
    assert!(receipt.says("Thank you"), "{}", receipt.text());
}
