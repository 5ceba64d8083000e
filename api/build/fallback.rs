//! Leaves out what a style sheet says for the case that a token is missing, where it is not.

use std::collections::BTreeSet;

use crate::shake::declarations;
use crate::sheet::{block, parts, rules};

/// The sheet with `var(--kern-x)` for `var(--kern-x, …)` where every page has the token.
pub fn without_fallbacks(sheet: &str) -> String {
    let known = tokens(sheet);
    let mut pieces = sheet.split("var(");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    let mut left_out = 0_usize;
    for piece in pieces {
        let piece = if left_out == 0 {
            plain += "var(";
            shortened(piece, &known, &mut left_out)
        } else {
            // A token inside what is left out: its bracket is one more to close.
            left_out += 1;
            behind(piece, &mut left_out)
        };
        plain += &piece;
    }
    plain
}

/// What is left of the text behind `var(`.
fn shortened(piece: &str, known: &BTreeSet<&str>, left_out: &mut usize) -> String {
    let (name, rest) = piece.split_at(piece.find([',', ')']).unwrap_or(piece.len()));
    if !rest.starts_with(',') || !known.contains(name.trim()) {
        return piece.to_owned();
    }
    *left_out = 1;
    format!("{name}){}", behind(rest, left_out))
}

/// What stands behind the last bracket that is left out; nothing if it is not closed in `text`.
fn behind(text: &str, left_out: &mut usize) -> String {
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => *left_out += 1,
            ')' => *left_out -= 1,
            _ => {}
        }
        if *left_out == 0 {
            return text[at + 1..].to_owned();
        }
    }
    String::new()
}

/// The tokens that are set for whole pages.
fn tokens(sheet: &str) -> BTreeSet<&str> {
    let of_pages = rules(sheet).filter_map(block).filter(|(head, _)| parts(head).contains(&":root"));
    of_pages
        .flat_map(|(_, inner)| declarations(inner))
        .filter_map(|line| line.split(':').next())
        .map(str::trim)
        .collect()
}
