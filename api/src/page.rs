//! What every page knows of itself, and how a template becomes an answer.

use std::borrow::Cow;
use std::fmt::Display;

use askama::Template;
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response};
use rundfrage_shared::language::Language;
use rundfrage_shared::text::Words;

use crate::app::App;
use crate::assets;
use crate::errors::WebError;
use crate::language::Visitor;

/// Colours other than those the visitor's system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A complaint about one field of a form, shown at the field and in the summary on top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The `id` of the field: its name, unless the template says otherwise.
    pub field: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

/// The part of a page that `partials/layout.html` draws. A page struct holds it as `page`; a handler takes it as an argument.
#[derive(Clone, Debug)]
pub struct Page {
    /// The words in the visitor's language.
    pub words: Words,
    /// The path and query of this page, where the language buttons come back to.
    pub path: String,
    /// The title, without the name of the product.
    pub title: String,
    /// The organisation that speaks on this page, shown in the header.
    pub organisation: Option<String>,
    /// The complaints about what was typed in.
    pub problems: Vec<Problem>,
    /// Colours to force on the page.
    pub theme: Option<Theme>,
    has_chosen_language: bool,
}

impl FromRequestParts<App> for Page {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self::new(visitor, path))
    }
}

impl Page {
    fn new(visitor: Visitor, path: String) -> Self {
        Self {
            words: visitor.words,
            path,
            title: String::new(),
            organisation: None,
            problems: Vec::new(),
            theme: None,
            has_chosen_language: visitor.has_chosen,
        }
    }

    /// The page with the text `key` as its title.
    #[must_use]
    pub fn titled(mut self, key: &str) -> Self {
        self.title = self.t(key).into_owned();
        self
    }

    /// The page with a title that is no text of the interface.
    #[must_use]
    pub fn titled_as(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The page of an organisation.
    #[must_use]
    pub fn of(mut self, organisation: impl Into<String>) -> Self {
        self.organisation = Some(organisation.into());
        self
    }

    /// The page in `language`, unless the visitor chose one by button. For a contact whose language is known.
    #[must_use]
    pub fn prefer(mut self, language: &Language) -> Self {
        if !self.has_chosen_language {
            self.words = Words::nearest(language);
        }
        self
    }

    /// Adds a complaint about the field with the id `field`.
    pub fn refuse(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem { field: field.into(), message: message.into() });
    }

    /// The first complaint about the field with the id `field`.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|problem| problem.field == field).map(|problem| problem.message.as_str())
    }

    /// The text `key`, short for templates.
    #[must_use]
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.words.text(key)
    }

    /// The text `key` with `value` put in as `name`.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: impl Display) -> Cow<'static, str> {
        self.words.with_one(key, name, value.to_string())
    }

    /// The text `key` about a whole number: `$count` decides on singular or plural, `$number` is how it is written.
    #[must_use]
    pub fn tn(&self, key: &str, count: impl Display) -> Cow<'static, str> {
        let count: i64 = count.to_string().parse().unwrap_or_default();
        self.words.with(key, &[("count", count.into()), ("number", self.words.integer(count).into())])
    }

    /// The title for the browser's window: complaints first, then the page, then who speaks.
    #[must_use]
    pub fn head_title(&self) -> String {
        let prefix = if self.problems.is_empty() { Cow::Borrowed("") } else { self.t("public-error-prefix") };
        let who = self.organisation.clone().unwrap_or_else(|| self.t("public-product").into_owned());
        let space = if prefix.is_empty() { "" } else { " " };
        if self.title.is_empty() { who } else { format!("{prefix}{space}{} – {who}", self.title) }
    }

    /// The path of the style sheet.
    #[must_use]
    pub fn style(&self) -> &'static str {
        assets::STYLE
    }

    /// The path of the icon.
    #[must_use]
    pub fn icon(&self) -> &'static str {
        assets::ICON
    }

    /// The value of `data-kern-theme`.
    #[must_use]
    pub fn theme_name(&self) -> Option<&'static str> {
        self.theme.map(|theme| match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        })
    }
}

/// The page as an answer that no cache keeps: right for personal pages and for those of the staff.
pub fn show(template: &impl Template) -> Response {
    render(StatusCode::OK, template, "no-store")
}

/// A form to be mended, with what was typed in and its complaints: status 422.
pub fn show_invalid(template: &impl Template) -> Response {
    render(StatusCode::UNPROCESSABLE_ENTITY, template, "no-store")
}

/// A page with another status, an error say.
pub fn show_as(status: StatusCode, template: &impl Template) -> Response {
    render(status, template, "no-store")
}

/// A page that is the same for everybody: a browser may keep it, and asks whether it still holds.
pub fn show_public(template: &impl Template) -> Response {
    render(StatusCode::OK, template, "no-cache")
}

fn render(status: StatusCode, template: &impl Template, cache: &'static str) -> Response {
    let headers =
        [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, cache), (VARY, "Cookie, Accept-Language")];
    match template.render() {
        Ok(html) => (status, headers, html).into_response(),
        Err(error) => WebError::Internal(error.into()).into_response(),
    }
}
