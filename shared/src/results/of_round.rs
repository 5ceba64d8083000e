//! The results of a stored round.

use chrono::{DateTime, Utc};

use super::disclosure::Disclosure;
use super::figures::QuestionResult;
use super::store;
use super::tally::{Tally, Unit};
use crate::db::{Db, DbResult};
use crate::questionnaire::model::Questionnaire;
use crate::round::Round;

/// What staff see of a round's answers.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundResults<'q> {
    /// Question by question, in the questionnaire's order.
    pub questions: Vec<QuestionResult<'q>>,
    /// How many responses are in the figures.
    pub taken_in: u64,
    /// How many were submitted.
    pub submitted: u64,
    /// What was let out.
    pub disclosure: Disclosure,
}

/// Adds up the responses of `round`, page by page, with the version of the questionnaire it was launched with.
pub async fn of_round<'q>(db: &Db, round: &Round, questionnaire: &'q Questionnaire) -> DbResult<RoundResults<'q>> {
    let anonymity = round.state.launch().map(|launch| launch.anonymity).unwrap_or_default();
    let disclosure = Disclosure::for_staff(anonymity);
    let submitted = store::count(db, round.organisation, round.id).await?;
    let taken_in = if round.state.is_open() { disclosure.taken_in_while_open(submitted) } else { submitted };
    let mut tally = Tally::new(questionnaire, ends_year(round));
    if let Some(until) = store::submitted_at(db, round.organisation, round.id, taken_in).await?.filter(|_| taken_in > 0)
    {
        add_all(db, round, until, &mut tally).await?;
    }
    Ok(RoundResults { questions: tally.finish(disclosure), taken_in, submitted, disclosure })
}

async fn add_all(db: &Db, round: &Round, until: DateTime<Utc>, tally: &mut Tally<'_>) -> DbResult<()> {
    let mut after = None;
    loop {
        let page = store::page(db, round.organisation, round.id, until, after).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.id);
        for response in &page {
            tally.add(Unit { answers: &response.answers, attributes: &response.attributes });
        }
    }
}

/// Whether the round is the last of its year: a yearly question is asked in it.
fn ends_year(round: &Round) -> bool {
    round.name.as_str().ends_with("-Q4")
}
