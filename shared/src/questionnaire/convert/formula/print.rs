//! Writing a formula as one of our expressions. The dialect has replaced its names and functions by ours before.

use std::fmt::Write as _;

use super::{Formula, Operator, Unary};

/// The formula as an expression.
#[must_use]
pub fn print(formula: &Formula) -> String {
    let mut out = String::new();
    write(&mut out, formula, 0);
    out
}

fn write(out: &mut String, formula: &Formula, within: u8) {
    match formula {
        Formula::Text(text) => out.push_str(&quoted(text)),
        Formula::Number(number) => drop(write!(out, "{number}")),
        Formula::Bool(truth) => drop(write!(out, "{truth}")),
        Formula::Name(text) | Formula::Ours(text) => out.push_str(text),
        Formula::List(items) => listed(out, '[', items, ']'),
        Formula::Call(name, arguments) => called(out, name, arguments),
        Formula::Unary(unary, side) => prefixed(out, *unary, side),
        Formula::Binary(left, operator, right) => between(out, left, *operator, right, within),
        Formula::Either(parts) => {
            let (condition, yes, no) = parts.as_ref();
            out.push('(');
            write(out, condition, 1);
            out.push_str(" ? ");
            write(out, yes, 1);
            out.push_str(" : ");
            write(out, no, 1);
            out.push(')');
        }
    }
}

/// A function, or what is called on its first argument if the name begins with a dot.
fn called(out: &mut String, name: &str, arguments: &[Formula]) {
    let (of, arguments) = match arguments.split_first() {
        Some((of, rest)) if name.starts_with('.') => (Some(of), rest),
        _ => (None, arguments),
    };
    if let Some(of) = of {
        write(out, of, u8::MAX);
    }
    out.push_str(name);
    listed(out, '(', arguments, ')');
}

fn listed(out: &mut String, open: char, items: &[Formula], close: char) {
    out.push(open);
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push_str(", ");
        }
        write(out, item, 0);
    }
    out.push(close);
}

fn prefixed(out: &mut String, unary: Unary, side: &Formula) {
    match unary {
        Unary::Not => out.push('!'),
        Unary::Minus => out.push('-'),
        Unary::Empty => out.push_str("!answered"),
        Unary::NotEmpty => out.push_str("answered"),
    }
    let is_call = matches!(unary, Unary::Empty | Unary::NotEmpty);
    if is_call {
        listed(out, '(', std::slice::from_ref(side), ')');
    } else {
        write(out, side, u8::MAX);
    }
}

fn between(out: &mut String, left: &Formula, operator: Operator, right: &Formula, within: u8) {
    let negated = matches!(operator, Operator::Lacks | Operator::NoneOf);
    let strength = operator.strength();
    let needs_brackets = strength < within || negated;
    out.push_str(if negated { "!" } else { "" });
    out.push_str(if needs_brackets { "(" } else { "" });
    match operator {
        Operator::Contains | Operator::Lacks => {
            write(out, right, strength + 1);
            out.push_str(" in ");
            write(out, left, strength + 1);
        }
        Operator::AnyOf | Operator::NoneOf => all_in(out, left, right, " || "),
        Operator::AllOf => all_in(out, left, right, " && "),
        _ => {
            write(out, left, strength);
            out.push_str(sign(operator));
            write(out, right, strength + 1);
        }
    }
    out.push_str(if needs_brackets { ")" } else { "" });
}

/// Each of the right ones in the left, within brackets.
fn all_in(out: &mut String, left: &Formula, right: &Formula, joint: &str) {
    let items = if let Formula::List(items) = right { items.as_slice() } else { std::slice::from_ref(right) };
    out.push('(');
    for (place, item) in items.iter().enumerate() {
        out.push_str(if place > 0 { joint } else { "" });
        write(out, item, 4);
        out.push_str(" in ");
        write(out, left, 4);
    }
    out.push(')');
}

const fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Or => " || ",
        Operator::And => " && ",
        Operator::Equal => " == ",
        Operator::Unequal => " != ",
        Operator::Less => " < ",
        Operator::AtMost => " <= ",
        Operator::Greater => " > ",
        Operator::AtLeast => " >= ",
        Operator::Plus => " + ",
        Operator::Minus => " - ",
        Operator::Times => " * ",
        Operator::Over => " / ",
        Operator::Rest => " % ",
        // Not among our operators: the dialects refuse it before.
        Operator::Power => " ^ ",
        Operator::Contains | Operator::Lacks | Operator::AnyOf | Operator::NoneOf | Operator::AllOf => " in ",
    }
}

/// A text as our expressions write it.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}
