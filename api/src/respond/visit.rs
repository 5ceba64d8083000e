//! Who works on which response: found by the address and the cookie, loaded in one query.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response as Answer};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::id::ResponseId;
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::questionnaire::period::Period;
use rundfrage_shared::questionnaire::route::Circumstances;
use rundfrage_shared::response::{Occasion, Response, store};

use super::{claim, notice};
use crate::app::App;
use crate::errors::WebError;
use crate::page::Page;

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
}

/// The response that a request may work on: named by its address, granted by its cookie. Whether it exists is not looked at.
#[derive(Clone, Copy, Debug)]
pub struct Claim(pub ResponseId);

impl FromRequestParts<App> for Claim {
    type Rejection = Answer;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Answer> {
        let jar = CookieJar::from_headers(&parts.headers);
        match named(parts, app).await.filter(|id| claim::holds(app, &jar, *id)) {
            Some(id) => Ok(Self(id)),
            None => Err(invalid(parts, app).await),
        }
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Answer;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Answer> {
        let Claim(id) = Claim::from_request_parts(parts, app).await?;
        match Self::load(app, id).await {
            Ok(Some(visit)) => Ok(visit),
            Ok(None) => Err(invalid(parts, app).await),
            Err(error) => Err(error.into_response()),
        }
    }
}

async fn named(parts: &mut Parts, app: &App) -> Option<ResponseId> {
    let params = RawPathParams::from_request_parts(parts, app).await.ok()?;
    params.iter().find(|(name, _)| *name == "response").and_then(|(_, id)| id.parse().ok())
}

async fn invalid(parts: &mut Parts, app: &App) -> Answer {
    match Page::from_request_parts(parts, app).await {
        Ok(page) => notice::invalid(page),
    }
}

impl Visit {
    /// The visit to a response that exists; the caller knows that the visitor may.
    pub async fn load(app: &App, id: ResponseId) -> Result<Option<Self>, WebError> {
        let Some((response, occasion)) = store::lookup(&app.context.db, id).await? else { return Ok(None) };
        let questionnaire = app.versions.lookup(&app.context.db, response.organisation, response.version).await?;
        Ok(questionnaire.map(|questionnaire| Self { response, occasion, questionnaire }))
    }

    /// What decides what is asked, besides the answers.
    pub fn circumstances(&self) -> Circumstances<'_> {
        let period = Period::parse(self.occasion.round.as_str());
        Circumstances { attributes: &self.response.attributes, period }
    }

    /// The page of this visit: the organisation's, in the language it was worked on unless another was chosen.
    pub fn page(&self, page: Page) -> Page {
        page.of(self.occasion.organisation.as_str()).prefer(&self.response.language)
    }

    /// The address of one of its pages.
    pub fn address(&self, page: &str) -> String {
        address(self.response.id, page)
    }
}

/// The address of one of a response's pages.
pub fn address(response: ResponseId, page: &str) -> String {
    format!("/respond/{response}/{page}")
}
