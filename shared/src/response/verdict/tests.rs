use chrono::TimeDelta;

use super::*;
use crate::keys::Keys;
use crate::questionnaire::answer::Answer;
use crate::questionnaire::model::Code;
use crate::questionnaire::read::read;
use crate::response::ReceiptNumber;

fn business() -> Questionnaire {
    read(include_bytes!("../../../examples/questionnaires/business_situation.yaml")).unwrap()
}

fn key(text: &str) -> SubmissionKey {
    SubmissionKey::parse(&format!("{text:-<16}")).unwrap()
}

fn sent(text: &str) -> Submission {
    Submission { response: ResponseId::from_bytes([1; 16]), key: key(text), seen: None }
}

fn answers<const N: usize>(pairs: [(&str, &str); N]) -> Answers {
    let code = |text: &str| Code::parse(text).unwrap();
    Answers(pairs.map(|(question, option)| (code(question), Answer::Choice(code(option)))).into())
}

fn noon() -> DateTime<Utc> {
    "2026-12-01T12:00:00Z".parse().unwrap()
}

/// A service company's draft in an open round of the fourth quarter.
fn pending(draft: Answers) -> Pending {
    let id = [1; 16];
    Pending {
        id: ResponseId::from_bytes(id),
        organisation: OrganisationId::from_bytes(id),
        round: RoundId::from_bytes(id),
        round_name: RoundName::parse("2026-Q4").unwrap(),
        stage: Stage::Open,
        closes_at: noon() + TimeDelta::hours(1),
        zone: Tz::Europe__Berlin,
        version: VersionId::from_bytes(id),
        attributes: [("sector".to_owned(), "H".to_owned())].into(),
        last: None,
        draft,
        revision: 1,
        submitted: None,
    }
}

fn judge(pending: &Pending) -> Verdict {
    pending.judge(&business(), &sent("one"), noon())
}

#[test]
fn what_is_not_asked_does_not_count() {
    let good = answers([("situation", "good")]);
    assert_eq!(judge(&pending(good.clone())), Verdict::Taken(good.clone()));
    // Stocks are asked of manufacturing only.
    assert_eq!(judge(&pending(answers([("situation", "good"), ("stocks", "too_large")]))), Verdict::Taken(good));
}

#[test]
fn a_draft_without_an_answer_that_counts_is_empty() {
    for draft in [Answers::default(), answers([("stocks", "too_large")])] {
        assert_eq!(judge(&pending(draft)), Verdict::Refused(Refusal::Empty));
    }
}

#[test]
fn an_answer_that_breaks_a_rule_is_refused() {
    assert_eq!(judge(&pending(answers([("situation", "splendid")]))), Verdict::Refused(Refusal::Invalid));
}

#[test]
fn what_was_changed_after_the_look_is_not_submitted() {
    let good = pending(answers([("situation", "good")]));
    let seen = |revision| Submission { seen: Some(revision), ..sent("one") };
    assert!(matches!(good.judge(&business(), &seen(good.revision), noon()), Verdict::Taken(_)));
    assert_eq!(good.judge(&business(), &seen(0), noon()), Verdict::Refused(Refusal::Changed));
}

#[test]
fn a_round_that_is_not_open_takes_nothing() {
    let good = pending(answers([("situation", "good")]));
    let not_open = Pending { stage: Stage::Closed, ..good.clone() };
    let too_late = Pending { closes_at: noon(), ..good };
    let nothing = Pending { stage: Stage::Closed, ..pending(Answers::default()) };
    for pending in [not_open, too_late, nothing] {
        assert_eq!(judge(&pending), Verdict::Refused(Refusal::RoundNotOpen));
    }
}

#[test]
fn a_retry_gets_its_receipt_whatever_has_changed_since() {
    let number = ReceiptNumber::of(&Keys::new(&[7; 32]), ResponseId::from_bytes([1; 16]));
    let receipt = Receipt { number, at: noon() };
    let submitted = Some((key("one"), receipt.clone()));
    let closed =
        Pending { stage: Stage::Closed, submitted: submitted.clone(), ..pending(answers([("situation", "splendid")])) };
    assert_eq!(judge(&closed), Verdict::Repeated(receipt));
    let changed = Pending { submitted, ..pending(answers([("situation", "poor")])) };
    assert_eq!(
        changed.judge(&business(), &sent("two"), noon()),
        Verdict::Taken(answers([("situation", "poor")])),
        "another key is another submission"
    );
}

#[test]
fn rules_know_which_day_it_is_where_the_round_is_at_home() {
    let questionnaire = read(
        b"id: q\nlanguages: [en]\ndefault_language: en\ntitle: {en: Q}\nsections:\n  - id: s\n    title: {en: S}\n    questions:\n      \
          - {id: day, type: date, text: {en: When?}, checks: [{rule: this <= today, message: {en: not yet}}]}\n",
    )
    .unwrap();
    let on = |day: &str| pending(Answers([(Code::parse("day").unwrap(), Answer::Date(day.into()))].into()));
    let late = noon() + TimeDelta::minutes(30);
    assert!(matches!(on("2026-12-01").judge(&questionnaire, &sent("a"), late), Verdict::Taken(_)));
    assert_eq!(on("2026-12-02").judge(&questionnaire, &sent("a"), late), Verdict::Refused(Refusal::Invalid));
    // Half past eleven at night in Greenwich is the next day in Berlin.
    let night = noon() + TimeDelta::minutes(11 * 60 + 30);
    let open = Pending { closes_at: night + TimeDelta::hours(1), ..on("2026-12-02") };
    assert!(matches!(open.judge(&questionnaire, &sent("a"), night), Verdict::Taken(_)));
}
