//! JSON from strangers: bounded in bytes, values and depth, with the keys that stand twice.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use super::relaxed;
use crate::questionnaire::convert::encoding;
use crate::questionnaire::problem::{Problem, quoted};

/// Bytes of the largest file.
const LARGEST: usize = 10_000_000;
/// Values of the largest file.
const MOST_VALUES: usize = 500_000;
/// How deep lists and objects may be nested.
const DEEPEST: usize = 100;
/// More keys that stand twice than this are not told.
const MOST_TWICE: usize = 100;

/// What was read, and the keys that stand twice in one object.
pub struct Json {
    /// The whole.
    pub value: Value,
    /// Keys that stand twice, with the keys above them; the last one counts.
    pub twice: Vec<String>,
}

/// Reads `source`; what is no JSON may be a part of a program that means the same.
pub fn parse(source: &[u8]) -> Result<Json, Vec<Problem>> {
    let text = text(source).map_err(|problem| vec![problem])?;
    read(&text).or_else(|error| {
        let is_broken = error.classify() == Category::Syntax;
        if is_broken { of_program(&text) } else { Err(broken(&error, true)) }.map_err(|problem| vec![problem])
    })
}

/// Reads a part of a program. Only the lines that were not rewritten have their columns where the author sees them.
fn of_program(text: &str) -> Result<Json, Problem> {
    let strict = relaxed::strict(text).map_err(|fault| problem(Some(fault.line), not_json(&fault.reason)))?;
    read(&strict).map_err(|error| {
        let line = |text: &str| text.lines().nth(error.line().max(1) - 1).map(str::to_owned);
        broken(&error, line(text) == line(&strict))
    })
}

fn read(text: &str) -> serde_json::Result<Json> {
    let state = State::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let value = Seed { state: &state, depth: 0 }.deserialize(&mut json)?;
    json.end()?;
    Ok(Json { value, twice: state.twice.into_inner() })
}

fn problem(line: Option<usize>, reason: impl Into<String>) -> Problem {
    Problem { line, path: String::new(), reason: reason.into() }
}

fn text(source: &[u8]) -> Result<Cow<'_, str>, Problem> {
    if source.len() > LARGEST {
        return Err(problem(None, format!("the file is larger than {LARGEST} bytes")));
    }
    let packed = "this is a packed file such as .xlsx or .zip, not JSON; give it its own ending";
    if source.starts_with(b"PK") {
        return Err(problem(None, packed));
    }
    let text = encoding::text(source)?;
    match text.trim_ascii_start().as_bytes().first() {
        None => Err(problem(None, "the file is empty; export the survey again")),
        Some(b'<') => Err(problem(None, "this is XML or HTML, not JSON; export the survey as JSON")),
        Some(_) => Ok(text),
    }
}

fn not_json(reason: &str) -> String {
    format!("this is not JSON: {reason}; correct it there, or export the survey as JSON again")
}

fn broken(error: &serde_json::Error, has_column: bool) -> Problem {
    let told = error.to_string();
    let reason = told.split(" at line ").next().unwrap_or_default();
    let mut reason = match error.classify() {
        Category::Eof => "the file ends too early; export it again or send the complete file".into(),
        _ if told.contains("recursion limit") => "lists and objects are nested too deeply".into(),
        Category::Data => reason.to_owned(),
        _ => not_json(reason),
    };
    if has_column {
        reason = format!("{reason} (column {})", error.column());
    }
    problem(Some(error.line().max(1)), reason)
}

#[derive(Default)]
struct State {
    values: Cell<usize>,
    keys: RefCell<Vec<String>>,
    twice: RefCell<Vec<String>>,
}

#[derive(Clone, Copy)]
struct Seed<'s> {
    state: &'s State,
    depth: usize,
}

impl Seed<'_> {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= DEEPEST {
            return Err(E::custom("lists and objects are nested too deeply"));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn twice(self, key: &str) {
        let mut twice = self.state.twice.borrow_mut();
        if twice.len() < MOST_TWICE {
            let above = self.state.keys.borrow();
            twice.push(above.iter().map(String::as_str).chain([key]).collect::<Vec<_>>().join("."));
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let values = self.state.values.get() + 1;
        self.state.values.set(values);
        if values > MOST_VALUES {
            return Err(D::Error::custom(format!("there are more than {MOST_VALUES} values in this file")));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            self.state.keys.borrow_mut().push(key.clone());
            let value = entries.next_value_seed(inner)?;
            self.state.keys.borrow_mut().pop();
            if map.contains_key(&key) {
                self.twice(&key);
            }
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

/// A value as the text it is compared as.
pub fn spelled(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A value in a message.
pub fn told(value: &Value) -> String {
    quoted(&spelled(value))
}
