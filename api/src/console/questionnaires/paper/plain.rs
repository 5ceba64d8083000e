//! What a condition asks, in a sentence.

use rundfrage_shared::classification;
use rundfrage_shared::questionnaire::expression::{Comparison, Plain};
use rundfrage_shared::questionnaire::model::Code;

use super::spoken::Spoken;

/// The clause behind "only if"; `None`: something in it has no words.
pub fn clause(spoken: &Spoken<'_>, plain: &Plain) -> Option<String> {
    Some(match plain {
        Plain::All(parts) => joined(spoken, parts, "paper-and")?,
        Plain::Any(parts) => joined(spoken, parts, "paper-or")?,
        Plain::Options { question, row, options, is } => {
            let key = if *is { "paper-when-ticked" } else { "paper-when-not-ticked" };
            let options = options.iter().map(|option| spoken.option(question.as_str(), option.as_str()));
            let options = quoted(spoken, options.collect::<Option<Vec<_>>>()?);
            let question = match row {
                Some(row) => spoken.row(question.as_str(), row.as_str())?,
                None => named(spoken, question),
            };
            spoken.with(key, &[("question", question), ("options", options)])
        }
        Plain::Answered { question, is } => {
            let key = if *is { "paper-when-answered" } else { "paper-when-unanswered" };
            spoken.t1(key, "question", named(spoken, question))
        }
        Plain::Number { question, counted, comparison, number } => {
            let (key, how) = if *counted { ("paper-when-count", "count") } else { ("paper-when-number", "number") };
            let compared = spoken.t(&format!("paper-{how}-{}", word(*comparison)));
            let number = spoken.decimal(*number);
            spoken.with(key, &[("question", named(spoken, question)), ("compared", compared), ("n", number)])
        }
        Plain::Company { attribute, values, is } => of_company(spoken, attribute, values, *is),
    })
}

/// Several clauses; where parts are made of parts themselves, a sign keeps them apart.
fn joined(spoken: &Spoken<'_>, parts: &[Plain], key: &str) -> Option<String> {
    let is_deep = parts.iter().any(|part| matches!(part, Plain::All(_) | Plain::Any(_)));
    let clauses = parts.iter().map(|part| clause(spoken, part)).collect::<Option<Vec<_>>>()?;
    let sign = if is_deep { ";" } else { "" };
    Some(clauses.join(&format!("{sign} {} ", spoken.t(key))))
}

fn named(spoken: &Spoken<'_>, question: &Code) -> String {
    spoken.question(question.as_str())
}

/// „A“, „B“ oder „C“
fn quoted(spoken: &Spoken<'_>, labels: Vec<String>) -> String {
    let mut labels: Vec<_> = labels.into_iter().map(|label| spoken.t1("paper-quoted", "text", label)).collect();
    let last = labels.pop().unwrap_or_default();
    if labels.is_empty() { last } else { format!("{} {} {last}", labels.join(", "), spoken.t("paper-or")) }
}

const fn word(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "equal",
        Comparison::NotEqual => "other",
        Comparison::Less => "below",
        Comparison::LessOrEqual => "most",
        Comparison::Greater => "above",
        Comparison::GreaterOrEqual => "least",
    }
}

/// What the panel knows of a company.
fn of_company(spoken: &Spoken<'_>, attribute: &str, values: &[String], is: bool) -> String {
    let titles = match attribute {
        "sector" => classification::section_titles(),
        "region" => classification::kreis_titles(),
        _ => vec![],
    };
    let told = |value: &String| match titles.iter().find(|title| title.code == value) {
        Some(title) => format!("{} ({value})", title.in_language(spoken.language)),
        None => value.clone(),
    };
    let name = match attribute {
        "sector" | "nace" | "size" | "region" | "cluster" => spoken.t(&format!("paper-attribute-{attribute}")),
        own => own.to_owned(),
    };
    let key = if is { "paper-when-company" } else { "paper-when-not-company" };
    spoken.with(key, &[("attribute", name), ("values", quoted(spoken, values.iter().map(told).collect()))])
}
