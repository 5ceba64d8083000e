//! The tables of the file put together into a survey, whichever of the two shapes of database they come from.

use std::collections::{BTreeSet, HashMap};

use super::parts::Parts;
use super::settings::Words;
use super::survey::{Clause, Extras, Group, Part, Question, Survey};
use super::xml::File;

/// The texts of a survey, and where they are found.
const TEXTS: [(&str, &str); 8] = [
    ("title", "surveyls_title"),
    ("description", "surveyls_description"),
    ("welcome", "surveyls_welcometext"),
    ("end", "surveyls_endtext"),
    ("url", "surveyls_url"),
    ("policy", "surveyls_policy_notice"),
    ("policy_label", "surveyls_policy_notice_label"),
    ("legal", "surveyls_legal_notice"),
];

/// Settings of the survey that are kept.
const SETTINGS: [&str; 29] = [
    "admin",
    "adminemail",
    "alloweditaftercompletion",
    "allowjumps",
    "allowprev",
    "allowregister",
    "anonymized",
    "assessments",
    "autoredirect",
    "datestamp",
    "emailnotificationto",
    "emailresponseto",
    "expires",
    "format",
    "googleanalyticsapikey",
    "ipaddr",
    "language",
    "navigationdelay",
    "publicgraphs",
    "publicstatistics",
    "questionindex",
    "refurl",
    "savetimings",
    "shownoanswer",
    "showwelcome",
    "startdate",
    "tokenanswerspersistence",
    "usecaptcha",
    "usetokens",
];

impl<'r> Survey<'r> {
    /// Puts the tables together.
    pub fn new(file: &'r File<'r>) -> Self {
        let mut survey = Self::default();
        survey.about(file);
        let mut questions = Self::questions(file);
        survey.of_questions(file, &mut questions);
        survey.groups(file, questions);
        for row in file.rows("conditions") {
            let get = |field| file.get(row, field);
            let (question, field, method, value) = (get("cqid"), get("cfieldname"), get("method").trim(), get("value"));
            let scenario = number(get("scenario"));
            survey.conditions.entry(get("qid")).or_default().push(Clause { scenario, question, field, method, value });
        }
        for clauses in survey.conditions.values_mut() {
            clauses.sort_by_key(|clause| (clause.scenario, clause.question));
        }
        survey
    }

    /// The survey itself: its number, settings, texts and languages.
    fn about(&mut self, file: &'r File<'r>) {
        if let Some(row) = file.rows("surveys").first() {
            self.sid = file.get(row, "sid");
            let set = SETTINGS.iter().map(|name| (*name, file.get(row, name)));
            self.settings = set.filter(|(_, value)| !value.is_empty()).collect();
            self.languages.push(file.get(row, "language"));
            self.languages.extend(file.get(row, "additional_languages").split_whitespace());
        }
        for row in file.rows("surveys_languagesettings").iter().chain(file.rows("survey_languagesettings")) {
            let language = file.get(row, "surveyls_language");
            self.languages.push(language);
            for (name, field) in TEXTS {
                keep(self.texts.entry(name).or_default(), language, file.get(row, field));
            }
        }
        self.languages.extend(file.languages.iter().map(String::as_str));
        let mut known = BTreeSet::new();
        self.languages.retain(|tag| !tag.is_empty() && known.insert(*tag));
    }

    /// Questions by number, without what belongs to them.
    fn questions(file: &'r File<'r>) -> HashMap<&'r str, Question<'r>> {
        let mut questions = HashMap::new();
        for row in file.rows("questions").iter().filter(|row| is_whole(file.get(row, "parent_qid"))) {
            let get = |field| file.get(row, field);
            let question = questions.entry(get("qid")).or_insert_with(|| Question {
                qid: get("qid"),
                gid: get("gid"),
                kind: get("type").trim().chars().next().unwrap_or('?'),
                code: get("title").trim(),
                preg: get("preg").trim(),
                other: get("other") == "Y",
                mandatory: get("mandatory"),
                relevance: get("relevance"),
                extras: Extras { encrypted: get("encrypted") == "Y", ..Extras::default() },
                theme: get("question_theme_name").trim(),
                order: number(get("question_order")),
                ..Question::default()
            });
            keep(&mut question.text, get("language"), get("question"));
            keep(&mut question.help, get("language"), get("help"));
        }
        questions
    }

    /// Subquestions, answers, attributes, translations, defaults.
    fn of_questions(&mut self, file: &'r File<'r>, questions: &mut HashMap<&'r str, Question<'r>>) {
        self.subquestions(file, questions);
        self.answers(file, questions);
        for row in file.rows("question_attributes") {
            let get = |field| file.get(row, field);
            if let Some(question) = questions.get_mut(get("qid")) {
                question.settings.add(get("attribute"), get("language"), get("value"));
            }
        }
        for row in file.rows("question_l10ns") {
            let get = |field| file.get(row, field);
            let language = get("language");
            if let Some(question) = questions.get_mut(file.first(row, &["qid", "id"])) {
                keep(&mut question.text, language, get("question"));
                keep(&mut question.help, language, get("help"));
                question.extras.has_script |= !get("script").trim().is_empty();
            }
        }
        for row in file.rows("defaultvalues") {
            if let Some(question) = questions.get_mut(file.get(row, "qid")) {
                question.extras.has_default = true;
            }
        }
    }

    fn subquestions(&mut self, file: &'r File<'r>, questions: &mut HashMap<&'r str, Question<'r>>) {
        let translations = translations(file, "question_l10ns", &["qid", "id"], "question");
        let inside = file.rows("questions").iter().filter(|row| !is_whole(file.get(row, "parent_qid")));
        let mut parts = Parts::default();
        for row in file.rows("subquestions").iter().chain(inside) {
            let get = |field| file.get(row, field);
            let id = get("qid");
            let part = parts.part(get("parent_qid"), get("scale_id"), id, || {
                let (relevance, order) = (get("relevance"), number(get("question_order")));
                let label = translations.get(id).cloned().unwrap_or_default();
                Part { id, code: get("title").trim(), label, relevance, order, ..Part::default() }
            });
            keep(&mut part.label, get("language"), get("question"));
        }
        self.orphans += parts.give(questions, |question| &mut question.parts);
    }

    fn answers(&mut self, file: &'r File<'r>, questions: &mut HashMap<&'r str, Question<'r>>) {
        let translations = translations(file, "answer_l10ns", &["aid", "id"], "answer");
        let mut parts = Parts::default();
        for row in file.rows("answers") {
            let get = |field| file.get(row, field);
            let code = get("code").trim();
            let part = parts.part(get("qid"), get("scale_id"), code, || {
                let id = file.first(row, &["aid", "id"]);
                let label = translations.get(id).cloned().unwrap_or_default();
                let (mark, order) = (get("assessment_value").trim(), number(get("sortorder")));
                Part { id, code, label, mark, order, ..Part::default() }
            });
            keep(&mut part.label, get("language"), get("answer"));
        }
        self.orphans += parts.give(questions, |question| &mut question.answers);
    }

    fn groups(&mut self, file: &'r File<'r>, questions: HashMap<&'r str, Question<'r>>) {
        let mut groups: HashMap<&str, Group<'r>> = HashMap::new();
        for row in file.rows("groups").iter().chain(file.rows("group_l10ns")) {
            let get = |field| file.get(row, field);
            let gid = file.first(row, &["gid", "id"]);
            let group = groups.entry(gid).or_insert_with(|| Group {
                gid,
                relevance: get("grelevance"),
                random: get("randomization_group").trim(),
                order: number(get("group_order")),
                ..Group::default()
            });
            keep(&mut group.title, get("language"), get("group_name"));
            keep(&mut group.description, get("language"), get("description"));
        }
        for question in questions.into_values() {
            match groups.get_mut(question.gid) {
                Some(group) => group.questions.push(question),
                None => self.homeless.push(question.code),
            }
        }
        self.homeless.sort_unstable();
        self.groups = groups.into_values().collect();
        self.groups.sort_by_key(|group| (group.order, number(group.gid), group.gid));
        for group in &mut self.groups {
            group.questions.sort_by_key(|question| (question.order, number(question.qid), question.qid));
        }
    }
}

/// Texts that stand in a table of their own, by what they belong to.
fn translations<'r>(file: &'r File<'r>, table: &str, ids: &[&str], field: &str) -> HashMap<&'r str, Words<'r>> {
    let mut all: HashMap<&str, Words<'r>> = HashMap::new();
    for row in file.rows(table) {
        keep(all.entry(file.first(row, ids)).or_default(), file.get(row, "language"), file.get(row, field));
    }
    all
}

/// Keeps a text in a language, unless there is none.
fn keep<'r>(words: &mut Words<'r>, language: &'r str, text: &'r str) {
    if !text.trim().is_empty() {
        words.insert(language, text);
    }
}

/// Whether a question is none of another's subquestions.
fn is_whole(parent: &str) -> bool {
    matches!(parent.trim(), "" | "0")
}

/// A number of a row; what is none comes last.
pub(super) fn number(text: &str) -> i64 {
    text.trim().parse().unwrap_or(i64::MAX)
}
