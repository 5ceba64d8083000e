//! The figures of fieldwork, arranged as tables whose rows and columns add up.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use rundfrage_shared::Context;
use rundfrage_shared::db::DbResult;
use rundfrage_shared::fieldwork::{self, Breakdown, Funnel};
use rundfrage_shared::invitation::exit::Reason;
use rundfrage_shared::invitation::{self, InvitationState};
use rundfrage_shared::message::{self, Kind, State};
use rundfrage_shared::open_link;
use rundfrage_shared::response::store::Counts;
use rundfrage_shared::round::Round;

/// The states that the table of messages shows even if no message stands there.
const ALWAYS: [State; 7] =
    [State::Due, State::Accepted, State::Deferred, State::Failed, State::Unknown, State::Suppressed, State::Cancelled];

/// One row of a breakdown.
#[derive(Clone, Debug)]
pub struct Group {
    /// What the group is called in addresses; empty for the sum of all.
    pub code: String,
    /// Its figures.
    pub funnel: Funnel,
}

/// One row of the table of messages.
#[derive(Clone, Debug)]
pub struct Mailing {
    /// The kind; the sum of all has none.
    pub kind: Option<Kind>,
    /// How many stand in each of the table's states.
    pub counts: Vec<(State, i64)>,
}

impl Mailing {
    /// All of them.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

/// The figures of one round.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Where all invitations stand.
    pub funnel: Funnel,
    /// By NACE section, then the sum.
    pub sections: Vec<Group>,
    /// By size class, then the sum.
    pub sizes: Vec<Group>,
    /// Messages by kind, then the sum.
    pub mailings: Vec<Mailing>,
    /// Why contacts declined.
    pub exits: Vec<(Reason, i64)>,
    /// The responses that came by the open link: they belong to no invitation.
    pub open: Counts,
}

impl Figures {
    /// Reads them.
    pub async fn read(ctx: &Context, round: &Round) -> DbResult<Self> {
        let (db, organisation) = (&ctx.db, round.organisation);
        let by = |breakdown| fieldwork::store::by_group(db, organisation, round.id, breakdown);
        let (sections, sizes) = (by(Breakdown::Section).await?, by(Breakdown::SizeClass).await?);
        let counts = message::store::count_by_state(db, organisation, round.id).await?;
        let exits = invitation::store::count_exits(db, organisation, round.id).await?;
        let open = open_link::store::count(db, organisation, round.id).await?;
        let funnel = sum(sections.values());
        let order = |code: &str| code.split(['-', '+']).next().and_then(|from| from.parse::<u32>().ok());
        let (sections, mut sizes) = (groups(sections), groups(sizes));
        // By the first number of the class, the sum last.
        sizes.sort_by_key(|group| order(&group.code).unwrap_or(u32::MAX));
        Ok(Self { funnel, sections, sizes, mailings: mailings(&counts), exits, open })
    }
}

fn sum<'a>(funnels: impl Iterator<Item = &'a Funnel>) -> Funnel {
    let mut sum = Funnel::default();
    for funnel in funnels {
        for state in InvitationState::ALL {
            sum.add(state, funnel.at(state));
        }
    }
    sum
}

fn groups(funnels: BTreeMap<String, Funnel>) -> Vec<Group> {
    let all = Group { code: String::new(), funnel: sum(funnels.values()) };
    let groups = funnels.into_iter().map(|(code, funnel)| Group { code, funnel });
    groups.chain([all]).collect()
}

fn mailings(counts: &[(Kind, State, i64)]) -> Vec<Mailing> {
    let count = |kind: Option<Kind>, state: State| -> i64 {
        let counted = counts.iter().filter(|(other, at, _)| kind.is_none_or(|kind| kind == *other) && *at == state);
        counted.map(|(.., count)| count).sum()
    };
    let states: Vec<State> =
        State::ALL.into_iter().filter(|state| ALWAYS.contains(state) || count(None, *state) > 0).collect();
    let row = |kind| Mailing { kind, counts: states.iter().map(|state| (*state, count(kind, *state))).collect() };
    let kinds = Kind::ALL.into_iter().filter(|kind| counts.iter().any(|(other, ..)| other == kind));
    kinds.map(Some).chain([None]).map(row).collect()
}

/// The text that names a kind of message.
#[must_use]
pub fn kind_key(kind: impl Borrow<Kind>) -> &'static str {
    match kind.borrow() {
        Kind::Invitation => "console-kind-invitation",
        Kind::Reminder => "console-kind-reminder",
        Kind::Thanks => "console-kind-thanks",
        Kind::Results => "console-kind-results",
        Kind::Delegation => "console-kind-delegation",
        Kind::Test => "console-kind-test",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_counted_once_and_the_last_row_is_the_sum_of_the_others() {
        let counts: Vec<_> = State::ALL.into_iter().map(|state| (Kind::Invitation, state, 1)).collect();
        assert_eq!(mailings(&counts).iter().map(Mailing::total).collect::<Vec<_>>(), [10, 10]);
        let counts = [(Kind::Invitation, State::Accepted, 5), (Kind::Reminder, State::Bounced, 2)];
        let rows = mailings(&counts);
        assert_eq!(rows.iter().map(Mailing::total).collect::<Vec<_>>(), [5, 2, 7]);
        assert_eq!(rows[2].counts.len(), ALWAYS.len() + 1);
    }
}
