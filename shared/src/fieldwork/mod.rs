//! Fieldwork: where the invitations of a round stand, as a whole and group by group, for the people who watch it.

pub mod store;

use crate::id::{CompanyId, InvitationId};
use crate::invitation::InvitationState;
use crate::invitation::exit::Reason;

/// How many invitations stand where, in the order of [`InvitationState::ALL`]. Every invitation is counted once, so the
/// total is the number of invited contacts at any time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funnel([i64; InvitationState::ALL.len()]);

impl Funnel {
    /// How many stand at `state`.
    #[must_use]
    pub fn at(&self, state: InvitationState) -> i64 {
        self.0[state as usize]
    }

    /// All of them.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.0.iter().sum()
    }

    /// Counts `count` more at `state`.
    pub fn add(&mut self, state: InvitationState, count: i64) {
        self.0[state as usize] += count;
    }
}

/// The attribute that a breakdown goes by: as the company was at launch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breakdown {
    /// NACE section.
    Section,
    /// Size class.
    SizeClass,
}

/// Which invitations a list shows; what is left open holds for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those that stand here.
    pub state: Option<InvitationState>,
    /// Only those that were declined for this reason.
    pub reason: Option<Reason>,
    /// Only companies of this NACE section.
    pub section: Option<String>,
    /// Only companies of this size class.
    pub size_class: Option<String>,
}

/// An invitation in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Its id.
    pub id: InvitationId,
    /// Where it stands.
    pub state: InvitationState,
    /// The company.
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// Its NACE section at launch.
    pub section: String,
    /// Its size class at launch.
    pub size_class: String,
    /// Who was invited.
    pub contact_name: String,
    /// The address.
    pub email: String,
    /// Why it was declined, if the contact said so.
    pub reason: Option<Reason>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_has_a_place_of_its_own_and_the_places_add_up() {
        let mut funnel = Funnel::default();
        for (count, state) in (1..).zip(InvitationState::ALL) {
            funnel.add(state, count);
        }
        assert_eq!(InvitationState::ALL.map(|state| funnel.at(state)), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(funnel.total(), 28);
    }
}
