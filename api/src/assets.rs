//! What browsers load beside the pages: embedded in the program, named by its content, kept for ever.
//!
//! Our own style sheets are the files in `assets/css/`, put behind KERN's in the order of their names: a room with styles of
//! its own adds a file there, with a number from 60 to 89 if respondents do not see that room. Of KERN's sheet only what templates
//! name is taken. Scripts are the files in `assets/js/`. `build.rs` makes the bundle.

use axum::extract::Path;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue, VARY,
};
use axum::response::{IntoResponse as _, Response};

use crate::errors::WebError;

struct Asset {
    name: &'static str,
    kind: &'static str,
    plain: &'static [u8],
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// One embedded file.
pub async fn get(Path(name): Path<String>, request: HeaderMap) -> Result<Response, WebError> {
    let asset = ASSETS.iter().find(|asset| asset.name == name).ok_or(WebError::NotFound)?;
    let headers = [(CONTENT_TYPE, asset.kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    let gzip = asset.gzip.filter(|_| takes_gzip(&request));
    let mut response = (headers, gzip.unwrap_or(asset.plain)).into_response();
    if asset.gzip.is_some() {
        response.headers_mut().insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    if gzip.is_some() {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Ok(response)
}

fn takes_gzip(request: &HeaderMap) -> bool {
    let accepted = request.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|coding| {
        let (coding, weight) = coding.split_once(';').unwrap_or((coding, ""));
        coding.trim() == "gzip" && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}
