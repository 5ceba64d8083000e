//! The names that expressions use: what they stand for here.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use super::super::formula::Formula;
use super::asked::Asked;
use super::value::{Fault, Found, Options, Value, fault};
use crate::questionnaire::format::Texts;
use crate::questionnaire::problem::quoted;

/// A row, a column or an option: their code and ours.
pub type Pair = (String, String);

/// Questions, by number, and their places that are named without `.NAOK`.
pub type Plain<'r> = BTreeSet<(&'r str, String)>;

/// What can be asked of a question.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Nothing: it is not here, or has no answer.
    Nothing,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A date, and the characters of a day: fewer than 10 if it is a month or a year.
    Date(usize),
    /// One of the options.
    Choice {
        /// They.
        options: Options,
        /// Our code of "other".
        other: Option<String>,
        /// The question that takes the comment.
        comment: Option<String>,
    },
    /// Any of the options.
    Several {
        /// They, "other" included.
        options: Options,
        /// Our code of "other".
        other: Option<String>,
        /// The table that takes a comment for each.
        comments: Option<String>,
    },
    /// Options in an order.
    Ranking(Options),
    /// One of the options a row.
    Matrix(Vec<Pair>, Options),
    /// Any of the options a row.
    Ticks(Vec<Pair>, Options),
    /// Cells of rows and columns.
    Table(Vec<Pair>, Vec<(Pair, Cell)>),
    /// Files.
    Files,
}

/// What a cell of a table holds.
#[derive(Clone, Debug)]
pub enum Cell {
    /// A number.
    Number,
    /// A text.
    Text,
    /// One of the options.
    Choice(Options),
}

/// A question that names may refer to.
#[derive(Clone, Debug)]
pub struct Known<'r> {
    /// How our expressions name it.
    pub path: String,
    /// Its code in their file.
    pub code: &'r str,
    /// Its numbers.
    pub qid: &'r str,
    /// The number of its group.
    pub gid: &'r str,
    /// What can be asked of it.
    pub shape: Shape,
    /// Its text, as it is here.
    pub text: Texts,
    /// What its rows and options say, by how expressions name them.
    pub labels: Rc<Vec<(String, Texts)>>,
    /// When it is asked.
    pub asked: Asked,
}

/// The question that a rule belongs to.
#[derive(Clone, Debug)]
pub struct Own<'r> {
    /// Its name is `this`.
    pub question: Known<'r>,
    /// What `this` is, where a rule is for each subquestion.
    pub this: Option<Value>,
}

/// The names known so far.
#[derive(Debug, Default)]
pub struct Names<'r> {
    known: Vec<Known<'r>>,
    codes: HashMap<&'r str, usize>,
    numbers: HashMap<&'r str, usize>,
    paths: HashMap<String, usize>,
    /// The codes of all questions of the survey, and the same by number.
    pub all: HashSet<&'r str>,
    pub all_numbers: HashMap<&'r str, &'r str>,
    /// The question whose rule is read.
    pub own: Option<Own<'r>>,
    /// The attributes of the company that were named.
    pub attributes: RefCell<BTreeSet<String>>,
    /// What was not carried over exactly since it was last asked for, and what stands instead.
    pub inexact: RefCell<BTreeSet<(&'static str, &'static str)>>,
    /// The numbers of questions whose options count for something where answers are marked.
    pub marked: HashSet<&'r str>,
    /// What was named without `.NAOK` in what is being read.
    pub plain: RefCell<Plain<'r>>,
}

impl<'r> Names<'r> {
    /// From here on the question can be named.
    pub fn add(&mut self, known: Known<'r>) {
        let place = self.known.len();
        self.codes.insert(known.code, place);
        self.numbers.insert(known.qid, place);
        self.paths.insert(known.path.clone(), place);
        self.known.push(known);
    }

    /// The question with this code.
    pub fn question(&self, code: &str) -> Option<&Known<'r>> {
        self.codes.get(code).map(|place| &self.known[*place])
    }

    /// The question with this number.
    pub fn by_qid(&self, number: &str) -> Option<&Known<'r>> {
        self.numbers.get(number).map(|place| &self.known[*place])
    }

    /// The question that our expressions name like this.
    pub fn by_path(&self, path: &str) -> Option<&Known<'r>> {
        self.paths.get(path).map(|place| &self.known[*place])
    }

    /// What a name stands for in a text of `language`, one of ours.
    pub fn value(&self, name: &str, language: &str) -> Found<Value> {
        if let Some(inserted) = name.strip_prefix("INSERTANS:") {
            return Ok(Value::Label(Box::new(self.value(inserted, language)?)));
        }
        if let Some(attribute) = name.strip_prefix("TOKEN:") {
            return self.token(attribute);
        }
        let name = name.strip_prefix("that.").unwrap_or(name);
        let mut parts = name.split('.');
        let base = parts.next().unwrap_or("");
        let mut value = None;
        let mut known = None;
        match base {
            "self" | "this" => {
                let own = self.own.as_ref().ok_or_else(|| Fault {
                    reason: format!("{base} is only known in a rule of a question"),
                    is_text: false,
                })?;
                known = Some(&own.question);
                value.clone_from(&own.this.clone().filter(|_| base == "this"));
            }
            _ => {
                let (found, suffix) = self.find(base)?;
                if !suffix.is_empty() {
                    let none = || fault_of(format!("{} has no part {}", found.code, quoted(&suffix)));
                    value = Some(found.part(&suffix).ok_or_else(none)?);
                }
                known = known.or(Some(found));
            }
        }
        let Some(known) = known else { return fault("nothing is named") };
        let mut parts = parts.peekable();
        if let Some(about) = parts.peek().and_then(|part| known.about(part, language)) {
            return Ok(match value.filter(|_| matches!(about, Value::Quoted(_))) {
                Some(value) => known.text_of(&value, language).unwrap_or_else(|| {
                    let reason = "the text of a comment, of \"other\" or of a rank cannot be put into a text alone";
                    self.inexact.borrow_mut().insert((reason, "the text of its question"));
                    about
                }),
                None => about,
            });
        }
        let value = match value {
            Some(value) => value,
            None => known.whole()?,
        };
        if self.marked.contains(known.qid) && parts.clone().any(|part| matches!(part, "value" | "valueNAOK")) {
            return fault("what options count is not known here, for answers are not marked");
        }
        let value = parts.try_fold(value, |value, part| known.followed(value, part))?;
        self.note(name, known, &value);
        Ok(value)
    }

    /// What is known of the participant.
    fn token(&self, attribute: &str) -> Found<Value> {
        let name = attribute.to_ascii_lowercase();
        if name.starts_with("attribute_") && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            self.attributes.borrow_mut().insert(name.clone());
            return Ok(Value::Text(Formula::Ours(format!("company.{name}"))));
        }
        fault(format!("{attribute} of a participant is not known to questionnaires"))
    }

    /// The question that a name belongs to, and what of the name is left.
    fn find(&self, name: &str) -> Found<(&Known<'r>, String)> {
        if let Some(found) = self.by_number(name) {
            return Ok(found);
        }
        let ends = name.char_indices().filter(|(_, sign)| *sign == '_').map(|(at, _)| at);
        for end in ends.chain([name.len()]).collect::<Vec<_>>().into_iter().rev() {
            let (code, suffix) = name.split_at(end);
            let own = self.own.as_ref().map(|own| &own.question).filter(|own| own.code == code);
            if let Some(known) = own.or_else(|| self.question(code)) {
                return Ok((known, suffix.trim_start_matches('_').to_owned()));
            }
            if self.all.contains(code) {
                return fault(comes_later(code));
            }
        }
        self.by_alias(name)
    }

    /// A name of the question's number, `Q101` or `Q101_SQ001`, where no question has it for its code.
    fn by_alias(&self, name: &str) -> Found<(&Known<'r>, String)> {
        let rest = name.strip_prefix('Q').unwrap_or("");
        let (number, suffix) = rest.split_once('_').unwrap_or((rest, ""));
        let own = self.own.as_ref().map(|own| &own.question).filter(|own| own.qid == number && !number.is_empty());
        match (own.or_else(|| self.by_qid(number)), self.all_numbers.get(number)) {
            (Some(known), _) => Ok((known, suffix.to_owned())),
            (None, Some(code)) => fault(comes_later(code)),
            (None, None) => fault(format!("nothing is named {}", quoted(name))),
        }
    }

    /// A name of three numbers: survey, group and question, and what follows.
    fn by_number(&self, name: &str) -> Option<(&Known<'r>, String)> {
        let mut parts = name.splitn(3, 'X');
        let (survey, group, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(survey) || !is_number(group) {
            return None;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let own = self.own.as_ref().map(|own| &own.question);
        // The number of the question ends where what follows is one of its parts.
        let candidates = (1..=digits.min(20)).rev().filter_map(|end| {
            let (number, suffix) = rest.split_at(end);
            let known = own.filter(|own| own.qid == number);
            let known = known.or_else(|| self.numbers.get(number).map(|place| &self.known[*place]))?;
            let suffix = suffix.trim_start_matches('_').replace('#', "_");
            (suffix.is_empty() || known.part(&suffix).is_some()).then_some((known, suffix))
        });
        let candidates: Vec<_> = candidates.collect();
        let same = candidates.iter().position(|(known, _)| known.gid == group);
        candidates.into_iter().nth(same.unwrap_or(0))
    }
}

fn comes_later(code: &str) -> String {
    format!("it looks at {code}, which comes later; only what stands before can be looked at")
}

fn fault_of(reason: String) -> Fault {
    Fault { reason, is_text: false }
}
