//! What is told of several places for one reason is told once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::questionnaire::convert::report::{Notice, Outcome, Report};

/// Characters of the places of one notice, so that they can be read.
const LONGEST: usize = 900;

/// Joins the notices of `report` that say the same of different places; the first keeps its place among the others.
pub fn together(report: &mut Report) {
    let mut firsts: HashMap<(String, String), usize> = HashMap::new();
    let mut joined: Vec<(Notice, Vec<String>)> = vec![];
    for mut notice in std::mem::take(&mut report.notices) {
        let place = std::mem::take(&mut notice.place);
        match firsts.entry((notice.reason.clone(), outcome(&notice.outcome))) {
            Entry::Occupied(first) => {
                let places = &mut joined[*first.get()].1;
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
            Entry::Vacant(free) => {
                free.insert(joined.len());
                joined.push((notice, vec![place]));
            }
        }
    }
    report.notices = joined.into_iter().map(|(notice, places)| Notice { place: listed(&places), ..notice }).collect();
}

fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Replaced(by) => by.clone(),
        Outcome::Dropped => String::new(),
    }
}

/// The places one after the other, as many as can be read.
fn listed(places: &[String]) -> String {
    let mut list = String::new();
    for (at, place) in places.iter().enumerate() {
        if at > 0 && list.len() + place.len() > LONGEST {
            return format!("{list} and {} more", places.len() - at);
        }
        list.extend([if at > 0 { ", " } else { "" }, place.as_str()]);
    }
    list
}
