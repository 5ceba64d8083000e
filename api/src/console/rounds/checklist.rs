//! What must be in order before a launch, in green and red.

mod questionnaire;

use std::net::IpAddr;

use chrono::NaiveDateTime;
use rundfrage_shared::Context;
use rundfrage_shared::db::DbResult;
use rundfrage_shared::id::VersionId;
use rundfrage_shared::message::{self, Kind, State};
use rundfrage_shared::questionnaire::store::newest_version;
use rundfrage_shared::round::{Round, UNDO_WINDOW, launch};
use rundfrage_shared::settings::MailTransport;
use rundfrage_shared::survey::Survey;
use rundfrage_shared::{invitation, text::Words};

use crate::app::App;

/// How one thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In order.
    Good,
    /// Worth a look; does not hold up the launch.
    Advice,
    /// Must be mended first.
    Missing,
}

/// One line of the checklist.
#[derive(Clone, Debug)]
pub struct Check {
    /// How it stands.
    pub standing: Standing,
    /// The text that names it.
    pub title: &'static str,
    /// How it stands in words.
    pub detail: String,
    /// Where it is mended or looked at: address and text.
    pub link: Option<(String, &'static str)>,
}

impl Check {
    /// Kind of badge, and the text in it.
    #[must_use]
    pub const fn badge(&self) -> (&'static str, &'static str) {
        match self.standing {
            Standing::Good => ("success", "console-check-good"),
            Standing::Advice => ("warning", "console-check-advice"),
            Standing::Missing => ("danger", "console-check-missing"),
        }
    }
}

/// What is known of a draft before its launch.
#[derive(Debug)]
pub struct Preparation {
    /// The list.
    pub checks: Vec<Check>,
    /// How many contacts would be invited now.
    pub recipients: i64,
    /// The version that would be launched.
    pub version: Option<VersionId>,
    /// When reminders would go out.
    pub reminders: Vec<NaiveDateTime>,
}

impl Preparation {
    /// How many points must be mended first, and how many are worth a look.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let count = |standing| self.checks.iter().filter(|check| check.standing == standing).count();
        (count(Standing::Missing), count(Standing::Advice))
    }

    /// Whether nothing holds up the launch.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.checks.iter().all(|check| check.standing != Standing::Missing)
    }
}

/// Goes through the list for one draft.
pub async fn go_through(app: &App, words: Words, survey: &Survey, round: &Round) -> DbResult<Preparation> {
    let (ctx, organisation) = (&app.context, round.organisation);
    let db = &ctx.db;
    let version = newest_version(db, organisation, survey.plan.questionnaire).await?;
    let recipients = invitation::store::count_recipients(db, organisation, survey.id, &survey.plan.segment).await?;
    let tests = message::store::Filter { kind: Some(Kind::Test), ..message::store::Filter::default() };
    let tests = message::store::list(db, organisation, round.id, tests, 100).await?;
    let reminders = launch::reminder_runs(round, &survey.plan.reminder_rules);
    let reminders: Vec<NaiveDateTime> = reminders.into_iter().map(|run| run.due_local).collect();
    let mut checks = questionnaire::checks(app, words, survey, round, version.as_ref()).await?;
    checks.extend([
        on_recipients(words, survey, recipients),
        on_sender(ctx, words, survey),
        on_links(ctx, words),
        on_test_mail(words, &tests.iter().map(|test| test.state).collect::<Vec<_>>()),
        on_times(ctx, words, round),
        on_reminders(words, survey, &reminders),
    ]);
    Ok(Preparation { checks, recipients, version: version.map(|version| version.id), reminders })
}

fn check(is_good: bool, title: &'static str, detail: impl Into<String>) -> Check {
    let standing = if is_good { Standing::Good } else { Standing::Missing };
    Check { standing, title, detail: detail.into(), link: None }
}

fn on_recipients(words: Words, survey: &Survey, recipients: i64) -> Check {
    let key = if recipients > 0 { "console-check-recipients-good" } else { "console-check-recipients-none" };
    let values = [("count", recipients.into()), ("number", words.integer(recipients).into())];
    let link = Some((format!("/console/surveys/{}", survey.id), "console-check-recipients-link"));
    Check { link, ..check(recipients > 0, "console-check-recipients", words.with(key, &values)) }
}

fn on_sender(ctx: &Context, words: Words, survey: &Survey) -> Check {
    let values = [
        ("name", survey.plan.sender_name.as_str().into()),
        ("address", ctx.settings.mail_from.as_str().into()),
        ("reply", survey.plan.reply_to.as_ref().unwrap_or(&ctx.settings.mail_from).as_str().into()),
    ];
    if matches!(ctx.settings.smtp_url, MailTransport::Folder(_)) {
        let detail = words.with("console-check-sender-folder", &values);
        return Check { standing: Standing::Advice, ..check(true, "console-check-sender", detail) };
    }
    if is_reserved(ctx.settings.mail_from.domain()) {
        let detail = words.with("console-check-sender-reserved", &values);
        return Check { standing: Standing::Advice, ..check(true, "console-check-sender", detail) };
    }
    check(true, "console-check-sender", words.with("console-check-sender-good", &values))
}

/// Where the links of the mails lead.
fn on_links(ctx: &Context, words: Words) -> Check {
    let address = ctx.settings.public_url.as_str();
    let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let is_here = host == "localhost" || host.trim_matches(['[', ']']).parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
    let (standing, key) = if is_here || is_reserved(&host) {
        (Standing::Advice, "console-check-links-here")
    } else {
        (Standing::Good, "console-check-links-good")
    };
    Check { standing, ..check(true, "console-check-links", words.with_one(key, "address", address.to_owned())) }
}

/// Names that nobody can have (RFC 2606, RFC 6761).
fn is_reserved(host: &str) -> bool {
    let top = host.rsplit('.').next().unwrap_or_default();
    ["example", "invalid", "localhost", "test"].contains(&top)
}

fn on_test_mail(words: Words, sent: &[State]) -> Check {
    let (standing, key) = if sent.contains(&State::Accepted) {
        (Standing::Good, "console-check-test-good")
    } else if sent.iter().any(|state| matches!(state, State::Due | State::Sending | State::Deferred)) {
        (Standing::Advice, "console-check-test-waiting")
    } else if sent.iter().any(|state| matches!(state, State::Failed | State::Unknown | State::Bounced)) {
        (Standing::Missing, "console-check-test-failed")
    } else {
        (Standing::Advice, "console-check-test-none")
    };
    Check { standing, ..check(true, "console-check-test", words.text(key)) }
}

fn on_times(ctx: &Context, words: Words, round: &Round) -> Check {
    let (now, fieldwork) = (ctx.now(), &round.fieldwork);
    let link = Some((format!("{}/times", super::address(round.id)), "console-check-times-link"));
    let values = [
        ("opens", words.date_time(fieldwork.opens()).into()),
        ("closes", words.date_time(fieldwork.closes()).into()),
        ("zone", fieldwork.zone().name().into()),
    ];
    let (standing, key) = if fieldwork.closes_at() <= now + UNDO_WINDOW {
        (Standing::Missing, "console-check-times-past")
    } else if fieldwork.opens_at() <= now + UNDO_WINDOW {
        (Standing::Advice, "console-check-times-now")
    } else {
        (Standing::Good, "console-check-times-good")
    };
    Check { standing, link, ..check(true, "console-check-times", words.with(key, &values)) }
}

fn on_reminders(words: Words, survey: &Survey, reminders: &[NaiveDateTime]) -> Check {
    let title = "console-check-reminders";
    let rules = survey.plan.reminder_rules.len();
    if rules == 0 {
        return Check { standing: Standing::Advice, ..check(true, title, words.text("console-check-reminders-none")) };
    }
    if reminders.is_empty() {
        let detail = words.with_one("console-check-reminders-all-dropped", "dropped", rules);
        return Check { standing: Standing::Advice, ..check(true, title, detail) };
    }
    let dates: Vec<String> = reminders.iter().map(|at| words.date_time(*at)).collect();
    let values = [("dates", dates.join(" · ").into()), ("dropped", (rules - reminders.len()).into())];
    if reminders.len() < rules {
        let detail = words.with("console-check-reminders-dropped", &values);
        return Check { standing: Standing::Advice, ..check(true, title, detail) };
    }
    check(true, title, words.with("console-check-reminders-good", &values))
}
