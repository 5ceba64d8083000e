//! Saving a page of a response: what the page asked replaces what was there, everything else stays.

use std::collections::BTreeMap;

use super::store;
use crate::context::Context;
use crate::db::DbResult;
use crate::id::ResponseId;
use crate::invitation;
use crate::language::Language;
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::model::Code;

/// What one page says of its questions: an answer, or `None` for one that was left blank or cleared.
pub type PageAnswers = BTreeMap<Code, Option<Answer>>;

/// Saves a page into the draft and returns the whole draft; `None` if the round takes no answers. Two colleagues who save
/// different pages at once both find their answers there. The first answer marks the invitation as started.
pub async fn save_page(
    ctx: &Context,
    id: ResponseId,
    page: PageAnswers,
    language: &Language,
) -> DbResult<Option<Answers>> {
    let now = ctx.now();
    let mut tx = ctx.db.begin().await?;
    let Some((mut draft, invitation)) = store::lock_draft(&mut tx, id, now).await? else { return Ok(None) };
    merge(&mut draft, page);
    store::write_draft(&mut tx, id, &draft, language, now).await?;
    if let Some(invitation) = invitation.filter(|_| !draft.0.is_empty()) {
        invitation::store::mark_started(&mut tx, invitation, now).await?;
    }
    tx.commit().await?;
    Ok(Some(draft))
}

fn merge(draft: &mut Answers, page: PageAnswers) {
    for (question, answer) in page {
        match answer {
            Some(answer) => draft.0.insert(question, answer),
            None => draft.0.remove(&question),
        };
    }
}
