//! The instruments themselves: what measures others must be trusted first.

use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use rundfrage_tests::SmtpServer;

fn letter(to: &str) -> Message {
    let from: Mailbox = "Rundfrage <rundfrage@example.org>".parse().unwrap();
    let text = "Guten Tag,\r\n\r\nhttp://localhost/r/abc-123_x.\r\n".to_owned();
    Message::builder().from(from).to(to.parse().unwrap()).subject("Ihre Einschätzung").body(text).unwrap()
}

async fn send(server: &SmtpServer, to: &str) -> Result<(), Option<u16>> {
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&server.url()).unwrap().build();
    let sent = transport.send(letter(to)).await;
    sent.map(drop).map_err(|error| error.status().map(u16::from))
}

#[tokio::test]
async fn the_smtp_server_shows_a_mail_as_it_was_sent() {
    let server = SmtpServer::start().unwrap();
    send(&server, "ada@example.org").await.unwrap();
    let mails = server.wait_for(1).await;
    let mail = &mails[0];
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("ada@example.org", "Ihre Einschätzung"));
    assert_eq!(mail.envelope_from, "rundfrage@example.org");
    assert_eq!(mail.personal_link().as_deref(), Some("/r/abc-123_x"));
    assert!(mail.answered);
}

#[tokio::test]
async fn the_smtp_server_refuses_as_often_as_it_is_told() {
    let server = SmtpServer::start().unwrap();
    server.refuse("ada@example.org", 451, 1).await;
    server.refuse("bob@example.org", 550, 1).await;
    assert_eq!(send(&server, "ada@example.org").await, Err(Some(451)));
    assert_eq!(send(&server, "bob@example.org").await, Err(Some(550)));
    send(&server, "ada@example.org").await.unwrap();
    assert_eq!(server.wait_for(1).await.len(), 1);
}

#[tokio::test]
async fn the_smtp_server_can_take_a_mail_and_hang_up() {
    let server = SmtpServer::start().unwrap();
    server.hang_up_after_data("ada@example.org").await;
    assert_eq!(send(&server, "ada@example.org").await, Err(None));
    let mails = server.wait_for(1).await;
    assert!(!mails[0].answered);
}
