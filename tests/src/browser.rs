//! A browser without JavaScript: keeps cookies, follows redirects, fills in the forms it finds in a page.

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::multipart::{Form as Multipart, Part};
use reqwest::{Client, RequestBuilder};

use crate::form::Form;
use crate::page::Page;

/// One visitor. Clones share their cookies, as tabs do.
#[derive(Clone, Debug)]
pub struct Browser {
    client: Client,
    origin: String,
}

impl Browser {
    /// A visitor of `origin` (scheme, host and port) who prefers `language`.
    ///
    /// # Panics
    /// If the client cannot be built.
    #[must_use]
    pub fn new(origin: &str, language: &'static str) -> Self {
        let mark = |name, value| (HeaderName::from_static(name), HeaderValue::from_static(value));
        let headers = HeaderMap::from_iter([mark("sec-fetch-site", "same-origin"), mark("accept-language", language)]);
        let client = Client::builder().cookie_store(true).default_headers(headers).build();
        Self { client: client.unwrap_or_else(|error| panic!("no client: {error}")), origin: origin.to_owned() }
    }

    /// Opens an address; a full one is taken as it is.
    pub async fn get(&self, path: &str) -> Page {
        self.send(self.client.get(self.address(path))).await
    }

    /// Asks for the headers alone, as link scanners do.
    pub async fn head(&self, path: &str) -> Page {
        self.send(self.client.head(self.address(path))).await
    }

    /// Posts fields that no page offered: what an attacker or a broken client does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.send(self.client.post(self.address(path)).form(fields)).await
    }

    /// Sends a form as the browser would.
    pub async fn submit(&self, form: &Form) -> Page {
        let address = self.address(&form.action);
        let request = match (form.is_get, form.files.is_empty() && !form.is_multipart) {
            (true, _) => self.client.get(address).query(&form.fields),
            (false, true) => self.client.post(address).form(&form.fields),
            (false, false) => self.client.post(address).multipart(multipart(form)),
        };
        self.send(request).await
    }

    /// The client and the full address, for requests of one's own making.
    #[must_use]
    pub fn raw(&self, path: &str) -> (Client, String) {
        (self.client.clone(), self.address(path))
    }

    async fn send(&self, request: RequestBuilder) -> Page {
        let response = request.send().await.unwrap_or_else(|error| panic!("no answer: {error:?}"));
        Page::read(response).await
    }

    fn address(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.origin) }
    }
}

fn multipart(form: &Form) -> Multipart {
    let fields =
        form.fields.iter().fold(Multipart::new(), |sent, (name, value)| sent.text(name.clone(), value.clone()));
    // Names as HTML has them written: all signs as they are, but for those that would end the name.
    let written = |name: &str| name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    let sent = form.files.iter().fold(fields, |sent, file| {
        sent.part(file.field.clone(), Part::bytes(file.bytes.clone()).file_name(written(&file.name)))
    });
    sent.percent_encode_noop()
}
