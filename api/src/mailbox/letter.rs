//! `/dev/mailbox/{name}`: one mail as text, as HTML and with its headers.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use mail_parser::MessageParser;

use crate::app::App;
use crate::errors::WebError;
use crate::page::{Page, show};

/// The page's own policy, and the frame with the mail.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; form-action 'self'; \
                           connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";
/// A mail may look as it likes and do nothing: no script, no form, no picture from elsewhere; its links open a new window.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; \
                           sandbox allow-popups allow-popups-to-escape-sandbox";

#[derive(Template)]
#[template(path = "mailbox/letter.html")]
struct LetterPage {
    page: Page,
    name: String,
    headers: Vec<(String, String)>,
    text: Vec<Part>,
    has_html: bool,
}

/// A piece of text, with the address it links to if it is one.
struct Part {
    text: String,
    is_link: bool,
}

/// Shows a mail.
pub async fn get(State(app): State<App>, page: Page, Path(name): Path<String>) -> Result<Response, WebError> {
    let bytes = super::folder(&app)?.read(&name).await?;
    let mail = MessageParser::default().parse(&bytes).ok_or(WebError::NotFound)?;
    let subject = mail.subject().unwrap_or_default().to_owned();
    let text = mail.body_text(0).unwrap_or_default();
    let headers = mail.headers_raw().map(|(name, value)| (name.to_owned(), unfolded(value))).collect();
    let page = page.titled_as(subject);
    let page = LetterPage { page, name, headers, text: parts(&text), has_html: mail.html_body_count() > 0 };
    let mut response = show(&page);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY));
    Ok(response)
}

/// The HTML of a mail alone, for the frame.
pub async fn get_html(State(app): State<App>, Path(name): Path<String>) -> Result<Response, WebError> {
    let bytes = super::folder(&app)?.read(&name).await?;
    let mail = MessageParser::default().parse(&bytes).ok_or(WebError::NotFound)?;
    let html = mail.body_html(0).ok_or(WebError::NotFound)?;
    let html = html.replacen("<head>", "<head><base target=\"_blank\">", 1);
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CONTENT_SECURITY_POLICY, MAIL_POLICY),
        (CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, html).into_response())
}

fn unfolded(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text cut where an address begins and ends.
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if bare.starts_with("http://") || bare.starts_with("https://") {
            parts.push(Part { text: bare.to_owned(), is_link: true });
            parts.push(Part { text: word[bare.len()..].to_owned(), is_link: false });
        } else {
            match parts.last_mut().filter(|part| !part.is_link) {
                Some(before) => before.text.push_str(word),
                None => parts.push(Part { text: word.to_owned(), is_link: false }),
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_links_and_nothing_is_lost() {
        let text = "Guten Tag,\n\nhier:\nhttps://x.example/r/abc\n\njavascript:alert(1) ende";
        let parts = parts(text);
        let links: Vec<_> = parts.iter().filter(|part| part.is_link).map(|part| part.text.as_str()).collect();
        assert_eq!(links, ["https://x.example/r/abc"]);
        assert_eq!(parts.iter().map(|part| part.text.as_str()).collect::<String>(), text);
    }
}
