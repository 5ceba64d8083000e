//! Rounds that open, remind and close by the clock, and their mails over a real SMTP conversation and into a folder.

use chrono::TimeDelta;
use rundfrage_shared::audit::Actor;
use rundfrage_shared::message::outcome::UNKNOWN_DELAY;
use rundfrage_shared::message::store::{self, Filter};
use rundfrage_shared::message::{Kind, State};
use rundfrage_shared::round::launch::{Confirmation, launch};
use rundfrage_shared::round::store::{list_reminder_runs, lookup};
use rundfrage_shared::round::{ReminderRunState, Round, RoundState};
use rundfrage_shared::{invitation, query};
use rundfrage_tests::app::TestApp;
use rundfrage_tests::seed::{self, Seed};
use rundfrage_tests::{Fresh, on_both_engines};
use rundfrage_worker::Sent;
use tokio_util::sync::CancellationToken;

on_both_engines!(
    a_round_opens_and_everybody_gets_one_mail,
    nothing_is_sent_before_the_opening_or_twice,
    who_has_not_answered_is_reminded_once_a_rule,
    a_reminder_that_is_too_late_is_dropped_and_shown,
    a_round_closes_and_sends_no_more,
    a_refusal_for_the_moment_is_tried_again_with_the_same_bytes,
    a_refusal_for_good_is_told_to_staff,
    a_mailbox_that_does_not_exist_makes_the_contact_unreachable,
    a_connection_closed_after_the_dot_is_unknown_and_sent_once_more,
    a_server_that_closes_the_connection_costs_nobody_a_mail,
    a_server_that_cannot_be_reached_leaves_everything_due,
    a_refused_sender_leaves_everything_due,
    a_refusal_by_policy_is_tried_again,
    a_test_mail_reaches_staff_before_the_launch,
    a_running_worker_opens_the_round_and_sends_by_itself,
    a_stopped_worker_gives_back_what_it_has_not_sent,
    two_running_workers_send_each_mail_once,
);

async fn launched(app: &TestApp, companies: usize) -> (Seed, Round) {
    let seed = seed::organisation(app, "ihk").await;
    seed::companies(app, &seed, companies).await;
    let survey = seed::survey(app, &seed, "lage").await;
    let draft = seed::draft(app, &survey, "2026-Q4").await;
    let typed_recipients = i64::try_from(companies).unwrap();
    let confirmation = Confirmation { typed_recipients, version: seed.version, by: Actor::Command("test") };
    let round = launch(app, seed.organisation, draft.id, confirmation).await.unwrap();
    (seed, round)
}

/// A round at its opening, with a real SMTP server.
async fn opening(fresh: Fresh, companies: usize) -> (TestApp, Seed, Round) {
    let app = TestApp::with_smtp(fresh).await;
    let (seed, round) = launched(&app, companies).await;
    app.clock.set(round.fieldwork.opens_at());
    (app, seed, round)
}

async fn count(app: &TestApp, round: &Round, kind: Kind, state: State) -> i64 {
    let counts = store::count_by_state(&app.db, round.organisation, round.id).await.unwrap();
    counts.iter().filter(|(of, at, _)| (*of, *at) == (kind, state)).map(|(_, _, count)| count).sum()
}

async fn replies(app: &TestApp, round: &Round, state: State) -> Vec<String> {
    let filter = Filter { state: Some(state), ..Filter::default() };
    let listed = store::list(&app.db, round.organisation, round.id, filter, 100).await.unwrap();
    listed.into_iter().filter_map(|message| message.reply).collect()
}

async fn a_round_opens_and_everybody_gets_one_mail(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    let (seed, round) = launched(&app, 30).await;
    app.clock.set(round.fieldwork.opens_at());
    let summary = app.run_pending_jobs().await;
    assert_eq!((summary.opened, summary.mails), (1, Sent { accepted: 30, ..Sent::default() }));
    let mails = app.mails();
    let mut recipients: Vec<_> = mails.iter().map(|mail| mail.to.clone()).collect();
    recipients.sort();
    recipients.dedup();
    assert_eq!(recipients.len(), 30);
    assert!(mails.iter().all(|mail| mail.subject == "Einladung: Kurz gefragt" && mail.personal_link().is_some()));
    let states = invitation::store::count_by_state(&app.db, seed.organisation, round.id).await.unwrap();
    assert_eq!(states[1], (invitation::InvitationState::Invited, 30));
}

async fn nothing_is_sent_before_the_opening_or_twice(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 5).await;
    app.clock.set(round.fieldwork.opens_at() - TimeDelta::seconds(1));
    app.run_pending_jobs().await;
    assert_eq!(app.mails().len(), 0);
    app.clock.set(round.fieldwork.opens_at());
    futures::join!(app.run_pending_jobs(), app.run_pending_jobs(), app.run_pending_jobs());
    app.run_pending_jobs().await;
    assert_eq!(app.mails().len(), 5, "three workers at once and one more");
    assert_eq!(count(&app, &round, Kind::Invitation, State::Accepted).await, 5);
}

async fn who_has_not_answered_is_reminded_once_a_rule(fresh: Fresh) {
    let (app, seed, round) = opening(fresh, 6).await;
    app.run_pending_jobs().await;
    query!(&app.db => execute,
        "INSERT INTO responses (id, organisation_id, round_id, company_id, version_id, state, language, attributes, draft,
             draft_revision, answers, receipt, submitted_at, created_at, updated_at)
         SELECT i.id, i.organisation_id, i.round_id, i.company_id, $1, 'submitted', 'de', '{}', '{}', 1, '{}', 'R', $2, $2, $2
         FROM invitations i JOIN contacts c ON c.id = i.contact_id
         WHERE c.email IN ('contact1@company1.example', 'contact2@company2.example')", seed.version, app.now())
    .unwrap();
    app.clock.set(round.fieldwork.opens_at() + TimeDelta::days(7));
    app.run_pending_jobs().await;
    app.run_pending_jobs().await;
    let reminders: Vec<_> = app.mails().into_iter().skip(6).collect();
    assert_eq!(reminders.len(), 4);
    assert!(reminders.iter().all(|mail| mail.subject == "Erinnerung: Kurz gefragt"));
    assert!(!reminders.iter().any(|mail| mail.to.contains("company1.") || mail.to.contains("company2.")));
    app.clock.set(round.fieldwork.opens_at() + TimeDelta::days(14));
    app.run_pending_jobs().await;
    assert_eq!(app.mails().len(), 6 + 4 + 4);
}

async fn a_reminder_that_is_too_late_is_dropped_and_shown(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 3).await;
    app.run_pending_jobs().await;
    app.clock.set(round.fieldwork.opens_at() + TimeDelta::days(10));
    app.run_pending_jobs().await;
    assert_eq!(app.mails().len(), 3);
    let runs = list_reminder_runs(&app.db, round.organisation, round.id).await.unwrap();
    assert_eq!(runs.iter().map(|run| run.state).collect::<Vec<_>>(), [ReminderRunState::Stale, ReminderRunState::Due]);
}

async fn a_round_closes_and_sends_no_more(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 3).await;
    app.smtp().refuse("contact1@company1.example", 451, 1000).await;
    app.run_pending_jobs().await;
    app.clock.set(round.fieldwork.closes_at());
    let summary = app.run_pending_jobs().await;
    assert_eq!(summary.closed, 1);
    assert_eq!(app.mails().len(), 2);
    let closed = lookup(&app.db, round.organisation, round.id).await.unwrap().unwrap();
    assert!(matches!(closed.state, RoundState::Closed { .. }));
    assert_eq!(count(&app, &round, Kind::Invitation, State::Cancelled).await, 1);
    let runs = list_reminder_runs(&app.db, round.organisation, round.id).await.unwrap();
    assert!(runs.iter().all(|run| run.state == ReminderRunState::Cancelled));
}

async fn a_refusal_for_the_moment_is_tried_again_with_the_same_bytes(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 3).await;
    app.smtp().refuse("contact2@company2.example", 451, 1).await;
    let summary = app.run_pending_jobs().await;
    assert_eq!(summary.mails, Sent { accepted: 2, deferred: 1, ..Sent::default() });
    assert!(replies(&app, &round, State::Deferred).await[0].starts_with("451 "));
    let (before,) =
        query!(&app.db => fetch_one::<(Vec<u8>,)>, "SELECT bytes FROM messages WHERE state = 'deferred'").unwrap();
    app.clock.advance(TimeDelta::minutes(4));
    app.run_pending_jobs().await;
    assert_eq!(app.mails().len(), 2, "not before five minutes");
    app.clock.advance(TimeDelta::minutes(3));
    app.run_pending_jobs().await;
    let mail = app.mails().into_iter().find(|mail| mail.to.starts_with("contact2@")).unwrap();
    assert_eq!(String::from_utf8(mail.raw).unwrap().trim_end(), String::from_utf8(before).unwrap().trim_end());
    assert_eq!(count(&app, &round, Kind::Invitation, State::Accepted).await, 3);
}

async fn a_refusal_for_good_is_told_to_staff(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 3).await;
    app.smtp().refuse("contact3@company3.example", 550, 1).await;
    let summary = app.run_pending_jobs().await;
    assert_eq!(summary.mails, Sent { accepted: 2, failed: 1, ..Sent::default() });
    assert!(replies(&app, &round, State::Failed).await[0].starts_with("550 "));
    app.clock.advance(TimeDelta::days(5));
    app.run_pending_jobs().await;
    assert_eq!(app.mails().len(), 2);
}

async fn a_mailbox_that_does_not_exist_makes_the_contact_unreachable(fresh: Fresh) {
    let (app, seed, round) = opening(fresh, 2).await;
    let rule =
        serde_json::json!({"at": "rcpt", "to": "contact1@company1.example", "code": 550, "text": "5.1.1 no such user"});
    app.smtp().rule(&rule).await;
    app.run_pending_jobs().await;
    let states = invitation::store::count_by_state(&app.db, seed.organisation, round.id).await.unwrap();
    assert_eq!(states[5], (invitation::InvitationState::Unreachable, 1));
}

async fn a_connection_closed_after_the_dot_is_unknown_and_sent_once_more(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 4).await;
    app.smtp().hang_up_after_data("contact1@company1.example").await;
    let summary = app.run_pending_jobs().await;
    assert_eq!(summary.mails, Sent { accepted: 3, unknown: 1, ..Sent::default() });
    assert_eq!(count(&app, &round, Kind::Invitation, State::Unknown).await, 1);
    app.clock.advance(UNKNOWN_DELAY);
    app.run_pending_jobs().await;
    let twice: Vec<_> = app.mails().into_iter().filter(|mail| mail.to.starts_with("contact1@")).collect();
    assert_eq!(twice.len(), 2);
    assert_eq!(twice[0].message_id, twice[1].message_id, "so that the receiver can drop one");
    assert_eq!(count(&app, &round, Kind::Invitation, State::Accepted).await, 4);
}

async fn a_server_that_closes_the_connection_costs_nobody_a_mail(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 12).await;
    let rule = serde_json::json!({"at": "rcpt", "to": "*", "close": true, "times": 2});
    app.smtp().rule(&rule).await;
    let summary = app.run_pending_jobs().await;
    assert_eq!(
        summary.mails,
        Sent { accepted: 10, deferred: 2, ..Sent::default() },
        "closed before the mail: not taken"
    );
    app.clock.advance(TimeDelta::minutes(7));
    app.run_pending_jobs().await;
    assert_eq!(app.mails().len(), 12);
    assert_eq!(count(&app, &round, Kind::Invitation, State::Accepted).await, 12);
}

async fn a_server_that_cannot_be_reached_leaves_everything_due(fresh: Fresh) {
    let mut app = TestApp::start(fresh).await;
    let (_, round) = launched(&app, 5).await;
    app.clock.set(round.fieldwork.opens_at());
    let nobody = rundfrage_shared::settings::MailTransport::parse("smtp://127.0.0.1:1").unwrap();
    let mut context = app.context();
    let settings = rundfrage_shared::settings::Settings { smtp_url: nobody, ..(*context.settings).clone() };
    context.settings = settings.into();
    let outcome = rundfrage_worker::run_due(&context).await;
    assert!(matches!(outcome, Err(rundfrage_worker::JobError::Unreachable(_))), "{outcome:?}");
    assert_eq!(count(&app, &round, Kind::Invitation, State::Due).await, 5);
    let (attempts,) = query!(&app.db => fetch_one::<(i64,)>, "SELECT MAX(attempts) FROM messages").unwrap();
    assert_eq!(attempts, 0, "no mail is to blame");
    app.leave_jobs();
}

async fn a_refused_sender_leaves_everything_due(fresh: Fresh) {
    let (mut app, seed, round) = opening(fresh, 5).await;
    for text in ["5.1.1 sender unknown", "5.7.1 not your address"] {
        app.smtp().rule(&serde_json::json!({"at": "mail", "to": "*", "code": 550, "text": text})).await;
        let outcome = rundfrage_worker::run_due(&app.context()).await;
        assert!(matches!(outcome, Err(rundfrage_worker::JobError::Unreachable(_))), "{outcome:?}");
        assert_eq!(count(&app, &round, Kind::Invitation, State::Due).await, 5);
    }
    let states = invitation::store::count_by_state(&app.db, seed.organisation, round.id).await.unwrap();
    assert_eq!(states[5], (invitation::InvitationState::Unreachable, 0), "nobody is to blame");
    let (attempts,) = query!(&app.db => fetch_one::<(i64,)>, "SELECT MAX(attempts) FROM messages").unwrap();
    assert_eq!(attempts, 0);
    app.leave_jobs();
}

async fn a_refusal_by_policy_is_tried_again(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 3).await;
    let rule =
        serde_json::json!({"at": "rcpt", "to": "*", "code": 554, "text": "5.7.1 relay access denied", "times": 3});
    app.smtp().rule(&rule).await;
    let summary = app.run_pending_jobs().await;
    assert_eq!(summary.mails, Sent { deferred: 3, ..Sent::default() });
    app.clock.advance(TimeDelta::minutes(7));
    app.run_pending_jobs().await;
    assert_eq!(count(&app, &round, Kind::Invitation, State::Accepted).await, 3);
}

async fn a_test_mail_reaches_staff_before_the_launch(fresh: Fresh) {
    let app = TestApp::with_smtp(fresh).await;
    let seed = seed::organisation(&app, "ihk").await;
    let survey = seed::survey(&app, &seed, "lage").await;
    let draft = seed::draft(&app, &survey, "2026-Q4").await;
    let to = rundfrage_shared::email::EmailAddress::parse("staff@ihk.example").unwrap();
    let mut tx = app.db.begin().await.unwrap();
    store::plan_test(&mut tx, &app, &draft, &to, &rundfrage_shared::language::Language::english()).await.unwrap();
    tx.commit().await.unwrap();
    app.run_pending_jobs().await;
    let mails = app.mails();
    assert_eq!((mails[0].to.as_str(), mails[0].subject.as_str()), ("staff@ihk.example", "TEST: A short question"));
}

async fn a_running_worker_opens_the_round_and_sends_by_itself(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 40).await;
    let stop = CancellationToken::new();
    let worker = rundfrage_worker::start(app.context(), stop.clone());
    app.smtp().wait_for(40).await;
    stop.cancel();
    worker.await.unwrap();
    assert_eq!(app.mails().len(), 40);
    assert_eq!(count(&app, &round, Kind::Invitation, State::Accepted).await, 40);
}

async fn a_stopped_worker_gives_back_what_it_has_not_sent(fresh: Fresh) {
    let (mut app, _, round) = opening(fresh, 200).await;
    app.smtp().take_time(100).await;
    let stop = CancellationToken::new();
    let worker = rundfrage_worker::start(app.context(), stop.clone());
    app.smtp().wait_for(8).await;
    stop.cancel();
    worker.await.unwrap();
    let sent = i64::try_from(app.mails().len()).unwrap();
    assert!(sent < 200, "it was stopped in the middle");
    assert_eq!(count(&app, &round, Kind::Invitation, State::Accepted).await, sent, "every mail is written down");
    assert_eq!(count(&app, &round, Kind::Invitation, State::Due).await, 200 - sent);
    app.leave_jobs();
}

async fn two_running_workers_send_each_mail_once(fresh: Fresh) {
    let (app, _, round) = opening(fresh, 80).await;
    let stop = CancellationToken::new();
    let workers = [0, 1].map(|_| rundfrage_worker::start(app.context(), stop.clone()));
    app.smtp().wait_for(80).await;
    stop.cancel();
    for worker in workers {
        worker.await.unwrap();
    }
    let mut recipients: Vec<_> = app.mails().into_iter().map(|mail| mail.to).collect();
    recipients.sort();
    recipients.dedup();
    assert_eq!((app.mails().len(), recipients.len()), (80, 80));
    assert_eq!(count(&app, &round, Kind::Invitation, State::Accepted).await, 80);
}
