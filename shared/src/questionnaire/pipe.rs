//! Texts that hold expressions between `{{` and `}}`.

/// What stands between the braces of `text`, in order; `None` for braces that are not closed.
pub fn inner(text: &str) -> impl Iterator<Item = Option<&str>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once("{{")?;
        let (inner, behind) = after.split_once("}}").map_or((None, ""), |(inner, behind)| (Some(inner.trim()), behind));
        rest = behind;
        Some(inner)
    })
}

/// `text` with every pair of braces and what is in it replaced by what `say` makes of it.
#[must_use]
pub fn fill(text: &str, mut say: impl FnMut(&str) -> String) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let Some((inner, behind)) = after.split_once("}}") else { return filled };
        filled.push_str(&say(inner.trim()));
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_found_and_filled_in() {
        let text = "Of {{ a }} staff, {{b + 1}} are trainees.";
        assert_eq!(inner(text).collect::<Vec<_>>(), [Some("a"), Some("b + 1")]);
        assert_eq!(fill(text, |inner| format!("<{inner}>")), "Of <a> staff, <b + 1> are trainees.");
        assert_eq!(inner("plain { text }").count(), 0);
        assert_eq!(inner("open {{ a").collect::<Vec<_>>(), [None]);
    }
}
