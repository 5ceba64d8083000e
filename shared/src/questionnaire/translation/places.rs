//! Every text of a questionnaire, each with a key that stays while the text changes.

use crate::questionnaire::format::{Choice, Column, Document, Question, Row, Section, Texts, WayOut};

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its key, such as `situation.text`, `situation.options.good`, `section:outlook.title` or `title`. Codes hold neither
    /// dots nor colons, so no two texts have the same.
    pub key: String,
    /// The question it belongs to.
    pub question: Option<String>,
    /// The text it stands below: of an option that of its question, of a question that of its section.
    pub below: Texts,
}

/// Shows every text of the questionnaire to `see`, in the order it is read in.
pub fn walk(document: &mut Document, see: &mut dyn FnMut(Place, &mut Texts)) {
    let title = document.title.clone();
    let mut say = |key: String, texts: &mut Texts| see(Place { key, question: None, below: title.clone() }, texts);
    say("title".into(), &mut document.title);
    if let Some(intro) = &mut document.intro {
        say("intro".into(), intro);
    }
    if let Some(choice) = &mut document.dont_know {
        say("dont_know".into(), &mut choice.label);
    }
    for (name, scale) in &mut document.scales {
        for choice in &mut scale.options {
            say(format!("scale:{name}.{}", choice.code), &mut choice.label);
        }
    }
    for section in &mut document.sections {
        self::section(section, see);
    }
    if let Some(thanks) = &mut document.thanks {
        see(Place { key: "thanks".into(), question: None, below: title }, thanks);
    }
}

fn section(section: &mut Section, see: &mut dyn FnMut(Place, &mut Texts)) {
    let below = section.title.clone();
    let place =
        |part: &str| Place { key: format!("section:{}.{part}", section.id), question: None, below: below.clone() };
    see(place("title"), &mut section.title);
    if let Some(intro) = &mut section.intro {
        see(place("intro"), intro);
    }
    for question in &mut section.questions {
        self::question(question, &below, see);
    }
}

fn question(question: &mut Question, section: &Texts, see: &mut dyn FnMut(Place, &mut Texts)) {
    let mut within = Within { code: question.id.clone(), below: section.clone(), see };
    within.say("text", &mut question.text);
    within.below = question.text.clone();
    within.say_if("help", question.help.as_mut());
    within.say_if("statement", question.statement.as_mut());
    within.say_if("repeat", question.repeat.as_mut().and_then(|repeat| repeat.label.as_mut()));
    within.rows(&mut question.rows);
    within.columns(&mut question.columns);
    within.options("options", question.options.as_deref_mut().unwrap_or_default());
    within.say_if("low", question.low.as_mut());
    within.say_if("high", question.high.as_mut());
    within.way_out("dont_know", &mut question.dont_know);
    for (number, check) in (1..).zip(&mut question.checks) {
        within.say(&format!("checks.{number}"), &mut check.message);
    }
    for inner in &mut question.questions {
        self::question(inner, &question.text, see);
    }
}

/// Inside of one question.
struct Within<'s> {
    code: String,
    below: Texts,
    see: &'s mut dyn FnMut(Place, &mut Texts),
}

impl Within<'_> {
    fn say(&mut self, part: &str, texts: &mut Texts) {
        let key = format!("{}.{part}", self.code);
        (self.see)(Place { key, question: Some(self.code.clone()), below: self.below.clone() }, texts);
    }

    fn say_if(&mut self, part: &str, texts: Option<&mut Texts>) {
        if let Some(texts) = texts {
            self.say(part, texts);
        }
    }

    fn options(&mut self, part: &str, options: &mut [Choice]) {
        for option in options {
            self.say(&format!("{part}.{}", option.code), &mut option.label);
        }
    }

    fn rows(&mut self, rows: &mut [Row]) {
        for row in rows {
            self.say(&format!("rows.{}", row.id), &mut row.label);
            self.way_out(&format!("rows.{}.dont_know", row.id), &mut row.dont_know);
        }
    }

    fn columns(&mut self, columns: &mut [Column]) {
        for column in columns {
            self.say(&format!("columns.{}", column.id), &mut column.label);
            let part = format!("columns.{}.options", column.id);
            self.options(&part, column.options.as_deref_mut().unwrap_or_default());
        }
    }

    fn way_out(&mut self, part: &str, way_out: &mut Option<WayOut>) {
        if let Some(WayOut::Own(choice)) = way_out {
            self.say(part, &mut choice.label);
        }
    }
}
