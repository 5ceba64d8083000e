//! Who works on which response: found by the address and the cookie, loaded in one query.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response as Answer};
use chrono::{DateTime, NaiveDate, Utc};
use rundfrage_shared::delegation::Delegation;
use rundfrage_shared::file::File;
use rundfrage_shared::id::{DelegationId, ResponseId, VersionId};
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::answer::Answers;
use rundfrage_shared::questionnaire::model::{Code, Questionnaire};
use rundfrage_shared::questionnaire::route::Circumstances;
use rundfrage_shared::response::save::{PageAnswers, Saved, Shown, save_shown};
use rundfrage_shared::response::{Occasion, Response, store};
use rundfrage_shared::schedule::local_of;

use super::claim::{Claim, Hat, invalid};
use super::notice;
use super::voice::Voice;
use crate::app::App;
use crate::console::questionnaires::preview;
use crate::console::rounds;
use crate::errors::WebError;
use crate::page::{Banner, Page};

/// A respondent at work. A request without the response's cookie, or for a response that does not exist, gets one and the same
/// page: this link is not valid.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The response.
    pub response: Response,
    /// Who asks.
    pub occasion: Occasion,
    /// What is asked.
    pub questionnaire: Arc<Questionnaire>,
    /// When the visit was loaded.
    pub now: DateTime<Utc>,
    /// The day, where the round is at home.
    pub today: NaiveDate,
    /// On whose behalf.
    pub hat: Hat,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Answer;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Answer> {
        if let Some(version) = version(parts, app).await {
            return preview::visit(parts, app, version).await;
        }
        let Claim { response, hat } = Claim::from_request_parts(parts, app).await?;
        match Self::load_as(app, response, hat).await {
            Ok(Some(visit)) => Ok(visit),
            Ok(None) => Err(invalid(parts, app).await),
            Err(error) => Err(error.into_response()),
        }
    }
}

/// A visit to a response of a round that takes answers; any other ends at a page that says so.
pub struct OpenVisit(pub Visit);

impl FromRequestParts<App> for OpenVisit {
    type Rejection = Answer;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Answer> {
        let visit = Visit::from_request_parts(parts, app).await?;
        if visit.occasion.takes_answers(visit.now) {
            return Ok(Self(visit));
        }
        let Ok(page) = Page::from_request_parts(parts, app).await;
        Err(notice::closed_to(app, &visit, visit.page(page)))
    }
}

/// The version that staff try out: those addresses name no response.
async fn version(parts: &mut Parts, app: &App) -> Option<VersionId> {
    let params = RawPathParams::from_request_parts(parts, app).await.ok()?;
    let is_preview = params.iter().all(|(name, _)| name != "response");
    params.iter().find(|(name, _)| is_preview && *name == "id").and_then(|(_, id)| id.parse().ok())
}

impl Visit {
    /// The visit of its holder to a response that exists; the caller knows that the visitor may.
    pub async fn load(app: &App, id: ResponseId) -> Result<Option<Self>, WebError> {
        Self::load_as(app, id, Hat::Holder).await
    }

    /// The same, whoever the visitor is.
    pub async fn load_as(app: &App, id: ResponseId, hat: Hat) -> Result<Option<Self>, WebError> {
        let Some((response, occasion)) = store::lookup(&app.context.db, id).await? else { return Ok(None) };
        let questionnaire = app.versions.lookup(&app.context.db, response.organisation, response.version).await?;
        let now = app.context.now();
        let today = local_of(now, occasion.zone).date();
        Ok(questionnaire.map(|questionnaire| Self { response, occasion, questionnaire, now, today, hat }))
    }

    /// Whether the visitor may see and answer this section.
    #[must_use]
    pub fn covers(&self, section: &Code) -> bool {
        match &self.hat {
            Hat::Holder | Hat::Staff(_) => true,
            Hat::Colleague(delegation) => delegation.covers(section),
        }
    }

    /// Whether the visitor submits, sees the receipt and hands over.
    #[must_use]
    pub fn submits(&self) -> bool {
        self.hat.submits()
    }

    /// Whether the visitor may hand something over. Whoever came by an open link answers for no company and has no colleagues.
    #[must_use]
    pub fn hands_over(&self) -> bool {
        self.submits() && self.response.company.is_some()
    }

    /// Whether staff try the questionnaire out: nothing is stored but in their session.
    #[must_use]
    pub fn is_preview(&self) -> bool {
        matches!(self.hat, Hat::Staff(_))
    }

    /// The delegation that the visitor works by, if any.
    #[must_use]
    pub fn hand(&self) -> Option<DelegationId> {
        match &self.hat {
            Hat::Holder | Hat::Staff(_) => None,
            Hat::Colleague(delegation) => Some(delegation.id),
        }
    }

    /// Whether the visitor sees this delegation, and may take it back: the holder all of them, a colleague their own.
    #[must_use]
    pub fn sees(&self, delegation: &Delegation) -> bool {
        match &self.hat {
            Hat::Holder | Hat::Staff(_) => true,
            Hat::Colleague(mine) => delegation.by == Some(mine.id),
        }
    }

    /// The page behind the last one of the questionnaire.
    #[must_use]
    pub fn end(&self) -> &'static str {
        if self.submits() { "check" } else { "done" }
    }

    /// The title of a section.
    #[must_use]
    pub fn section_title(&self, voice: &Voice<'_>, code: &Code) -> String {
        let section = self.questionnaire.sections.iter().find(|section| section.code == *code);
        section.map_or_else(|| code.to_string(), |section| voice.say(&section.title))
    }

    /// What decides what is asked, besides the answers.
    #[must_use]
    pub fn circumstances(&self) -> Circumstances<'_> {
        let round = Some(self.occasion.round.as_str());
        Circumstances::new(&self.response.attributes, round).on(self.today).after(self.response.last.as_ref())
    }

    /// The page of this visit: the organisation's, in the language it was worked on unless another was chosen.
    #[must_use]
    pub fn page(&self, page: Page) -> Page {
        let Questionnaire { languages, languages_in_work, default_language, .. } = &*self.questionnaire;
        let mut page = page.of(self.occasion.organisation.as_str());
        if self.response.is_test {
            let leave = (rounds::address(self.response.round), "respond-test-leave");
            page.banner = Some(Banner { text: "respond-test", leave });
        }
        let noted = match &self.hat {
            Hat::Holder => &self.response.language,
            Hat::Colleague(delegation) => &delegation.language,
            Hat::Staff(_) => {
                // Whoever tries a questionnaire out sees it as far as it is translated.
                page = page.about(&[languages.as_slice(), languages_in_work].concat(), None, default_language);
                page.speak(&self.response.language);
                let leave = (preview::address(self.response.version), "respond-preview-leave");
                page.banner = Some(Banner { text: "respond-preview", leave });
                return page;
            }
        };
        page.about(languages, Some(noted), default_language)
    }

    /// The questionnaire in the language of `page`, to someone whose answers that count are `counted`.
    #[must_use]
    pub fn voice<'v>(&'v self, page: &Page, counted: &'v Answers) -> Voice<'v> {
        Voice::new(&page.spoken, &self.questionnaire, counted, self.circumstances())
    }

    /// Saves what a page says with the files that came with it, unless somebody else changed one of its answers since it showed `shown`.
    /// A preview keeps of a file that it was there.
    pub async fn save(
        &self,
        app: &App,
        page: PageAnswers,
        shown: &Shown,
        files: &[File],
        language: &Language,
    ) -> Result<Saved, WebError> {
        match &self.hat {
            Hat::Staff(session) => preview::save(session, page, language).await.map(Saved::Done),
            Hat::Holder | Hat::Colleague(_) => {
                Ok(save_shown(&app.context, self.response.id, page, shown, files, language).await?)
            }
        }
    }

    /// The address of one of its pages.
    #[must_use]
    pub fn address(&self, page: &str) -> String {
        if self.is_preview() {
            format!("{}/{page}", preview::address(self.response.version))
        } else {
            address(self.response.id, page)
        }
    }
}

/// The address of one of a response's pages.
pub fn address(response: ResponseId, page: &str) -> String {
    format!("/respond/{response}/{page}")
}
