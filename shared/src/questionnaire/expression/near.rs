//! The known name that somebody may have meant.

/// The known name nearest to `written`, if one is near enough to be a slip of the pen.
pub(super) fn nearest<'n>(written: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let allowed = if written.len() <= 4 { 1 } else { 2 };
    let near = known.into_iter().filter(|name| name.len().abs_diff(written.len()) <= allowed);
    let scored = near.map(|name| (distance(&written.to_lowercase(), &name.to_lowercase()), name));
    scored.filter(|(distance, _)| *distance <= allowed).min().map(|(_, name)| name)
}

/// How many letters have to be written, left out or replaced to come from one to the other; neighbours swapped count once.
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<_>, Vec<_>) = (from.chars().collect(), to.chars().collect());
    let mut rows = vec![(0..=to.len()).collect::<Vec<_>>()];
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(from[i - 1] != to[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_is_found() {
        let known = ["situation", "turnover", "q1"];
        assert_eq!(nearest("situtaion", known), Some("situation"));
        assert_eq!(nearest("Turnover", known), Some("turnover"));
        assert_eq!(nearest("q2", known), Some("q1"));
        assert_eq!(nearest("staff", known), None);
    }
}
