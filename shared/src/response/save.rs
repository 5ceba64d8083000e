//! Saving a page of a response: what the page asked replaces what was there, everything else stays.
//!
//! Several people may work on one response. A page says what it showed of its questions ([`Shown`]); where somebody else has
//! answered one of them since, and differently, neither answer is thrown away: nothing is saved, and the page is shown again with
//! both. An answer that only one of them changed goes in without a question.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use super::store;
use crate::context::Context;
use crate::db::{DbResult, Tx};
use crate::file::{self, File};
use crate::id::ResponseId;
use crate::invitation;
use crate::language::Language;
use crate::questionnaire::answer::{Answer, Answers};
use crate::questionnaire::model::Code;

/// What one page says of its questions: an answer, or `None` for one that was left blank or cleared.
pub type PageAnswers = BTreeMap<Code, Option<Answer>>;

/// What a page showed of its questions when it was opened: a [`mark`] for each. Questions without one are saved as they come.
pub type Shown = BTreeMap<Code, String>;

/// How saving a page ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// The round takes no answers.
    Closed,
    /// The whole draft, as it is now.
    Done(Answers),
    /// Nothing was saved: the response would hold more files, or larger ones, than it can.
    NoRoom,
    /// Nothing was saved: somebody else answered these questions in the meantime, and otherwise. The draft as it is.
    Conflict(Answers, Vec<Code>),
}

/// A few characters that differ when the answer differs, for a hidden field of the page.
#[must_use]
pub fn mark(answer: Option<&Answer>) -> String {
    let Some(answer) = answer else { return String::new() };
    // Answers are plain data: writing them down cannot fail.
    let text = serde_json::to_vec(answer).unwrap_or_default();
    URL_SAFE_NO_PAD.encode(&Sha256::digest(text)[..9])
}

/// Saves a page that says what it showed into the draft. Two colleagues who save different pages at once both find their answers
/// there. The first answer marks the invitation as started.
///
/// The page comes with `files`: those that an answer of the draft names by then are kept
/// with it, and those that no answer names any more go.
pub async fn save_shown(
    ctx: &Context,
    id: ResponseId,
    page: PageAnswers,
    shown: &Shown,
    files: &[File],
    language: &Language,
) -> DbResult<Saved> {
    let now = ctx.now();
    let mut tx = ctx.db.begin().await?;
    let Some((mut draft, invitation)) = store::lock_draft(&mut tx, id, now).await? else { return Ok(Saved::Closed) };
    let (page, conflicts) = settle(&draft, page, shown);
    if !conflicts.is_empty() {
        return Ok(Saved::Conflict(draft, conflicts));
    }
    let touches_files = !files.is_empty() || page.keys().any(|code| draft.get(code.as_str()).is_some_and(has_files));
    merge(&mut draft, page);
    store::write_draft(&mut tx, id, &draft, language, now).await?;
    if touches_files && !keep(&mut tx, id, &draft, files, now).await? {
        return Ok(Saved::NoRoom);
    }
    if let Some(invitation) = invitation.filter(|_| !draft.0.is_empty()) {
        invitation::store::mark_started(&mut tx, invitation, now).await?;
    }
    tx.commit().await?;
    Ok(Saved::Done(draft))
}

fn has_files(answer: &Answer) -> bool {
    !answer.files().is_empty()
}

/// Keeps the files that the draft names and forgets those that nothing names any more; `false`: there is no room for them.
async fn keep(tx: &mut Tx, id: ResponseId, draft: &Answers, files: &[File], now: DateTime<Utc>) -> DbResult<bool> {
    for file in files.iter().filter(|file| draft.file(file.told.id).is_some()) {
        file::store::insert(tx, id, file, now).await?;
    }
    file::store::sweep(tx, id).await
}

/// What of the page is to be saved, and the questions that two people answered differently since the page was shown.
fn settle(draft: &Answers, page: PageAnswers, shown: &Shown) -> (PageAnswers, Vec<Code>) {
    let (mut changes, mut conflicts) = (PageAnswers::new(), Vec::new());
    for (question, mine) in page {
        let theirs = draft.get(question.as_str());
        let Some(base) = shown.get(&question) else {
            changes.insert(question, mine);
            continue;
        };
        let (i_changed, they_changed) = (mark(mine.as_ref()) != *base, mark(theirs) != *base);
        match (i_changed, they_changed && theirs != mine.as_ref()) {
            (false, _) => {}
            (true, false) => drop(changes.insert(question, mine)),
            (true, true) => conflicts.push(question),
        }
    }
    (changes, conflicts)
}

/// Puts what a page says into a draft.
pub fn merge(draft: &mut Answers, page: PageAnswers) {
    for (question, answer) in page {
        match answer {
            Some(answer) => draft.0.insert(question, answer),
            None => draft.0.remove(&question),
        };
    }
}

#[cfg(test)]
mod tests {
    use proptest::option::of;
    use proptest::prelude::*;

    use super::*;

    fn code() -> Code {
        Code::parse("q").unwrap()
    }

    fn number(number: Option<u8>) -> Option<Answer> {
        number.map(|number| Answer::Number(f64::from(number)))
    }

    fn one(answer: Option<Answer>) -> Answers {
        Answers(answer.map(|answer| (code(), answer)).into_iter().collect())
    }

    proptest! {
        /// The page showed `base`, somebody else saved `theirs`, and now `mine` comes.
        #[test]
        fn nothing_is_lost_and_nobody_is_asked_without_need(base in of(0..3_u8), theirs in of(0..3_u8), mine in of(0..3_u8)) {
            let shown = Shown::from([(code(), mark(number(base).as_ref()))]);
            let (changes, conflicts) = settle(&one(number(theirs)), PageAnswers::from([(code(), number(mine))]), &shown);
            let mut draft = one(number(theirs));
            merge(&mut draft, changes);
            let is_conflict = base != theirs && base != mine && theirs != mine;
            prop_assert_eq!(!conflicts.is_empty(), is_conflict);
            let expected = if is_conflict || base == mine { theirs } else { mine };
            prop_assert_eq!(draft, one(number(expected)));
        }
    }
}
