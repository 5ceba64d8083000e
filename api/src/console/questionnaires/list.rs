//! `/console/questionnaires`: each questionnaire by its newest version.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::questionnaire::store::{self, Version};

use super::version::read;
use crate::app::App;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Staff;
use crate::errors::WebError;
use crate::page::{Page, show};

/// One questionnaire.
struct Line {
    version: Version,
    questionnaire: Arc<Questionnaire>,
}

impl Line {
    fn title(&self, page: &Page) -> String {
        self.questionnaire.title.get(&page.words.language(), &self.questionnaire.default_language).to_owned()
    }

    fn languages(&self) -> String {
        let languages: Vec<&str> = self.questionnaire.languages.iter().map(Language::as_str).collect();
        languages.join(", ")
    }

    fn questions(&self) -> usize {
        self.questionnaire.questions().count()
    }
}

#[derive(Template)]
#[template(path = "console/questionnaires/list.html")]
struct ListPage {
    page: Page,
    shell: Shell,
    zone: chrono_tz::Tz,
    lines: Vec<Line>,
}

/// Shows them.
pub async fn get(State(app): State<App>, staff: Staff) -> Result<Response, WebError> {
    let (mut lines, organisation) = (Vec::new(), staff.organisation_id());
    for version in store::list(&app.context.db, organisation).await? {
        let questionnaire = read(&app, organisation, version.id).await?;
        lines.push(Line { version, questionnaire });
    }
    let zone = staff.organisation.zone;
    let (page, shell) = staff.open("console-questionnaires-title", Place::Questionnaires);
    Ok(show(&ListPage { page, shell, zone, lines }))
}
