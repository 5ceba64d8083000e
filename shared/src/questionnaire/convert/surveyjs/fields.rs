//! The settings of one object of theirs: each is taken once, and what is left over is told.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::name::excerpt;

/// Characters of a name in a place.
const LONGEST_NAME: usize = 60;

/// The settings of one object.
pub struct Fields<'v> {
    /// Where it stands: `pages[2].elements[0] (civilwar)`.
    pub place: String,
    left: BTreeMap<&'v str, &'v Value>,
    odd: Vec<&'v str>,
}

impl<'v> Fields<'v> {
    /// The settings of `value`; `None`: it is no object.
    pub fn of(value: &'v Value, place: &str) -> Option<Self> {
        let left = value.as_object()?.iter().map(|(key, value)| (key.as_str(), value)).collect();
        let name = value.get("name").or_else(|| value.get("value")).and_then(Value::as_str);
        let place = name.map_or_else(|| place.to_owned(), |name| format!("{place} ({})", excerpt(name, LONGEST_NAME)));
        Some(Self { place, left, odd: vec![] })
    }

    /// The place of a setting.
    pub fn at(&self, key: &str) -> String {
        format!("{}.{key}", self.place)
    }

    /// A setting that is there.
    pub fn take(&mut self, key: &str) -> Option<&'v Value> {
        self.left.remove(key).filter(|value| !value.is_null())
    }

    /// The first of some settings that mean the same in different versions.
    pub fn any(&mut self, keys: &[&str]) -> Option<&'v Value> {
        let found: Vec<_> = keys.iter().filter_map(|key| self.take(key)).collect();
        found.first().copied()
    }

    /// Whether a setting is there, whatever it says.
    pub fn has(&self, key: &str) -> bool {
        self.left.contains_key(key)
    }

    fn typed<T>(&mut self, key: &str, read: impl Fn(&'v Value) -> Option<T>) -> Option<T> {
        let (key, value) = self.left.remove_entry(key).filter(|(_, value)| !value.is_null())?;
        let read = read(value);
        if read.is_none() {
            self.odd.push(key);
        }
        read
    }

    /// A flag, if it is set at all.
    pub fn choice(&mut self, key: &str) -> Option<bool> {
        self.typed(key, |value| match value {
            Value::Bool(truth) => Some(*truth),
            Value::String(text) => text.parse().ok(),
            _ => None,
        })
    }

    /// A flag that is off when absent.
    pub fn flag(&mut self, key: &str) -> bool {
        self.choice(key).unwrap_or(false)
    }

    /// Whether one of some flags is on.
    pub fn flags(&mut self, keys: &[&str]) -> bool {
        // Each is taken, also behind one that is on.
        keys.iter().filter(|key| self.flag(key)).count() > 0
    }

    /// A number, also one that is written as a text.
    pub fn number(&mut self, key: &str) -> Option<f64> {
        self.typed(key, number).filter(|number| number.is_finite())
    }

    /// A whole number.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in the range")]
    pub fn whole(&mut self, key: &str) -> Option<usize> {
        self.typed(key, |value| {
            number(value).filter(|number| (0.0..1e9).contains(number)).map(|number| number as usize)
        })
    }

    /// A text.
    pub fn string(&mut self, key: &str) -> Option<&'v str> {
        self.typed(key, Value::as_str).filter(|text| !text.trim().is_empty())
    }

    /// A list; one that is not there is empty.
    pub fn list(&mut self, key: &str) -> &'v [Value] {
        self.typed(key, Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// Takes the settings that conditions name as parts of the item they stand in: `{item.place}`.
    pub fn named_in<'c>(&mut self, conditions: impl Iterator<Item = &'c str>) {
        for condition in conditions {
            self.left.retain(|key, _| !condition.contains(&format!("item.{key}}}")));
        }
    }

    /// What was not taken and says something, and settings whose values are of a wrong kind.
    pub fn rest(self) -> (Vec<(&'v str, &'v Value)>, Vec<&'v str>) {
        let says_nothing = |value: &Value| match value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            Value::Object(entries) => entries.is_empty(),
            _ => false,
        };
        (self.left.into_iter().filter(|(_, value)| !says_nothing(value)).collect(), self.odd)
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())
}
