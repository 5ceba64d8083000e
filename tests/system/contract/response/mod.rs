//! The promises of `shared/src/response`: one response a company, one receipt a submission, nothing after the close.

mod begin;
mod submit;

use std::collections::BTreeSet;

use chrono::TimeDelta;
use futures::StreamExt as _;
use futures::future::join_all;
use futures::stream::FuturesUnordered;
use rundfrage_shared::Context;
use rundfrage_shared::audit::Actor;
use rundfrage_shared::db::DbError;
use rundfrage_shared::id::{CompanyId, ContactId, InvitationId, ResponseId};
use rundfrage_shared::invitation::{self, InvitationState};
use rundfrage_shared::language::Language;
use rundfrage_shared::query;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::cache::VersionCache;
use rundfrage_shared::questionnaire::model::Code;
use rundfrage_shared::response::save::{PageAnswers, Saved, Shown, save_shown};
use rundfrage_shared::response::store::{self, Counts};
use rundfrage_shared::response::submission::{Submission, SubmitError};
use rundfrage_shared::response::writer::Submissions;
use rundfrage_shared::response::{Receipt, ReceiptNumber, Refusal, SubmissionKey};
use rundfrage_shared::round::launch::{Confirmation, launch};
use rundfrage_shared::round::{self, Round};
use rundfrage_tests::seed::{self, Seed};
use rundfrage_tests::{Fresh, on_both_engines};

struct Ground {
    seed: Seed,
    round: Round,
    companies: Vec<(CompanyId, ContactId)>,
}

/// A launched round; its clock stands at the opening.
async fn launched(fresh: &Fresh, companies: usize) -> Ground {
    let seed = seed::organisation(fresh, "ihk").await;
    let made = seed::companies(fresh, &seed, companies).await;
    // The first company has a second contact.
    query!(&fresh.db => execute,
        "INSERT INTO contacts (id, organisation_id, company_id, name, email, language, state, created_at, updated_at)
         VALUES ($1, $2, $3, 'Second', 'second@company1.example', 'en', 'active', $4, $4)",
        ContactId::new(&fresh.entropy, fresh.now()), seed.organisation, made[0].0, fresh.now())
    .unwrap();
    let survey = seed::survey(fresh, &seed, "lage").await;
    let round = seed::draft(fresh, &survey, "2026-Q4").await;
    let typed_recipients = i64::try_from(companies + 1).unwrap();
    let confirmation = Confirmation { typed_recipients, version: seed.version, by: Actor::Command("test") };
    let round = launch(fresh, seed.organisation, round.id, confirmation).await.unwrap();
    fresh.clock.set(round.fieldwork.opens_at());
    Ground { seed, round, companies: made }
}

/// The same, open.
async fn open(fresh: &Fresh, companies: usize) -> Ground {
    let ground = launched(fresh, companies).await;
    let round = ground.round.clone().open(fresh.now()).unwrap();
    let mut tx = fresh.db.begin().await.unwrap();
    round::store::move_from(&mut tx, round::Stage::Scheduled, &round, fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    Ground { round, ..ground }
}

async fn close(fresh: &Fresh, ground: &Ground) {
    fresh.clock.set(ground.round.fieldwork.closes_at());
    let round = ground.round.clone().close(fresh.now()).unwrap();
    let mut tx = fresh.db.begin().await.unwrap();
    round::store::move_from(&mut tx, round::Stage::Open, &round, fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn invitations_of(fresh: &Fresh, company: CompanyId) -> Vec<InvitationId> {
    let ids = query!(&fresh.db => fetch_all::<(InvitationId,)>,
        "SELECT id FROM invitations WHERE company_id = $1 ORDER BY id", company);
    ids.unwrap().into_iter().map(|(id,)| id).collect()
}

async fn begin(fresh: &Fresh, invitation: InvitationId) -> Option<ResponseId> {
    let mut tx = fresh.db.begin().await.unwrap();
    let proposed = ResponseId::new(&fresh.entropy, fresh.now());
    let id = store::begin(&mut tx, proposed, invitation, &Language::german(), fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// An open round with `companies` responses begun, in the order of the companies.
async fn begun(fresh: &Fresh, companies: usize) -> (Ground, Vec<ResponseId>) {
    let ground = open(fresh, companies).await;
    let mut responses = Vec::new();
    for (company, _) in &ground.companies {
        responses.push(begin(fresh, invitations_of(fresh, *company).await[0]).await.unwrap());
    }
    (ground, responses)
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn choice(option: &str) -> Answer {
    Answer::Choice(code(option))
}

fn answers(option: &str) -> Answers {
    Answers([(code("situation"), choice(option))].into())
}

fn page(question: &str, answer: Option<Answer>) -> PageAnswers {
    [(code(question), answer)].into()
}

fn submission(response: ResponseId, key: &str) -> Submission {
    let key = SubmissionKey::parse(&format!("{key:-<16}")).unwrap();
    Submission { response, key, seen: None }
}

/// Saves a page that does not say what it showed; returns the draft unless the round takes no answers.
async fn save_page(ctx: &Context, response: ResponseId, page: PageAnswers, language: &Language) -> Option<Answers> {
    match save_shown(ctx, response, page, &Shown::new(), &[], language).await.unwrap() {
        Saved::Done(draft) => Some(draft),
        Saved::Closed => None,
        other => panic!("{other:?}"),
    }
}

/// Saves what is said of the situation.
async fn say(fresh: &Fresh, response: ResponseId, option: &str) {
    let page = page("situation", Some(choice(option)));
    save_page(fresh, response, page, &Language::german()).await.expect("an open round");
}

/// An open round with `companies` responses that say the situation is good.
async fn answered(fresh: &Fresh, companies: usize) -> (Ground, Vec<ResponseId>) {
    let (ground, responses) = begun(fresh, companies).await;
    for response in &responses {
        say(fresh, *response, "good").await;
    }
    (ground, responses)
}

fn start(fresh: &Fresh) -> Submissions {
    Submissions::start(fresh.context(), VersionCache::default())
}

/// What counts of a response so far.
async fn submitted(fresh: &Fresh, response: ResponseId) -> Option<Answers> {
    let (response, _) = store::lookup(&fresh.db, response).await.unwrap().unwrap();
    response.submitted.map(|submitted| submitted.answers)
}

async fn state_of(fresh: &Fresh, invitation: InvitationId) -> InvitationState {
    invitation::store::lookup(&fresh.db, invitation).await.unwrap().unwrap().state
}

async fn counts(fresh: &Fresh, ground: &Ground) -> Counts {
    store::count_by_state(&fresh.db, ground.seed.organisation, ground.round.id).await.unwrap()
}

/// Looks at "check your answers", as every respondent does before submitting.
async fn look(fresh: &Fresh, submissions: &Submissions, id: ResponseId) {
    let (response, occasion) = store::lookup(&fresh.db, id).await.unwrap().unwrap();
    let version = VersionCache::default().lookup(&fresh.db, response.organisation, response.version).await;
    submissions.check(&response, &occasion, &version.unwrap().unwrap());
}
