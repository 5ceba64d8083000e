//! What is wrong with a setting, on one line that shows nothing of what was written: it may be a password.

use figment::Error;
use figment::error::{Actual, Kind};

/// The first complaint, with the setting's name and where it was set.
pub fn one_line(error: &Error) -> String {
    let error = error.clone().into_iter().next().unwrap_or_else(|| error.clone());
    let setting = match &error.kind {
        Kind::UnknownField(name, _) => name.clone(),
        _ => error.path.join("."),
    };
    let source = error.metadata.as_ref().map_or(String::new(), |metadata| match &metadata.source {
        Some(file) => format!(" (in {file})"),
        None => format!(" (in {})", metadata.name),
    });
    let separator = if setting.is_empty() { "" } else { ": " };
    format!("{setting}{separator}{}{source}", reason(&error.kind))
}

fn reason(kind: &Kind) -> String {
    match kind {
        Kind::Message(text) => without_quotation(text),
        Kind::UnknownField(_, known) => format!("there is no such setting; there are {}", known.join(", ")),
        Kind::UnknownVariant(_, known) => format!("write {}", known.join(" or ")),
        Kind::InvalidType(actual, expected) | Kind::InvalidValue(actual, expected) => {
            format!("this must be {}, not {}", plain(expected), sort(actual))
        }
        other => other.to_string(),
    }
}

fn plain(expected: &str) -> &str {
    match expected {
        "u16" | "u32" | "u64" | "usize" => "a whole number from 0 on",
        "path string" => "a path",
        other => other,
    }
}

fn sort(actual: &Actual) -> String {
    match actual {
        Actual::Str(_) | Actual::Char(_) | Actual::Bytes(_) => "a text".into(),
        other => other.to_string(),
    }
}

/// The TOML reader tells the place, shows the line and then the reason: the line is left out.
fn without_quotation(text: &str) -> String {
    let Some(told) = text.strip_prefix("TOML parse error at ") else { return text.to_owned() };
    let lines: Vec<_> = told.lines().collect();
    let shown = lines.iter().rposition(|line| line.trim_start().starts_with('|')).unwrap_or(0);
    format!("{}: {}", lines[0], lines[shown + 1..].join("; "))
}
