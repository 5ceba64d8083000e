//! What every page knows of itself, and how a template becomes an answer.

mod show;
mod template;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use rundfrage_shared::language::Language;
use rundfrage_shared::text::Words;

use crate::app::App;
use crate::language::{Visitor, best};

pub use show::{show, show_as, show_invalid, show_public};

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

/// One way in the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether this page lies on it.
    pub is_here: bool,
}

/// Says of a page that it only tries something out.
#[derive(Clone, Debug)]
pub struct Banner {
    /// The text that says so.
    pub text: &'static str,
    /// Where to go from here, and the text for it.
    pub leave: (String, &'static str),
}

/// The part of a page that `partials/layout.html` draws. A page struct holds it as `page`; a handler takes it as an argument.
#[derive(Clone, Debug)]
pub struct Page {
    /// The words in the visitor's language, or in the nearest of ours.
    pub words: Words,
    /// The language of what the page is about: of a questionnaire's texts, which may be none of ours.
    pub spoken: Language,
    /// The languages on offer.
    pub offered: Vec<Language>,
    /// The path and query of this page, where the language buttons come back to.
    pub path: String,
    /// The title, without the name of the product.
    pub title: String,
    /// The organisation that speaks on this page, shown in the header.
    pub organisation: Option<String>,
    /// The complaints about what was typed in.
    pub problems: Vec<Problem>,
    /// What asks for a second look and lets pass.
    pub warnings: Vec<Problem>,
    /// The id of the form that the language buttons send along, as `.language`, so that nothing typed is lost.
    pub form: Option<&'static str>,
    /// The ways through the console, for whoever is signed in.
    pub nav: Vec<Way>,
    /// What a page that only tries something out says above all else.
    pub banner: Option<Banner>,
    /// Who is signed in.
    pub user: Option<String>,
    /// Colours to force on the page.
    pub theme: Option<Theme>,
    visitor: Visitor,
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
    /// A page at `path` in the visitor's language.
    #[must_use]
    pub fn new(visitor: Visitor, path: String) -> Self {
        Self {
            words: visitor.words,
            spoken: visitor.words.language(),
            offered: vec![Language::german(), Language::english()],
            path,
            title: String::new(),
            organisation: None,
            problems: Vec::new(),
            warnings: Vec::new(),
            form: None,
            nav: Vec::new(),
            banner: None,
            user: None,
            theme: None,
            visitor,
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

    /// The page whose language buttons send the form with this id along, so that nothing typed is lost.
    #[must_use]
    pub fn sending(mut self, form: &'static str) -> Self {
        self.form = Some(form);
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
        if self.visitor.chosen.is_none() {
            self.words = Words::nearest(language);
            self.spoken = self.words.language();
        }
        self
    }

    /// The page about a questionnaire that speaks `offered`: in the language chosen by button, else in the one noted for the
    /// contact or the response, else in one the browser asks for, else in `fallback`.
    #[must_use]
    pub fn about(mut self, offered: &[Language], noted: Option<&Language>, fallback: &Language) -> Self {
        let Visitor { chosen, asked, .. } = &self.visitor;
        let wanted = chosen.iter().chain(noted).chain(asked).cloned();
        let spoken = best(offered, wanted).unwrap_or(fallback).clone();
        self.offered = offered.to_vec();
        self.speak(&spoken);
        self
    }

    /// Speaks a language from here on.
    pub fn speak(&mut self, language: &Language) {
        self.words = Words::nearest(language);
        self.spoken = language.clone();
    }

    /// Adds a complaint about the field with the id `field`.
    pub fn refuse(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem { field: field.into(), message: message.into() });
    }

    /// Adds something that asks for a second look.
    pub fn doubt(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.warnings.push(Problem { field: field.into(), message: message.into() });
    }

    /// Adds complaints by their fields and the names of their texts.
    pub fn refuse_all(&mut self, complaints: &[(&str, &str)]) {
        for (field, key) in complaints {
            let message = self.t(key).into_owned();
            self.refuse(*field, message);
        }
    }

    /// The first complaint about the field with the id `field`.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|problem| problem.field == field).map(|problem| problem.message.as_str())
    }

    /// What is to be said at the field with the id `field`: a complaint, else a doubt.
    #[must_use]
    pub fn remark(&self, field: &str) -> Option<&str> {
        let doubt = || self.warnings.iter().find(|problem| problem.field == field);
        self.problem(field).or_else(|| doubt().map(|problem| problem.message.as_str()))
    }
}
