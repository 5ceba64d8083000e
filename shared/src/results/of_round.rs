//! The results of a stored round.

use super::disclosure::Disclosure;
use super::figures::QuestionResult;
use super::store::{self, Place};
use super::tally::{Tally, Unit};
use crate::db::{Db, DbResult};
use crate::questionnaire::model::Questionnaire;
use crate::questionnaire::route::Circumstances;
use crate::response;
use crate::round::Round;
use crate::schedule::local_of;

/// Responses read at once.
const PAGE: i64 = 2_000;

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

/// Adds up the responses of `round`, page by page, with its version of the questionnaire.
pub async fn of_round<'q>(db: &Db, round: &Round, questionnaire: &'q Questionnaire) -> DbResult<RoundResults<'q>> {
    let anonymity = round.state.launch().map(|launch| launch.anonymity).unwrap_or_default();
    let disclosure = Disclosure::for_staff(anonymity);
    let submitted = response::store::count_by_state(db, round.organisation, round.id).await?.submitted;
    let submitted = u64::try_from(submitted).unwrap_or(0);
    let taken_in = if round.state.is_open() { disclosure.taken_in_while_open(submitted) } else { submitted };
    let mut tally = Tally::new(questionnaire);
    if let Some(last) = store::nth_submitted(db, round.organisation, round.id, taken_in).await? {
        add_all(db, round, last, &mut tally).await?;
    }
    Ok(RoundResults { questions: tally.finish(disclosure), taken_in, submitted, disclosure })
}

async fn add_all(db: &Db, round: &Round, last: Place, tally: &mut Tally<'_>) -> DbResult<()> {
    let (mut after, name) = (None, Some(round.name.as_str()));
    loop {
        let page = response::store::list_submitted(db, round.organisation, round.id, after, PAGE).await?;
        let Some(end) = page.last() else { return Ok(()) };
        after = Some(end.id);
        for response in page.iter().filter(|response| (response.submitted_at, response.id) <= last) {
            let day = local_of(response.submitted_at, round.fieldwork.zone()).date();
            let circumstances = Circumstances::new(&response.attributes, name).on(day).after(response.last.as_ref());
            tally.add(Unit { answers: &response.answers, circumstances });
        }
    }
}
