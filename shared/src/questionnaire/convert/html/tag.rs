//! Tags in a text that may be HTML or plain: only elements that HTML knows are tags, all else that stands behind `<` is words.

/// The elements of HTML, old ones among them.
const KNOWN: &str = " a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption \
    center circle cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption \
    figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label \
    legend li line link main map mark marquee menu meta meter nav nobr noscript object ol optgroup option output p param path \
    picture polygon pre progress q rect rp rt ruby s samp script search section select slot small source span strike strong \
    style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr ";
/// What stands before the names of elements that office programs leave.
const OFFICE: [&str; 5] = ["o:", "w:", "v:", "m:", "st1:"];

/// A tag or a comment.
pub struct Tag {
    /// The element, in small letters; empty: a comment.
    pub name: String,
    /// Whether it ends its element.
    pub is_end: bool,
    /// Bytes of the tag.
    pub length: usize,
    /// The value of its `href`, as it is written.
    pub href: Option<String>,
}

/// The tag or comment at the beginning of `from`, which begins with `<`; `None`: these are words.
pub fn tag(from: &str) -> Option<Tag> {
    if let Some(length) = silent(from) {
        return Some(Tag { name: String::new(), is_end: false, length, href: None });
    }
    let inner = from[1..].strip_prefix('/').unwrap_or(&from[1..]);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').unwrap_or(inner.len());
    let name = inner[..end].to_ascii_lowercase();
    let behind = &inner[end..];
    let is_known = !name.is_empty()
        && (KNOWN.contains(&format!(" {name} ")) || OFFICE.iter().any(|prefix| name.starts_with(prefix)));
    if !is_known || !behind.starts_with(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/') {
        return None;
    }
    // "a <b and c> d" compares; an element of one letter has no attributes without a value.
    let (length, href) = attributes(behind, name.len() > 1)?;
    Some(Tag { is_end: from.starts_with("</"), length: from.len() - behind.len() + length, name, href })
}

/// The length of a comment or an instruction.
fn silent(from: &str) -> Option<usize> {
    if from.starts_with("<!--") {
        return Some(from.find("-->").map_or(from.len(), |end| end + 3));
    }
    let is_one =
        from.starts_with("<?xml") || from.starts_with("<![") || from.get(..9)?.eq_ignore_ascii_case("<!doctype");
    from.find('>').filter(|_| is_one).map(|end| end + 1)
}

/// The length of what stands between an element's name and the end of its tag, with that end, and the value of `href`.
fn attributes(behind: &str, may_lack_values: bool) -> Option<(usize, Option<String>)> {
    let (mut rest, mut href) = (behind, None);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some((behind.len() - after.len(), href));
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=></".contains(c))?;
        let (name, after) = rest.split_at(end);
        let Some(value) = after.trim_start().strip_prefix('=') else {
            if end == 0 || !may_lack_values {
                return None;
            }
            rest = after;
            continue;
        };
        let (value, after) = value_of(value.trim_start())?;
        if name.eq_ignore_ascii_case("href") {
            href = Some(value.to_owned());
        }
        rest = after;
    }
}

/// A value at the beginning of `from`, and what follows it.
fn value_of(from: &str) -> Option<(&str, &str)> {
    let quote = from.chars().next().filter(|quote| "\"'".contains(*quote));
    if let Some((value, after)) = quote.and_then(|quote| from[1..].split_once(quote)) {
        return Some((value, after));
    }
    let end = from.find(|c: char| c.is_whitespace() || c == '>')?;
    Some(from.split_at(end))
}
