//! Conditions on paper: in a sentence where one can say them, else as they are written, with questions by their numbers.

use rundfrage_shared::questionnaire::expression::Expression;

use super::plain::clause;
use super::spoken::Spoken;

/// When something is to be filled in.
pub struct Condition {
    /// The sentence.
    pub words: String,
    /// What it is about, where no sentence says it: the expression.
    pub expression: Option<String>,
    /// Where to go on otherwise; nothing inside a group.
    pub otherwise: String,
}

/// Where to go on if a condition does not hold: with the question of this number; `None`: with the end.
pub fn otherwise(spoken: &Spoken<'_>, number: Option<usize>) -> String {
    match number {
        Some(number) => spoken.t1("paper-if-else", "question", spoken.t1("paper-number", "n", number)),
        None => spoken.t("paper-if-end"),
    }
}

/// The condition, and where to go on otherwise.
pub fn condition(spoken: &Spoken<'_>, expression: &Expression, otherwise: String) -> Condition {
    if let Some(words) = in_words(spoken, expression) {
        return Condition { words, expression: None, otherwise };
    }
    let expression = Some(with_numbers(spoken, expression.source()));
    Condition { words: spoken.t("paper-if"), expression, otherwise }
}

/// The condition of a row: there is no place to go on with otherwise.
pub fn of_row(spoken: &Spoken<'_>, expression: &Expression) -> String {
    in_words(spoken, expression)
        .unwrap_or_else(|| format!("{} {}", spoken.t("paper-if"), with_numbers(spoken, expression.source())))
}

fn in_words(spoken: &Spoken<'_>, expression: &Expression) -> Option<String> {
    Some(spoken.t1("paper-when", "when", clause(spoken, expression.as_plain()?)?))
}

/// The expression with the names of questions replaced by "Question 3"; what stands in quotation marks or behind a point is
/// left as it is.
pub fn with_numbers(spoken: &Spoken<'_>, source: &str) -> String {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut quote = None;
    while let Some(sign) = rest.chars().next() {
        let is_free = quote.is_none() && !out.ends_with('.') && is_name(sign);
        let length = if is_free { rest.find(|sign| !is_name(sign)).unwrap_or(rest.len()) } else { sign.len_utf8() };
        let (word, behind) = rest.split_at(length);
        match sign {
            '"' | '\'' if quote.is_none() => quote = Some(sign),
            sign if quote == Some(sign) => quote = None,
            _ => {}
        }
        match spoken.number(word).filter(|_| is_free) {
            Some(_) => out.push_str(&spoken.question(word)),
            None => out.push_str(word),
        }
        rest = behind;
    }
    out
}
