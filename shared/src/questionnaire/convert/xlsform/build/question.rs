//! One question.

use super::super::super::formula::Formula;
use super::super::formula::{needed, read, written};
use super::super::heading::Field;
use super::super::kind::Kind;
use super::super::scope::{State, Type};
use super::super::survey::truth;
use super::super::wording::{NEEDED, TIME, UNFIT};
use super::bounds::{Bounds, bounds};
use super::{Builder, MOST_QUESTIONS};
use crate::questionnaire::format::{Bound, Check, Question, QuestionType, Required};

/// What was made of a row.
pub struct Made {
    /// The question; of a moment there are two.
    pub questions: Vec<Question>,
    /// How expressions name it, if there is no question.
    pub path: Option<String>,
    /// What expressions see of the first.
    pub ty: Option<Type>,
    /// It stands in another form.
    pub is_replaced: bool,
}

impl Builder<'_, '_> {
    /// Makes what there is to make of a row.
    pub(super) fn question(&mut self, line: usize, out: &mut Vec<Question>) {
        let it = &self.survey.lines[line];
        if it.kind == Some(Kind::Metadata) {
            return self.told.metadata.push(it.row.number);
        }
        let name = it.name;
        self.report.questions += 1;
        self.questions += 1;
        let place = self.place(line, &Field::Type);
        if self.questions == MOST_QUESTIONS + 1 {
            self.faults.add(place.as_str(), format!("there are more than {MOST_QUESTIONS} questions; split the form"));
        }
        if self.is_full(0) {
            self.report.dropped += 1;
            self.scope.set(name, line, State::Gone("is left out"));
            return self.report.dropped(place, super::TOO_LARGE);
        }
        match self.make(line) {
            Ok(made) => {
                self.report.carried += usize::from(!made.is_replaced);
                self.report.replaced += usize::from(made.is_replaced);
                let code =
                    made.path.or_else(|| made.questions.first().map(|first| first.id.clone())).unwrap_or_default();
                let state =
                    made.ty.map_or(State::Gone("has no answer that could be looked at"), |ty| State::Here(code, ty));
                self.scope.set(name, line, state);
                out.extend(made.questions);
            }
            Err(reason) => {
                self.report.dropped += 1;
                self.scope.set(name, line, State::Gone("is left out"));
                self.report.dropped(place, reason);
            }
        }
    }

    /// The question itself; `Err`: why there is none.
    fn make(&mut self, line: usize) -> Result<Made, String> {
        let it = &self.survey.lines[line];
        if it.is_disabled {
            return Err("the row is switched off".into());
        }
        let Some(kind) = it.kind.clone() else {
            return Err(format!("the type {} is not known here", it.written));
        };
        let own = self.relevant(line);
        let show_if = self.asked_if(line, own).map_err(|()| "its condition never holds")?;
        let id = self.codes.make_name(if it.name.is_empty() { "note" } else { it.name }, "q");
        let row = self.survey.table.row_place(it.row);
        self.report.comes_from(&id, format!("{row} (question {id})"));
        if id != it.name && !it.name.is_empty() {
            let place = self.place(line, &Field::Name);
            self.report.replaced(
                place,
                format!("{} stands twice, or expressions here cannot name it as it is", it.name),
                id.clone(),
            );
        }
        let mut question = Question { id, show_if, ..Question::default() };
        self.label(line, &kind, &mut question)?;
        let mut made = self.of_kind(line, &kind, question)?;
        self.rules(line, &kind, &mut made);
        Ok(made)
    }

    /// Its text and its help.
    fn label(&mut self, line: usize, kind: &Kind, question: &mut Question) -> Result<(), String> {
        question.help = self.help(line);
        let text = self.texts(line, &Field::Label);
        let is_silent = matches!(kind, Kind::Calculate | Kind::Hidden | Kind::Data);
        question.text = match (text, question.help.take()) {
            (Some(text), help) => {
                question.help = help;
                text
            }
            (None, Some(help)) if *kind == Kind::Note => help,
            (None, None) if *kind == Kind::Note => return Err("a note without a text".into()),
            (None, help) => {
                question.help = help;
                let name = self.survey.lines[line].name;
                if !is_silent {
                    let place = self.place(line, &Field::Label);
                    self.report.replaced(place, "there is no label", format!("the name {name}"));
                }
                self.everywhere(name)
            }
        };
        Ok(())
    }

    /// The hint, and behind it the longer one.
    pub(super) fn help(&mut self, line: usize) -> Option<crate::questionnaire::format::Texts> {
        let hint = self.texts(line, &Field::Hint);
        let Some(longer) = self.texts(line, &Field::GuidanceHint) else { return hint };
        self.told.guidance += 1;
        let Some(hint) = hint else { return Some(longer) };
        let both = |(tag, text): (String, String)| {
            let more = longer.get(&tag).map_or(String::new(), |more| format!("\n{more}"));
            (tag, (text + &more).chars().take(4_000).collect())
        };
        Some(hint.into_iter().map(both).collect())
    }

    /// Whether an answer is needed, and the rules it keeps.
    fn rules(&mut self, line: usize, kind: &Kind, made: &mut Made) {
        let Some(question) = made.questions.first_mut() else { return };
        if matches!(question.question_type, QuestionType::Note | QuestionType::Calculated) {
            return self.tell_unanswered(
                line,
                "this row is not answered, so it holds nobody back; write the rule at a question",
            );
        }
        let mut question = std::mem::take(question);
        self.require(line, &mut question);
        let needed = question.checks.clone();
        match &made.ty {
            Some(ty) => self.constraint(line, kind, ty, &mut question),
            None if self.get(line, &Field::Constraint).is_empty() => {}
            None => {
                let place = self.place(line, &Field::Constraint);
                self.report.dropped(place, "a rule on an answer that cannot be looked at");
            }
        }
        if let Some(second) = made.questions.get_mut(1) {
            (second.required, second.checks) = (question.required, needed);
        }
        made.questions[0] = question;
    }

    /// Requires an answer, always or by a rule.
    pub(super) fn require(&mut self, line: usize, question: &mut Question) {
        let condition = match self.required(line) {
            Formula::Bool(truth) => return question.required = truth.then_some(Required::Hard),
            condition => condition,
        };
        match written(&needed(condition, Formula::Name("this".into()))) {
            Ok(rule) => {
                self.made += rule.len();
                let own = self.texts(line, &Field::RequiredMessage);
                self.told.says_needed.extend(own.is_some().then_some(self.survey.lines[line].row.number));
                let message = own.unwrap_or_else(|| self.word(NEEDED));
                question.checks.push(Check { rule, message, soft: false });
            }
            Err(failure) => self.failed(line, &Field::Required, failure, "it may be left out"),
        }
    }

    /// When an answer is needed.
    pub(super) fn required(&mut self, line: usize) -> Formula {
        let text = self.get(line, &Field::Required).to_owned();
        if let Some(is_required) = truth(&text) {
            return Formula::Bool(is_required);
        }
        let found = read(&text)
            .and_then(|formula| self.at_line(line, &Field::Required, None, |place| place.condition(&formula)));
        found.unwrap_or_else(|failure| {
            self.failed(line, &Field::Required, failure, "the condition has no equivalent, so it may be left out");
            Formula::Bool(false)
        })
    }

    fn constraint(&mut self, line: usize, kind: &Kind, ty: &Type, question: &mut Question) {
        let text = self.get(line, &Field::Constraint).to_owned();
        let has_message =
            self.survey.table.texts(self.survey.lines[line].row, &Field::ConstraintMessage).next().is_some();
        if text.is_empty() {
            if has_message {
                let place = self.place(line, &Field::ConstraintMessage);
                self.report.dropped(place, "a message without a rule");
            }
            return;
        }
        let rule = match read(&text) {
            Ok(rule) => rule,
            Err(failure) => return self.failed(line, &Field::Constraint, failure, "the rule has no equivalent"),
        };
        if !has_message
            && let Some(bounds) = bounds(&rule, *kind == Kind::Integer)
            && bind(question, kind, bounds)
        {
            return;
        }
        let found = self.at_line(line, &Field::Constraint, Some(ty.clone()), |place| place.condition(&rule));
        match found.and_then(|rule| if rule == Formula::Bool(true) { Ok(None) } else { written(&rule).map(Some) }) {
            Ok(None) => {}
            Ok(Some(rule)) => {
                self.made += rule.len();
                let message = self.texts(line, &Field::ConstraintMessage).unwrap_or_else(|| self.word(UNFIT));
                question.checks.push(Check { rule, message, soft: false });
            }
            Err(failure) => self.failed(line, &Field::Constraint, failure, "the rule has no equivalent"),
        }
    }

    /// The time of a moment, beside its date.
    pub(super) fn time_of(&mut self, date: &Question) -> Question {
        let words = self.word(TIME);
        let text = date.text.iter().map(|(tag, text)| {
            let word = words.get(tag).map_or("time", String::as_str);
            (tag.clone(), format!("{text} ({word})").chars().take(4_000).collect())
        });
        Question {
            id: self.codes.make_name(&format!("{}_time", date.id), "time"),
            question_type: QuestionType::Time,
            show_if: date.show_if.clone(),
            text: text.collect(),
            ..Question::default()
        }
    }
}

/// Takes bounds as keys, if the question has keys for all of them.
fn bind(question: &mut Question, kind: &Kind, bounds: Bounds) -> bool {
    if !fits(question, kind, &bounds) || !is_in_order(&bounds) || !is_exact(question, &bounds) {
        return false;
    }
    let Bounds { min, max, from, to, length, decimals, fewest, most } = bounds;
    let bound = |number: Option<f64>, text: Option<String>| number.map(Bound::Number).or(text.map(Bound::Text));
    (question.min, question.max) = (bound(min, from), bound(max, to));
    (question.max_length, question.min_choices, question.max_choices) = (length, fewest, most);
    let is_number = question.question_type == QuestionType::Numeric;
    question.decimals = if is_number { decimals.or(question.decimals) } else { None };
    true
}

/// Whether the type of question has a key for each of the bounds.
fn fits(question: &Question, kind: &Kind, bounds: &Bounds) -> bool {
    let numbers = bounds.min.is_some() || bounds.max.is_some();
    let dates = bounds.from.is_some() || bounds.to.is_some();
    let counts = bounds.fewest.is_some() || bounds.most.is_some();
    let (length, decimals) = (bounds.length.is_some(), bounds.decimals.is_some());
    match question.question_type {
        QuestionType::Numeric => !dates && !counts && !length && (!decimals || *kind == Kind::Decimal),
        QuestionType::Date | QuestionType::Time => !numbers && !counts && !length && !decimals,
        QuestionType::ShortText | QuestionType::OpenText | QuestionType::Url => {
            !numbers && !dates && !counts && !decimals && length
        }
        QuestionType::MultiSelect => {
            let options = question.options.as_ref().map_or(0, Vec::len);
            let (fewest, most) = (bounds.fewest.unwrap_or(0), bounds.most.unwrap_or(options));
            !numbers && !dates && !length && !decimals && fewest <= most && most <= options
        }
        _ => false,
    }
}

fn is_in_order(bounds: &Bounds) -> bool {
    match (bounds.min, bounds.max, &bounds.from, &bounds.to) {
        (Some(min), Some(max), ..) => min <= max,
        (_, _, Some(from), Some(to)) => from <= to && from.len() == to.len(),
        _ => true,
    }
}

/// Whether dates are whole days, times whole minutes.
fn is_exact(question: &Question, bounds: &Bounds) -> bool {
    let long = if question.question_type == QuestionType::Time { 5 } else { 10 };
    [&bounds.from, &bounds.to].into_iter().flatten().all(|date| date.len() == long)
}
