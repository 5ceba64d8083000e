//! What can be asked of a question that a name refers to.

use super::super::formula::{Formula, Operator};
use super::names::{Cell, Known, Pair, Shape};
use super::place::{behind, part, places};
use super::value::{Found, Options, Value, among, fault};
use crate::questionnaire::format::Texts;

fn ours<'p>(pairs: &'p [Pair], theirs: &str) -> Option<&'p str> {
    pairs.iter().find(|(code, _)| code == theirs).map(|(_, ours)| ours.as_str())
}

impl Known<'_> {
    /// The whole answer.
    pub fn whole(&self) -> Found<Value> {
        let place = Formula::Ours(self.path.clone());
        Ok(match &self.shape {
            Shape::Nothing => return fault(format!("{} has no answer here", self.code)),
            Shape::Number => Value::Number(place),
            Shape::Text => Value::Text(place),
            Shape::Date(length) => Value::Date(place, *length),
            Shape::Choice { options, .. } => Value::Choice(place, options.clone()),
            Shape::Several { options, .. } => Value::Several(place, options.clone()),
            Shape::Ranking(options) => Value::Ranked(place, options.clone()),
            Shape::Matrix(rows, _) => self.list(rows.iter().map(|(row, _)| row.clone())),
            Shape::Ticks(rows, options) => {
                let codes = rows.iter().flat_map(|(row, _)| options.iter().map(move |o| format!("{row}_{}", o.theirs)));
                self.list(codes)
            }
            Shape::Table(rows, columns) => {
                let name = |row: &str, column: &str| match column {
                    "" => row.to_owned(),
                    column => format!("{row}_{column}"),
                };
                let codes =
                    rows.iter().flat_map(|(row, _)| columns.iter().map(move |((column, _), _)| name(row, column)));
                self.list(codes)
            }
            Shape::Files => return fault(format!("files such as those of {} cannot be looked at", self.code)),
        })
    }

    fn list(&self, codes: impl Iterator<Item = String>) -> Value {
        Value::List(codes.filter_map(|code| self.part(&code).map(|value| (code, value))).collect())
    }

    /// What the part of a name behind the question stands for.
    pub fn part(&self, suffix: &str) -> Option<Value> {
        match &self.shape {
            Shape::Choice { other, comment, .. } => match suffix {
                "other" => {
                    let code = Formula::Text(other.clone()?);
                    let place = Box::new(Formula::Ours(self.path.clone()));
                    Some(Value::Own(Formula::Binary(place, Operator::Equal, Box::new(code))))
                }
                "comment" => Some(Value::Text(Formula::Ours(comment.clone()?))),
                _ => None,
            },
            Shape::Several { options, other, comments } => {
                self.ticked(suffix, options, other.as_deref(), comments.as_deref())
            }
            Shape::Ranking(options) => {
                let place = suffix.parse().ok().filter(|place| (1..=options.len()).contains(place))?;
                Some(Value::Rank(Formula::Ours(self.path.clone()), place))
            }
            Shape::Matrix(rows, options) => {
                let row = part(&self.path, ours(rows, suffix)?);
                Some(Value::Choice(Formula::Ours(row), options.clone()))
            }
            Shape::Ticks(rows, options) => split(suffix).find_map(|(row, column)| {
                let list = part(&self.path, ours(rows, row)?) + ".options";
                let option = options.iter().find(|option| option.theirs == column)?;
                let (holds, label) = (among(&option.ours, Formula::Ours(list)), option.label.clone());
                Some(Value::Tick { holds, on: "1", label })
            }),
            Shape::Table(rows, columns) => split(suffix).find_map(|(row, column)| {
                let row = ours(rows, row)?;
                let ((_, column), cell) = columns.iter().find(|((code, _), _)| code == column)?;
                let place = Formula::Ours(part(&part(&self.path, row), column));
                Some(match cell {
                    Cell::Number => Value::Number(place),
                    Cell::Text => Value::Text(place),
                    Cell::Choice(options) => Value::Choice(place, options.clone()),
                })
            }),
            _ => None,
        }
    }

    fn ticked(&self, suffix: &str, options: &Options, other: Option<&str>, comments: Option<&str>) -> Option<Value> {
        let place = || Formula::Ours(self.path.clone());
        if let Some(option) = options.iter().find(|option| option.theirs == suffix) {
            let holds = among(&option.ours, place());
            let is_other = other == Some(option.ours.as_str());
            return Some(if is_other {
                Value::Own(holds)
            } else {
                Value::Tick { holds, on: "Y", label: option.label.clone() }
            });
        }
        let code = suffix.strip_suffix("comment")?.trim_end_matches('_');
        let option = options.iter().find(|option| option.theirs == code)?;
        Some(Value::Text(Formula::Ours(part(comments?, &option.ours) + ".comment")))
    }

    /// What is asked about a question itself, not about its answer.
    pub fn about(&self, behind: &str, language: &str) -> Option<Value> {
        Some(match behind {
            "question" => Value::Quoted(self.text.get(language).cloned().unwrap_or_default()),
            "qid" => Value::Said(self.qid.to_owned()),
            "gid" => Value::Said(self.gid.to_owned()),
            _ => return None,
        })
    }

    /// What a row or an option says; of a cell, the row with the column in brackets.
    pub fn text_of(&self, value: &Value, language: &str) -> Option<Value> {
        let place = places(value).into_iter().next()?;
        let (row, rest) = self.labels.iter().find_map(|(name, label)| Some((label, behind(&place, name)?)))?;
        let column = match (&self.shape, value) {
            (Shape::Table(_, columns), _) if columns.iter().any(|((column, _), _)| !column.is_empty()) => {
                Some(&self.labels.iter().find(|(name, _)| name == rest)?.1)
            }
            (Shape::Ticks(..), Value::Tick { label, .. }) => Some(label),
            _ => None,
        };
        let say = |label: &Texts| label.get(language).cloned().unwrap_or_default();
        let column = column.map(|label| format!("[{}]", say(label))).unwrap_or_default();
        Some(Value::Quoted(say(row) + &column))
    }

    /// What follows a name behind a dot.
    pub fn followed(&self, value: Value, behind: &str) -> Found<Value> {
        Ok(match behind {
            "NAOK" | "value" | "valueNAOK" | "code" => value,
            "shown" => Value::Label(Box::new(value)),
            "comments" => self.comments(true)?,
            "nocomments" => self.comments(false)?,
            _ => match behind.strip_prefix("sq_") {
                Some(code) => self.those(value, code)?,
                None => return fault(format!("\".{behind}\" has no counterpart here")),
            },
        })
    }

    /// The comments of options, or the options without.
    fn comments(&self, wanted: bool) -> Found<Value> {
        let Shape::Several { options, .. } = &self.shape else { return fault("there are no comments to it") };
        let name = |code: &str| if wanted { format!("{code}comment") } else { code.to_owned() };
        Ok(self.list(options.iter().map(|option| name(&option.theirs))))
    }

    /// The subquestions whose code has something in it.
    fn those(&self, value: Value, code: &str) -> Found<Value> {
        let value = if let Value::Several(_, options) = &value {
            self.list(options.iter().map(|option| option.theirs.clone()))
        } else {
            value
        };
        match value {
            Value::List(values) => {
                Ok(Value::List(values.into_iter().filter(|(name, _)| name.contains(code)).collect()))
            }
            _ => fault(format!("{} has no subquestions", self.code)),
        }
    }
}

/// The ways to part a name into a row and a column.
fn split(suffix: &str) -> impl Iterator<Item = (&str, &str)> {
    let parted = suffix.match_indices('_').map(|(at, _)| (&suffix[..at], &suffix[at + 1..]));
    parted.chain([(suffix, "")])
}
