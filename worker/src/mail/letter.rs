//! What a mail says.

use std::borrow::Cow;

use askama::Template;
use rundfrage_shared::Context;
use rundfrage_shared::invitation::link;
use rundfrage_shared::message::{Claimed, Invited, Kind};
use rundfrage_shared::suppression;
use rundfrage_shared::survey::Anonymity;
use rundfrage_shared::text::Words;

use super::{Letterhead, MailError};

/// Everything a text of a mail can speak of.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The language it is written in.
    pub words: Words,
    /// Who asks.
    pub organisation: String,
    /// The name the mail comes from.
    pub sender: String,
    /// The title of the questionnaire.
    pub title: String,
    /// How long answering takes.
    pub minutes: Option<u32>,
    /// When the round closes, on the clocks of the survey's zone.
    pub closes: String,
    /// What becomes of the answers.
    pub anonymity: Anonymity,
    /// The person written to; empty if the panel has no name.
    pub name: String,
    /// The company asked.
    pub company: String,
    /// The personal link.
    pub link: String,
    /// The link by which the address leaves; a test mail has none.
    pub unsubscribe: Option<String>,
}

impl Letter {
    /// The letter to one recipient.
    #[must_use]
    pub fn new(ctx: &Context, head: &Letterhead, message: &Claimed, words: Words) -> Self {
        let invited = message.recipient.invited.as_ref();
        let questionnaire = &head.questionnaire;
        let launch = head.round.state.launch();
        let path = |path: &str, token: String| ctx.public_address(&format!("/{path}/{token}"));
        let personal = |to: &Invited| path("r", link::token(&ctx.keys, to.invitation, to.link_serial));
        Self {
            words,
            organisation: head.organisation.name.to_string(),
            sender: head.survey.plan.sender_name.to_string(),
            title: questionnaire.title.get(&words.language(), &questionnaire.default_language).to_owned(),
            minutes: questionnaire.estimated_minutes,
            closes: words.date_time(head.round.fieldwork.closes()),
            anonymity: launch.map_or(head.survey.plan.anonymity, |launch| launch.anonymity),
            name: invited.map(|to| to.name.clone()).unwrap_or_default(),
            company: invited.map_or_else(|| words.text("mail-test-company").into_owned(), |to| to.company.clone()),
            link: invited.map_or_else(|| ctx.public_address("/"), personal),
            unsubscribe: invited.map(|to| path("unsubscribe", suppression::link::token(&ctx.keys, to.invitation))),
        }
    }

    /// A text of the mail, with everything it may speak of.
    #[must_use]
    pub fn say(&self, key: &str) -> Cow<'static, str> {
        self.words.with(
            key,
            &[
                ("organisation", self.organisation.as_str().into()),
                ("title", self.title.as_str().into()),
                ("minutes", self.minutes.unwrap_or_default().into()),
                ("closes", self.closes.as_str().into()),
                ("name", self.name.as_str().into()),
                ("company", self.company.as_str().into()),
            ],
        )
    }

    /// The salutation.
    #[must_use]
    pub fn greeting(&self) -> Cow<'static, str> {
        self.say(if self.name.is_empty() { "mail-greeting-nobody" } else { "mail-greeting" })
    }

    /// The name of the sentence that says what becomes of the answers.
    #[must_use]
    pub const fn anonymity_key(&self) -> &'static str {
        match self.anonymity {
            Anonymity::Personal => "mail-anonymity-personal",
            Anonymity::Confidential => "mail-anonymity-confidential",
        }
    }
}

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// On one line.
    pub subject: String,
    /// As text.
    pub text: String,
    /// As HTML.
    pub html: String,
}

/// Renders the three templates of a kind.
macro_rules! written {
    ($letter:ident, $subject:literal, $text:literal, $html:literal) => {{
        #[derive(Template)]
        #[template(path = $subject)]
        struct Subject<'a> {
            letter: &'a Letter,
        }
        #[derive(Template)]
        #[template(path = $text)]
        struct Text<'a> {
            letter: &'a Letter,
        }
        #[derive(Template)]
        #[template(path = $html)]
        struct Html<'a> {
            letter: &'a Letter,
            subject: &'a str,
        }
        let subject = Subject { letter: $letter }.render()?;
        let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = Text { letter: $letter }.render()?;
        let html = Html { letter: $letter, subject: &subject }.render()?;
        Written { text, html, subject }
    }};
}

/// Writes a letter of this kind.
pub fn write(kind: Kind, letter: &Letter) -> Result<Written, MailError> {
    Ok(match kind {
        Kind::Invitation => {
            written!(letter, "mail/invitation/subject.txt", "mail/invitation/body.txt", "mail/invitation/body.html")
        }
        Kind::Reminder => {
            written!(letter, "mail/reminder/subject.txt", "mail/reminder/body.txt", "mail/reminder/body.html")
        }
        Kind::Test => written!(letter, "mail/test/subject.txt", "mail/test/body.txt", "mail/test/body.html"),
        Kind::Thanks | Kind::Results => return Err(MailError::NoText(kind)),
    })
}
