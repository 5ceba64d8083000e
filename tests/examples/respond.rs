//! Serves the questionnaire with every kind of question, or the one in the file that is named, with personal links to an open round of it:
//! for the tests with a browser, and to look at. Prints its addresses as JSON in one line, and ends with its standard input.
#![expect(clippy::print_stdout, reason = "a program whose output is its addresses")]

use rundfrage_tests::ground::{CATALOGUE, Ground};
use rundfrage_tests::{Engine, Fresh, run};

fn main() {
    run(Engine::Sqlite, serve);
}

async fn serve(fresh: Fresh) {
    let source = std::env::args().nth(1).map(|file| std::fs::read_to_string(file).expect("a questionnaire"));
    let ground = Ground::open(fresh, source.as_deref().unwrap_or(CATALOGUE)).await;
    let web = ground.app.settings.public_url.clone();
    let mut links = Vec::new();
    for company in 0..ground.companies.len() {
        links.push(format!("{web}{}", ground.link(company).await));
    }
    println!("{}", serde_json::json!({ "web": web, "links": links }));
    let ended = tokio::task::spawn_blocking(|| std::io::copy(&mut std::io::stdin(), &mut std::io::sink()));
    drop(ended.await);
}
