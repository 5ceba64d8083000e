//! The functions of the language, and what they take and give.

use crate::questionnaire::expression::tree::Function;

/// A function or method.
pub(super) struct Known {
    pub name: &'static str,
    /// How it is written.
    pub usage: &'static str,
    /// The least and the greatest number of arguments, without what stands before the dot.
    pub arguments: (usize, usize),
    pub takes: Takes,
}

/// What a function takes; it says what it gives, too.
#[derive(Clone, Copy)]
pub(super) enum Takes {
    /// Numbers, and gives one.
    Numbers(Function),
    /// Numbers or lists of them, and gives a number.
    NumbersOrLists(Function),
    /// Texts, and gives a text.
    Texts(Function),
    /// A text, and gives a number.
    TextToNumber(Function),
    /// A number, and gives a text.
    NumberToText(Function),
    /// Anything, and gives yes or no.
    AnythingToBool(Function),
    /// Anything, and gives a number.
    AnythingToNumber(Function),
    /// A list, a text or a repeating group, and gives a number.
    Size,
    /// Values of one kind, and gives that.
    Alike,
    /// A question that offers a way out.
    WayOut,
    /// A table or group, and the name of a column.
    Column,
}

const MANY: usize = usize::MAX;

const fn known(name: &'static str, usage: &'static str, arguments: (usize, usize), takes: Takes) -> Known {
    Known { name, usage, arguments, takes }
}

/// Functions, in the order of the alphabet.
pub(super) const FUNCTIONS: [Known; 19] = [
    known("abs", "abs(number)", (1, 1), Takes::Numbers(Function::Abs)),
    known("answered", "answered(question)", (1, 1), Takes::AnythingToBool(Function::Answered)),
    known("average", "average(number, number)", (1, MANY), Takes::NumbersOrLists(Function::Average)),
    known("ceil", "ceil(number)", (1, 1), Takes::Numbers(Function::Ceil)),
    known("coalesce", "coalesce(value, otherwise)", (2, MANY), Takes::Alike),
    known("column", "column(table, \"column\")", (2, 2), Takes::Column),
    known("count", "count(question, question)", (1, MANY), Takes::AnythingToNumber(Function::Count)),
    known("dont_know", "dont_know(question)", (1, 1), Takes::WayOut),
    known("floor", "floor(number)", (1, 1), Takes::Numbers(Function::Floor)),
    known("lower", "lower(text)", (1, 1), Takes::Texts(Function::Lower)),
    known("max", "max(number, number)", (1, MANY), Takes::NumbersOrLists(Function::Max)),
    known("min", "min(number, number)", (1, MANY), Takes::NumbersOrLists(Function::Min)),
    known("number", "number(text)", (1, 1), Takes::TextToNumber(Function::NumberOf)),
    known("round", "round(number, digits)", (1, 2), Takes::Numbers(Function::Round)),
    known("size", "size(list or text)", (1, 1), Takes::Size),
    known("sum", "sum(number, number)", (1, MANY), Takes::NumbersOrLists(Function::Sum)),
    known("text", "text(number)", (1, 1), Takes::NumberToText(Function::TextOf)),
    known("upper", "upper(text)", (1, 1), Takes::Texts(Function::Upper)),
    known("year", "year(date)", (1, 1), Takes::TextToNumber(Function::Year)),
];

/// What stands behind a dot: the name, how it is written, and the function; `None` for a pattern.
pub(super) const METHODS: [(&str, &str, Option<Function>); 4] = [
    ("contains", "text.contains(\"part\")", Some(Function::Contains)),
    ("endsWith", "text.endsWith(\"part\")", Some(Function::EndsWith)),
    ("matches", "text.matches(\"pattern\")", None),
    ("startsWith", "text.startsWith(\"part\")", Some(Function::StartsWith)),
];

/// What to write instead of a function of the full language.
pub(super) const MISSING: [(&str, &str); 10] = [
    ("all", "name the parts and join them with &&"),
    ("double", "write number(text)"),
    ("exists", "write value in list, or join conditions with ||"),
    ("exists_one", "count what you need with count(...) == 1"),
    ("filter", "a list cannot be filtered; take sum, count, min, max or average of it"),
    ("has", "write answered(question)"),
    ("if", "write condition ? then : otherwise"),
    ("int", "write number(text), or floor(number)"),
    ("map", "a list cannot be changed; take sum, count, min, max or average of it"),
    ("string", "write text(number)"),
];
