//! A file of a respondent on its way out: saved by the browser and never shown by it, whatever is in it.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use rundfrage_shared::file::store::Kept;

/// Nothing at all, should anybody open it in place nevertheless.
const POLICY: &str = "default-src 'none'; sandbox";

/// The answer that hands it out; `nosniff` is a header of every answer.
#[must_use]
pub fn attachment(file: Kept) -> Response {
    let headers = [
        (CONTENT_TYPE, "application/octet-stream".to_owned()),
        (CONTENT_DISPOSITION, disposition(file.name.as_str())),
        (CACHE_CONTROL, "no-store".to_owned()),
        (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
    ];
    (headers, file.content).into_response()
}

/// The name twice (RFC 6266): plain for old browsers, and exact.
fn disposition(name: &str) -> String {
    let plain: String = name.chars().map(|sign| if is_plain(sign) { sign } else { '_' }).collect();
    let exact: String = name
        .bytes()
        .map(|byte| {
            let sign = char::from(byte);
            if sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_') {
                sign.to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

const fn is_plain(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_' | ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_place_in_the_header() {
        assert_eq!(disposition("a b.pdf"), "attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf");
        assert_eq!(disposition("ä\";x.pdf"), "attachment; filename=\"___x.pdf\"; filename*=UTF-8''%C3%A4%22%3Bx.pdf");
    }
}
