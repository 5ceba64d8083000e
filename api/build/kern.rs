//! What we take of KERN's style sheet: its tokens and the parts our pages use, without utilities and unused icons.

/// The first word after `.kern-` of the parts we use.
const PARTS: [&str; 31] = [
    "accordion",
    "alert",
    "badge",
    "body",
    "btn",
    "card",
    "dark",
    "description",
    "dialog",
    "divider",
    "error",
    "fieldset",
    "form",
    "heading",
    "hgroup",
    "hint",
    "icon",
    "input",
    "kopfzeile",
    "label",
    "layer",
    "level",
    "light",
    "link",
    "list",
    "loader",
    "number",
    "preline",
    "progress",
    "subline",
    "summary",
];
const MORE_PARTS: [&str; 4] = ["sr", "table", "task", "title"];

/// The icons we use, and the sizes of all.
const ICONS: [&str; 27] = [
    "small",
    "default",
    "large",
    "x-large",
    "add",
    "arrow-back",
    "arrow-down",
    "arrow-forward",
    "arrow-up",
    "autorenew",
    "calendar-today",
    "check",
    "checklist",
    "chevron-left",
    "chevron-right",
    "close",
    "danger",
    "delete",
    "download",
    "edit",
    "help",
    "home",
    "info",
    "mail",
    "search",
    "success",
    "warning",
];

/// KERN's notice; comments are squeezed out of the rest.
const NOTICE: &str =
    "/*! KERN UX, https://kern-ux.de, EUPL-1.2; Fira Sans, SIL Open Font License 1.1; Rundfrage, EUPL-1.2 */\n";

/// The rules of KERN's sheet that we use.
pub fn sheet(source: &str) -> String {
    let squeezed = squeeze(source);
    let source = squeezed.strip_prefix("@charset \"UTF-8\";").unwrap_or(&squeezed);
    let mut sheet = NOTICE.to_owned();
    for rule in rules(source) {
        if is_used(rule) {
            sheet += rule;
        }
    }
    sheet
}

/// A rule without `.kern-` classes sets tokens or resets; else one of its classes must be a part that we use.
fn is_used(rule: &str) -> bool {
    let mut classes = rule.split(".kern-").skip(1).peekable();
    if classes.peek().is_none() {
        return true;
    }
    if let Some(icon) = rule.strip_prefix(".kern-icon--") {
        return ICONS.contains(&name(icon, false));
    }
    classes.any(|class| PARTS.contains(&name(class, true)) || MORE_PARTS.contains(&name(class, true)))
}

/// The name a selector begins with; only its first word if `first_word`.
fn name(selector: &str, first_word: bool) -> &str {
    let ends = |letter: char| !(letter.is_ascii_lowercase() || (letter == '-' && !first_word));
    selector.split(ends).next().unwrap_or_default()
}

/// The rules at the top level of a sheet without comments.
fn rules(sheet: &str) -> impl Iterator<Item = &str> {
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

/// A sheet without comments, line breaks and indentation.
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
    lines.map(|line| if line.ends_with(['{', '}', ';']) { line.to_owned() } else { format!("{line} ") }).collect()
}
