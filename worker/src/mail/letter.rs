//! What a mail says.

use std::borrow::Cow;

use askama::Template;
use rundfrage_shared::Context;
use rundfrage_shared::delegation;
use rundfrage_shared::invitation::link;
use rundfrage_shared::message::{Delegated, Invited, Kind, Recipient};
use rundfrage_shared::questionnaire::model::Questionnaire;
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
    /// How long answering takes; unknown of a section.
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
    /// Whether it goes to a colleague to whom something was handed.
    pub is_delegated: bool,
    /// The title of the section that was handed over; empty if it is everything.
    pub section: String,
    /// Who handed over, or nothing.
    pub by: String,
    /// What that person says, or nothing.
    pub note: String,
}

impl Letter {
    /// The letter to one recipient; on paper as by mail.
    #[must_use]
    pub fn new(ctx: &Context, head: &Letterhead, recipient: &Recipient, words: Words) -> Self {
        let invited = recipient.invited.as_ref();
        let delegated = recipient.delegated.as_ref();
        let questionnaire = &head.questionnaire;
        let launch = head.round.state.launch();
        let path = |path: &str, token: String| ctx.public_address(&format!("/{path}/{token}"));
        let personal = |to: &Invited| path("r", link::token(&ctx.keys, to.invitation, to.link_serial));
        let colleagues = |to: &Delegated| path("c", delegation::link::token(&ctx.keys, to.delegation, to.link_serial));
        let of_colleague = |part: fn(&Delegated) -> &String| delegated.map(part).cloned().unwrap_or_default();
        let section = delegated.map(|to| section(questionnaire, words, to)).unwrap_or_default();
        let company = invited.map(|to| &to.company).or(delegated.map(|to| &to.company));
        Self {
            words,
            organisation: head.organisation.name.to_string(),
            sender: head.survey.plan.sender_name.to_string(),
            title: questionnaire.title.get(&words.language(), &questionnaire.default_language).to_owned(),
            minutes: questionnaire.estimated_minutes.filter(|_| section.is_empty()),
            closes: words.date_time(head.round.fieldwork.closes()),
            anonymity: launch.map_or(head.survey.plan.anonymity, |launch| launch.anonymity),
            name: invited.map_or_else(|| of_colleague(|to| &to.name), |to| to.name.clone()),
            company: company.map_or_else(|| words.text("mail-test-company").into_owned(), Clone::clone),
            link: invited.map(personal).or(delegated.map(colleagues)).unwrap_or_else(|| ctx.public_address("/")),
            unsubscribe: leaving(ctx, recipient).map(|token| path("unsubscribe", token)),
            is_delegated: delegated.is_some(),
            section,
            by: of_colleague(|to| &to.sender),
            note: of_colleague(|to| &to.note),
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
                ("section", self.section.as_str().into()),
                ("by", self.by.as_str().into()),
            ],
        )
    }

    /// The salutation.
    #[must_use]
    pub fn greeting(&self) -> Cow<'static, str> {
        self.say(if self.name.is_empty() { "mail-greeting-nobody" } else { "mail-greeting" })
    }

    /// The name of the sentence that says who hands over what.
    #[must_use]
    pub const fn delegation_key(&self) -> &'static str {
        match (self.by.is_empty(), self.section.is_empty()) {
            (true, true) => "mail-delegation-somebody-all",
            (true, false) => "mail-delegation-somebody-section",
            (false, true) => "mail-delegation-by-all",
            (false, false) => "mail-delegation-by-section",
        }
    }

    /// The name of the sentence that says what the link is for.
    #[must_use]
    pub const fn link_key(&self) -> &'static str {
        if self.is_delegated { "mail-delegation-link" } else { "mail-personal-link" }
    }

    /// The name of the sentence that says why this address is written to.
    #[must_use]
    pub const fn reason_key(&self) -> &'static str {
        if self.is_delegated { "mail-delegation-reason" } else { "mail-reason" }
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

/// The token of the link by which the recipient leaves.
fn leaving(ctx: &Context, recipient: &Recipient) -> Option<String> {
    let contact = recipient.invited.as_ref().map(|to| suppression::link::token(&ctx.keys, to.invitation));
    let colleague =
        || recipient.delegated.as_ref().map(|to| suppression::link::colleague_token(&ctx.keys, to.delegation));
    contact.or_else(colleague)
}

/// The title of the section that was handed over.
fn section(questionnaire: &Questionnaire, words: Words, to: &Delegated) -> String {
    let section = questionnaire.sections.iter().find(|section| Some(section.code.as_str()) == to.section.as_deref());
    let title = section.map(|section| section.title.get(&words.language(), &questionnaire.default_language));
    title.unwrap_or_default().to_owned()
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
        Kind::Delegation => {
            written!(letter, "mail/delegation/subject.txt", "mail/delegation/body.txt", "mail/delegation/body.html")
        }
        Kind::Test => written!(letter, "mail/test/subject.txt", "mail/test/body.txt", "mail/test/body.html"),
        Kind::Thanks | Kind::Results => return Err(MailError::NoText(kind)),
    })
}
