use chrono::TimeDelta;
use chrono_tz::Tz;

use super::*;
use crate::id::{OrganisationId, VersionId};
use crate::language::Language;
use crate::name::Name;
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::model::Code;
use crate::questionnaire::read::read;
use crate::round::{RoundName, Stage};
use crate::survey::Anonymity;

fn business() -> Questionnaire {
    read(include_bytes!("../../../examples/questionnaires/business_situation.yaml")).unwrap()
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

/// Late in the evening in Berlin.
fn evening() -> DateTime<Utc> {
    "2026-12-01T22:30:00Z".parse().unwrap()
}

fn occasion() -> Occasion {
    let name = |text| Name::parse(text).unwrap();
    Occasion {
        organisation: name("IHK"),
        survey: name("Lage"),
        sender: name("IHK"),
        reply_to: None,
        round: RoundName::parse("2026-Q4").unwrap(),
        stage: Stage::Open,
        opens_at: evening() - TimeDelta::days(7),
        closes_at: evening() + TimeDelta::days(7),
        zone: Tz::Europe__Berlin,
        version: None,
        anonymity: Anonymity::Confidential,
    }
}

/// The draft of a service company.
fn response<const N: usize>(pairs: [(&str, &str); N]) -> Response {
    let id = [1; 16];
    Response {
        id: ResponseId::from_bytes(id),
        organisation: OrganisationId::from_bytes(id),
        round: RoundId::from_bytes(id),
        company: None,
        invitation: None,
        version: VersionId::from_bytes(id),
        language: Language::german(),
        attributes: [("sector".to_owned(), "H".to_owned())].into(),
        is_test: false,
        last: None,
        draft: Answers(pairs.map(|(question, option)| (code(question), Answer::Choice(code(option)))).into()),
        revision: 3,
        submitted: None,
        updated_at: evening(),
    }
}

fn kept(response: &Response, occasion: &Occasion, later: TimeDelta) -> Option<(i64, RoundId)> {
    let drafts = CheckedDrafts::default();
    drafts.check(response, occasion, &business(), evening());
    drafts.take(response.id, evening() + later).map(|checked| (checked.revision, checked.round))
}

#[test]
fn a_draft_that_counts_as_it_stands_is_taken_out_once() {
    let good = response([("situation", "good")]);
    assert_eq!(kept(&good, &occasion(), TimeDelta::zero()), Some((3, good.round)));
    let drafts = CheckedDrafts::default();
    drafts.check(&good, &occasion(), &business(), evening());
    assert!(drafts.take(good.id, evening()).is_some() && drafts.take(good.id, evening()).is_none());
}

#[test]
fn whatever_must_be_judged_is_not_kept() {
    // Stocks are asked of manufacturing only: that answer must fall away.
    let hidden = response([("situation", "good"), ("stocks", "too_large")]);
    for response in [hidden, response([]), response([("situation", "splendid")])] {
        assert_eq!(kept(&response, &occasion(), TimeDelta::zero()), None, "{:?}", response.draft);
    }
}

#[test]
fn a_judgement_holds_for_the_day_and_until_the_close() {
    let good = response([("situation", "good")]);
    assert!(kept(&good, &occasion(), TimeDelta::minutes(29)).is_some());
    assert_eq!(kept(&good, &occasion(), TimeDelta::minutes(30)), None, "midnight in Berlin");
    let closing = Occasion { closes_at: evening() + TimeDelta::minutes(10), ..occasion() };
    assert_eq!(kept(&good, &closing, TimeDelta::minutes(10)), None);
}
