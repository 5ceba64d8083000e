//! Things by their names, which are found whether or not capital letters are written as such.

use std::collections::HashMap;
use std::rc::Rc;

/// Things by name.
#[derive(Clone, Debug)]
pub struct Names<T> {
    exact: HashMap<String, Rc<T>>,
    small: HashMap<String, Rc<T>>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { exact: HashMap::new(), small: HashMap::new() }
    }
}

impl<T> Names<T> {
    /// All names.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.exact.keys().map(String::as_str)
    }

    /// Adds a thing; of two with one name the first stays.
    pub fn add(&mut self, name: &str, thing: T) {
        let thing = Rc::new(thing);
        self.small.entry(small(name)).or_insert_with(|| Rc::clone(&thing));
        self.exact.entry(name.to_owned()).or_insert(thing);
    }

    /// Puts another thing in the place of the one of exactly this name.
    pub fn replace(&mut self, name: &str, thing: T) {
        let (thing, small) = (Rc::new(thing), small(name));
        let before = self.exact.insert(name.to_owned(), Rc::clone(&thing));
        if self.small.get(&small).is_none_or(|found| before.is_some_and(|before| Rc::ptr_eq(found, &before))) {
            self.small.insert(small, thing);
        }
    }

    /// The thing of exactly this name, or of one that differs in capital letters only.
    pub fn find(&self, name: &str) -> Option<&T> {
        self.exact.get(name).or_else(|| self.small.get(&small(name))).map(Rc::as_ref)
    }

    /// Whether exactly this name is there.
    pub fn has(&self, name: &str) -> bool {
        self.exact.contains_key(name)
    }
}

fn small(name: &str) -> String {
    name.trim().to_lowercase()
}
