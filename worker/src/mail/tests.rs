//! Every mail in every language, and what must hold for all of them.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use rundfrage_shared::clock::Clock;
use rundfrage_shared::db::Db;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::entropy::Entropy;
use rundfrage_shared::id::{
    ContactId, DelegationId, InvitationId, MessageId, OrganisationId, QuestionnaireId, RoundId, SurveyId,
};
use rundfrage_shared::keys::Keys;
use rundfrage_shared::message::{Delegated, Invited, Recipient};
use rundfrage_shared::name::Name;
use rundfrage_shared::organisation::{Organisation, Slug};
use rundfrage_shared::questionnaire::model::{Cadence, Code};
use rundfrage_shared::questionnaire::read::read;
use rundfrage_shared::round::{Fieldwork, Round, RoundName, RoundState};
use rundfrage_shared::settings::Settings;
use rundfrage_shared::survey::{Anonymity, Segment, Survey, SurveyPlan};

use super::*;

async fn context() -> Context {
    let settings = Settings { public_url: "https://umfrage.example.org".into(), ..Settings::default() };
    // A letter is written without the database; only a context has one.
    let folder = tempfile::TempDir::new().unwrap();
    let url = format!("sqlite:{}", folder.path().join("unused.db").display());
    Context {
        db: Db::connect(&url, 1).await.unwrap(),
        clock: Clock::manual(Utc.with_ymd_and_hms(2026, 12, 1, 8, 0, 0).unwrap()),
        entropy: Entropy::seeded(1),
        keys: Keys::new(&[7; 32]),
        settings: Arc::new(settings),
    }
}

fn december(day: u32, hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap().and_hms_opt(hour, 0, 0).unwrap()
}

fn letterhead(ctx: &Context) -> Letterhead {
    let organisation = Organisation {
        id: OrganisationId::from_bytes([1; 16]),
        slug: Slug::parse("industriedialog").unwrap(),
        name: Name::parse("Industriedialog Hessen (Beispiel)").unwrap(),
        language: Language::german(),
        zone: Tz::Europe__Berlin,
        created_at: ctx.now(),
    };
    let plan = SurveyPlan {
        code: Code::parse("lage").unwrap(),
        title: Name::parse("Lage").unwrap(),
        questionnaire: QuestionnaireId::from_bytes([2; 16]),
        segment: Segment::default(),
        cadence: Cadence::Quarterly,
        reminder_rules: Vec::new(),
        sender_name: Name::parse("Industriedialog Hessen").unwrap(),
        reply_to: Some(EmailAddress::parse("fragen@example.org").unwrap()),
        anonymity: Anonymity::Confidential,
        zone: Tz::Europe__Berlin,
    };
    let survey = Survey { id: SurveyId::from_bytes([3; 16]), organisation: organisation.id, plan };
    let round = Round {
        id: RoundId::from_bytes([4; 16]),
        organisation: organisation.id,
        survey: survey.id,
        name: RoundName::parse("2026-Q4").unwrap(),
        fieldwork: Fieldwork::new(december(1, 9), december(22, 18), Tz::Europe__Berlin).unwrap(),
        paused_at: None,
        state: RoundState::Draft,
    };
    let source = include_bytes!("../../../shared/examples/questionnaires/business_situation.yaml");
    Letterhead { organisation, survey, round, questionnaire: Arc::new(read(source).unwrap()) }
}

fn message(ctx: &Context, kind: Kind, language: &str) -> Claimed {
    let invited = Invited {
        contact: ContactId::from_bytes([5; 16]),
        invitation: InvitationId::from_bytes([6; 16]),
        link_serial: 0,
        name: "Jürgen Weiß".into(),
        company: "Weiß & Söhne <Maschinenbau> GmbH".into(),
    };
    Claimed {
        id: MessageId::from_bytes([8; 16]),
        organisation: OrganisationId::from_bytes([1; 16]),
        round: RoundId::from_bytes([4; 16]),
        kind,
        n: i64::from(kind == Kind::Reminder),
        planned_at: ctx.now(),
        not_after: ctx.now(),
        attempts: 0,
        first_attempt_at: None,
        fencing: 1,
        recipient: Recipient {
            email: "juergen.weiss@company.example".into(),
            language: language.into(),
            invited: (!matches!(kind, Kind::Test | Kind::Delegation)).then_some(invited),
            delegated: (kind == Kind::Delegation).then(delegated),
        },
        bytes: None,
    }
}

fn delegated() -> Delegated {
    Delegated {
        delegation: DelegationId::from_bytes([9; 16]),
        link_serial: 0,
        section: Some("s3".into()),
        name: "Ayşe Demir".into(),
        company: "Weiß & Söhne <Maschinenbau> GmbH".into(),
        sender: "Jürgen Weiß".into(),
        note: "Die Zahlen zu offenen Stellen hast du.\nDanke & <b>Gruß</b>!".into(),
    }
}

#[tokio::test]
async fn every_mail_in_every_language() {
    let ctx = context().await;
    let head = letterhead(&ctx);
    for kind in [Kind::Invitation, Kind::Reminder, Kind::Delegation, Kind::Test] {
        for language in ["de", "en"] {
            let message = message(&ctx, kind, language);
            let words = Words::nearest(&Language::parse(language).unwrap());
            let letter = letter::Letter::new(&ctx, &head, &message.recipient, words);
            let written = letter::write(kind, &letter).unwrap();
            let bytes = String::from_utf8(render(&ctx, &head, &message).unwrap().bytes).unwrap();
            let (headers, _) = bytes.split_once("\r\n\r\n").unwrap();
            let shown =
                format!("{headers}\n\n=== {}\n\n{}\n=== HTML\n\n{}", written.subject, written.text, written.html);
            insta::assert_snapshot!(format!("{}_{language}", kind.as_str()), shown.replace('\r', ""));
        }
    }
}

#[tokio::test]
async fn the_same_message_has_the_same_bytes_and_another_one_has_others() {
    let ctx = context().await;
    let head = letterhead(&ctx);
    let first = render(&ctx, &head, &message(&ctx, Kind::Reminder, "de")).unwrap();
    let again = render(&context().await, &head, &message(&ctx, Kind::Reminder, "de")).unwrap();
    assert_eq!(first, again);
    let second = Claimed { n: 2, ..message(&ctx, Kind::Reminder, "de") };
    let second = String::from_utf8(render(&ctx, &head, &second).unwrap().bytes).unwrap();
    let id = |text: &str| text.lines().find(|line| line.starts_with("Message-ID")).unwrap().to_owned();
    assert_ne!(id(&String::from_utf8(first.bytes).unwrap()), id(&second));
}

#[tokio::test]
async fn every_line_can_be_sent_and_says_no_more_than_it_may() {
    let ctx = context().await;
    let head = letterhead(&ctx);
    let bytes = render(&ctx, &head, &message(&ctx, Kind::Invitation, "de")).unwrap().bytes;
    assert!(bytes.is_ascii(), "no server needs 8BITMIME");
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])));
    for header in [
        "List-Unsubscribe: <https://umfrage.example.org/unsubscribe/",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
    ] {
        assert_eq!(text.matches(header).count(), 1, "{header} on one line");
    }
    assert!(!text.contains("<img") && !text.contains("src=3D"), "no pictures, no pixel");
}

#[tokio::test]
async fn a_display_name_with_a_line_break_is_refused() {
    let ctx = context().await;
    let head = letterhead(&ctx);
    for name in ["Eve\r\nBcc: all@example.org", "Eve\u{2028}x", "Eve\0"] {
        let mut message = message(&ctx, Kind::Invitation, "de");
        message.recipient.invited.as_mut().unwrap().name = name.into();
        assert!(matches!(render(&ctx, &head, &message), Err(MailError::DisplayName(_))), "{name:?}");
    }
    let mut message = message(&ctx, Kind::Invitation, "de");
    message.recipient.email = "a@[1.2.3.4]".into();
    assert!(matches!(render(&ctx, &head, &message), Err(MailError::Address(_))));
}

#[tokio::test]
async fn a_mail_to_a_colleague_names_whoever_hands_over_only_if_that_is_known() {
    let ctx = context().await;
    let head = letterhead(&ctx);
    let mut message = message(&ctx, Kind::Delegation, "en");
    let to = message.recipient.delegated.as_mut().unwrap();
    (to.sender, to.section, to.note) = (String::new(), None, String::new());
    let letter = letter::Letter::new(&ctx, &head, &message.recipient, Words::nearest(&Language::english()));
    let text = letter::write(Kind::Delegation, &letter).unwrap().text;
    insta::assert_snapshot!("delegation_of_everything_by_nobody", text);
}

#[tokio::test]
async fn a_company_cannot_put_markup_into_the_mail() {
    let ctx = context().await;
    let head = letterhead(&ctx);
    let message = message(&ctx, Kind::Invitation, "de");
    let letter = letter::Letter::new(&ctx, &head, &message.recipient, Words::default());
    let html = letter::write(Kind::Invitation, &letter).unwrap().html;
    assert!(!html.contains("<Maschinenbau>") && html.contains("&#60;Maschinenbau&#62;"), "{html}");
}
