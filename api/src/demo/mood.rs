//! What a company is like: how its business goes, how large it is, and whether it answers.

use rundfrage_shared::invitation::store::Invited;

use super::dice::{Dice, trait_of};
use super::fieldwork::Wave;

/// A company in one round.
#[derive(Debug)]
pub struct Mood {
    /// How business goes, around 0: the round, the sector, the company itself, and chance.
    pub business: f64,
    /// About how many people work there.
    pub people: f64,
    /// The section of its sector.
    pub section: String,
    /// The draws for its answers.
    pub dice: Dice,
    willingness: f64,
}

impl Mood {
    /// The company's mood in a round. What is its own is the same in every round, so that two rounds hang together.
    #[must_use]
    pub fn of(invited: &Invited, wave: Wave) -> Self {
        let reference = invited.reference.as_str();
        let attribute = |name: &str| invited.attributes.get(name).map_or("", String::as_str);
        let section = attribute("sector").to_owned();
        let (people, willingness, size) = match attribute("size") {
            "1-9" => (5.0, 0.38, -0.12),
            "10-49" => (22.0, 0.47, 0.0),
            "50-249" => (110.0, 0.58, 0.05),
            _ => (600.0, 0.68, 0.1),
        };
        let dice = Dice::of(&["answers", wave.name, reference]);
        let own = Dice::of(&["company", reference]).normal() * 0.55;
        let spread = trait_of(&["people", reference]) + 0.5;
        let business = wave.cycle + sector(&section, wave.name) + size + own + dice.normal() * 0.35;
        Self { business, people: people * spread, section, dice, willingness }
    }

    /// Whether it answers: mostly the same companies do, and those who are worse off a little less.
    #[must_use]
    pub fn takes_part(&self, dice: &Dice, wave: Wave) -> bool {
        dice.chance((self.willingness + self.business * 0.03) * wave.turnout)
    }
}

/// How a sector stands apart from the others; it moves between rounds.
fn sector(section: &str, wave: &str) -> f64 {
    let base = match section {
        "C" => -0.2,
        "F" => -0.15,
        "G" => -0.1,
        "J" => 0.35,
        "M" | "K" => 0.25,
        "D" | "Q" => 0.15,
        _ => 0.0,
    };
    base + (trait_of(&["sector", wave, section]) - 0.5) * 0.3
}
