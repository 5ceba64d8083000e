//! Style sheets taken apart.

/// The rules at the top level of a sheet without comments.
pub fn rules(sheet: &str) -> impl Iterator<Item = &str> {
    let (mut rest, mut depth) = (sheet, 0_usize);
    std::iter::from_fn(move || {
        let end = rest.char_indices().find_map(|(at, letter)| {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            (letter == '}' && depth == 0).then_some(at + 1)
        })?;
        let (rule, after) = rest.split_at(end);
        rest = after;
        Some(rule)
    })
}

/// The head of a rule and what stands between its braces.
pub fn block(rule: &str) -> Option<(&str, &str)> {
    let (head, inner) = rule.split_once('{')?;
    Some((head.trim(), inner.trim().strip_suffix('}')?))
}

/// The selectors of a list: a comma inside brackets belongs to one of them.
pub fn parts(head: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, letter) in head.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.push(head[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(head[start..].trim());
    found
}

/// A sheet without comments, line breaks, indentation, and spaces that say nothing.
pub fn squeeze(sheet: &str) -> String {
    let mut plain = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        plain += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain += rest;
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    // A declaration or selector that goes on in the next line needs its space.
    let joined: String =
        lines.map(|line| if line.ends_with(['{', '}', ';']) { line.to_owned() } else { format!("{line} ") }).collect();
    tight(&joined)
}

/// The sheet without spaces behind signs that end something, and without the last `;` of a rule; quotes stay as they are.
fn tight(sheet: &str) -> String {
    let (mut tight, mut quote) = (String::with_capacity(sheet.len()), None);
    for letter in sheet.chars() {
        match (letter, quote) {
            (_, Some(open)) => quote = Some(open).filter(|open| letter != *open),
            ('"' | '\'', None) => quote = Some(letter),
            (' ', None) if tight.ends_with([':', ';', ',', '{', '}']) => continue,
            ('}', None) if tight.ends_with(';') => drop(tight.pop()),
            _ => {}
        }
        tight.push(letter);
    }
    tight
}
