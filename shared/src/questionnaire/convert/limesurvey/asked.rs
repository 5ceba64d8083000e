//! Names without `.NAOK`: their tool takes a condition that names a question in this way for false where that question is not
//! asked. So what the question takes to be asked joins the condition, unless that follows from it anyway.

use std::collections::HashSet;

use super::super::formula::{Formula, Operator, print};
use super::known::part;
use super::making::Making;
use super::names::{Known, Names, Shape};
use super::needs::needs;
use super::translate::written;
use super::value::{Value, among, joined};
use crate::questionnaire::format::{Condition, Question, Texts};
use crate::questionnaire::problem::quoted;

/// What follows of what, for one condition.
const MOST: usize = 50;
/// Conditions that are looked at for one, and that join it.
const MOST_TAKEN: usize = 5_000;
const MOST_MORE: usize = 100;

/// When a question and its parts are asked.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Conditions that all hold.
    whole: Vec<Formula>,
    /// Conditions of rows and options, by how expressions name them.
    parts: Vec<(String, Formula)>,
}

impl Asked {
    /// What a question of this shape takes, which is asked on `whole`.
    pub fn new(whole: Vec<Formula>, question: &Question, path: &str, shape: &Shape) -> Self {
        let parts = parts(question, path, shape).filter_map(|(name, condition, _)| match condition {
            Some(Condition::Expression(text)) => Some((name, grouped(text))),
            _ => None,
        });
        Self { whole, parts: parts.collect() }
    }

    /// What a place of the question takes.
    fn of(&self, place: &str) -> Vec<Formula> {
        let parts = self.parts.iter().filter(|(name, _)| behind(place, name).is_some());
        self.whole.iter().chain(parts.map(|(_, condition)| condition)).cloned().collect()
    }

    /// What the question with all its parts takes.
    fn of_all(&self) -> Vec<Formula> {
        self.whole.iter().chain(self.parts.iter().map(|(_, condition)| condition)).cloned().collect()
    }
}

impl<'r> Names<'r> {
    /// Notes that a question is named in a way that asks for its being asked.
    pub fn note(&self, name: &str, known: &Known<'r>, value: &Value) {
        let mark = name.rsplit('.').next().unwrap_or("");
        if !matches!(mark, "NAOK" | "valueNAOK" | "shown" | "relevanceStatus") {
            self.plain.borrow_mut().extend(places(value).into_iter().map(|place| (known.qid, place)));
        }
    }

    /// What it takes that there is an answer at a place.
    fn answered(&self, place: &str) -> Vec<Formula> {
        let list = list(place);
        let path = &list[..list.find(|sign| !is_letter(sign)).unwrap_or(list.len())];
        self.by_path(path).map_or(vec![], |known| known.asked.of(place))
    }
}

impl Names<'_> {
    /// What the questions take that were named in such a way since it was last asked for.
    fn taken(&mut self) -> Vec<Formula> {
        let plain = self.plain.take();
        let named = plain.iter().filter_map(|(qid, place)| Some((self.by_qid(qid)?, place)));
        let of = |(known, place): (&Known<'_>, &String)| {
            if known.path == *place { known.asked.of_all() } else { known.asked.of(place) }
        };
        named.flat_map(of).take(MOST_TAKEN).collect()
    }
}

impl Making<'_, '_> {
    /// The condition together with what the questions that it names without `.NAOK` take to be asked.
    pub fn with_asked(&mut self, place: &str, source: &str, condition: Formula) -> Formula {
        let taken = self.names.taken();
        if taken.is_empty() || condition == Formula::Bool(false) {
            return condition;
        }
        self.together(&condition, taken).unwrap_or_else(|| {
            let reason = format!("its condition {} names questions that are not always asked", quoted(source));
            let by = "it is asked even where they are not, for the whole condition would be longer than ours may be";
            self.report.replaced(place, reason, by);
            condition
        })
    }

    /// The condition with what is `taken` and does not follow from it; `None` if that is longer than ours may be.
    fn together(&self, condition: &Formula, taken: Vec<Formula>) -> Option<Formula> {
        let mut given = HashSet::new();
        self.follow(&mut given, self.section.iter().cloned().chain(conjuncts(condition)).collect());
        let mut more = Vec::new();
        for one in taken {
            if more.len() <= MOST_MORE && !given.contains(&print(&one)) {
                self.follow(&mut given, vec![one.clone()]);
                more.push(one);
            }
        }
        let is_much = more.len() > MOST_MORE;
        let whole = more.into_iter().fold(condition.clone(), |whole, one| joined(whole, Operator::And, one));
        (!is_much && written(&whole).is_ok()).then_some(whole)
    }

    /// Adds what holds, and what follows: the questions whose answers it needs were asked.
    fn follow(&self, given: &mut HashSet<String>, mut open: Vec<Formula>) {
        for _ in 0..MOST {
            let Some(condition) = open.pop() else { break };
            if given.insert(print(&condition)) {
                open.extend(needs(&condition).iter().flat_map(|place| self.names.answered(place)));
            }
        }
    }
}

/// The rows and options of a question of this shape: how expressions name them, when they are there, what they say.
pub fn parts<'q>(
    question: &'q Question,
    path: &'q str,
    shape: &Shape,
) -> impl Iterator<Item = (String, Option<&'q Condition>, &'q Texts)> {
    let is_ticked = matches!(shape, Shape::Several { .. });
    let options = question.options.iter().flatten().filter(move |_| is_ticked);
    let options = options.map(move |option| {
        let name = print(&among(&option.code, Formula::Ours(path.to_owned())));
        (name, option.show_if.as_ref(), &option.label)
    });
    let rows = question.rows.iter().map(move |row| (part(path, &row.id), row.show_if.as_ref(), &row.label));
    options.chain(rows)
}

/// The conditions that all hold if this one does.
pub fn conjuncts(condition: &Formula) -> Vec<Formula> {
    match condition {
        Formula::Binary(left, Operator::And, right) => [conjuncts(left), conjuncts(right)].concat(),
        Formula::Bool(true) => vec![],
        other => vec![other.clone()],
    }
}

/// Where the answers are that a value is made of.
pub fn places(value: &Value) -> Vec<String> {
    match value {
        Value::Tick { holds, .. } | Value::Own(holds) | Value::OwnLength(holds) => match holds {
            Formula::Binary(_, Operator::Contains, _) => vec![print(holds)],
            Formula::Binary(of, ..) => vec![print(of)],
            _ => vec![],
        },
        Value::Number(of)
        | Value::Text(of)
        | Value::Date(of, _)
        | Value::Choice(of, _)
        | Value::Several(of, _)
        | Value::Ranked(of, _)
        | Value::Rank(of, _) => vec![print(of)],
        Value::List(values) => values.iter().flat_map(|(_, value)| places(value)).collect(),
        Value::Label(value) => places(value),
        Value::Bool(_) | Value::Quoted(_) | Value::Said(_) | Value::Given(_) => vec![],
    }
}

/// A condition that is written out, so that it may stand among others.
fn grouped(text: &str) -> Formula {
    let is_loose = text.contains(" || ") || text.contains(" ? ");
    Formula::Ours(if is_loose { format!("({text})") } else { text.to_owned() })
}

/// The list that an option of a place is among, or the place itself.
fn list(place: &str) -> &str {
    place.split_once(" in ").filter(|_| place.starts_with('"')).map_or(place, |(_, list)| list)
}

/// What stands behind the name of a row or an option, if a place is in it.
pub fn behind<'p>(place: &'p str, name: &str) -> Option<&'p str> {
    if place == name {
        return Some("");
    }
    list(place).strip_prefix(name).filter(|rest| !rest.starts_with(is_letter))
}

fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_'
}
