//! `/console/surveys/{id}`: one survey, whom it asks, and its rounds.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::classification;
use rundfrage_shared::id::SurveyId;
use rundfrage_shared::invitation;
use rundfrage_shared::open_link;
use rundfrage_shared::questionnaire::store::{Version, newest_version};
use rundfrage_shared::round::{self, Round};
use rundfrage_shared::survey::{self, ReminderRule, Survey};

use super::{address, anonymity_key, cadence_key};
use crate::app::App;
use crate::console::id::Id;
use crate::console::questionnaires;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Staff;
use crate::errors::WebError;
use crate::page::{Page, show};
use crate::qr::Qr;

#[derive(Template)]
#[template(path = "console/surveys/show.html")]
struct SurveyPage {
    page: Page,
    shell: Shell,
    survey: Survey,
    version: Option<Version>,
    recipients: i64,
    rounds: Vec<Round>,
    /// The address of the open link, its code to print, and the limit.
    open_link: Option<(String, Qr, Option<i64>)>,
    /// The segment in words: each limited attribute and its values.
    segment: Vec<(&'static str, String)>,
}

impl SurveyPage {
    fn edit(&self) -> String {
        format!("{}/edit", address(self.survey.id))
    }

    fn open_link_form(&self) -> String {
        format!("{}/open-link", address(self.survey.id))
    }

    /// What the button that leads there says.
    const fn open_link_change(&self) -> &'static str {
        if self.open_link.is_some() { "open-link-change" } else { "open-link-edit" }
    }

    fn new_round(&self) -> String {
        format!("{}/rounds/new", address(self.survey.id))
    }

    fn rule(&self, rule: &ReminderRule) -> String {
        let values = [("days", rule.days_after_opening.into()), ("at", rule.at.format("%H:%M").to_string().into())];
        self.page.words.with("console-reminder-rule", &values).into_owned()
    }
}

/// Shows it.
pub async fn get(State(app): State<App>, staff: Staff, Id(id): Id<SurveyId>) -> Result<Response, WebError> {
    let (db, organisation) = (&app.context.db, staff.organisation_id());
    let survey = survey::store::lookup(db, organisation, id).await?.ok_or(WebError::NotFound)?;
    let version = newest_version(db, organisation, survey.plan.questionnaire).await?;
    let recipients = invitation::store::count_recipients(db, organisation, id, &survey.plan.segment).await?;
    let rounds = round::store::list(db, organisation, id).await?;
    let segment = in_words(&survey, &staff.words().language());
    let open_link = match open_link::store::lookup(db, organisation, id).await? {
        Some(link) => {
            let address = app.context.public_address(&link.path());
            let qr = Qr::of(&address)?;
            Some((address, qr, link.most))
        }
        None => None,
    };
    let (page, shell) = staff.open_as(survey.plan.title.to_string(), Place::Surveys);
    Ok(show(&SurveyPage { page, shell, survey, version, recipients, rounds, open_link, segment }))
}

fn in_words(survey: &Survey, language: &rundfrage_shared::language::Language) -> Vec<(&'static str, String)> {
    let segment = &survey.plan.segment;
    let section = |code: &String| {
        classification::section(code).map_or(code.clone(), |section| format!("{code} {}", section.title(language)))
    };
    let region = |code: &String| classification::kreis(code).map_or(code.clone(), |kreis| kreis.name.to_owned());
    let listed = |values: Vec<String>| values.join("; ");
    let parts = [
        ("console-section", listed(segment.sections.iter().map(section).collect())),
        ("console-size", listed(segment.size_classes.clone())),
        ("console-region", listed(segment.regions.iter().map(region).collect())),
        ("console-cluster", listed(segment.clusters.clone())),
    ];
    parts.into_iter().filter(|(_, values)| !values.is_empty()).collect()
}
