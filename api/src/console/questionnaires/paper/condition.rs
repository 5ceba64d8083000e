//! Conditions on paper: in words where all they ask is an option, else as they are written, with questions by their numbers.

use rundfrage_shared::classification;
use rundfrage_shared::questionnaire::expression::Expression;

use super::spoken::Spoken;

/// When something is to be filled in.
pub struct Condition {
    /// In words, and where to go on otherwise; without words the expression is shown.
    pub words: Option<String>,
    /// The expression.
    pub expression: String,
}

/// The condition, with the number of the question to go on with otherwise; `None`: the end.
pub fn condition(spoken: &Spoken<'_>, expression: &Expression, otherwise: Option<usize>) -> Condition {
    let words = in_words(spoken, expression).or_else(|| of_company(spoken, expression.source()));
    let words = words.or_else(|| of_number(spoken, expression.source())).map(|words| {
        let otherwise = match otherwise {
            Some(number) => spoken.t1("paper-if-else", "question", spoken.t1("paper-number", "n", number)),
            None => spoken.t("paper-if-end"),
        };
        format!("{words} {otherwise}")
    });
    Condition { words, expression: with_numbers(spoken, expression.source()) }
}

fn in_words(spoken: &Spoken<'_>, expression: &Expression) -> Option<String> {
    let (question, options) = expression.as_option_test()?;
    spoken.number(question.as_str())?;
    let label = |code: &&_| spoken.option(question.as_str(), str_of(code));
    let labels: Vec<_> = options.iter().map(label).collect::<Option<_>>()?;
    let question = spoken.question(question.as_str());
    Some(match labels.as_slice() {
        [only] => spoken.with("paper-if-one", &[("question", question), ("option", only.clone())]),
        several => spoken.with("paper-if-any", &[("question", question), ("options", several.join("; "))]),
    })
}

/// What the panel knows of a company, as the short form of a condition becomes: `company["sector"] in ["C", "G"]`.
fn of_company(spoken: &Spoken<'_>, source: &str) -> Option<String> {
    let (attribute, values) = source.strip_prefix("company[\"")?.split_once("\"] in [")?;
    let values = values.strip_suffix(']')?.split(", ").map(|value| value.trim_matches('"'));
    let key = match attribute {
        "sector" => "paper-attribute-sector",
        "nace" => "paper-attribute-nace",
        "size" => "paper-attribute-size",
        "region" => "paper-attribute-region",
        "cluster" => "paper-attribute-cluster",
        _ => return None,
    };
    let titles = match attribute {
        "sector" => classification::section_titles(),
        "region" => classification::kreis_titles(),
        _ => vec![],
    };
    let told = |value: &str| match titles.iter().find(|title| title.code == value) {
        Some(title) => format!("{} ({value})", title.in_language(spoken.language)),
        None => value.to_owned(),
    };
    let values = values.map(told).collect::<Vec<_>>().join("; ");
    Some(spoken.with("paper-if-company", &[("attribute", spoken.t(key)), ("values", values)]))
}

/// The other short forms: so many options ticked, `size(obstacles) >= 2`, and a number above another, `jobs > 10`.
fn of_number(spoken: &Spoken<'_>, source: &str) -> Option<String> {
    let (key, question, number) = match source.strip_prefix("size(").and_then(|rest| rest.split_once(") >= ")) {
        Some((question, number)) => ("paper-if-count", question, number),
        None => source.split_once(" > ").map(|(question, number)| ("paper-if-above", question, number))?,
    };
    spoken.number(question)?;
    let number = spoken.decimal(number.parse().ok()?);
    Some(spoken.with(key, &[("question", spoken.question(question)), ("n", number)]))
}

fn str_of(code: &rundfrage_shared::questionnaire::model::Code) -> &str {
    code.as_str()
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
