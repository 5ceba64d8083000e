//! Our texts as theirs.

use serde_json::{Value, json};

use super::{Writing, expression};
use crate::questionnaire::convert::html::spelled;
use crate::questionnaire::format::Texts;

impl Writing<'_> {
    /// A text: in one language as it is, in several by language. Theirs may be HTML, so what looks like it is spelled.
    pub fn texts(&mut self, texts: &Texts, place: &str) -> Value {
        self.by_language(texts, place, spelled)
    }

    /// A text where theirs is HTML.
    pub fn html(&mut self, texts: &Texts, place: &str) -> Value {
        let html =
            |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>");
        self.by_language(texts, place, html)
    }

    fn by_language(&mut self, texts: &Texts, place: &str, spell: impl Fn(&str) -> String) -> Value {
        let default = self.document.default_language.as_str();
        let mut said = serde_json::Map::new();
        for (language, text) in texts {
            let text = spell(&self.with_values(text, place));
            let key = if language == default { "default" } else { language.as_str() };
            said.insert(key.to_owned(), json!(text));
        }
        match (said.len(), said.remove("default")) {
            (1, Some(only)) => only,
            (_, default) => {
                said.extend(default.map(|text| ("default".to_owned(), text)));
                Value::Object(said)
            }
        }
    }

    /// `{{ code }}` becomes `{code}`; other expressions cannot stand in a text.
    fn with_values(&mut self, text: &str, place: &str) -> String {
        let (mut out, mut rest) = (String::new(), text);
        while let Some((before, from)) = rest.split_once("{{") {
            let Some((inner, after)) = from.split_once("}}") else { break };
            out.push_str(before);
            let written = expression::written(inner.trim(), self.sight(None)).map(|written| written.text);
            match written {
                Ok(name) if name.starts_with('{') && name.find('}') == Some(name.len() - 1) => out.push_str(&name),
                Ok(_) => {
                    self.report.replaced(place, format!("{inner} in the text: only answers stand in texts"), "…");
                    out.push('…');
                }
                Err(reason) => {
                    self.report.replaced(place, format!("{reason} (in the text)"), "…");
                    out.push('…');
                }
            }
            rest = after;
        }
        out + rest
    }
}
