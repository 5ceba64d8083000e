//! Headers that guard every answer, and the guard against posts that another site sends.

use axum::extract::{Request, State};
use axum::http::header::{
    CONTENT_SECURITY_POLICY, COOKIE, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;
use crate::cookie;
use crate::errors::WebError;

/// Nothing but what this server itself serves; `data:` for the icons in KERN's style sheet.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; form-action 'self'; \
                      connect-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

const FIXED: [(HeaderName, &str); 6] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
];

/// Adds the headers to whatever is answered; one that a handler set itself stays (a page that shows a mail has a policy of its
/// own).
pub async fn secure(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.context.settings.is_public_https() {
        let two_years = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(STRICT_TRANSPORT_SECURITY, two_years);
    }
    response
}

/// A browser marks its posts with `Sec-Fetch-Site` or `Origin`. A post that brings one of our cookies and neither mark is
/// refused; one without cookies (a mail provider's one-click unsubscribe, a program with a token) may pass.
pub async fn refuse_unmarked_posts(request: Request, next: Next) -> Result<Response, WebError> {
    let headers = request.headers();
    let is_marked = headers.contains_key("sec-fetch-site") || headers.contains_key(ORIGIN);
    let brings_ours = headers.get_all(COOKIE).iter().any(|cookies| cookie::has_ours(cookies.as_bytes()));
    if request.method().is_safe() || is_marked || !brings_ours {
        return Ok(next.run(request).await);
    }
    Err(WebError::Forbidden)
}
