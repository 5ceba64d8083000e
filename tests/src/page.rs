//! An answer of the web side, as a visitor reads it.

use reqwest::header::HeaderMap;
use reqwest::{Response, StatusCode};
use scraper::{Html, Selector};

use crate::form::Form;

/// A page after all redirects.
#[derive(Clone, Debug)]
pub struct Page {
    /// The status of the last answer.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// The path and query where the visitor ended.
    pub path: String,
    /// The body as it came.
    pub body: String,
}

impl Page {
    pub(crate) async fn read(response: Response) -> Self {
        let (status, headers, url) = (response.status(), response.headers().clone(), response.url().clone());
        let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        let body = response.text().await.unwrap_or_else(|error| panic!("the answer broke off: {error}"));
        Self { status, headers, path, body }
    }

    /// The page itself, if its status is `status`.
    ///
    /// # Panics
    /// If it is another.
    #[expect(
        clippy::must_use_candidate,
        clippy::return_self_not_must_use,
        reason = "often the status is all that is asked"
    )]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.path, self.text());
        self
    }

    /// What a visitor reads in `<main>` (or in the whole page), spaces collapsed.
    #[must_use]
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.body);
        let main = html.select(&selector("main")).next().unwrap_or_else(|| html.root_element());
        collapse(main.text())
    }

    /// Whether a visitor reads these words.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// The text of `<title>`.
    #[must_use]
    pub fn title(&self) -> String {
        self.texts("title").into_iter().next().unwrap_or_default()
    }

    /// The texts of all elements that fit a CSS selector.
    #[must_use]
    pub fn texts(&self, css: &str) -> Vec<String> {
        Html::parse_document(&self.body).select(&selector(css)).map(|element| collapse(element.text())).collect()
    }

    /// An attribute of all elements that fit a CSS selector and have it.
    #[must_use]
    pub fn attributes(&self, css: &str, attribute: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        html.select(&selector(css)).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
    }

    /// The addresses of the links in `<main>` that contain `part`.
    #[must_use]
    pub fn links(&self, part: &str) -> Vec<String> {
        let mut links = self.attributes("main a[href]", "href");
        links.retain(|link| link.contains(part));
        links
    }

    /// The first form that fits a CSS selector, as it stands.
    ///
    /// # Panics
    /// If there is none.
    #[must_use]
    pub fn form(&self, css: &str) -> Form {
        let html = Html::parse_document(&self.body);
        let form = html.select(&selector(css)).next();
        let form = form.unwrap_or_else(|| panic!("{} has no form {css}: {}", self.path, self.text()));
        Form::read(&html, form, &self.path)
    }
}

pub(crate) fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

pub(crate) fn collapse<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}
