//! Submitted answers without a browser: for tests of what becomes of them.
#![expect(clippy::missing_panics_doc, reason = "a fixture that cannot be made ends the test")]

use futures::future::join_all;
use rundfrage_shared::id::ResponseId;
use rundfrage_shared::invitation::store::list_invited;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::cache::VersionCache;
use rundfrage_shared::questionnaire::model::Code;
use rundfrage_shared::response::submission::Submission;
use rundfrage_shared::response::writer::Submissions;
use rundfrage_shared::response::{SubmissionKey, store};
use rundfrage_shared::round::{self, Round};
use rundfrage_shared::{Context, query};

/// The code that `text` spells.
#[must_use]
pub fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

/// Submits one response for each of `answers`, by companies of an open round that have not answered.
pub async fn submit(ctx: &Context, round: &Round, answers: Vec<Answers>) {
    let open = list_invited(&ctx.db, round.organisation, round.id, None, 10_000).await.expect("invitations");
    let open: Vec<_> = open.into_iter().filter(|invited| invited.state.as_str() != "completed").collect();
    assert!(open.len() >= answers.len(), "the panel is too small");
    let submissions = Submissions::start(ctx.clone(), VersionCache::default());
    let mut ready = Vec::new();
    for (invited, answers) in open.iter().zip(answers) {
        let mut tx = ctx.db.begin().await.expect("a transaction");
        let proposed = ResponseId::new(&ctx.entropy, ctx.now());
        let response = store::begin(&mut tx, proposed, invited.id, &invited.language, ctx.now()).await;
        let response = response.expect("begun").expect("an open round");
        store::write_draft(&mut tx, response, &answers, &invited.language, ctx.now()).await.expect("a draft");
        tx.commit().await.expect("a commit");
        let key = SubmissionKey::parse(&ctx.entropy.token()).expect("a key");
        ready.push(submissions.submit(Submission { response, key, seen: None }));
    }
    for receipt in join_all(ready).await {
        receipt.expect("a receipt");
    }
    submissions.stop().await;
}

/// `count` responses that say of the situation what `option` says, and a comment each.
#[must_use]
pub fn about_the_situation(option: &str, count: usize) -> Vec<Answers> {
    let one = |n| {
        let comment = Answer::Text(format!("comment {n}"));
        Answers([(code("situation"), Answer::Choice(code(option))), (code("comment"), comment)].into())
    };
    (0..count).map(one).collect()
}

/// Closes an open round at its time.
pub async fn close(ctx: &Context, round: &Round) -> Round {
    ctx.clock.set(round.fieldwork.closes_at());
    let round = round.clone().close(ctx.now()).expect("it is time");
    let mut tx = ctx.db.begin().await.expect("a transaction");
    round::store::move_from(&mut tx, round::Stage::Open, &round, ctx.now()).await.expect("a move");
    tx.commit().await.expect("a commit");
    round
}

/// Makes a launched round personal, as if its survey had been.
pub async fn make_personal(ctx: &Context, round: &Round) -> Round {
    query!(&ctx.db => execute, "UPDATE rounds SET anonymity = 'personal' WHERE id = $1", round.id).expect("a change");
    round::store::lookup(&ctx.db, round.organisation, round.id).await.expect("a lookup").expect("found")
}
