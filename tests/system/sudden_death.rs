//! Programs that are killed in the middle (`kill -9`): nothing acknowledged is lost, nobody is forgotten, almost nobody twice.

use std::collections::{BTreeMap, BTreeSet};

use futures::StreamExt as _;
use rundfrage_shared::id::ResponseId;
use rundfrage_shared::keys::Purpose;
use rundfrage_shared::query;
use rundfrage_tests::program::{self, Running};
use rundfrage_tests::{Browser, Engine, Fresh, Mail, SmtpServer, fieldwork, on_both_engines};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

on_both_engines!(
    a_killed_worker_forgets_nobody,
    a_killed_web_side_loses_no_acknowledged_answer,
    a_web_side_that_is_told_to_stop_finishes_what_it_began,
);

/// How many mails a worker hands over at once.
const PARALLEL: usize = 4;

/// A program on the test's database, with the test's keys.
fn start(fresh: &Fresh, program: &str, arguments: &[&str], smtp_url: &str) -> Running {
    let secret = fresh.folder().join("secret");
    std::fs::write(&secret, "07".repeat(32)).unwrap();
    let mut command = program::command(program, fresh.folder());
    command.args(arguments).env("DATABASE_URL", &fresh.settings.database_url).env("SMTP_URL", smtp_url);
    command.env("RUNDFRAGE_SECRET_FILE", &secret).env("RUNDFRAGE_MAIL_PARALLEL", PARALLEL.to_string());
    command.env("RUNDFRAGE_LISTEN", "127.0.0.1:0").env("RUNDFRAGE_DATABASE_CONNECTIONS", "8");
    Running::start(&mut command)
}

/// SQLite's writer must not be held by the test while another process writes.
async fn let_go(fresh: &Fresh) {
    if fresh.engine() == Engine::Sqlite {
        fresh.db.close().await;
    }
}

async fn a_killed_worker_forgets_nobody(fresh: Fresh) {
    let contacts = 400;
    let smtp = SmtpServer::start().unwrap();
    smtp.take_time(5).await;
    let round = fieldwork::launched(&fresh, contacts).await.round;
    fieldwork::move_to_present(&fresh, &round).await;
    let_go(&fresh).await;

    let mut worker = start(&fresh, "rundfrage-worker", &[], &smtp.url());
    let before = smtp.wait_for(100).await.len();
    worker.kill();
    assert!(before < contacts, "it was killed too late");
    let _worker = start(&fresh, "rundfrage-worker", &[], &smtp.url());
    let reached = smtp.wait_until(|mails| recipients(mails).len() >= contacts).await;
    assert_eq!(recipients(&reached).len(), contacts);
    assert!(reached.len() <= contacts + PARALLEL, "{} mails to {contacts} contacts", reached.len());
}

fn recipients(mails: &[Mail]) -> BTreeSet<&str> {
    mails.iter().map(|mail| mail.to.as_str()).collect()
}

/// A web side without a worker, and the address it listens on.
async fn web(fresh: &Fresh) -> (Running, String) {
    let web = start(fresh, "rundfrage", &["serve", "--no-worker"], "file:mailbox");
    let line = web.line_with("serving").await;
    let address = line.split("address=").nth(1).and_then(|rest| rest.split_whitespace().next());
    let origin = format!("http://{}", address.unwrap_or_else(|| panic!("no address in {line}")));
    (web, origin)
}

/// An open round with a response a company, begun and with one answer each; the browser of each.
async fn begun(fresh: &Fresh, origin: &str, links: &[String]) -> Vec<(Browser, String)> {
    let one = async |link: &String| {
        let browser = Browser::new(origin, "de");
        let start = browser.get(link).await.expect(200);
        let first = browser.submit(&start.form("main form[method=post]")).await.expect(200);
        let id = first.path.split('/').nth(2).unwrap().to_owned();
        (browser, id)
    };
    let begun: Vec<_> = futures::stream::iter(links).map(one).buffered(8).collect().await;
    query!(&fresh.db => execute, {
        sqlite: "UPDATE responses SET draft = '{\"situation\": {\"choice\": \"good\"}}'",
        postgres: "UPDATE responses SET draft = '{\"situation\": {\"choice\": \"good\"}}'::jsonb"
    })
    .unwrap();
    begun
}

/// Sends one final submit; whether a receipt came.
async fn submit((browser, id): &(Browser, String), origin: &str) -> bool {
    let (client, _) = browser.raw("/");
    let key = format!("key-{id}");
    let sent = client.post(format!("{origin}/respond/{id}/submit")).form(&[("key", key.as_str())]).send().await;
    sent.is_ok_and(|answer| answer.status().is_success() && answer.url().path().ends_with("/receipt"))
}

/// Response → receipt, of all that are submitted.
async fn stored(fresh: &Fresh) -> BTreeMap<String, String> {
    let rows = query!(&fresh.db => fetch_all::<(ResponseId, String)>,
        "SELECT id, receipt FROM responses WHERE state = 'submitted'");
    rows.unwrap().into_iter().map(|(id, receipt)| (id.to_string(), receipt)).collect()
}

async fn a_killed_web_side_loses_no_acknowledged_answer(fresh: Fresh) {
    let round = fieldwork::open(&fresh, 120).await.round;
    fieldwork::move_to_present(&fresh, &round).await;
    let links = fieldwork::links(&fresh, &round).await;
    let (mut first, origin) = web(&fresh).await;
    let respondents = begun(&fresh, &origin, &links).await;

    let (tell, told) = tokio::sync::watch::channel(0_usize);
    let submits = futures::stream::iter(&respondents).map(|respondent| {
        let (tell, origin) = (tell.clone(), origin.clone());
        async move {
            let acknowledged = submit(respondent, &origin).await;
            tell.send_modify(|count| *count += usize::from(acknowledged));
            acknowledged.then(|| respondent.1.clone())
        }
    });
    let killer = tokio::spawn(async move {
        let mut told = told;
        // Ends without a killing if the submits end first.
        if told.wait_for(|count| *count >= 40).await.is_ok() {
            first.kill();
        }
    });
    let acknowledged: Vec<_> = submits.buffer_unordered(16).collect().await;
    drop(tell);
    killer.await.unwrap();
    let acknowledged: BTreeSet<String> = acknowledged.into_iter().flatten().collect();
    assert!((40..120).contains(&acknowledged.len()), "{} acknowledged", acknowledged.len());

    let after_the_crash = stored(&fresh).await;
    assert!(acknowledged.iter().all(|id| after_the_crash.contains_key(id)), "an acknowledged answer is lost");
    let (_second, origin) = web(&fresh).await;
    for respondent in &respondents {
        assert!(submit(respondent, &origin).await, "a retry gets its receipt");
    }
    let in_the_end = stored(&fresh).await;
    assert_eq!(in_the_end.len(), 120);
    assert!(after_the_crash.iter().all(|(id, receipt)| in_the_end[id] == *receipt), "a retry gets the same receipt");
}

/// A final submit whose form is still to be sent: the program has begun to work on it and waits for the rest.
struct Open {
    stream: TcpStream,
    form: String,
}

impl Open {
    async fn begin(fresh: &Fresh, id: &str, origin: &str) -> Self {
        let response = id.parse::<ResponseId>().unwrap();
        let tag = fresh.keys.short_tag(Purpose::ResponseCookie, &[response.as_bytes()]);
        let (host, form) = (origin.trim_start_matches("http://"), format!("key=key-{id}"));
        let mut stream = TcpStream::connect(host).await.unwrap();
        let head = format!(
            "POST /respond/{id}/submit HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nExpect: 100-continue\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\
             Cookie: rundfrage-respond-{}={tag}\r\n\r\n",
            form.len(),
            &id[id.len() - 12..]
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut told = [0; 25];
        stream.read_exact(&mut told).await.unwrap();
        assert_eq!(String::from_utf8_lossy(&told), "HTTP/1.1 100 Continue\r\n\r\n");
        Self { stream, form }
    }

    /// Sends the rest; whether the answer leads to the receipt.
    async fn finish(mut self) -> bool {
        self.stream.write_all(self.form.as_bytes()).await.unwrap();
        let mut answer = String::new();
        self.stream.read_to_string(&mut answer).await.unwrap();
        answer.starts_with("HTTP/1.1 303 ") && answer.contains("/receipt\r\n")
    }
}

async fn a_web_side_that_is_told_to_stop_finishes_what_it_began(fresh: Fresh) {
    let round = fieldwork::open(&fresh, 20).await.round;
    fieldwork::move_to_present(&fresh, &round).await;
    let links = fieldwork::links(&fresh, &round).await;
    let (mut web, origin) = web(&fresh).await;
    let respondents = begun(&fresh, &origin, &links).await;
    assert!(submit(&respondents[0], &origin).await);
    let open = futures::stream::iter(&respondents[1..]).then(|(_, id)| Open::begin(&fresh, id, &origin));
    let open: Vec<Open> = open.collect().await;
    web.tell_to_stop();
    // It takes nobody in any more: now it is ending, with all of these still open.
    while TcpStream::connect(origin.trim_start_matches("http://")).await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert!(web.is_running());
    let acknowledged = futures::future::join_all(open.into_iter().map(Open::finish)).await;
    assert_eq!(acknowledged, [true; 19]);
    assert_eq!(web.exit_code(), Some(0));
    assert_eq!(stored(&fresh).await.len(), 20);
}
