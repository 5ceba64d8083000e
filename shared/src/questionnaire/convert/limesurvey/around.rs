//! What stands around the questions: settings of the survey, tables that have no counterpart.

use super::making::{Making, place};
use super::xml::File;
use crate::questionnaire::problem::{counted, quoted};

/// Tables that something is made of, or whose rows belong to those.
const KNOWN: [&str; 14] = [
    "answer_l10ns",
    "answers",
    "conditions",
    "defaultvalue_l10ns",
    "defaultvalues",
    "group_l10ns",
    "groups",
    "question_attributes",
    "question_l10ns",
    "questions",
    "subquestions",
    "survey_languagesettings",
    "surveys",
    "surveys_languagesettings",
];

/// Tables that are known to have no counterpart, and why.
const OTHERS: [(&str, &str); 8] = [
    ("quota", "there are no quotas"),
    ("quota_members", "there are no quotas"),
    ("quota_languagesettings", "there are no quotas"),
    ("assessments", "answers are not marked"),
    ("survey_url_parameters", "nothing is handed over in addresses"),
    ("plugin_settings", "there are no plugins"),
    ("themes", "pages have a look of their own"),
    ("themes_inherited", "pages have a look of their own"),
];

/// Settings that mean something: name, value that says so (empty: any but no), what becomes of it.
const SETTINGS: [(&str, &str, &str); 18] = [
    ("anonymized", "Y", "how anonymous answers are is chosen for each survey, before it starts"),
    ("format", "A", "each section is a page of its own"),
    ("format", "S", "each section is a page of its own"),
    ("allowprev", "N", "one can always go back"),
    ("questionindex", "1", "sections stand in a list if the questionnaire says hub: true"),
    ("questionindex", "2", "sections stand in a list if the questionnaire says hub: true"),
    ("alloweditaftercompletion", "Y", "answers can be changed until the round closes"),
    ("assessments", "Y", "answers are not marked"),
    ("allowregister", "Y", "companies join the panel, not a questionnaire"),
    ("startdate", "", "rounds have dates, questionnaires have none"),
    ("expires", "", "rounds have dates, questionnaires have none"),
    ("ipaddr", "Y", "addresses of respondents are not stored"),
    ("refurl", "Y", "where respondents come from is not stored"),
    ("publicstatistics", "Y", "results are published round by round"),
    ("publicgraphs", "Y", "results are published round by round"),
    ("autoredirect", "Y", "respondents stay here when they have finished"),
    ("savetimings", "Y", "how long answering takes is not stored"),
    ("showwelcome", "N", "the introduction is shown"),
];

impl Making<'_, '_> {
    /// Notes what of the survey itself is not carried over.
    pub fn around(&mut self, file: &File<'_>) {
        for (name, value, becomes) in SETTINGS {
            let set = self.survey.settings.get(name).copied().unwrap_or("");
            let means = if value.is_empty() { !set.is_empty() } else { set == value };
            if means {
                self.report.replaced(format!("survey setting {name}"), format!("it is {}", quoted(set)), becomes);
            }
        }
        self.mails(file);
        for (table, rows) in &file.tables {
            if KNOWN.contains(table) || rows.is_empty() {
                continue;
            }
            let why =
                OTHERS.iter().find(|(name, _)| name == table).map_or("it has no counterpart here", |(_, why)| why);
            self.report.dropped(format!("table {table}"), format!("{why}: {}", counted(rows.len(), "row")));
        }
        for code in &self.survey.homeless {
            self.report.questions += 1;
            self.report.dropped += 1;
            self.report.dropped(place(code), "its group is not in the file");
        }
        if self.survey.orphans > 0 {
            self.report.dropped("survey", format!("{} parts without a question", self.survey.orphans));
        }
    }

    fn mails(&mut self, file: &File<'_>) {
        const FIELDS: [&str; 6] = [
            "surveyls_email_invite",
            "surveyls_email_remind",
            "surveyls_email_register",
            "surveyls_email_confirm",
            "email_admin_notification",
            "email_admin_responses",
        ];
        let rows = file.rows("surveys_languagesettings");
        let texts = rows.iter().flat_map(|row| FIELDS.iter().filter(|field| !file.get(row, field).trim().is_empty()));
        let count = texts.count();
        if count > 0 {
            self.report.dropped(
                "mails",
                format!(
                    "mails are written for each survey or round, not in the questionnaire: {}",
                    counted(count, "text")
                ),
            );
        }
        let has = |name: &str| self.survey.texts.get(name).is_some_and(|words| !words.is_empty());
        let (url, policy) = (has("url"), has("policy") || has("policy_label"));
        if url {
            self.report.dropped("address at the end", "respondents stay here when they have finished");
        }
        if has("legal") {
            self.report.dropped("legal notice", "the platform has one of its own for each organisation");
        }
        if policy {
            self.report.dropped("data policy notice", "the platform has one of its own for each organisation");
        }
        let others = self.survey.settings.len();
        if others > 0 {
            self.report.dropped(
                "survey settings",
                "those that are not named here concern administration, mails and the look, which are set elsewhere",
            );
        }
    }
}
