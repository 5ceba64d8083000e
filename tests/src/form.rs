//! A form of a page: what is in it, what can be chosen, and what would be sent.

use scraper::{ElementRef, Html};

use crate::page::{collapse, selector};

/// A form, to be filled in and sent with [`Browser::submit`](crate::Browser::submit).
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes, with path.
    pub action: String,
    /// What would be sent.
    pub fields: Vec<(String, String)>,
    pub(crate) files: Vec<File>,
    pub(crate) is_get: bool,
    pub(crate) is_multipart: bool,
    offered: Vec<Offered>,
    buttons: Vec<Button>,
}

#[derive(Clone, Debug)]
pub(crate) struct File {
    pub field: String,
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What kind of field a form offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of several: radio buttons.
    Radio,
    /// Any of several: boxes to tick, or a list that takes several.
    Boxes,
    /// One of a list.
    List,
    /// Digits, as its `inputmode` or type says.
    Number,
    /// Any text.
    Text,
    /// A file.
    File,
    /// Not seen by the visitor.
    Hidden,
}

/// A field of the page; with a value if it can only take that one.
#[derive(Clone, Debug)]
struct Offered {
    name: String,
    value: Option<String>,
    kind: Kind,
}

#[derive(Clone, Debug)]
struct Button {
    text: String,
    name: Option<String>,
    value: String,
    action: Option<String>,
}

impl Form {
    pub(crate) fn read(html: &Html, form: ElementRef<'_>, page: &str) -> Self {
        let mut read = Self {
            action: absolute(form.attr("action").unwrap_or_default(), page),
            fields: Vec::new(),
            files: Vec::new(),
            is_get: !form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post")),
            is_multipart: form.attr("enctype") == Some("multipart/form-data"),
            offered: Vec::new(),
            buttons: Vec::new(),
        };
        let controls = selector("input, textarea, select, button");
        let inside = form.select(&controls).filter(|it| it.attr("form").is_none());
        let by_id = form.attr("id").map(|id| selector(&format!("[form=\"{id}\"]")));
        let outside: Vec<_> = by_id.iter().flat_map(|by_id| html.select(by_id)).collect();
        for control in inside.chain(outside).filter(|control| control.attr("disabled").is_none()) {
            read.add(control, page);
        }
        read
    }

    fn add(&mut self, control: ElementRef<'_>, page: &str) {
        let name = control.attr("name").unwrap_or_default().to_owned();
        let kind = control.attr("type").unwrap_or_default();
        match (control.value().name(), kind) {
            ("button", _) | ("input", "submit") => self.buttons.push(Button {
                text: control
                    .attr("value")
                    .filter(|_| kind == "submit" && control.value().name() == "input")
                    .map_or_else(|| collapse(control.text()), str::to_owned),
                value: control.attr("value").unwrap_or_default().into(),
                action: control.attr("formaction").map(|action| absolute(action, page)),
                name: (!name.is_empty()).then_some(name),
            }),
            _ if name.is_empty() => {}
            ("select", _) => self.add_select(control, &name),
            ("textarea", _) => self.add_text(name, textarea(control), Kind::Text),
            (_, "checkbox" | "radio") => {
                let value = control.attr("value").unwrap_or("on").to_owned();
                if control.attr("checked").is_some() {
                    self.fields.push((name.clone(), value.clone()));
                }
                let kind = if kind == "radio" { Kind::Radio } else { Kind::Boxes };
                self.offered.push(Offered { name, value: Some(value), kind });
            }
            (_, "file") => self.offered.push(Offered { name, value: None, kind: Kind::File }),
            _ => self.add_text(name, control.attr("value").unwrap_or_default().to_owned(), kind_of(control)),
        }
    }

    fn add_text(&mut self, name: String, value: String, kind: Kind) {
        self.fields.push((name.clone(), value));
        self.offered.push(Offered { name, value: None, kind });
    }

    fn add_select(&mut self, control: ElementRef<'_>, name: &str) {
        let is_multiple = control.attr("multiple").is_some();
        let options: Vec<_> = control.select(&selector("option")).collect();
        let value_of =
            |option: &ElementRef<'_>| option.attr("value").map_or_else(|| collapse(option.text()), str::to_owned);
        let selected: Vec<_> =
            options.iter().filter(|option| option.attr("selected").is_some()).map(value_of).collect();
        let first = options.first().map(value_of).filter(|_| selected.is_empty() && !is_multiple);
        self.fields.extend(selected.into_iter().chain(first).map(|value| (name.to_owned(), value)));
        self.offered.extend(options.iter().map(|option| Offered {
            name: name.to_owned(),
            value: Some(value_of(option)),
            kind: if is_multiple { Kind::Boxes } else { Kind::List },
        }));
    }

    /// Types into a field, or chooses one of what it offers.
    ///
    /// # Panics
    /// If the page does not offer it: a browser could not do it either.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let offer =
            self.offered.iter().find(|it| it.name == name && it.value.as_deref().is_none_or(|only| only == value));
        let offer = offer.unwrap_or_else(|| panic!("the form offers no {name}={value}, only {:?}", self.names()));
        if offer.kind != Kind::Boxes {
            self.fields.retain(|(known, _)| known != name);
        }
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Types into the fields of one name in turn, as in a table of rules; what is not given stays empty.
    ///
    /// # Panics
    /// If the page offers fewer.
    #[must_use]
    pub fn with_each(mut self, name: &str, values: &[&str]) -> Self {
        let mut values = values.iter();
        for (_, field) in self.fields.iter_mut().filter(|(known, _)| known == name) {
            values.next().copied().unwrap_or_default().clone_into(field);
        }
        assert_eq!(values.len(), 0, "the form offers fewer {name}");
        self
    }

    /// Unticks whatever is chosen under a name.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    /// Sends what the page does not offer: what a tampered page does.
    #[must_use]
    pub fn tampered(self, name: &str, value: &str) -> Self {
        let mut form = self.without(name);
        form.fields.push((name.to_owned(), value.to_owned()));
        form
    }

    /// Chooses a file.
    #[must_use]
    pub fn with_file(mut self, field: &str, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.push(File { field: field.to_owned(), name: name.to_owned(), bytes: bytes.into() });
        self
    }

    /// Presses the button that is named so or says so.
    ///
    /// # Panics
    /// If there is none.
    #[must_use]
    pub fn press(mut self, which: &str) -> Self {
        let is_meant =
            |button: &&Button| button.text == which || button.value == which || button.name.as_deref() == Some(which);
        let button = self.buttons.iter().find(is_meant).cloned();
        let button = button.unwrap_or_else(|| panic!("no button {which}, only {:?}", self.buttons));
        self.fields.extend(button.name.map(|name| (name, button.value)));
        self.action = button.action.unwrap_or(self.action);
        self
    }

    /// The value that would be sent under a name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The names of all fields, each once, in the order of the page.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for Offered { name, .. } in &self.offered {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// What kind of field a name is.
    #[must_use]
    pub fn kind(&self, name: &str) -> Option<Kind> {
        self.offered.iter().find(|it| it.name == name).map(|it| it.kind)
    }

    /// What can be chosen under a name; nothing if it is typed.
    #[must_use]
    pub fn choices(&self, name: &str) -> Vec<&str> {
        self.offered.iter().filter(|it| it.name == name).filter_map(|it| it.value.as_deref()).collect()
    }
}

fn kind_of(input: ElementRef<'_>) -> Kind {
    match (input.attr("type"), input.attr("inputmode")) {
        (Some("hidden"), _) => Kind::Hidden,
        (Some("number"), _) | (_, Some("numeric" | "decimal")) => Kind::Number,
        _ => Kind::Text,
    }
}

/// A browser drops the newline right behind the opening tag.
fn textarea(control: ElementRef<'_>) -> String {
    let text: String = control.text().collect();
    text.strip_prefix('\n').map_or(text.clone(), str::to_owned)
}

/// An action as an address: without one, a form goes back to its page.
fn absolute(action: &str, page: &str) -> String {
    match action {
        "" => page.to_owned(),
        query if query.starts_with('?') => format!("{}{query}", page.split('?').next().unwrap_or(page)),
        path if path.starts_with('/') || path.starts_with("http") => path.to_owned(),
        relative => format!("{}/{relative}", page.rsplit_once('/').map_or("", |(folder, _)| folder)),
    }
}
