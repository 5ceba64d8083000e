//! The form of a survey: what is typed in, and what it means.

use chrono::NaiveTime;
use rundfrage_shared::classification;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::QuestionnaireId;
use rundfrage_shared::name::Name;
use rundfrage_shared::panel::SizeClass;
use rundfrage_shared::questionnaire::model::Code;
use rundfrage_shared::survey::{ReminderRule, Segment, SurveyPlan};
use serde::Deserialize;

/// So many reminders a survey may have.
pub const REMINDERS: usize = 3;
/// A reminder comes at most so many days after the opening.
const LATEST: u16 = 365;

/// What is typed in, kept as it was.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Typed {
    /// Stable name.
    pub code: String,
    /// Title.
    pub title: String,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// NACE sections that are asked; none: all.
    pub section: Vec<String>,
    /// Size classes that are asked; none: all.
    pub size: Vec<String>,
    /// Kreise that are asked; none: all.
    pub region: Vec<String>,
    /// How often.
    pub cadence: String,
    /// Days after the opening; blank: no such reminder.
    pub reminder_days: Vec<String>,
    /// Time of day of the reminder in the same place.
    pub reminder_at: Vec<String>,
    /// The name mails come from.
    pub sender_name: String,
    /// Where replies go.
    pub reply_to: String,
    /// What staff may see.
    pub anonymity: String,
    /// The zone of all local times.
    pub zone: String,
}

/// A complaint: the field, and the text.
pub type Complaint = (&'static str, &'static str);

impl Typed {
    /// What the form of a survey shows.
    #[must_use]
    pub fn of(plan: &SurveyPlan) -> Self {
        let rules = &plan.reminder_rules;
        Self {
            code: plan.code.to_string(),
            title: plan.title.to_string(),
            questionnaire: plan.questionnaire.to_string(),
            section: plan.segment.sections.clone(),
            size: plan.segment.size_classes.clone(),
            region: plan.segment.regions.clone(),
            cadence: plan.cadence.as_str().into(),
            reminder_days: rules.iter().map(|rule| rule.days_after_opening.to_string()).collect(),
            reminder_at: rules.iter().map(|rule| rule.at.format("%H:%M").to_string()).collect(),
            sender_name: plan.sender_name.to_string(),
            reply_to: plan.reply_to.as_ref().map(ToString::to_string).unwrap_or_default(),
            anonymity: plan.anonymity.as_str().into(),
            zone: plan.zone.name().into(),
        }
    }

    /// The lines of the form for reminders: number, days and time of day.
    #[must_use]
    pub fn reminders(&self) -> Vec<(usize, String, String)> {
        let at = |list: &[String], place: usize| list.get(place).cloned().unwrap_or_default();
        let line = |place| (place + 1, at(&self.reminder_days, place), at(&self.reminder_at, place));
        (0..REMINDERS.max(self.reminder_days.len().min(10))).map(line).collect()
    }

    /// What is meant, or every complaint. Clusters are not in the form; `clusters` are kept.
    pub fn read(
        &self,
        questionnaires: &[QuestionnaireId],
        clusters: Vec<String>,
    ) -> Result<SurveyPlan, Vec<Complaint>> {
        let mut wrong = Vec::new();
        let mut note = |complaint: Complaint| wrong.push(complaint);
        // In the order of the form, so that the summary reads like it.
        let title = Name::parse(&self.title).map_err(|_| note(("title", "console-survey-title-wrong"))).ok();
        let code = Code::parse(self.code.trim()).map_err(|_| note(("code", "console-survey-code-wrong"))).ok();
        let questionnaire = self.questionnaire.parse().ok().filter(|id| questionnaires.contains(id));
        if questionnaire.is_none() {
            note(("questionnaire", "console-survey-questionnaire-wrong"));
        }
        let cadence = self.cadence.parse().map_err(|_| note(("cadence", "console-survey-choose"))).ok();
        let segment = self.segment(clusters).map_err(&mut note).ok();
        let sender =
            Name::parse(&self.sender_name).map_err(|_| note(("sender_name", "console-survey-sender-wrong"))).ok();
        let reply = self.reply().map_err(&mut note).ok();
        let rules = self.rules().map_err(&mut note).ok();
        let anonymity = self.anonymity.parse().map_err(|_| note(("anonymity", "console-survey-choose"))).ok();
        let zone = self.zone.parse().map_err(|_| note(("zone", "console-survey-zone-wrong"))).ok();
        let plan = (|| {
            Some(SurveyPlan {
                code: code?,
                title: title?,
                questionnaire: questionnaire?,
                segment: segment?,
                cadence: cadence?,
                reminder_rules: rules?,
                sender_name: sender?,
                reply_to: reply?,
                anonymity: anonymity?,
                zone: zone?,
            })
        })();
        plan.ok_or(wrong)
    }

    fn segment(&self, clusters: Vec<String>) -> Result<Segment, Complaint> {
        let known = |list: &[String], knows: fn(&str) -> bool, complaint: Complaint| {
            if list.iter().all(|code| knows(code)) { Ok(list.to_vec()) } else { Err(complaint) }
        };
        Ok(Segment {
            sections: known(
                &self.section,
                |code| classification::section(code).is_some(),
                ("section", "console-survey-choose"),
            )?,
            size_classes: known(
                &self.size,
                |code| code.parse::<SizeClass>().is_ok(),
                ("size", "console-survey-choose"),
            )?,
            regions: known(
                &self.region,
                |code| classification::kreis(code).is_some(),
                ("region", "console-survey-choose"),
            )?,
            clusters,
        })
    }

    fn rules(&self) -> Result<Vec<ReminderRule>, Complaint> {
        let lines = self.reminders().into_iter().filter(|(_, days, _)| !days.trim().is_empty());
        let mut rules = lines.map(|(_, days, at)| rule(&days, &at)).collect::<Result<Vec<_>, _>>()?;
        rules.sort_by_key(|rule| (rule.days_after_opening, rule.at));
        rules.dedup();
        Ok(rules)
    }

    fn reply(&self) -> Result<Option<EmailAddress>, Complaint> {
        if self.reply_to.trim().is_empty() {
            return Ok(None);
        }
        EmailAddress::parse(&self.reply_to).map(Some).map_err(|_| ("reply_to", "console-survey-reply-wrong"))
    }
}

fn rule(days: &str, at: &str) -> Result<ReminderRule, Complaint> {
    let days = days.trim().parse().ok().filter(|days| (1..=LATEST).contains(days));
    let at = NaiveTime::parse_from_str(at.trim().get(..5).unwrap_or_default(), "%H:%M").ok();
    match (days, at) {
        (None, _) => Err(("reminder_days", "console-survey-days-wrong")),
        (_, None) => Err(("reminder_days", "console-survey-at-wrong")),
        (Some(days_after_opening), Some(at)) => Ok(ReminderRule { days_after_opening, at }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(questionnaire: QuestionnaireId) -> Typed {
        Typed {
            code: "lage".into(),
            title: "Lage der Industrie".into(),
            questionnaire: questionnaire.to_string(),
            section: vec!["C".into()],
            size: vec!["10-49".into(), "250+".into()],
            region: vec!["06411".into()],
            cadence: "quarterly".into(),
            reminder_days: vec!["14".into(), String::new(), "7".into()],
            reminder_at: vec!["09:00".into(), "09:00".into(), "10:30".into()],
            sender_name: "Industriedialog".into(),
            reply_to: String::new(),
            anonymity: "confidential".into(),
            zone: "Europe/Berlin".into(),
        }
    }

    #[test]
    fn a_form_is_read_and_shown_again_as_the_same_plan() {
        let id = QuestionnaireId::from_bytes([1; 16]);
        let plan = typed(id).read(&[id], Vec::new()).unwrap();
        assert_eq!(plan.reminder_rules.iter().map(|rule| rule.days_after_opening).collect::<Vec<_>>(), [7, 14]);
        assert_eq!(Typed::of(&plan).read(&[id], Vec::new()), Ok(plan));
    }

    #[test]
    fn every_complaint_is_told_at_once() {
        let id = QuestionnaireId::from_bytes([1; 16]);
        let foreign = QuestionnaireId::from_bytes([2; 16]);
        let wrong = Typed {
            code: "ä b".into(),
            title: " ".into(),
            section: vec!["Z".into()],
            reminder_days: vec!["0".into()],
            reply_to: "a@b\r\nBcc: c@d.de".into(),
            zone: "Mars/Olympus".into(),
            ..typed(foreign)
        };
        let fields: Vec<_> = wrong.read(&[id], Vec::new()).unwrap_err().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["title", "code", "questionnaire", "section", "reply_to", "reminder_days", "zone"]);
    }
}
