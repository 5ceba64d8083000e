//! `rundfrage demo`: made once, kept for the next time, made anew when asked, and never at the cost of another folder.

use std::path::Path;

use rundfrage_tests::Browser;
use rundfrage_tests::program::{self, Running, rundfrage};
use serde_json::Value;
use tempfile::TempDir;

async fn demo(folder: &Path, more: &[&str]) -> (Running, Value) {
    let mut command = program::command("rundfrage", folder);
    let running = Running::start(command.args(["demo", "--dir", "example", "--port", "0"]).args(more));
    running.line_with("Try a link:").await;
    let told = std::fs::read(folder.join("example/demo.json")).unwrap();
    (running, serde_json::from_slice(&told).unwrap())
}

fn links(told: &Value) -> Vec<&str> {
    // Each start listens on another port: what belongs to the example is the token.
    let links = told["links"].as_array().unwrap();
    links.iter().map(|link| link["url"].as_str().unwrap().rsplit('/').next().unwrap()).collect()
}

fn path<'a>(told: &'a Value, name: &str) -> &'a str {
    told[name].as_str().unwrap()
}

#[tokio::test]
async fn the_example_is_complete_and_made_once() {
    let folder = TempDir::new().unwrap();
    let (mut first, told) = demo(folder.path(), &[]).await;
    let said = first.said();
    for label in ["Web:", "Sign in:", "Mailbox:", "Try a link:"] {
        assert!(said.iter().any(|line| line.starts_with(label) && line.contains("http://")), "{label} {said:?}");
    }
    assert_eq!(links(&told).len(), 50);
    assert!(said.contains(&format!("Try a link: {}", path(&told, "try_a_link"))));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let file = folder.path().join("example/demo.json").metadata().unwrap();
        assert_eq!(file.permissions().mode() & 0o777, 0o600, "its links let people in");
    }
    let browser = Browser::new("", "de");
    for address in [path(&told, "web"), path(&told, "sign_in"), path(&told, "mailbox")] {
        browser.get(address).await.expect(200);
    }
    let link = told["links"][49]["url"].as_str().unwrap();
    assert!(browser.get(link).await.expect(200).says("Industriedialog Hessen"));
    assert_eq!(first.terminate(), Some(0));

    let (mut second, told_again) = demo(folder.path(), &[]).await;
    assert_eq!(links(&told_again), links(&told), "the same invitations");
    assert_ne!(path(&told_again, "sign_in"), path(&told, "sign_in"), "a new sign-in link");
    assert_eq!(second.terminate(), Some(0));
}

#[tokio::test]
async fn an_example_that_was_killed_while_it_was_made_is_made_again() {
    let folder = TempDir::new().unwrap();
    let mut command = program::command("rundfrage", folder.path());
    let mut killed = Running::start(command.args(["demo", "--dir", "example", "--port", "0"]));
    while !folder.path().join("example/rundfrage.db").exists() {
        assert!(killed.is_running(), "{:?}", killed.said());
        tokio::task::yield_now().await;
    }
    killed.kill();
    let (_second, told) = demo(folder.path(), &[]).await;
    assert_eq!(links(&told).len(), 50);
}

#[test]
fn a_folder_that_is_no_example_is_left_alone() {
    let folder = TempDir::new().unwrap();
    let precious = folder.path().join("example/precious.txt");
    std::fs::create_dir(folder.path().join("example")).unwrap();
    std::fs::write(&precious, "years of work").unwrap();
    let ended = rundfrage(folder.path(), &["demo", "--dir", "example", "--port", "0", "--fresh"]);
    assert_eq!((ended.code, ended.err.lines().count()), (Some(1), 1), "{ended:?}");
    assert!(ended.err.contains("example"), "{}", ended.err);
    assert_eq!(std::fs::read_to_string(precious).unwrap(), "years of work");
}

#[tokio::test]
async fn two_at_once_in_one_folder_are_one() {
    let folder = TempDir::new().unwrap();
    let (mut first, told) = demo(folder.path(), &["--companies", "60"]).await;
    let second = rundfrage(folder.path(), &["demo", "--dir", "example", "--port", "0", "--fresh"]);
    assert_eq!((second.code, second.err.lines().count()), (Some(1), 1), "{second:?}");
    assert!(second.err.contains("in use"), "{}", second.err);
    Browser::new("", "de").get(path(&told, "web")).await.expect(200);
    assert_eq!(first.terminate(), Some(0));

    let (_anew, fresh) = demo(folder.path(), &["--companies", "60", "--fresh"]).await;
    assert_ne!(links(&fresh), links(&told), "another secret, other links");
}
